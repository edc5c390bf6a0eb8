"""Files to rows: columns and headings by name or choice, clear errors for the rest."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integritetskoll.errors import DraftError
from integritetskoll.review import rows as reading
from integritetskoll.review.rows import OLE, Columns, read_rows
from tests.review.files import BAD, GOOD, TABLE, csv, docx, docx_table, xlsx

FOUND = [(2, BAD, "Nora"), (3, GOOD, "Ravi")]


def read(data: bytes, name: str, **columns: str) -> list[tuple[int, str, str]]:
    return [(r.number, r.text, r.label) for r in read_rows(data, name, Columns(**columns))]


@pytest.mark.parametrize(
    ("data", "name"),
    [(csv(TABLE), "a.csv"), (csv(TABLE, ","), "a.CSV"), (csv(TABLE, "\t"), "a.csv"),
     (b"\xef\xbb\xbf" + csv(TABLE), "a.csv"), (xlsx(TABLE), "a.xlsx"),
     (docx_table(TABLE), "a.docx")],
)  # fmt: skip
def test_a_table_by_its_headings(data: bytes, name: str) -> None:
    assert read(data, name) == FOUND


def test_a_table_as_swedish_excel_saves_it() -> None:
    table = "Namn;Omdöme\r\nÅsa;Åsa räknar på egen hand – även bråk.\r\n"
    (row,) = read_rows(table.encode("cp1252"), "a.csv", Columns())
    assert "Åsa räknar på egen hand – även bråk." in row.text


def test_headings_may_stand_lower_and_columns_may_be_chosen() -> None:
    table = [["Klass 6A", "", ""], ["Vem", "Klass", "Vad"], ["Nora", "6A", BAD]]
    assert read(csv(table), "a.csv", text="vad", label="Vem") == [(3, BAD, "Nora")]
    assert read(csv(table), "a.csv", text="3")[-1][1] == BAD


@pytest.mark.parametrize(
    "heading",
    ["Lärarens kommentar", "Lärarkommentar", "Omdömestext", "Skriftligt omdöme", "Ämneskommentar",
     "Mentors omdöme", "Kunskapsbedömning", "Omdöme matematik", "Kommentarer", "Feedback", "IUP"],
)  # fmt: skip
@pytest.mark.parametrize("label", ["Elevnamn", "Elev", "Elevens namn", "Namn", "Förnamn"])
def test_headings_as_schools_write_them(heading: str, label: str) -> None:
    data = f"Klass;{label};{heading}\n7B;Nora;Löser ekvationer\n".encode()
    (row,) = read_rows(data, "a.csv", Columns())
    assert (row.label, row.text) == ("Nora", "Löser ekvationer")


@pytest.mark.parametrize("heading", ["Klass", "Kontext", "Personnummer", "Mejl", "Kontaktperson"])
def test_other_headings_name_no_texts(heading: str) -> None:
    data = f"Elev;{heading};Omdöme\nNora;x;Löser ekvationer\n".encode()
    assert len(read_rows(data, "a.csv", Columns())) == 1


def test_every_sheet_and_every_column_of_texts() -> None:
    several = [["Elev", "Omdöme svenska", "Omdöme matematik"], ["Nora", BAD, GOOD]]
    found = read_rows(xlsx(TABLE, several), "a.xlsx", Columns())
    assert [r.part for r in found] == ["Blad 0", "Blad 0", "Omdöme svenska", "Omdöme matematik"]


def test_without_headings_the_column_of_running_texts() -> None:
    assert read(csv([["Nora", BAD], ["Ravi", GOOD]]), "a.csv") == [(1, BAD, ""), (2, GOOD, "")]


def test_a_quoted_cell_of_several_lines() -> None:
    assert read(b'Namn,Text\nNora,"En rad.\nEn till."\n', "a.csv")[0][1] == "En rad.\nEn till."


@pytest.mark.parametrize(
    "data",
    [f"# Nora\n\n{BAD}\n\n# Ravi\n\n{GOOD}\n".encode(), f"Nora\n{BAD}\n\nRavi\n{GOOD}".encode(),
     f"Nora\r\n\r\n{BAD}\r\n\r\nRavi\r\n\r\n{GOOD}".encode()],
)  # fmt: skip
def test_a_text_by_its_headings(data: bytes) -> None:
    assert read(data, "a.txt") == [(1, BAD, "Nora"), (2, GOOD, "Ravi")]


def test_a_text_by_its_paragraphs() -> None:
    assert read(f"{BAD}\n\n\n{GOOD}".encode(), "a.txt") == [(1, BAD, ""), (2, GOOD, "")]


def test_a_document_by_its_headings() -> None:
    data = docx(("h", "Nora"), ("p", BAD), ("p", "Mer."), ("h", "Ravi"), ("p", GOOD))
    assert read(data, "a.docx") == [(1, f"{BAD}\n\nMer.", "Nora"), (2, GOOD, "Ravi")]


def encrypted() -> bytes:
    return OLE + b"\0" * 100 + "EncryptedPackage".encode("utf-16-le")


def locked_zip() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("a", "b")
    data = bytearray(target.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [(encrypted(), "a.xlsx", "file_password"), (encrypted(), "a.docx", "file_password"),
     (locked_zip(), "a.xlsx", "file_password"), (OLE + b"x" * 600, "a.xlsx", "file_kind_unknown"),
     (b"PK\x03\x04 not quite", "a.xlsx", "file_broken"),
     (xlsx(TABLE)[:900], "a.xlsx", "file_broken"),
     (docx(("p", BAD)), "a.xlsx", "file_broken"), (xlsx(TABLE), "a.docx", "file_broken"),
     (b"", "a.xlsx", "file_broken"), (xlsx(TABLE), "a.csv", "file_binary"),
     ("Omdöme\nåäö".encode("latin-1"), "a.txt", "file_not_utf8"),
     ("Omdöme\nåäö".encode("latin-1") + b"\x81", "a.csv", "file_not_utf8"),
     ("Omdöme".encode("utf-16"), "a.txt", "file_utf16"), (b"x", "a.pdf", "file_kind_unknown"),
     (b"", "a.txt", "file_without_rows"), (b"Namn;Klass\nNora;6A", "a.csv", "column_missing"),
     (xlsx([["Namn"], ["Nora"]]), "a.xlsx", "column_missing")],
)  # fmt: skip
def test_what_cannot_be_read_has_its_code(data: bytes, name: str, code: str) -> None:
    with pytest.raises(DraftError) as raised:
        read_rows(data, name, Columns())
    assert raised.value.code == code
    assert "Nora" not in str(raised.value)


def test_a_file_that_grows_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_UNPACKED", 100)
    with pytest.raises(DraftError) as raised:
        read_rows(xlsx(TABLE), "a.xlsx", Columns())
    assert raised.value.code == "file_too_large"


@given(st.binary(max_size=300), st.sampled_from([".csv", ".xlsx", ".docx", ".txt"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_rows_or_an_error_of_ours(data: bytes, ending: str) -> None:
    rows = []
    with suppress(DraftError):
        rows = read_rows(data, f"a{ending}", Columns())
    assert all(row.text.strip() for row in rows)
