"""Small files of assessments, made in memory. Every person is invented."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from xlsxwriter import Workbook

BAD = "Nora är lat men smart och stör ofta."
GOOD = "Ravi visar goda kunskaper om bråk och löser textuppgifter. Nästa steg är procent."
HINT = "Kim har skyddad identitet och får inte synas på bilder."
TABLE = [["Namn", "Klass", "Omdöme"], ["Nora", "6A", BAD], ["Ravi", "6A", GOOD]]


def xlsx(table: list[list[str]], *more: list[list[str]]) -> bytes:
    target = BytesIO()
    book = Workbook(target, {"in_memory": True})
    for number, one in enumerate([table, *more]):
        sheet = book.add_worksheet(f"Blad {number}")
        for line, row in enumerate(one):
            for at, cell in enumerate(row):
                sheet.write_string(line, at, cell)
    book.close()
    return target.getvalue()


def csv(table: list[list[str]], delimiter: str = ";") -> bytes:
    return "\n".join(delimiter.join(row) for row in table).encode()


def docx(*parts: tuple[str, str]) -> bytes:
    """Parts are ("h" or "p", text)."""
    document = Document()
    for kind, text in parts:
        document.add_heading(text, 1) if kind == "h" else document.add_paragraph(text)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def docx_table(table: list[list[str]]) -> bytes:
    document = Document()
    made = document.add_table(len(table), len(table[0]))
    for line, row in enumerate(table):
        for at, cell in enumerate(row):
            made.cell(line, at).text = cell
    target = BytesIO()
    document.save(target)
    return target.getvalue()
