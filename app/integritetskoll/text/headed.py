"""A list item, row or note line belongs to the name above it, a heading to the name below."""

from __future__ import annotations

from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.segments import Kind, Segment
from integritetskoll.text.frames import REACH
from integritetskoll.text.view import PersonSpan, Tie, View, between, is_line

LIST = 12
"""Lines between a list item and the name above the list."""
_BESIDE = 16
"""Characters that a heading may have beside the name in it."""


def under_heading(seen: View) -> Tie | None:
    """Tie a list item, row or note line to the name above it, a heading to the name below."""
    if not is_line(seen, seen.at):
        return None
    person = _above(seen) or _below(seen)
    return Tie(Link.NAMED, person.index) if person else None


def _above(seen: View) -> PersonSpan | None:
    kind = seen.segment.kind
    for at in range(seen.at - 1, max(-1, seen.at - LIST - 1), -1):
        segment = seen.segments.items[at]
        person = _first_in(seen, segment)
        line = seen.text[segment.start : segment.end].strip()
        if person and segment.kind is kind and kind is not Kind.SENTENCE:
            return None  # a sibling of the list, not its heading
        if person:
            beside = len(line) - (person.end - person.start)
            return person if beside <= _BESIDE or line.endswith(":") else None
        if segment.kind is Kind.SENTENCE and (line.endswith(":") or not is_line(seen, at)):
            return None
    return None


def _below(seen: View) -> PersonSpan | None:
    if seen.at + 1 >= len(seen.segments.items):
        return None
    below = seen.segments.items[seen.at + 1]
    person = _first_in(seen, below)
    if person is None or below.paragraph > seen.segment.paragraph + 1:
        return None
    begins = person.start - below.start - _indent(seen.text, below) <= 1
    return person if is_line(seen, seen.at + 1) and (begins or below.kind is Kind.ROW) else None


def _indent(text: str, segment: Segment) -> int:
    line = text[segment.start : segment.end]
    return len(line) - len(line.lstrip(" \t-*•·–0123456789.)|"))


def _first_in(seen: View, segment: Segment) -> PersonSpan | None:
    found = between(seen.persons, segment.start, min(segment.end, segment.start + REACH))
    return next((p for p in found if p.role not in {Role.FICTION, Role.STAFF}), None)
