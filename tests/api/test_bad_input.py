"""Bad input gets a clear answer: the right status, our own words, nothing of what was sent."""

from __future__ import annotations

import json
import unicodedata

import pytest

from integritetskoll.api.problems import MEDIA_TYPE
from tests.serving import client_of

CHECK = "/api/v1/check/text"
CANARY = "Kanariefågel"
JSON = {"content-type": "application/json"}
TITLES = {
    403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 413: "Content Too Large",
    415: "Unsupported Media Type", 422: "Unprocessable Content",
}  # fmt: skip


def refused(answer, status: int, code: str) -> dict:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert answer.headers["x-content-type-options"] == "nosniff"
    problem = answer.json()
    assert {"type", "title", "status", "detail", "code"} <= set(problem)
    assert problem["status"] == status
    assert problem["title"] == TITLES[status]
    assert problem["code"] == code, problem
    assert CANARY.lower() not in answer.text.lower()
    assert "Traceback" not in answer.text
    return problem


@pytest.mark.parametrize("text", ["", " ", "\n\t \u00a0", "\u2003"])
def test_no_text(client, text: str) -> None:
    problem = refused(client.post(CHECK, json={"text": text}), 422, "empty_text")
    assert [one["pointer"] for one in problem["errors"]] == ["#/text"]


def test_a_text_over_the_limit(client) -> None:
    refused(client.post(CHECK, json={"text": "a" * 200_001}), 413, "text_too_long")


def test_one_megabyte_of_one_character(client) -> None:
    refused(client.post(CHECK, json={"text": "å" * 1_000_000}), 413, "text_too_long")


def test_a_text_at_the_limit_written_in_the_longest_way(checker) -> None:
    client = client_of(checker, max_text=3000)
    body = json.dumps({"text": "😀" * 3000})
    assert len(body) > 36_000
    assert client.post(CHECK, content=body, headers=JSON).status_code == 200


def test_a_body_over_the_limit_is_not_read(checker) -> None:
    client = client_of(checker, max_text=10)
    body = b'{"text": "' + b"a" * 70_000 + b'"}'
    refused(client.post(CHECK, content=body, headers=JSON), 413, "body_too_large")


def test_a_streamed_body_is_counted(checker) -> None:
    client = client_of(checker, max_text=10)
    sent = 0

    def stream():
        nonlocal sent
        for _ in range(200):
            sent += 1
            yield b"a" * 1000

    refused(client.post(CHECK, content=stream(), headers=JSON), 413, "body_too_large")


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[1,", b'{"text": Kanariefagel}', b"nej", b"[" * 100_000, b'{"text": "a\nb"}',
     b"9" * 5000],
    ids=["empty", "open", "list", "bare", "word", "deep", "newline", "long number"],
)  # fmt: skip
def test_broken_json(client, body: bytes) -> None:
    refused(client.post(CHECK, content=body, headers=JSON), 422, "invalid_json")


@pytest.mark.parametrize(
    "body",
    [b'{"text": "Kanariefagel \xff"}', '{"text": "Kanariefågel"}'.encode("latin-1"),
     '{"text": "Kanariefågel"}'.encode("utf-16")],
    ids=["stray byte", "latin-1", "utf-16"],
)  # fmt: skip
def test_invalid_utf8(client, body: bytes) -> None:
    refused(client.post(CHECK, content=body, headers=JSON), 422, "invalid_utf8")


def test_a_byte_order_mark_is_no_part_of_the_body(client) -> None:
    body = b"\xef\xbb\xbf" + json.dumps({"text": "Vi har byggt broar."}).encode()
    assert client.post(CHECK, content=body, headers=JSON).status_code == 200


@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff", r"\ud83d x"])
def test_a_lone_surrogate(client, escape: str) -> None:
    body = f'{{"text": "{CANARY} {escape}"}}'.encode()
    answer = client.post(CHECK, content=body, headers=JSON)
    assert answer.status_code == 422
    assert "lone_surrogate" in answer.text
    assert CANARY not in answer.text


@pytest.mark.parametrize(
    "media_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
     "application/xml", "text/json"],
)  # fmt: skip
def test_a_wrong_content_type(client, media_type: str) -> None:
    body = json.dumps({"text": CANARY})
    answer = client.post(CHECK, content=body, headers={"content-type": media_type})
    refused(answer, 415, "wrong_media_type")


def test_no_content_type(client) -> None:
    request = client.build_request("POST", CHECK, content=b'{"text": "x"}')
    request.headers.pop("content-type", None)
    refused(client.send(request), 415, "wrong_media_type")


def test_a_charset_beside_the_content_type(client) -> None:
    headers = {"content-type": "Application/JSON; charset=UTF-8"}
    body = json.dumps({"text": "Vi har byggt broar."})
    assert client.post(CHECK, content=body, headers=headers).status_code == 200


