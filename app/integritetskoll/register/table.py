"""A table of persons from a file: CSV as school systems and spreadsheets write it.

Columns in any order, comma or semicolon, UTF-8 with or without a mark, or Windows-1252. Nothing
of a table with a bad row is taken.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from integritetskoll.errors import RegisterError
from integritetskoll.register.person import FIELDS, Person, read_person

MOST_BYTES = 20_000_000


def read_table(raw: bytes) -> list[Person]:
    """Return the persons of a table; raises RegisterError, which names a line and no detail.

    `table_too_large`, `table_not_text`, `table_no_header`, `table_unknown_column`,
    `table_bad_row` (facts: `line` and `why`, the code of an entry's error), `table_empty`.
    """
    if len(raw) > MOST_BYTES:
        raise RegisterError("table_too_large", limit=MOST_BYTES)
    text = _decoded(raw)
    header, rows = _rows(text)
    names = [name.strip().lower() for name in header]
    if not set(names) & set(FIELDS):
        raise RegisterError("table_no_header", known=", ".join(FIELDS))
    if set(names) - {*FIELDS, ""} or len(set(names) - {""}) != len([n for n in names if n]):
        raise RegisterError("table_unknown_column", known=", ".join(FIELDS))
    persons = [_person(names, row, line) for line, row in rows if any(map(str.strip, row))]
    if not persons:
        raise RegisterError("table_empty")
    return persons


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw:
        raise RegisterError("table_not_text")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        raise RegisterError("table_not_text") from None


def _rows(text: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)

    def numbered() -> Iterator[tuple[int, list[str]]]:
        try:
            for row in reader:
                yield reader.line_num, row
        except csv.Error:
            raise _bad(reader.line_num, "entry_row_broken") from None

    rows = numbered()
    header = next((row for _, row in rows if any(row)), [])
    return header, rows


def _person(names: list[str], row: list[str], line: int) -> Person:
    if len(row) > len(names) and any(map(str.strip, row[len(names) :])):
        raise _bad(line, "entry_row_broken")
    given = {name: value for name, value in zip(names, row, strict=False) if name}
    try:
        return read_person(**given)
    except RegisterError as error:
        raise _bad(line, error.code) from None


def _bad(line: int, why: str) -> RegisterError:
    return RegisterError("table_bad_row", line=line, why=why)
