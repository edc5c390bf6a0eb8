"""Presidio's own calls against the running server: the examples of its documentation and tests.

Source: microsoft/presidio, docs/api-docs/api-docs.yml, e2e-tests/tests/test_analyzer.py and
test_anonymizer.py. What an English text holds is told by Swedish recognizers here, so answers are
compared in shape, and in words where a call brings its own recognizer or results.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

import pytest

pytestmark = pytest.mark.slow
DRIVER = {"text": "John Smith drivers license is AC432223", "language": "en"}
ZIP = {
    "name": "Zip code Recognizer",
    "supported_language": "en",
    "patterns": [{"name": "zip code (weak)", "regex": r"(\b\d{5}(?:\-\d{4})?\b)", "score": 0.01}],
    "context": ["zip", "code"],
    "supported_entity": "ZIP",
}
WITH_ZIP = {
    "text": "John Smith drivers license is AC432223. Zip code: 10023",
    "language": "en",
    "ad_hoc_recognizers": [ZIP],
}
JANE = "hello world, my name is Jane Doe. My number is: 034453334"
NAME = {"start": 24, "end": 32, "score": 0.8, "entity_type": "NAME"}
NUMBER = {"start": 48, "end": 57, "score": 0.95, "entity_type": "PHONE_NUMBER"}
REPLACE = {"type": "replace", "new_value": "ANONYMIZED"}
MASK = {"type": "mask", "masking_char": "*", "chars_to_mask": 4, "from_end": True}


def call(server: Any, path: str, body: Any = None) -> tuple[int, Any]:
    data = None if body is None else json.dumps(body).encode()
    kind = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{server.address}{path}", data, kind)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


@pytest.mark.parametrize(
    "more",
    [
        {}, {"score_threshold": 0.7}, {"correlation_id": "123"}, {"trace": "1"},
        {"trace": "somedata"}, {"return_decision_process": 0}, {"entities": ["PERSON"]},
        {"return_decision_process": True, "context": ["Driver license"]},
        {"entities": ["US_DRIVER_LICENSE", "ZIP"], "ad_hoc_recognizers": [ZIP], "trace": False},
    ],
)  # fmt: skip
def test_analyze(server, more) -> None:
    status, rows = call(server, "/analyze", {**DRIVER, **more})
    assert status == 200
    for row in rows:
        assert set(row) == {"analysis_explanation", "end", "entity_type", "score", "start"}
        assert (row["analysis_explanation"] is None) is not more.get("return_decision_process")


def test_a_recognizer_of_the_call(server) -> None:
    status, rows = call(server, "/analyze", WITH_ZIP)
    (found,) = [row for row in rows if row["entity_type"] == "ZIP"]
    assert status == 200
    assert (found["start"], found["end"], found["score"]) == (50, 55, 0.01)


@pytest.mark.parametrize(
    "body", [{}, {"language": "en"}, {"text": DRIVER["text"]},
             {**WITH_ZIP, "ad_hoc_recognizers": [{**ZIP, "patterns": [{"bebex": "x"}]}]}]
)  # fmt: skip
def test_what_is_wrong_is_the_callers_mistake(server, body) -> None:
    status, answer = call(server, "/analyze", body)
    assert status in {400, 422}
    assert list(answer) == ["error"]


@pytest.mark.parametrize(
    ("anonymizers", "results", "text"),
    [
        ({"DEFAULT": REPLACE, "PHONE_NUMBER": MASK},
         [NAME, {**NAME, "end": 28, "entity_type": "FIRST_NAME"},
          {**NAME, "start": 29, "score": 0.6, "entity_type": "LAST_NAME"}, NUMBER],
         "hello world, my name is ANONYMIZED. My number is: 03445****"),
        ({"NAME": {"type": "redact"}, "PHONE_NUMBER": REPLACE}, [NAME, NUMBER],
         "hello world, my name is . My number is: ANONYMIZED"),
        ({"DEFAULT": REPLACE}, [NAME], JANE.replace("Jane Doe", "ANONYMIZED")),
        ({"DEFAULT": REPLACE}, [], JANE),
        (None, [NAME, NUMBER], "hello world, my name is <NAME>. My number is: <PHONE_NUMBER>"),
    ],
)  # fmt: skip
def test_anonymize(server, anonymizers, results, text) -> None:
    body = {"text": JANE, "analyzer_results": results}
    if anonymizers:
        body["anonymizers"] = anonymizers
    status, answer = call(server, "/anonymize", body)
    assert (status, answer["text"]) == (200, text)
    for item in answer["items"]:
        assert answer["text"][item["start"] : item["end"]] == item["text"]


def test_an_empty_text_is_refused(server) -> None:
    body = {"text": "", "anonymizers": {"DEFAULT": REPLACE}, "analyzer_results": [NAME]}
    status, answer = call(server, "/anonymize", body)
    assert status in {400, 422}
    assert list(answer) == ["error"]


def test_what_there_is(server) -> None:
    for path in ("/supportedentities?language=en", "/supportedentities?uknown=input"):
        status, entities = call(server, path)
        assert status == 200
        assert {"PERSON", "PHONE_NUMBER", "EMAIL_ADDRESS", "IBAN_CODE"} <= set(entities)
    assert {"hash", "mask", "redact", "replace", "encrypt"} <= set(call(server, "/anonymizers")[1])
    assert call(server, "/recognizers?language=en")[0] == 200
