"""`POST /api/v1/review`: rows out of a file, and clear answers to what is none."""

from __future__ import annotations

import json

import pytest

from integritetskoll.api.review import ReviewOut
from tests.review.files import BAD, GOOD, HINT, TABLE, csv, xlsx

REVIEW = "/api/v1/review"


def send(client, data: bytes, name: str, **fields: str):
    return client.post(REVIEW, files={"file": (name, data)}, data=fields)


@pytest.mark.parametrize(("data", "name"), [(csv(TABLE), "a.csv"), (xlsx(TABLE), "a.xlsx")])
def test_rows(client, data: bytes, name: str) -> None:
    answer = send(client, data, name).json()
    ReviewOut.model_validate(answer, extra="forbid")
    assert answer["verdict"] == "review"
    assert [row["row"] for row in answer["rows"]] == [2, 3]
    first = answer["rows"][0]["report"]
    assert {f["source"]["kind"] for f in first["findings"]} == {"row"}
    assert BAD[first["findings"][1]["start"] :].startswith("lat")
    assert answer["rows"][1]["criteria"]["tied"]


def test_a_context_a_column_and_the_language(client) -> None:
    context = json.dumps({"destination": "vklass", "document_type": "written_assessment"})
    data = csv([["Namn", "Text", "Annat"], ["Nora", GOOD, BAD]])
    answer = send(client, data, "a.csv", context=context, column="Annat", wording="en").json()
    assert answer["rows"][0]["report"]["summary"].startswith("Look it over")


def test_many_blocked_rows_block_the_file(client) -> None:
    answer = send(client, csv([["Text"], *[[HINT]] * 6]), "a.csv").json()
    assert answer["verdict"] == "blocked"
    assert answer["rows"] == []


@pytest.mark.parametrize(
    ("name", "data", "fields", "code"),
    [("Kanariefågel.xlsx", b"x", {}, "file_broken"),
     ("Kanariefågel.pdf", b"x", {}, "file_kind_unknown"),
     ("a.csv", b"Kanariefagel;b\nc;d", {}, "column_missing"),
     ("a.csv", b"Text\nHej", {"context": "{"}, "invalid_request"),
     ("a.csv", b"Text\nHej", {"context": '{"x": 1}'}, "invalid_request"),
     ("a.csv", b"Text\nHej", {"wording": "fi"}, "invalid_request"),
     ("a.csv", b"Text\nHej", {"context": '{"destination": "nowhere"}'}, "unknown_destination")],
)  # fmt: skip
def test_what_cannot_be_reviewed(client, name, data, fields, code) -> None:
    answer = send(client, data, name, **fields)
    assert answer.status_code == 422, answer.text
    assert answer.json()["code"] == code
    assert "kanarie" not in answer.text.lower()


def test_another_media_type_or_no_file(client) -> None:
    assert client.post(REVIEW, json={"text": "x"}).status_code == 415
    assert client.post(REVIEW, files={"other": ("a.csv", b"x")}).json()["code"] == "upload_missing"


def test_a_body_over_the_limit(client) -> None:
    assert send(client, b"x" * 3_000_000, "a.csv").status_code == 413
