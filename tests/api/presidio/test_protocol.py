"""Presidio's documented calls, its shapes, and what a block does to them."""

from __future__ import annotations

import pytest

from integritetskoll.api.presidio.results import BLOCK
from tests.serving import client_of

TEXT = "😀 Elsa Berg i 3B har telefon 070-174 06 05."
HINT = "Kim får inte vara med på klassfotot, ni vet varför."


def analyze(client, text=TEXT, **more):
    return client.post("/analyze", json={"text": text, "language": "sv", **more})


def found(answer, text: str = TEXT) -> list[tuple[str, str]]:
    assert answer.status_code == 200, answer.text
    return [(row["entity_type"], text[row["start"] : row["end"]]) for row in answer.json()]


def test_results_have_presidios_shape_and_count_code_points(client) -> None:
    answer = analyze(client)
    assert ("PERSON", "Elsa Berg") in found(answer)
    assert ("PHONE_NUMBER", "070-174 06 05") in found(answer)
    for row in answer.json():
        assert list(row) == ["analysis_explanation", "end", "entity_type", "score", "start"]
        assert row["analysis_explanation"] is None
        assert 0 < row["score"] <= 1


def test_the_decision_is_explained_when_asked_for(client) -> None:
    (row,) = analyze(client, entities=["PERSON"], return_decision_process=True).json()
    explained = row["analysis_explanation"]
    assert explained["recognizer"] == "PersonRecognizer"
    assert explained["original_score"] == explained["score"] == row["score"]
    assert explained["textual_explanation"]
    assert set(explained) >= {
        "pattern", "pattern_name", "score_context_improvement", "supportive_context_word",
        "validation_result",
    }  # fmt: skip


def test_filters(client) -> None:
    assert {entity for entity, _ in found(analyze(client, entities=["PERSON"]))} == {"PERSON"}
    assert found(analyze(client, entities=["US_SSN"])) == []
    assert found(analyze(client, score_threshold=1)) == [
        pair
        for row, pair in zip(analyze(client).json(), found(analyze(client)), strict=True)
        if row["score"] == 1
    ]
    names = [word for entity, word in found(analyze(client, allow_list=["Elsa Berg"]))]
    assert "Elsa Berg" not in names
    left = found(analyze(client, allow_list=["^elsa"], allow_list_match="regex"))
    assert "Elsa Berg" not in [word for _, word in left]


def test_a_list_of_texts_gives_a_list_of_lists(client) -> None:
    answer = analyze(client, ["Elsa Berg läser.", "Vi har byggt broar.", "", HINT])
    assert answer.status_code == 200
    first, second, third, fourth = answer.json()
    assert [row["entity_type"] for row in first] == ["PERSON"]
    assert second == third == []
    assert [row["entity_type"] for row in fourth] == [BLOCK]


# Presidio's documented examples.
ENHANCED = {
    "text": "John Smith drivers license is AC432223 and the zip code is 12345",
    "language": "en",
    "return_decision_process": False,
    "correlation_id": "123e4567-e89b-12d3-a456-426614174000",
    "score_threshold": 0.6,
    "entities": ["US_DRIVER_LICENSE", "ZIP"],
    "trace": False,
    "ad_hoc_recognizers": [
        {
            "name": "Zip code Recognizer",
            "supported_language": "en",
            "patterns": [
                {"name": "zip code (weak)", "regex": r"(\b\d{5}(?:\-\d{4})?\b)", "score": 0.01}
            ],
            "context": ["zip", "code"],
            "supported_entity": "ZIP",
        }
    ],
}
REPLACE = {
    "text": "hello world, my name is Jane Doe. My number is: 034453334",
    "anonymizers": {
        "PERSON": {"type": "redact"},
        "PHONE_NUMBER": {"type": "replace", "new_value": "ANONYMIZED"},
    },
    "analyzer_results": [
        {"start": 24, "end": 32, "score": 0.8, "entity_type": "PERSON"},
        {"start": 48, "end": 57, "score": 0.95, "entity_type": "PHONE_NUMBER"},
    ],
}


