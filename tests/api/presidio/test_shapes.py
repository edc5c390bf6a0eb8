"""Answers that fit what the schema says, and a caller's mistakes in Presidio's form."""

from __future__ import annotations

import json
import time

import pytest

from integritetskoll.api.presidio import models
from tests.api.presidio.test_protocol import HINT, REPLACE, TEXT, analyze


def test_answers_fit_their_models(client) -> None:
    rows = analyze(client, return_decision_process=True).json()
    for row in [*rows, *analyze(client, HINT).json()]:
        models.RecognizerResult.model_validate(row, extra="forbid")
    done = client.post("/anonymize", json={"text": TEXT, "analyzer_results": rows}).json()
    models.AnonymizeAnswer.model_validate(done, extra="forbid")
    assert len(done["items"]) == len(rows)


CANARY = "Kanariefågel"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/analyze", {}, 400),
        ("/analyze", {"text": CANARY}, 400),
        ("/analyze", {"language": "sv"}, 400),
        ("/analyze", {"text": "", "language": "sv"}, 400),
        ("/analyze", {"text": [], "language": "sv"}, 400),
        ("/analyze", {"text": CANARY, "language": ""}, 400),
        ("/analyze", {"text": 7, "language": "sv"}, 422),
        ("/analyze", {"text": CANARY, "language": 7}, 422),
        ("/analyze", {"text": CANARY, "language": "sv", "score_threshold": CANARY}, 422),
        ("/analyze", {"text": CANARY, "language": "sv", "entities": CANARY}, 422),
        ("/analyze", {"text": CANARY, "language": "sv", "allow_list": ["("],
                      "allow_list_match": "regex"}, 422),
        ("/analyze", {"text": CANARY, "language": "sv", "ad_hoc_recognizers": [
            {"supported_entity": "X", "patterns": [{"regex": "((", "score": 1}]}]}, 422),
        ("/analyze", {"text": "å" * 200_001, "language": "sv"}, 413),
        ("/analyze", {"text": ["å" * 150_000] * 2, "language": "sv"}, 413),
        ("/analyze", {"text": "å" * 3_000_000, "language": "sv"}, 413),
        ("/analyze", [CANARY], 422),
        ("/anonymize", {"text": CANARY}, 400),
        ("/anonymize", {"text": CANARY, "analyzer_results": [
            {"start": 0, "end": 99, "score": 1, "entity_type": "X"}]}, 422),
        ("/anonymize", {"text": CANARY, "analyzer_results": [
            {"start": 3, "end": 3, "score": 1, "entity_type": "X"}]}, 422),
        ("/anonymize", {**REPLACE, "anonymizers": {"DEFAULT": {"type": "custom"}}}, 422),
        ("/anonymize", {**REPLACE, "anonymizers": {"DEFAULT": {"type": CANARY}}}, 422),
        ("/anonymize", {**REPLACE, "anonymizers": {"DEFAULT": {"type": "mask"}}}, 422),
        ("/anonymize", {**REPLACE, "anonymizers": {"DEFAULT": {
            "type": "encrypt", "key": CANARY}}}, 422),
    ],
)  # fmt: skip
def test_a_callers_mistakes_are_told_in_presidios_form(client, path, body, status) -> None:
    answer = client.post(path, json=body)
    assert answer.status_code == status, answer.text
    assert list(answer.json()) == ["error"]
    assert CANARY not in json.dumps(answer.json(), ensure_ascii=False)


def test_bodies_that_are_no_json(client) -> None:
    kind = {"content-type": "application/json"}
    for raw, headers, status in (
        (b"{", kind, 400),
        (b"[" * 100_000, kind, 400),
        (b'{"text": "\xff", "language": "sv"}', kind, 400),
        (b'{"text": "\\ud800", "language": "sv"}', kind, 422),
        (b"text=hej", {"content-type": "application/x-www-form-urlencoded"}, 415),
    ):
        answer = client.post("/analyze", content=raw, headers=headers)
        assert (answer.status_code, list(answer.json())) == (status, ["error"])


def test_a_callers_expression_may_not_keep_everybody_waiting(client) -> None:
    slow = [{"supported_entity": "X", "patterns": [{"regex": "(?:a|aa|a?)+$", "score": 1}]}]
    started = time.monotonic()
    answer = analyze(client, "a" * 5000 + "b", ad_hoc_recognizers=slow)
    assert answer.status_code in {200, 422}
    assert time.monotonic() - started < 30
