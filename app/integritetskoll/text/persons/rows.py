"""Lists and tables: where one row names somebody, the rows beside it do as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

import regex

from integritetskoll.text.persons.reading import Reading

Run = tuple[int, int]
_LINE = re.compile(r"[^\n]+")
_SEPARATOR = regex.compile(r"[|\t;:,]| [-–] | {2,}|\s[\d(]")
_MOST_WORDS = 4
_MOST_CELLS = 8
_SHARE = 0.6


def listed(reading: Reading, accepted: Set[int]) -> Iterator[Run]:
    """Yield the names in columns of rows, where `accepted` words name somebody in that column."""
    if "\n" not in reading.text:
        return
    block: list[list[Run | None]] = []
    last_end = -1
    for match in _LINE.finditer(reading.text):
        cells = _cells(reading, *match.span())
        if match.start() != last_end + 1 or not any(cells):
            yield from _columns(reading, block, accepted)
            block = []
        if any(cells):
            block.append(cells)
        last_end = match.end()
    yield from _columns(reading, block, accepted)


def _cells(reading: Reading, start: int, end: int) -> list[Run | None]:
    """The names a row may hold, one per cell; None for a cell that holds something else."""
    cells: list[Run | None] = []
    place = start
    for match in _SEPARATOR.finditer(reading.text, start, end):
        cells.append(_cell(reading, place, match.start()))
        place = match.end()
        if len(cells) == _MOST_CELLS:
            return cells
    cells.append(_cell(reading, place, end))
    return cells


def _cell(reading: Reading, start: int, end: int) -> Run | None:
    inside = reading.inside(start, end)
    if not 0 < len(inside) <= _MOST_WORDS or not reading.could_be(inside[0]):
        return None
    if not all(reading.could_be(i) or len(reading.words[i].text) == 1 for i in inside):
        return None
    return inside[0], inside[-1]


def _columns(reading: Reading, block: list[list[Run | None]], accepted: Set[int]) -> Iterator[Run]:
    if len(block) < 2:  # noqa: PLR2004
        return
    for column in range(max(map(len, block))):
        cells = [row[column] for row in block if column < len(row)]
        runs = [cell for cell in cells if cell]
        sure = sum(run[0] in accepted for run in runs)
        if sure and len(runs) >= _SHARE * len(cells) and 2 * sure >= len(runs) - 1:
            heading = block[0][column] if column < len(block[0]) else None
            yield from (run for run in runs if _named(reading, run, heading=run == heading))


def _named(reading: Reading, run: Run, *, heading: bool) -> bool:
    """Whether a cell holds a name, or a word that nobody knows and that is no heading."""
    if any(reading.known(index).any_name for index in range(run[0], run[1] + 1)):
        return True
    return not heading and not reading.known(run[0]).common
