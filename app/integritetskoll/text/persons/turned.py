"""Mentions of persons, and names turned round in rows: "Lind, Elsa" is one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from integritetskoll.text.persons.reading import Reading

_ROW_START = re.compile(r"(?:^|\n)[ \t]*(?:[-*•·]|\d{1,2}[.)]?)?[ \t]*\Z")
_ROW_END = re.compile(r"[ \t]*(?:$|\n|[|;\t(]| [-–] |,? \d)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names somebody: half-open span of the plain text, reason code."""

    start: int
    end: int
    code: str


def turned(reading: Reading, mentions: list[Mention]) -> Iterator[Mention]:
    """Join a surname and the given name after its comma, in a row of its own ("Lind, Elsa")."""
    ordered = sorted(mentions, key=lambda m: m.start)
    place = 0
    while place < len(ordered):
        one = ordered[place]
        other = ordered[place + 1] if place + 1 < len(ordered) else None
        if other and _is_row(reading, one, other):
            yield Mention(one.start, other.end, "person_full_name")
            place += 1
        else:
            yield one
        place += 1


def _is_row(reading: Reading, one: Mention, other: Mention) -> bool:
    text = reading.text
    if text[one.end : other.start] not in {", ", ","}:
        return False
    if not _ROW_START.search(text, max(0, one.start - 12), one.start):
        return False
    first, second = reading.inside(one.start, one.end), reading.inside(other.start, other.end)
    surname, given = reading.known(first[-1]), reading.known(second[0])
    fits = surname.surname > surname.given and given.given >= given.surname
    return fits and bool(_ROW_END.match(text, other.end))
