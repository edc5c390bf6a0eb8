"""Cells under a heading: a list of accounts says "Lösenord" once and gives thirty of them.

Rows as they come from a spreadsheet or a mail: tabs, semicolons, Markdown bars or slashes.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

SEPARATORS = ("\t", ";", "|", " / ")
EMPTY = frozenset(" -|:")


def cells_under(text: str, heading: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the half-open spans of the cells below each heading that `heading` matches whole."""
    columns: list[int] = []
    separator = ""
    start = 0
    for line in text.split("\n"):
        if not columns:
            separator = next((s for s in SEPARATORS if s in line), "")
            cells = line.lower().split(separator) if separator else []
            columns = [n for n, cell in enumerate(cells) if heading.fullmatch(cell.strip(" *"))]
        elif separator not in line:
            columns = []
        else:
            yield from _cells(line, start, separator, columns)
        start += len(line) + 1


def _cells(line: str, start: int, separator: str, columns: list[int]) -> Iterator[tuple[int, int]]:
    place = start
    for number, cell in enumerate(line.split(separator)):
        if number in columns and not set(cell) <= EMPTY:
            left = place + len(cell) - len(cell.lstrip())
            yield left, left + len(cell.strip())
        place += len(cell) + len(separator)
