"""Tables of persons: forms of files that are taken, and rows that stop the whole."""

from __future__ import annotations

from datetime import date

import pytest

from integritetskoll.errors import RegisterError
from integritetskoll.register.person import read_person
from integritetskoll.register.table import read_table

HEAD = "given_name,surname,aliases,personnummer,school,school_class,end_date"
ROW = "Åsa,Kvistlind,Tuffis|Tuff,20100117-2384,Granbackaskolan,7B,2031-06-10"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_forms_of_a_file(encoding: str, delimiter: str, end: str) -> None:
    text = f"{HEAD}\n{ROW}\n\n".replace(",", delimiter).replace("\n", end)
    [person] = read_table(text.encode(encoding))
    assert (person.given_name, person.surname) == ("Åsa", "Kvistlind")
    assert person.aliases == ("Tuffis", "Tuff")
    assert (person.personnummer, person.end_date) == ("1001172384", date(2031, 6, 10))


def test_columns_in_any_order() -> None:
    [person] = read_table(b"surname;given_name\nKvistlind;Tuva\n")
    assert (person.given_name, person.surname) == ("Tuva", "Kvistlind")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "table_no_header"),
        (b"Tuva,Kvistlind\n", "table_no_header"),
        (b"given_name,surname,reason\nTuva,Kvistlind,x\n", "table_unknown_column"),
        (b"given_name,surname,surname\nTuva,Kvistlind,x\n", "table_unknown_column"),
        (HEAD.encode(), "table_empty"),
        ("given_name\nTuva".encode("utf-16"), "table_not_text"),
        (b"given_name,surname\nTuva,\x81\n", "table_not_text"),
    ],
)
def test_files_that_are_refused(raw: bytes, code: str) -> None:
    with pytest.raises(RegisterError) as caught:
        read_table(raw)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Tuva,,,,,,", "entry_too_little"),
        (",Kvistlind,,,,7B,", "entry_too_little"),
        ("Tuva,Kvistlind,,20100117-2385,,,", "entry_number_wrong"),
        ("Tuva,Kvistlind,,hemligt,,,", "entry_number_wrong"),
        ("Tuva,Kvistlind,,,,,snart", "entry_date_wrong"),
        ("7,Kvistlind,,,,,", "entry_name_wrong"),
        (f"{'Tuva' * 60},Kvistlind,,,,,", "entry_too_long"),
        ("Tuva,Kvistlind,,,,,,mer", "entry_row_broken"),
        ('"Tuva,Kvistlind', "entry_row_broken"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_nothing_else(row: str, why: str) -> None:
    with pytest.raises(RegisterError) as caught:
        read_table(f"{HEAD}\n{ROW}\n{row}\n".encode())
    error = caught.value
    assert (error.code, error.facts) == ("table_bad_row", {"line": 3, "why": why})


def test_repr_hides_the_details() -> None:
    person = read_person(given_name="Tuva", surname="Kvistlind", school="Granbackaskolan")
    assert "Tuva" not in repr(person)
    assert "Granbacka" not in repr(person)
