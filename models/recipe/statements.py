"""Train the learned score of sensitive statements on the development part of our own texts.

Run `python -m models.recipe.statements` (a quarter of an hour on one core); `--held-out 9 10`
instead leaves out all that these hands wrote and prints what is found in it, by threshold. How:
models/recipe/learned.py.

A second, smaller table tells which category a statement most likely belongs to: for each category a
logistic regression of its statements against those of all others, on folded buckets. What the
linear score can't tell for sure is read once more (models/recipe/reader.py).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from bench.sensitive import DATA, MEASURED
from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.normalize import normalize
from integritetskoll.plain.segments import split
from integritetskoll.text.pipeline import load_pipeline
from integritetskoll.text.recognizers._learned_features import features_of, persons_of
from integritetskoll.text.recognizers._sentence_reader import words_of
from integritetskoll.text.recognizers._statement_score import (
    FOLDED,
    KINDS,
    NAME,
    SENTENCE,
    SHARE,
    UNSURE_FROM,
    UNSURE_TO,
    folded,
)
from models.recipe import reader, written
from models.recipe.learned import (
    Model,
    Text,
    fit,
    print_curve,
    read,
    segments_of,
    train,
    write,
)
from models.recipe.reader import Sentence

THRESHOLD = 0.0
"""Where four or five of a hundred near misses were taken for one, in hands left out. In whole
drafts no verdict was wrong by it, because what scores low weighs little."""
DRAFTS = 7
"""The hand of the drafts that were written for the names in them."""
DOUBT = -1.2
"""Below it, rules were as often wrong as right."""


def texts(nlp: Any) -> Iterator[Text]:
    """Read all texts with the shipped pipeline; each segment is a unit."""
    files = [DATA / "sensitive" / f"{category.lower()}.txt" for category in MEASURED]
    files += [DATA / f"{name}.txt" for name in ("teaching", "ordinary", "harmless")]
    for path in files:
        for name, raw, hand in read(path):
            yield _text(nlp, raw, path.stem if name == "hits" else "", hand)
    for raw in written.harmless():
        yield _text(nlp, raw, "", DRAFTS)


def _text(nlp: Any, raw: str, tells: str, hand: int) -> Text:
    text = normalize(raw).text
    with nlp.memory_zone():
        doc = nlp(text)
        units, names = segments_of(features_of(text, doc)), persons_of(doc)
    lowered = fold_case(text)
    words = [words_of(lowered, (part.start, part.end), names) for part in split(text).items]
    both = [pair for pair in zip(units, words, strict=True) if len(pair[0]) and pair[1]]
    return Text(tells, [unit for unit, _ in both], hand, [sentence for _, sentence in both])


def kinds(given: Sequence[Text], model: Model) -> dict[str, Any]:
    """Return the tables of the categories, from the best unit of each text that tells."""
    telling = [text for text in given if text.tells and text.units]
    units = [folded(text.units[int(np.argmax(model.scores(text.units)))]) for text in telling]
    found = []
    for kind in map(str.lower, KINDS):
        own = [unit for unit, text in zip(units, telling, strict=True) if text.tells == kind]
        others = [unit for unit, text in zip(units, telling, strict=True) if text.tells != kind]
        found.append(fit(own, others))
    weights = np.array([each.weights[:FOLDED] for each in found])
    scales = np.abs(weights).max(axis=1) / 127
    return {
        "kinds": np.rint(weights / scales[:, None]).astype(np.int8),
        "kind_scales": scales,
        "kind_biases": np.array([each.bias for each in found]),
    }


def sentences(given: Sequence[Text], model: Model) -> tuple[list[Sentence], list[int]]:
    """Return what the closer reading learns from, and the number of each one's category or -1."""
    numbers = {kind.lower(): number for number, kind in enumerate(KINDS)}
    found: list[Sentence] = []
    told: list[int] = []
    for text in given:
        read = text.sentences
        if text.tells and read:
            read = [read[int(np.argmax(model.scores(text.units)))]]
        found += read
        told += [numbers.get(text.tells, -1)] * len(read)
    return found, told


def both(given: Sequence[Text], model: Model, closer: Any) -> Iterator[tuple[Text, float]]:
    """Yield each text with the score of its best sentence, as the product reads it."""
    for text in given:
        scores = model.scores(text.units) if text.units else np.array([-np.inf])
        unsure = np.flatnonzero((scores > UNSURE_FROM) & (scores < UNSURE_TO))
        unsure = np.array([at for at in unsure if len(text.sentences[at]) >= SENTENCE], int)
        if len(unsure):
            read = reader.scores(closer, [text.sentences[at] for at in unsure])
            scores[unsure] += SHARE * read[:, 0]
        yield text, float(scores.max())


def main() -> None:
    """Train on all of the development part and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", type=int, nargs="+", help="measure on hands left out")
    options = parser.parse_args()
    given = list(texts(load_pipeline()))
    left = [text for text in given if text.hand in (options.held_out or ())]
    given = [text for text in given if text.hand not in (options.held_out or ())]
    model = train(given)
    closer = reader.train(*sentences(given, model), len(KINDS))
    if left:
        print_curve(both(left, model, closer), np.arange(-1, 4.5, 0.5))
        return
    write(NAME, model, threshold=THRESHOLD, doubt=DOUBT, **kinds(given, model))
    reader.write(NAME, closer)


if __name__ == "__main__":
    main()
