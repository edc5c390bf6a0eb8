"""The OpenAPI schema is whole, its examples are true, and its page needs nothing from elsewhere."""

from __future__ import annotations

import re

import pytest

from integritetskoll.api import models
from integritetskoll.api.doors import door_of
from integritetskoll.api.examples import BLOCKED, REPORT, REQUESTS
from integritetskoll.api.languagetool import described as languagetool
from integritetskoll.api.problems import MEDIA_TYPE
from integritetskoll.report.wording import wording

LANGUAGETOOL = ("/v2", "/v2/{document_type}/{destination}")


@pytest.fixture(scope="module")
def schema(client):
    return client.get("/openapi.json").json()


def calls(schema):
    return [
        (path, method, call)
        for path, methods in schema["paths"].items()
        for method, call in methods.items()
    ]


def test_every_call_is_described(schema) -> None:
    assert schema["openapi"].startswith("3.1")
    assert {path for path, _, _ in calls(schema)} == {
        "/api/v1/check/text", "/api/v1/redact/text", "/api/v1/policy",
        "/api/v1/review", "/api/v1/explanations",
        "/api/v1/check/images", "/api/v1/check/draft", "/api/v1/clean/image",
        "/api/v1/register/entries", "/api/v1/register/status",
        "/api/v1/audit/blocks/{reference}", "/healthz", "/readyz", "/metrics",
        *(f"{prefix}/{name}" for prefix in LANGUAGETOOL for name in languagetool.CALLS),
        "/analyze", "/anonymize", "/supportedentities", "/recognizers", "/anonymizers", "/health",
    }  # fmt: skip
    for path, _, call in calls(schema):
        assert call["summary"], path
        assert call["description"], path
        assert call["tags"], path


def test_every_reference_leads_somewhere(schema) -> None:
    known = schema["components"]["schemas"]
    named = set(re.findall(r"#/components/schemas/(\w+)", str(schema)))
    assert named <= set(known)
    assert {"Problem", "Report", "CheckRequest"} <= named


def refusals(schema):
    return [
        (path, status, answer["content"])
        for path, _, call in calls(schema)
        for status, answer in call["responses"].items()
        if not status.startswith("2")
    ]


def test_every_refusal_of_ours_is_a_problem_with_an_example(schema) -> None:
    for path, status, content in refusals(schema):
        if door_of(path) in {"api", "form"}:
            assert content[MEDIA_TYPE]["schema"] == {"$ref": "#/components/schemas/Problem"}, path
            example = content[MEDIA_TYPE]["example"]
            problem = models.Problem.model_validate(example, extra="forbid")
            assert str(problem.status) == status


def test_every_refusal_of_another_protocol_is_in_its_form(schema) -> None:
    said = [
        re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(sentence)))
        for sentence in wording("sv").sections["errors"].values()
    ]
    for path, _, content in refusals(schema):
        if door_of(path) == "languagetool":
            assert list(content) == ["text/plain"]
            begins, _, sentence = content["text/plain"]["example"].partition(": ")
            assert begins == "Fel"
            assert any(one.fullmatch(sentence) for one in said), sentence
        if door_of(path) == "presidio":
            error = content["application/json"]
            assert error["schema"] == {"$ref": "#/components/schemas/PresidioError"}
            sentence = error["example"]["error"]
            assert any(one.fullmatch(sentence) for one in said), sentence


def test_every_answer_has_a_shape(schema) -> None:
    for path, method, call in calls(schema):
        for status, answer in call["responses"].items():
            for kind, content in answer.get("content", {}).items():
                assert content["schema"], (path, method, status, kind)


def test_checks_say_all_they_can_refuse(schema) -> None:
    for path in ("/api/v1/check/text", "/api/v1/redact/text"):
        statuses = set(schema["paths"][path]["post"]["responses"])
        assert statuses == {"200", "401", "403", "413", "415", "422", "429", "500", "503"}


def test_the_examples_fit(client) -> None:
    for report in (REPORT, BLOCKED):
        models.Report.model_validate(report, extra="forbid")
    for example in REQUESTS.values():
        assert client.post("/api/v1/check/text", json=example["value"]).status_code == 200


def test_the_example_is_near_what_is_answered(client) -> None:
    report = client.post("/api/v1/check/text", json=REQUESTS["short"]["value"]).json()
    assert report["verdict"] == REPORT["verdict"]
    assert report["assessment"]["score"] == REPORT["assessment"]["score"]
    assert set(report) == set(REPORT)


def test_the_page_shows_every_call_from_own_files(client, schema) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    for path, _, call in calls(schema):
        assert path in page.text
        assert call["summary"] in page.text
    assert "<script" not in page.text
    assert "style=" not in page.text
    assert not re.findall(r'(?:src|href)="(?!/|#)', page.text)
    assert 'id="empty_text"' in page.text


def test_the_type_of_a_problem_is_on_the_page(client) -> None:
    problem = client.post("/api/v1/check/text", json={"text": ""}).json()
    page, _, place = problem["type"].partition("#")
    assert f'id="{place}"' in client.get(page).text
