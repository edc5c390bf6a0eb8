"""Bulk: five or more persons with an attribute each is a register (catalogue, section 13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.plain.segments import Segments

ROW = 120
"""Characters that a row of a list has at most; longer lines are prose."""
_OUTSIDE = frozenset({Role.STAFF, Role.FICTION, Role.PUBLIC})
_NO_ATTRIBUTE = frozenset({Entity.PERSON, Entity.SCHOOL_CLASS, Entity.SCHOOL, Entity.LOCATION})
_CELL = regex.compile(r"[:|;\t=]|\d|(?: [-–] )|\(")


def persons_with_attribute(
    text: str, findings: Iterable[Finding], segments: Segments, *, listed: bool
) -> int:
    """Return how many persons of a plain text stand with an attribute each.

    An attribute is another finding of the same segment, or a cell of a row or list line.
    `listed`: the writer says that it is a list, which makes every person a row of it.
    """
    persons: dict[int, set[int]] = defaultdict(set)
    attributes: dict[int, int] = defaultdict(int)
    for finding in findings:
        if finding.start is None:
            continue
        segment = segments.at(finding.start)
        if finding.entity == Entity.PERSON and finding.role not in _OUTSIDE:
            persons[segment].add(-1 if finding.person is None else finding.person)
        elif finding.entity not in _NO_ATTRIBUTE:
            attributes[segment] += 1
    counted: set[int] = set()
    for segment, bearers in persons.items():
        if (
            listed
            or attributes[segment] >= max(1, len(bearers) // 2)
            or _is_row(text, segments, segment, len(bearers))
        ):
            counted |= bearers
    return len(counted)


def _is_row(text: str, segments: Segments, index: int, bearers: int) -> bool:
    segment = segments.items[index]
    line = text[segment.start : segment.end].strip()
    alone = segment.start == 0 or text[segment.start - 1] == "\n"
    return alone and bearers == 1 and len(line) < ROW and bool(_CELL.search(line, 2))
