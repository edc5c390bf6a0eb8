"""Passages that name nobody: whether they tell of one all the same, by a learned score.

Rules and rights speak of what a pupil may have in the very words of a note about one: "eleven" and
"barnet" are nobody there. A note may do without any word for whom it is about ("Har adhd,
medicineras"). Where a group will be is for rules, and who is named stays named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.segments import Segments
from integritetskoll.text.guesses import TOLD
from integritetskoll.text.recognizers._learned_score import learned
from integritetskoll.text.recognizers._passage_scores import INFORMATION, NOTE, Passage
from integritetskoll.text.view import Of, PersonSpan, Tie, between

_TOLD = TOLD - {Entity.WHEREABOUTS}
_PART = 2.0
"""How far below its threshold a paragraph may score where the whole text informs."""
_OTHERS = frozenset({Role.STAFF, Role.FICTION, Role.PUBLIC})
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The numbers of the segments that are about nobody, surely so, and about one."""

    nobody: frozenset[int] = _NONE
    surely: frozenset[int] = _NONE
    one: frozenset[int] = _NONE

    def of(self, entity: Entity, segment: int) -> Of:
        """Whom a finding of a segment may be about without a word for them."""
        return Of.ONE if entity in _TOLD and segment in self.one else Of.ANYBODY

    def is_nobodys(self, entity: Entity, segment: int, tied: Tie, *, grouped: bool) -> bool:
        """Whether a finding of a segment is about nobody, though it is tied to somebody unnamed.

        `grouped`: a class stands in it; who is described in a class is somebody ("en i 4B").
        """
        if entity not in _TOLD or tied.person is not None or tied.link is Link.NONE:
            return False
        if tied.link is Link.INDIRECT:
            return segment in self.surely and not grouped
        return segment in self.nobody


def unnamed(
    segments: Segments, scored: Sequence[Passage], persons: Sequence[PersonSpan]
) -> Unnamed:
    """Return what is about nobody or about one in a plain text; `scored` are its passages."""
    if not scored:
        return Unnamed()
    weights = learned(INFORMATION)
    nobody = frozenset(_above(segments, scored, weights.doubt))
    surely = frozenset(_above(segments, scored, weights.threshold)) if nobody else nobody
    least = learned(NOTE).threshold
    notes = (p for p in scored if not p.whole and p.of_one > least and not _names(persons, p))
    return Unnamed(nobody, surely, frozenset(n for p in notes for n in _segments(segments, p)))


def _above(segments: Segments, scored: Sequence[Passage], least: float) -> Iterator[int]:
    wholes = [p for p in scored if p.whole and p.informs > least]
    for part in scored:
        inside = any(w.start <= part.start < w.end for w in wholes)
        if not part.whole and part.informs > (least - _PART if inside else least):
            yield from _segments(segments, part)


def _segments(segments: Segments, passage: Passage) -> range:
    return range(segments.at(passage.start), segments.at(passage.end - 1) + 1)


def _names(persons: Sequence[PersonSpan], passage: Passage) -> bool:
    return any(p.role not in _OTHERS for p in between(persons, passage.start, passage.end))
