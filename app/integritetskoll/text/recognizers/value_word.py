"""Value words about persons: "lat", "duktig", "stör ofta", said of a pupil and not of the work.

Skollagen 10 kap. 12-13 §§: a written assessment is about knowledge against the criteria.
Skolverket: "Skriftliga omdömen ska inte innehålla beskrivningar eller värderingar av elevernas
personliga egenskaper." Praise counts as well: the brochure names "duktig" beside "lat".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers._described import described
from integritetskoll.text.recognizers._value_heads import is_group, judged, told_of
from integritetskoll.text.recognizers._value_lexicon import Value, forms
from integritetskoll.text.recognizers._value_phrases import phrases, phrases_in
from integritetskoll.text.recognizers._value_tokens import Tokens, read
from integritetskoll.text.recognizers._value_told import called, skill
from integritetskoll.text.recognizers.base import ASSESSING, Hit, SwedishRecognizer

NEGATIVE, POSITIVE, SOFT = "value_word", "value_word_positive", "value_word_soft"
UNLISTED = "describes_pupil"
_DESCRIBED = Value("", "clause", "DESCRIBED", positive=False, hard=False, theme="described")


class ValueWordRecognizer(SwedishRecognizer):
    """A word or phrase that judges a person; polarity, class and severity are its facts."""

    ENTITIES = (Entity.VALUE_WORD,)
    CODES = (NEGATIVE, POSITIVE, SOFT, UNLISTED)

    WANTS_NAMES = True

    def __init__(self, *, without: frozenset[str] = frozenset(), **given: Any) -> None:
        super().__init__(**given)
        self._forms, self._phrases = forms(without), phrases(without)

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield each value word whose head is a person; a phrase before the words in it."""
        tokens = read(text, doc, self._table, self._forms)
        taken: set[int] = set()
        for start, end, value in phrases_in(tokens.lower, self._phrases, person=tokens.called):
            head = told_of(tokens, start, end)
            if head is not None and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield _hit(tokens, start, end, value, head)
        for number, word in tokens.found.items():
            if number not in taken and (head := judged(tokens, number)) is not None:
                taken.add(number)
                yield _hit(tokens, number, number + 1, word.value, head)
        for start, end, head in described(tokens, taken) if ASSESSING.get() else ():
            yield _hit(tokens, start, end, _DESCRIBED, head)


def _hit(tokens: Tokens, start: int, end: int, value: Value, head: int) -> Hit:
    code = SOFT if not value.hard else POSITIVE if value.positive else NEGATIVE
    code = UNLISTED if value is _DESCRIBED else code
    facts = (
        ("polarity", "pos" if value.positive else "neg"),
        ("class", value.group),
        ("severity", "hard" if value.hard else "soft"),
        ("lemma", value.lemma.partition("|")[0]),
        ("head", "group" if is_group(tokens, head) else "person"),
        ("theme", value.theme),
        ("own", value.own),
        ("pupil", called(tokens, head)),
        ("skill", skill(tokens, start, end)),
    )
    first, last = tokens.spans[start][0], tokens.spans[end - 1][1]
    return Hit(Entity.VALUE_WORD, first, last, code, facts)
