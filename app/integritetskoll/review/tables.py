"""Assessments in a table: the column is found by its heading, or chosen by heading or number."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO

import regex
from openpyxl import load_workbook

from integritetskoll.errors import DraftError
from integritetskoll.review.rows import Columns, Row

Table = Sequence[Sequence[str]]
_TEXT = regex.compile(
    r"(?:(?:skriftlig\w*|lärar\w*|mentor\w*|pedagog\w*|teacher'?s?|ditt|ert|vårt) )?+"
    r"(?:\w*(?:omdöme|kommentar)|(?:kunskaps|slut|lärar)?bedömning|fritext|text|iup|återkoppling"
    r"|feedback|respons|motivering|utvärdering|kunskapsutveckling|assessment|comment)"
    r"(?:n|na|t|ar|arna|er|en)?(?:s?text(?:en|er)?|s)?\b.*",
    regex.IGNORECASE,
)
_LABEL = regex.compile(
    r"(?:elev(?:en|ens|s)?[ _-]?(?:namn)?|(?:för|hela|full)?(?:namn|name)|barn(?:et|ets)?(?:namn)?"
    r"|pupil|student)\b.*",
    regex.IGNORECASE,
)
_HEADINGS = 10
"""Rows in which the headings are looked for."""
_SHORT = 60
"""Letters of the longest heading."""
_RUNNING = 30
"""Letters that the cells of a column of texts have on average, where there are no headings."""
_FIELD = 1_000_000


def from_xlsx(data: BytesIO, name: str, columns: Columns) -> list[Row]:
    """Return the assessments of every sheet that has such a column; read cell by cell."""
    try:
        book = load_workbook(data, read_only=True, data_only=True, keep_links=False)
        sheets = [(sheet.title, _cells(sheet)) for sheet in book.worksheets]
    except Exception:  # noqa: BLE001 - whatever the library meets in a broken file
        raise DraftError("file_broken", file=name) from None
    found = [row for title, table in sheets for row in from_table(table, columns, part=title)]
    if not found and any(table for _, table in sheets):
        raise DraftError("column_missing", file=name)
    return found


def from_csv(text: str, name: str, columns: Columns) -> list[Row]:
    """Return the assessments of a CSV file with commas, semicolons or tabs."""
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    csv.field_size_limit(_FIELD)
    try:
        table = list(csv.reader(StringIO(text), delimiter=delimiter))
    except csv.Error:
        raise DraftError("file_broken", file=name) from None
    found = from_table(table, columns)
    if not found and any(any(cell.strip() for cell in row) for row in table):
        raise DraftError("column_missing", file=name)
    return found


def from_table(table: Table, columns: Columns, *, part: str = "") -> list[Row]:
    """Return the assessments of one table; several columns of texts give several of a row."""
    start, texts, label = _places(table, columns)
    several = len(texts) > 1
    return [
        Row(number, row[at].strip(), _cell(row, label), heading if several else part)
        for number, row in enumerate(table[start:], start + 1)
        for at, heading in texts.items()
        if at < len(row) and row[at].strip()
    ]


def _cells(sheet: object) -> list[list[str]]:
    rows = sheet.iter_rows(values_only=True)  # type: ignore[attr-defined]
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _places(table: Table, columns: Columns) -> tuple[int, dict[int, str], int | None]:
    """The first row of texts, the columns of texts with their headings, that of labels."""
    for number, row in enumerate(table[:_HEADINGS]):
        texts = dict(_matching(row, columns.text, _TEXT))
        if texts:
            label = next((at for at, _ in _matching(row, columns.label, _LABEL)), None)
            return number + 1, texts, label if label not in texts else None
    if columns.text.isdecimal():
        return 0, {int(columns.text) - 1: ""}, None
    return 0, {} if columns.text else _running(table), None


def _matching(
    row: Sequence[str], chosen: str, usual: regex.Pattern[str]
) -> Iterator[tuple[int, str]]:
    for at, cell in enumerate(row):
        heading = " ".join(cell.split())
        if not heading or len(heading) > _SHORT:
            continue
        same = heading.casefold() == chosen.casefold() or chosen == str(at + 1)
        if same if chosen else usual.fullmatch(heading):
            yield at, heading


def _running(table: Table) -> dict[int, str]:
    """The column of longest texts, where the table has no headings that we know."""
    width = max((len(row) for row in table), default=0)
    lengths = {
        at: sum(len(row[at]) for row in table if at < len(row)) / len(table) for at in range(width)
    }
    best = max(lengths, key=lengths.__getitem__, default=None)
    return {} if best is None or lengths[best] < _RUNNING else {best: ""}