def test_the_documented_calls(client) -> None:
    minimal = {"text": "John Smith drivers license is AC432223", "language": "en"}
    assert client.post("/analyze", json=minimal).status_code == 200
    assert client.post("/analyze", json=ENHANCED).json() == []
    weak = {**ENHANCED, "score_threshold": 0}
    assert found(client.post("/analyze", json=weak), ENHANCED["text"]) == [("ZIP", "12345")]
    done = client.post("/anonymize", json=REPLACE).json()
    assert done["text"] == "hello world, my name is . My number is: ANONYMIZED"
    assert {(item["operator"], item["entity_type"]) for item in done["items"]} == {
        ("redact", "PERSON"), ("replace", "PHONE_NUMBER"),
    }  # fmt: skip
    default = {**REPLACE, "anonymizers": {"DEFAULT": {"type": "replace", "new_value": "X"}}}
    assert client.post("/anonymize", json=default).json()["text"].endswith("My number is: X")
    plain = {name: value for name, value in REPLACE.items() if name != "anonymizers"}
    assert "<PERSON>" in client.post("/anonymize", json=plain).json()["text"]


def test_what_analyze_finds_goes_straight_into_anonymize(client) -> None:
    body = {"text": TEXT, "analyzer_results": analyze(client).json()}
    done = client.post("/anonymize", json=body)
    assert done.status_code == 200, done.text
    assert "Elsa" not in done.json()["text"]
    assert "070" not in done.json()["text"]


@pytest.mark.parametrize(
    "operator",
    [{"type": "hash"}, {"type": "keep"}, {"type": "encrypt", "key": "WmZq4t7w!z%C&F)J"},
     {"type": "mask", "masking_char": "*", "chars_to_mask": 4, "from_end": True}],
    ids=lambda operator: operator["type"],
)  # fmt: skip
def test_operators(client, operator) -> None:
    body = {**REPLACE, "anonymizers": {"DEFAULT": operator}}
    assert client.post("/anonymize", json=body).status_code == 200


def test_what_there_is(client) -> None:
    entities = client.get("/supportedentities", params={"language": "sv"}).json()
    assert {"PERSON", "SE_PERSONNUMMER", BLOCK} <= set(entities)
    assert "PROTECTED_IDENTITY_HINT" not in entities
    assert "PersonRecognizer" in client.get("/recognizers", params={"language": "sv"}).json()
    assert {"replace", "redact", "mask", "hash"} <= set(client.get("/anonymizers").json())
    assert "custom" not in client.get("/anonymizers").json()
    health = client.get("/health")
    assert (health.status_code, health.headers["content-type"][:10]) == (200, "text/plain")


@pytest.mark.parametrize(
    "more",
    [
        {}, {"entities": ["PHONE_NUMBER"]}, {"score_threshold": 1}, {"allow_list": [HINT]},
        {"allow_list": [".*"], "allow_list_match": "regex"}, {"language": "en"},
        {"ad_hoc_recognizers": ENHANCED["ad_hoc_recognizers"]},
        {"return_decision_process": True},
    ],
)  # fmt: skip
def test_a_block_is_one_result_whatever_is_filtered(client, more) -> None:
    assert analyze(client, HINT, **more).json() == [
        {"analysis_explanation": None, "end": len(HINT), "entity_type": BLOCK, "score": 1.0,
         "start": 0}
    ]  # fmt: skip


def test_a_blocked_text_is_not_given_back(client) -> None:
    redact = {"DEFAULT": {"type": "redact"}}
    whole = [{"start": 0, "end": len(HINT), "score": 1, "entity_type": BLOCK}]
    for results in ([], whole):
        body = {"text": HINT, "analyzer_results": results, "anonymizers": redact}
        answer = client.post("/anonymize", json=body)
        assert answer.status_code == 409
        assert list(answer.json()) == ["error"]
        assert "Kim" not in answer.text
    body = {"text": "Vi har byggt broar.", "analyzer_results": [{**whole[0], "end": 3}]}
    assert client.post("/anonymize", json=body).status_code == 409


def test_no_answer_without_the_required_register() -> None:
    client = client_of(None, register_use="required")
    for answer in (analyze(client), client.post("/anonymize", json=REPLACE)):
        assert (answer.status_code, list(answer.json())) == (503, ["error"])
    assert client.get("/health").status_code == 503
