"""Precision, recall and F of names, by exact span and by token."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from models.recipe.change import spans
from models.recipe.found import Finder, Spans, by_pipeline
from models.recipe.sources import Sentence


@dataclass(slots=True)
class Tally:
    """Counts of right, wrong and missed, per label."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def figures(self, label: str) -> dict[str, float]:
        """Precision, recall and F as fractions, and the number of true ones."""
        right = self.right[label]
        said, true = right + self.wrong[label], right + self.missed[label]
        precision = right / said if said else 0.0
        recall = right / true if true else 0.0
        both = precision + recall
        f = 2 * precision * recall / both if both else 0.0
        return {
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f": round(f, 4),
            "true": true,
        }


def compare(nlp: Language, sentences: Iterable[Sentence], *, lower: bool) -> tuple[Tally, Tally]:
    """Tallies by span and by token over sentences taken with their own tokens."""
    by_span, by_token = Tally(), Tally()
    kept = [sentence for sentence in sentences if sentence.tokens]
    docs = [_doc(nlp, sentence, lower=lower) for sentence in kept]
    with nlp.select_pipes(disable=["integritetskoll_lemmas"] if _lemmas(nlp) else []):
        for sentence, doc in zip(kept, nlp.pipe(docs), strict=True):
            found = {(span.start, span.end, span.label_) for span in doc.ents}
            _count(by_span, set(spans(sentence.tags)), found)
            truth = {(row, tag[2:]) for row, tag in enumerate(sentence.tags) if tag[1:2] == "-"}
            said = {(token.i, token.ent_type_) for token in doc if token.ent_type_}
            _count(by_token, truth, said)
    return by_span, by_token


def _lemmas(nlp: Language) -> bool:
    return "integritetskoll_lemmas" in nlp.pipe_names


def _doc(nlp: Language, sentence: Sentence, *, lower: bool) -> Doc:
    tokens = sentence.tokens
    return Doc(nlp.vocab, words=[token.lower() for token in tokens] if lower else tokens)


def _count(tally: Tally, truth: set[tuple], said: set[tuple]) -> None:  # type: ignore[type-arg]
    tally.right.update(item[-1] for item in truth & said)
    tally.wrong.update(item[-1] for item in said - truth)
    tally.missed.update(item[-1] for item in truth - said)


def drafts(
    nlp: Language,
    texts: list[tuple[str, Spans]],
    *,
    lower: bool,
    find: Finder = by_pipeline,
) -> dict[str, float]:
    """Persons in running text: a true span counts as found when a found one overlaps it.

    `false_per_1000` is the number of found spans that touch no true one, per 1,000 words.
    """
    true = hit = false = words = exact = 0
    for text, truth in texts:
        found = find(nlp(text.lower() if lower else text))
        true += len(truth)
        exact += len(truth & found)
        hit += sum(any(_touch(span, other) for other in found) for span in truth)
        false += sum(not any(_touch(span, other) for other in truth) for span in found)
        words += len(text.split())
    return {
        "recall": round(hit / true, 4),
        "exact_recall": round(exact / true, 4),
        "false_per_1000": round(1000 * false / words, 2),
        "true": true,
    }


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
