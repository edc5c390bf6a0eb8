"""The calls of the API: their answers, and that these fit the models that describe them."""

from __future__ import annotations

import pytest

from integritetskoll.api import models
from integritetskoll.api.explanations import ExplanationsOut
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.report.json import to_dict

TEXT = "Elsa i 3B vann skolans stafett!"
HINT = "Kim har skyddad identitet och får inte synas på bilder."
OTHER_HINT = "Vi åkte buss. Alla i 5A utom Noor får vara med på fotot. Ring 070-174 06 05."
CHECK, REDACT, POLICY = "/api/v1/check/text", "/api/v1/redact/text", "/api/v1/policy"


def without_reference(report: dict) -> dict:
    return {key: value for key, value in report.items() if key != "reference"}


def test_the_answer_is_the_report_of_the_checker(client, checker) -> None:
    answer = client.post(CHECK, json={"text": TEXT})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    report = to_dict(checker.check(Draft(TEXT)))
    assert without_reference(answer.json()) == without_reference(report)
    assert list(answer.json()) == list(report)


def test_the_whole_context_reaches_the_checker(client, checker) -> None:
    context = {
        "destination": "vklass", "document_type": "newsletter", "purpose": "inform",
        "audience": "group", "school": "Granbackaskolan", "school_class": "3B",
        "images_recognisable": True, "images_approved": False, "protected_identity_checked": True,
    }  # fmt: skip
    answer = client.post(CHECK, json={"text": TEXT, "context": context, "wording": "en"})
    expected = to_dict(checker.check(Draft(TEXT, Context(**context)), wording="en"))
    assert without_reference(answer.json()) == without_reference(expected)


def test_null_and_absent_are_alike(client) -> None:
    names = models.ContextIn.model_fields
    nulls = {"text": TEXT, "context": dict.fromkeys(names), "wording": None, "ignored": None}
    answers = [client.post(CHECK, json=body).json() for body in ({"text": TEXT}, nulls)]
    assert without_reference(answers[0]) == without_reference(answers[1])


def test_the_same_answer_every_time(client) -> None:
    answers = [client.post(CHECK, json={"text": TEXT}).json() for _ in range(3)]
    assert len({str(without_reference(answer)) for answer in answers}) == 1
    assert len({answer["reference"] for answer in answers}) == 3


def test_the_ignored_are_nobody(client) -> None:
    found = client.post(CHECK, json={"text": TEXT}).json()["findings"]
    assert "PERSON" in {finding["entity"] for finding in found}
    ignored = [{"entity": "PERSON", "text": "elsa"}]
    left = client.post(CHECK, json={"text": TEXT, "ignored": ignored}).json()["findings"]
    assert "PERSON" not in {finding["entity"] for finding in left}


@pytest.mark.parametrize("text", [TEXT, HINT, "Vi har byggt broar.", "Ring 070-174 06 05."])
@pytest.mark.parametrize("wording", ["sv", "en"])
def test_answers_fit_their_models(client, text: str, wording: str) -> None:
    body = {"text": text, "wording": wording}
    report = client.post(CHECK, json=body).json()
    models.Report.model_validate(report, extra="forbid")
    redaction = client.post(REDACT, json=body).json()
    models.Redaction.model_validate(redaction, extra="forbid")
    assert (redaction["text"] is None) == (redaction["report"]["verdict"] == "blocked")


def test_a_block_says_nothing(client) -> None:
    report = client.post(CHECK, json={"text": HINT}).json()
    assert report["verdict"] == "blocked"
    assert report["assessment"] is None
    assert report["findings"] == report["questions"] == []
    assert report["elsewhere"] == {}
    assert client.post(REDACT, json={"text": HINT}).json()["text"] is None


@pytest.mark.parametrize("destination", ["blog", "vklass"])
def test_every_block_has_the_same_answer(client, destination: str) -> None:
    context = {"destination": destination}
    bodies = [{"text": text, "context": context} for text in (HINT, OTHER_HINT)]
    answers = [client.post(CHECK, json=body).json() for body in bodies]
    answers += [client.post(REDACT, json=body).json()["report"] for body in bodies]
    for answer in answers:
        answer.pop("reference")
    assert answers[0]["verdict"] == "blocked"
    assert all(answer == answers[0] for answer in answers)


def test_redaction_replaces_the_same_person_by_the_same_words(client) -> None:
    text = "Elsa och Noor läste. Sedan ritade Noor och Elsa."
    answer = client.post(REDACT, json={"text": text}).json()
    assert answer["text"] == "[elev A] och [elev B] läste. Sedan ritade [elev B] och [elev A]."


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_policy_tells_what_may_stand_in_a_context(client, checker, language: str) -> None:
    answer = client.get(POLICY, params={"wording": language})
    assert answer.status_code == 200
    policy = models.PolicyOut.model_validate(answer.json(), extra="forbid")
    assert [one.name for one in policy.destinations] == list(checker.policy.destinations)
    assert [one.name for one in policy.document_types] == list(checker.policy.document_types)
    assert {one.field for one in policy.questions} <= set(models.ContextIn.model_fields)
    assert policy.wording.language == language
    assert all(one.label for one in (*policy.purposes, *policy.audiences, *policy.destinations))


def test_every_name_of_the_policy_is_taken(client) -> None:
    policy = client.get(POLICY).json()
    for name in [one["name"] for one in policy["destinations"]]:
        body = {"text": TEXT, "context": {"destination": name}}
        assert client.post(CHECK, json=body).status_code == 200
    for field, known in [("document_type", "document_types"), ("purpose", "purposes"),
                         ("audience", "audiences")]:  # fmt: skip
        for one in policy[known]:
            body = {"text": TEXT, "context": {field: one["name"]}}
            assert client.post(CHECK, json=body).status_code == 200, one


def test_the_school_of_the_installation_stands_in() -> None:
    body = models.CheckRequest(text="x")
    assert body.draft(school="Granbackaskolan").context.school == "Granbackaskolan"
    named = models.CheckRequest(text="x", context=models.ContextIn(school="Åmyreskolan"))
    assert named.draft(school="Granbackaskolan").context.school == "Åmyreskolan"


@pytest.mark.parametrize("wording", ["sv", "en"])
def test_explanations_fit_their_model_and_cover_a_report(client, wording: str) -> None:
    answer = client.get("/api/v1/explanations", params={"wording": wording})
    assert answer.status_code == 200
    ExplanationsOut.model_validate(answer.json(), extra="forbid")
    known = {(one["entity"], one["code"]) for one in answer.json()["explanations"]}
    report = client.post(CHECK, json={"text": "Kim har adhd och åtgärdsprogram."}).json()
    assert {(f["entity"], f["code"]) for f in report["findings"]} <= known
