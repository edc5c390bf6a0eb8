"""Texts that say or hint that somebody must not be shown or found: the text is itself the leak.

Offentlighets- och sekretesslagen 21 kap. 3 and 3 a §§, 22 kap. 1 §, and Skolverket's "Unga med
skyddade personuppgifter" (2011). A school's routine, a letter about photos to all guardians and
teaching about the subject speak of nobody in particular and are free; one pupil is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._learned_features import Features, features_of
from integritetskoll.text.recognizers._people import names_of
from integritetskoll.text.recognizers._protection_rules import (
    IMAGE,
    LIST,
    MARKER,
    NAME,
    PLACE,
    rules_for,
)
from integritetskoll.text.recognizers._protection_score import Unit, Weighed, weigh
from integritetskoll.text.recognizers._protection_sense import Reading, telling
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer

LEARNED, POSSIBLE = "protection_hint_learned", "protection_hint_possible"


class ProtectedIdentityHintRecognizer(SwedishRecognizer):
    """A phrase that tells of protection, tied to one or a few persons; it stops the draft.

    Where no rule finds one, a sentence may still be marked whole for its learned score: it stops
    the draft too, or, where the score is in doubt, is a secret of the school that needs a look.
    """

    ENTITIES = (Entity.PROTECTED_IDENTITY_HINT, Entity.SCHOOL_SECRECY)
    CODES = (MARKER, IMAGE, LIST, PLACE, NAME, LEARNED, POSSIBLE)

    WANTS_NAMES = True

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield the telling phrases, then the sentences with a telling score."""
        cues = Cues.of(text, doc)
        reading = Reading(text, names_of(doc, self._table), cues.segments.items)
        return by_both(reading, cues, features_of(text, doc))


def by_both(reading: Reading, cues: Cues, features: Features) -> Iterator[Hit]:
    """Yield what rules find where the score leaves room for it, then what the score alone finds."""
    weighed = weigh(features, cues)
    told: set[int] = set()
    for at in sorted(weighed.best):
        for hit in _by_rule(reading, cues, at):
            told |= {at - 1, at, at + 1}  # what stands beside belongs to it
            yield hit
    yield from _by_score(reading, weighed, told)


def by_rule(reading: Reading, cues: Cues, _features: Features | None = None) -> Iterator[Hit]:
    """Yield what the rules find by themselves."""
    for at in range(len(cues.segments.items)):
        yield from _by_rule(reading, cues, at)


def by_score(reading: Reading, cues: Cues, features: Features) -> Iterator[Hit]:
    """Yield the sentences with a telling score."""
    return _by_score(reading, weigh(features, cues), ())


def _by_rule(reading: Reading, cues: Cues, at: int) -> Iterator[Hit]:
    """Yield what the rules find in a segment; of those that overlap, the first and longest."""
    segment = cues.segments.items[at]
    fitting = rules_for(cues.lowered[segment.start : segment.end])
    taken = 0
    for alone, start, end, code in sorted(telling(reading, at, fitting), key=_order):
        if start >= taken and not (alone and taken):
            yield Hit(Entity.PROTECTED_IDENTITY_HINT, start, end, code)
            taken = end


def _by_score(reading: Reading, weighed: Weighed, told: Iterable[int]) -> Iterator[Hit]:
    """Yield the sentences with a telling score, away from the segments `told` of already."""
    taken = set(told)
    for entity, code, units in (
        (Entity.PROTECTED_IDENTITY_HINT, LEARNED, weighed.telling),
        (Entity.SCHOOL_SECRECY, POSSIBLE, weighed.possible),
    ):
        for unit in units:
            both = {unit.first, unit.last}
            if taken.isdisjoint(both) and not free(reading, unit):
                taken |= both
                start, end = reading.sentence(unit.first).trimmed
                yield Hit(entity, start, end, code)


def free(reading: Reading, unit: Unit) -> bool:
    """Whether the unit stands in a story, a game or the like."""
    around = [reading.sentence(at) for at in {unit.first, unit.last}]
    return any(sentence.story or sentence.play for sentence in around)


def _order(found: tuple[bool, int, int, str]) -> tuple[bool, int, int]:
    alone, start, end, _ = found
    return alone, start, -end
