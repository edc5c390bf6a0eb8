"""Assessments in running text: one under each heading, or one in each paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import regex
from docx import Document
from docx.table import Table

from integritetskoll.errors import DraftError
from integritetskoll.review.rows import Columns, Row
from integritetskoll.review.tables import from_table

_HEADING = regex.compile(r"#{1,6} +(?P<title>.+)")
_SHORT = 60
_BLANK = regex.compile(r"\n[ \t]*\n[\s]*")
Block = tuple[bool, str]
"""Whether it's a heading, and its text."""


def from_text(text: str) -> list[Row]:
    """Return one assessment for each heading (Markdown or a short first line) or paragraph."""
    return list(_rows(_text_blocks(text)))


def from_docx(data: BytesIO, name: str, columns: Columns) -> list[Row]:
    """Return the assessments of the tables of a DOCX, or else of its headings or paragraphs."""
    try:
        document = Document(data)
        parts = list(document.iter_inner_content())
        tables = [_cells(part) for part in parts if isinstance(part, Table)]
        blocks = [_paragraph(part) for part in parts if not isinstance(part, Table)]
    except Exception:  # noqa: BLE001 - whatever the library meets in a broken file
        raise DraftError("file_broken", file=name) from None
    found = [row for table in tables for row in from_table(table, columns)]
    return found or list(_rows(block for block in blocks if block[1]))


def _cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def _paragraph(paragraph: object) -> Block:
    text: str = paragraph.text.strip()  # type: ignore[attr-defined]
    style = paragraph.style  # type: ignore[attr-defined]
    title = style is not None and (style.name or "").startswith(("Heading", "Title", "Rubrik"))
    return title, text


def _text_blocks(text: str) -> Iterator[Block]:
    for paragraph in _BLANK.split(text.strip()):
        first, _, rest = paragraph.partition("\n")
        if match := _HEADING.fullmatch(first.strip()):
            yield True, match["title"]
            paragraph = rest  # noqa: PLW2901 - what is left of it
        elif _is_title(first):
            yield True, first.strip()
            paragraph = rest  # noqa: PLW2901
        if paragraph.strip():
            yield False, paragraph.strip()


def _is_title(line: str) -> bool:
    line = line.strip()
    return 0 < len(line) <= _SHORT and line[-1] not in ".!?…,;" and ": " not in line


def _rows(blocks: Iterable[Block]) -> Iterator[Row]:
    listed = list(blocks)
    headed = any(title for title, _ in listed)
    label, body, number = "", list[str](), 0
    for title, text in [*listed, (True, "")]:
        if title:
            if body:
                number += 1
                yield Row(number, "\n\n".join(body), label)
            label, body = text, []
        elif headed and label:
            body.append(text)
        else:
            number += 1
            yield Row(number, text)
