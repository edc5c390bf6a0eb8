"""The review page: one answer for a browser without scripts, lines and files for one with."""

from __future__ import annotations

import io
import json

import pytest
from openpyxl import load_workbook

FILE = "elev;omdöme\nAda;Ada är duktig. Hon löser uppgifter.\nOmar;Omar visar goda kunskaper."
BLOCKED = "\n".join(f"P{n};Barn {n} har skyddad identitet och får inte synas." for n in range(6))
LINES = {"accept": "application/x-ndjson"}


def sent(client, text: str = FILE, *, name: str = "a.csv", headers=None, path="/review", **fields):
    files = {"file": (name, text.encode(), "text/csv")}
    return client.post(path, files=files, data=fields, headers=headers or {})


def last(answer) -> dict:
    return json.loads(answer.text.splitlines()[-1])


def test_the_empty_page(client) -> None:
    page = client.get("/review")
    assert page.status_code == 200
    assert "Granska skriftliga omdömen" in page.text
    assert "Review written assessments" in client.get("/review?lang=en").text


def test_a_file_becomes_a_page_by_need(client) -> None:
    page = sent(client).text
    assert page.index('id="row-0"') < page.index('id="row-1"')
    assert ">duktig</mark>" in page
    assert "Skriv i stället:" in page


def test_lines_say_how_far_and_end_with_the_rows(client) -> None:
    text = "elev;omdöme\n" + "\n".join(f"Elev {n};Eleven räknar med bråk." for n in range(12))
    lines = [json.loads(line) for line in sent(client, text, headers=LINES).text.splitlines()]
    assert [(one["done"], one["total"]) for one in lines] == [(5, 12), (10, 12), (12, 12)]
    assert "rows" not in lines[0]
    assert len(lines[-1]["rows"]) == 12


def test_a_row_is_shown_with_its_place_and_text(client) -> None:
    rows = last(sent(client, headers=LINES))["rows"]
    first = rows[0]
    assert (first["at"], first["row"], first["label"]) == (0, 2, "Ada")
    assert first["text"] == "Ada är duktig. Hon löser uppgifter."
    assert first["report"]["findings"]
    assert set(first["parts"]) == {"content", "verb", "level", "next_step"}


def test_changed_rows_are_judged_and_saved_anew(client) -> None:
    edits = json.dumps({"0": "Eleven löser uppgifter med bråk."})
    rows = {row["at"]: row for row in last(sent(client, headers=LINES, edits=edits))["rows"]}
    assert rows[0]["text"] == "Eleven löser uppgifter med bråk."
    assert not [f for f in rows[0]["report"]["findings"] if f["entity"] == "VALUE_WORD"]
    answer = sent(client, edits=edits, wanted="xlsx")
    assert answer.headers["content-disposition"] == 'attachment; filename="granskning.xlsx"'
    cells = {
        c.value for row in load_workbook(io.BytesIO(answer.content)).worksheets[0] for c in row
    }
    assert "Eleven löser uppgifter med bråk." in cells
    page = sent(client, edits=edits, wanted="html")
    assert "attachment" in page.headers["content-disposition"]
    assert "Eleven löser uppgifter med bråk." in page.text


@pytest.mark.parametrize("headers", [{}, LINES])
def test_a_blocked_row_shows_nothing(client, headers) -> None:
    text = "elev;omdöme\nKim;Kim har skyddad identitet och får inte synas.\nAda;Ada räknar väl."
    answer = sent(client, text, headers=headers).text
    assert "Stoppat" in answer
    assert "Kim" not in answer
    assert "Ada" in answer


@pytest.mark.parametrize("fields", [{}, {"wanted": "xlsx"}, {"wanted": "html"}])
def test_many_blocked_rows_block_the_file(client, fields) -> None:
    answer = sent(client, f"elev;omdöme\n{BLOCKED}\nAda;Ada räknar väl.", **fields)
    if fields.get("wanted") == "xlsx":
        sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
        shown = " ".join(str(c.value) for row in sheet for c in row)
    else:
        shown = answer.text
    assert "Stoppat" in shown
    assert "Ada" not in shown


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Omar.pdf", "%PDF", "Spara den som TXT, CSV, XLSX eller DOCX."),
        ("Omar.csv", "", "Välj en fil först."),
        ("Omar.csv", "a;b\n1;2", "ingen kolumn med omdömen"),
        ("Omar.xlsx", "ingen", "trasig"),
    ],
)
def test_what_can_not_be_read(client, name: str, text: str, sentence: str) -> None:
    answer = sent(client, text, name=name)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Omar" not in answer.text
    as_json = sent(client, text, name=name, headers=LINES)
    assert sentence in as_json.json()["detail"]


@pytest.mark.parametrize("edits", ["[]", "{", '{"a": "b"}', '{"0": 1}', "7", "null"])
def test_changes_that_can_not_be_read(client, edits: str) -> None:
    assert sent(client, edits=edits).status_code == 415


def test_another_kind_of_body(client) -> None:
    assert client.post("/review", data={"file": "x"}).status_code == 415


def test_a_destination_that_does_not_exist(client) -> None:
    assert sent(client, destination="mars").status_code == 422
    assert "detail" in last(sent(client, destination="mars", headers=LINES))


def test_hostile_cells_and_names_are_text(client) -> None:
    attack = '<script>alert("x")</script>{{ 7 * 7331 }}'
    page = sent(client, f"elev;omdöme\n{attack};{attack} duktig elev", name=f"{attack}.csv").text
    assert '<script>alert("x")' not in page
    assert str(7 * 7331) not in page
