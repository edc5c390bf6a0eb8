"""`review`: a table, an XLSX, a page or JSON, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.review.files import BAD, GOOD, HINT, TABLE, csv, xlsx


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "klass.csv"
    path.write_bytes(csv(TABLE))
    return str(path)


def test_a_table_and_the_exit_code_of_the_worst(run, table: str) -> None:
    done = run("review", table)
    assert done.code == 1
    assert "SE ÖVER" in done.out.upper()
    assert "lat" in done.out


def test_reports_are_written_where_asked(run, table: str, tmp_path: Path) -> None:
    book, page = tmp_path / "ut.xlsx", tmp_path / "ut.html"
    assert run("review", table, "--xlsx", str(book), "--html", str(page)).code == 1
    assert book.read_bytes().startswith(b"PK")
    assert "<mark" in page.read_text("utf-8")


def test_json_of_several_files(run, table: str, tmp_path: Path) -> None:
    other = tmp_path / "b.xlsx"
    other.write_bytes(xlsx([["Elev", "Text"], ["Ravi", GOOD]]))
    done = run("review", table, str(other), "--json")
    whole = json.loads(done.out)
    assert [one["file"] for one in whole] == ["klass.csv", "b.xlsx"]
    assert whole[0]["rows"][0]["report"]["findings"][0]["source"] == {"kind": "row", "row": 2}


def test_a_broken_file_is_one_clear_line_and_the_others_go_on(run, table, tmp_path) -> None:
    broken = tmp_path / "c.xlsx"
    broken.write_bytes(b"nothing")
    done = run("review", str(broken), table)
    assert done.code == 65
    assert "c.xlsx" in done.error
    assert "lat" in done.out


def test_many_blocked_rows_block_the_file(run, tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(csv([["Namn", "Text"], *[["Kim", HINT]] * 6, ["Nora", BAD]]))
    done = run("review", str(path))
    assert done.code == 3
    assert "Nora" not in done.out


@pytest.mark.parametrize("option", ["--column", "--label"])
def test_columns_may_be_chosen(run, tmp_path: Path, option: str) -> None:
    path = tmp_path / "e.csv"
    path.write_bytes(csv([["Vem", "Text", "Annat"], ["Nora", GOOD, BAD]]))
    done = run("review", str(path), option, "Annat" if option == "--column" else "Vem")
    assert done.code == (1 if option == "--column" else 0)