@pytest.mark.parametrize(("field", "value"), [("destination", CANARY), ("document_type", CANARY)])
def test_an_unknown_name_is_answered_with_the_known_ones(client, field: str, value: str) -> None:
    answer = client.post(CHECK, json={"text": "Hej", "context": {field: value}})
    problem = refused(answer, 422, f"unknown_{field}")
    assert problem["errors"][0]["pointer"] == f"#/context/{field}"
    known = {"destination": "closed_blog", "document_type": "written_assessment"}[field]
    assert known in problem["detail"]


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({}, "#/text", "field_missing"),
        ({"text": None}, "#/text", "field_wrong_type"),
        ({"text": 7}, "#/text", "field_wrong_type"),
        ({"text": [CANARY]}, "#/text", "field_wrong_type"),
        ([], "#", "field_wrong_type"),
        (CANARY, "#", "field_wrong_type"),
        ({"text": "x", CANARY: 1}, "#", "field_unknown"),
        ({"text": "x", "context": {CANARY: 1}}, "#/context", "field_unknown"),
        ({"text": "x", "context": CANARY}, "#/context", "field_wrong_type"),
        ({"text": "x", "context": {"purpose": CANARY}}, "#/context/purpose", "field_not_one_of"),
        ({"text": "x", "context": {"audience": CANARY}}, "#/context/audience", "field_not_one_of"),
        ({"text": "x", "context": {"images_approved": "yes"}}, "#/context/images_approved",
         "field_wrong_type"),
        ({"text": "x", "context": {"school": CANARY * 20}}, "#/context/school", "field_too_long"),
        ({"text": "x", "wording": "de"}, "#/wording", "field_not_one_of"),
        ({"text": "x", "wording": [CANARY]}, "#/wording", "field_not_one_of"),
        ({"text": "x", "ignored": [{"entity": "PERSON"}]}, "#/ignored/0/text", "field_missing"),
        ({"text": "x", "ignored": CANARY}, "#/ignored", "field_wrong_type"),
    ],
)  # fmt: skip
def test_a_field_that_does_not_fit(client, body, pointer: str, code: str) -> None:
    problem = refused(client.post(CHECK, json=body), 422, "invalid_request")
    assert (pointer, code) in {(one["pointer"], one["code"]) for one in problem["errors"]}


def test_an_unknown_purpose_is_answered_with_the_known_ones(client) -> None:
    answer = client.post(CHECK, json={"text": "x", "context": {"purpose": CANARY}})
    assert "needed" in answer.json()["errors"][0]["detail"]


def test_unknown_pages_and_methods(client) -> None:
    refused(client.get(f"/{CANARY}?text={CANARY}"), 404, "not_found")
    answer = client.get(f"{CHECK}?text={CANARY}")
    refused(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "POST"
    refused(client.get("/static/../settings.py"), 404, "not_found")
    refused(client.get("/api/v1/policy", params={"wording": CANARY}), 422, "invalid_request")


def test_the_answer_comes_in_the_language_that_was_asked_for(client) -> None:
    swedish = client.post(CHECK, json={"text": ""})
    assert swedish.json()["detail"] == "Det finns ingen text att kontrollera."
    english = "There is no text to check."
    accept = {"accept-language": "en-GB,en;q=0.9,sv;q=0.1"}
    assert client.post(CHECK, json={"text": "", "wording": "en"}).json()["detail"] == english
    assert client.post(CHECK, json={"text": ""}, headers=accept).json()["detail"] == english
    both = client.post(CHECK, json={"text": "", "wording": "sv"}, headers=accept)
    assert both.json() == swedish.json()
    assert "body" in client.post(CHECK, content=b"{", headers={**JSON, **accept}).json()["detail"]


@pytest.mark.parametrize(
    "odd",
    ["\0", "\x01\x02\x1b[31m", "\u202e", "\u200f", "😀👩‍👩‍👧", "\u200b\u00ad",
     "\r\n\r\n", "e\u0301", "\ufeff", "\U0010ffff", "\ufffe"],
    ids=["NUL", "control", "override", "right to left", "emoji", "invisible", "CRLF", "combining",
         "mark", "last", "noncharacter"],
)  # fmt: skip
def test_odd_characters_move_no_offset(client, odd: str) -> None:
    text = f"{odd} Ring mamma på 070-174 06 05 {odd} i kväll. {odd}"
    answer = client.post(CHECK, json={"text": text})
    assert answer.status_code == 200, answer.text
    (phone,) = [f for f in answer.json()["findings"] if f["entity"] == "PHONE_NUMBER"]
    assert text[phone["start"] : phone["end"]] == "070-174 06 05"


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["-", "1", "0", " ", "a", "A", "å ", "1-", "@", "\u2013", "7B "])
def test_200_000_characters_of_one_kind_are_answered(client, unit: str) -> None:
    text = (unit * 200_000)[:199_999] + "x"
    assert client.post(CHECK, json={"text": text}).status_code in {200, 413}


def test_normalization_is_not_asked_of_the_caller(client) -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Åsa bor här. Ring henne på 070-174 06 05.")
        findings = client.post(CHECK, json={"text": text}).json()["findings"]
        spans = {text[f["start"] : f["end"]] for f in findings}
        assert "070-174 06 05" in spans
