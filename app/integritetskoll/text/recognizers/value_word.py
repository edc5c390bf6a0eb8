"""Value words about persons: "lat", "duktig", "stör ofta", said of a pupil and not of the work.

Skollagen 10 kap. 12-13 §§: a written assessment is about knowledge against the criteria.
Skolverket: "Skriftliga omdömen ska inte innehålla beskrivningar eller värderingar av elevernas
personliga egenskaper." Praise counts as well: the brochure names "duktig" beside "lat".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.text.pipeline.names import NameTable
from integritetskoll.text.recognizers._people import Names, names_of
from integritetskoll.text.recognizers._value_heads import is_group, judged, told_of
from integritetskoll.text.recognizers._value_lexicon import TRIPLE, Value, look_up
from integritetskoll.text.recognizers._value_phrases import phrases_in
from integritetskoll.text.recognizers._value_tokens import TOKEN, Tokens
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer

NEGATIVE, POSITIVE, SOFT = "value_word", "value_word_positive", "value_word_soft"


class ValueWordRecognizer(SwedishRecognizer):
    """A word or phrase that judges a person; polarity, class and severity are its facts."""

    ENTITIES = (Entity.VALUE_WORD,)
    CODES = (NEGATIVE, POSITIVE, SOFT)

    WANTS_NAMES = True

    def __init__(self, *, names: NameTable | None = None) -> None:
        super().__init__()
        self._table = names

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield each value word whose head is a person; a phrase before the words in it."""
        tokens = _tokens(text, names_of(doc, self._table))
        taken: set[int] = set()
        for start, end, value in phrases_in(tokens.lower):
            head = told_of(tokens, start, end)
            if head is not None and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield _hit(tokens, start, end, value, head)
        for number, word in tokens.found.items():
            if number not in taken and (head := judged(tokens, number)) is not None:
                yield _hit(tokens, number, number + 1, word.value, head)


def _tokens(text: str, names: Names) -> Tokens:
    lowered = fold_case(text)
    spans = [match.span() for match in TOKEN.finditer(text)]
    lower = [lowered[start:end] for start, end in spans]
    stretched = TRIPLE.search(lowered) is not None
    found = look_up(lower, stretched=stretched)
    if stretched:
        lower = [TRIPLE.sub(r"\1", part) for part in lower]
    return Tokens(text, names, lower, spans, found)


def _hit(tokens: Tokens, start: int, end: int, value: Value, head: int) -> Hit:
    code = SOFT if not value.hard else POSITIVE if value.positive else NEGATIVE
    facts = (
        ("polarity", "pos" if value.positive else "neg"),
        ("class", value.group),
        ("severity", "hard" if value.hard else "soft"),
        ("lemma", value.lemma.partition("|")[0]),
        ("head", "group" if is_group(tokens, head) else "person"),
    )
    first, last = tokens.spans[start][0], tokens.spans[end - 1][1]
    return Hit(Entity.VALUE_WORD, first, last, code, facts)
