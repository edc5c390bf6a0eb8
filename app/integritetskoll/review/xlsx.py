"""A review as an XLSX workbook, made in memory: the rows by need, and a chart of what was found.

Cells are written as strings, so that no text of a file becomes a formula in the reader's program.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from integritetskoll.domain.finding import Severity
from integritetskoll.report.marks import pieces
from integritetskoll.report.wording import Wording
from integritetskoll.review.run import FileReview, Reviewed
from integritetskoll.review.told import COLUMNS, class_name, told

_WIDTHS = (7, 16, 20, 14, 70, 10, 10, 10, 10, 60)
_TEXT = 4
_CELL = 32_000
"""Characters that a cell may hold, a little under the format's own limit."""
_COLOURS = {Severity.LOW: "#0b6e99", Severity.MEDIUM: "#9a5b00", Severity.HIGH: "#b3261e"}


def to_xlsx(done: FileReview, words: Wording) -> bytes:
    """Return the workbook of a review."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": words.text("review", "title"), "author": "Integritetskoll"})
    _rows(book, done, words)
    _classes(book, done, words)
    book.close()
    return target.getvalue()


def _rows(book: Any, done: FileReview, words: Wording) -> None:
    sheet = book.add_worksheet(words.text("review", "sheet_rows"))
    bold = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    styles = {
        severity: book.add_format({"font_color": colour, "bold": True, "underline": 1})
        for severity, colour in _COLOURS.items()
    }
    for at, (column, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width, wrap)
        sheet.write_string(0, at, words.text("review", column), bold)
    sheet.freeze_panes(1, 0)
    if done.blocked:
        sheet.write_string(1, 0, words.text("blocked", "summary"), wrap)
        return
    for line, one in enumerate(done.by_need, 1):
        for at, cell in enumerate(told(one, words)):
            if at == _TEXT:
                _marked(sheet, (line, at), one, wrap, styles)
            else:
                sheet.write_string(line, at, cell[:_CELL], wrap)
    sheet.autofilter(0, 0, max(1, len(done.rows)), len(COLUMNS) - 1)


def _marked(
    sheet: Any, place: tuple[int, int], one: Reviewed, wrap: Any, styles: dict[Severity, Any]
) -> None:
    """Write a text with its findings coloured and underlined."""
    text = one.row.text[:_CELL]
    findings = list(one.report.findings) if one.report else []
    rich: list[Any] = []
    for piece in pieces(text, [f for f in findings if (f.end or 0) <= len(text)]):
        if piece.severity is not None:
            rich.append(styles[piece.severity])
        rich.append(piece.text)
    if len(rich) <= 2 or sheet.write_rich_string(*place, *rich, wrap) != 0:  # noqa: PLR2004
        sheet.write_string(*place, text, wrap)


def _classes(book: Any, done: FileReview, words: Wording) -> None:
    name = words.text("review", "sheet_classes")
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 40)
    for line, (entity, code, count) in enumerate(done.classes):
        sheet.write_string(line, 0, class_name(entity, code, words))
        sheet.write_number(line, 1, count)
    if not done.classes:
        return
    last = len(done.classes) - 1
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {"categories": [name, 0, 0, last, 0], "values": [name, 0, 1, last, 1],
         "data_labels": {"value": True}}
    )  # fmt: skip
    chart.set_title({"name": words.text("review", "chart")})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    sheet.insert_chart("D2", chart)
