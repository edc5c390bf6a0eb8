"""What clients get: every field that any of them reads, at the right letters."""

from __future__ import annotations

import json

import pytest

from integritetskoll.api.languagetool.rules import BLOCK_ID
from integritetskoll.domain.draft import Draft
from tests.serving import client_of

CHECK, UNIKUM = "/v2/check", "/v2/written_assessment/unikum/check"
TEXT = "😀😀 Elsa i 3B vann! 🎉 Ring hennes pappa på 070-174 06 05. Nora är lat."
HINT = "😀 Kim får inte vara med på klassfotot, ni vet varför."


def check(client, text: str = TEXT, *, path: str = CHECK, **fields: str) -> dict:
    answer = client.post(path, data={"text": text, "language": "sv-SE", **fields})
    assert answer.status_code == 200, answer.text
    return answer.json()


def utf16(text: str, start: int, length: int) -> str:
    return text.encode("utf-16-le")[start * 2 : (start + length) * 2].decode("utf-16-le")


def test_every_field_is_there_and_none_is_null(client) -> None:
    answer = check(client)
    assert isinstance(answer["software"]["apiVersion"], int)
    assert answer["software"]["premium"] is False
    for name in ("name", "version", "buildDate", "premiumHint", "status"):
        assert isinstance(answer["software"][name], str)
    assert answer["warnings"] == {"incompleteResults": False}
    detected = answer["language"]["detectedLanguage"]
    assert answer["language"]["code"] == detected["code"] == "sv-SE"
    assert isinstance(detected["confidence"], float)
    assert {"name", "source"} <= set(detected)
    assert len(answer["matches"]) >= 3
    for match in answer["matches"]:
        for name in ("message", "shortMessage", "sentence"):
            assert match[name], match
        assert match["type"]["typeName"] == "Other"
        assert match["ignoreForIncompleteSentence"] is False
        assert isinstance(match["contextForSureMatch"], int)
        rule = match["rule"]
        for value in (rule["id"], rule["description"], rule["issueType"],
                      rule["category"]["id"], rule["category"]["name"]):  # fmt: skip
            assert isinstance(value, str)
            assert value
        assert all(isinstance(one["value"], str) for one in match["replacements"])
    assert "null" not in json.dumps(answer)


def test_offsets_count_utf16_units(client) -> None:
    matches = check(client)["matches"]
    words = [utf16(TEXT, match["offset"], match["length"]) for match in matches]
    assert {"Elsa", "070-174 06 05"} <= set(words)
    for match, word in zip(matches, words, strict=True):
        context = match["context"]
        assert utf16(context["text"], context["offset"], context["length"]) == word
        assert word in match["sentence"]


def test_sentences(client) -> None:
    ranges = check(client)["sentenceRanges"]
    assert [utf16(TEXT, start, end - start) for start, end in ranges] == [
        "😀😀 Elsa i 3B vann!", "🎉 Ring hennes pappa på 070-174 06 05.", "Nora är lat.",
    ]  # fmt: skip


def test_a_text_without_a_full_stop_does_not_come_back_once_for_each_finding(client) -> None:
    text = "ring Elsa på 070-174 06 05 " * 200
    answer = client.post(CHECK, data={"text": text, "language": "sv-SE"})
    matches = answer.json()["matches"]
    assert len(matches) >= 200
    assert len(answer.content) < 2500 * len(matches)
    for match in matches:
        assert utf16(text, match["offset"], match["length"]) in match["sentence"]
    (block,) = check(client, f"{HINT} " + "Vi har byggt broar. " * 500)["matches"]
    assert block["length"] > 10_000
    assert len(block["context"]["text"]) < 1200


def test_replacements_are_the_suggestions(client, checker) -> None:
    by_span = {
        utf16(TEXT, match["offset"], match["length"]): [o["value"] for o in match["replacements"]]
        for match in check(client)["matches"]
    }
    assert by_span["Elsa"] == ["En elev"]
    for finding in checker.check(Draft(TEXT)).findings:
        word = TEXT[finding.start : finding.end]
        if finding.entity != "VALUE_WORD":
            assert by_span.get(word, list(finding.suggestions)) == list(finding.suggestions)


def test_a_rewording_is_told_and_not_put_in_the_place_of_a_word(client, checker) -> None:
    text = "Nora är lat på matematiken men kan räkna med bråk."
    (finding,) = [f for f in checker.check(Draft(text)).findings if f.entity == "VALUE_WORD"]
    for path in (CHECK, UNIKUM):
        (match,) = [
            match
            for match in check(client, text, path=path)["matches"]
            if match["rule"]["category"]["id"] == "STYLE"
        ]
        assert match["replacements"] == []
        assert match["message"].startswith("Ett värderande ord")
        assert "Skriv i stället: " in match["message"]
    assert min(finding.suggestions, key=len) in check(client, text)["matches"][-1]["message"]


def test_annotated_data_points_into_the_text_with_its_markup(client) -> None:
    annotation = [
        {"markup": "<p>😀", "interpretAs": "\n\n"}, {"text": "Elsa"}, {"markup": "<b>"},
        {"text": " Berg"}, {"markup": "</b>"}, {"text": " i 3B vann!"},
    ]  # fmt: skip
    whole = "".join(one.get("text", "") + one.get("markup", "") for one in annotation)
    body = {"data": json.dumps({"annotation": annotation}), "language": "sv"}
    (match,) = [
        m for m in client.post(CHECK, data=body).json()["matches"] if "PERSON" in m["rule"]["id"]
    ]
    assert utf16(whole, match["offset"], match["length"]) == "Elsa<b> Berg"


def test_categories_by_kind(client) -> None:
    text = "Elsa har ADHD och är lat."
    kinds = {
        m["rule"]["category"]["id"]
        for m in check(client, text, path="/v2/written_assessment/unikum/check", level="picky")[
            "matches"
        ]
    }
    assert kinds == {"PRIVACY", "SENSITIVE", "STYLE"}


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"disabledCategories": "PRIVACY"}, set()),
        ({"disabledRules": "IK_PERSON_NAME"}, {"070-174 06 05"}),
        ({"enabledOnly": "true", "enabledRules": "IK_PHONE_NUMBER"},
         {"070-174 06 05"}),
        ({"enabledOnly": "true", "enabledCategories": "PRIVACY"}, {"Elsa", "070-174 06 05"}),
        ({"mode": "textLevelOnly"}, set()),
        ({"mode": "allButTextLevelOnly"}, {"Elsa", "070-174 06 05"}),
    ],
)  # fmt: skip
def test_clients_may_switch_rules_off(client, fields: dict[str, str], left: set[str]) -> None:
    text = "Elsa har telefon 070-174 06 05."
    matches = check(client, text, **fields)["matches"]
    assert {utf16(text, m["offset"], m["length"]) for m in matches} == left


@pytest.mark.parametrize(
    "fields",
    [
        {}, {"disabledCategories": "PRIVACY,SENSITIVE,STYLE,PUBLICATION"},
        {"disabledRules": BLOCK_ID}, {"enabledOnly": "true", "enabledRules": "X"},
        {"mode": "textLevelOnly"}, {"language": "en-US"}, {"language": "auto"},
        {"level": "picky"},
    ],
)  # fmt: skip
def test_a_block_is_one_neutral_match_whatever_is_switched_off(client, fields) -> None:
    answer = check(client, HINT, **fields)
    (match,) = answer["matches"]
    assert utf16(HINT, match["offset"], match["length"]) == HINT
    assert match["rule"]["id"] == BLOCK_ID
    assert match["replacements"] == []
    assert match["message"].startswith("Stoppat. Det här får inte publiceras eller skickas.")
    other = check(client, "Tindra har skyddade personuppgifter och går i 7B.", **fields)
    for name in ("message", "shortMessage", "rule"):
        assert other["matches"][0][name] == match[name]


def test_the_address_names_the_context(client) -> None:
    text = "Nora är lat."
    for prefix in ("/v2/written_assessment/unikum", "/v2/written_assessment/unikum/v2"):
        (match,) = check(client, text, path=f"{prefix}/check")["matches"]
        assert match["rule"]["category"]["id"] == "STYLE"
        for call in ("languages", "info", "maxtextlength", "configinfo", "healthcheck"):
            assert client.get(f"{prefix}/{call}").status_code == 200
    answer = client.get("/v2/written_assessment/mars/languages")
    assert (answer.status_code, answer.headers["content-type"][:10]) == (404, "text/plain")
    assert "unikum" in answer.text
    assert "mars" not in answer.text


def test_what_else_clients_ask(client) -> None:
    languages = client.get("/v2/languages").json()
    assert {"name": "Swedish", "code": "sv", "longCode": "sv-SE"} in languages
    assert client.get("/v2/maxtextlength").text == "200000"
    assert client.get("/v2/healthcheck").text == "OK"
    assert client.get("/v2/info").json()["software"]["apiVersion"] == 1
    config = client.get("/v2/configinfo", params={"language": "sv"}).json()
    assert config["parameter"]["maxTextLength"] == 200_000
    ids = [rule["ruleId"] for rule in config["rules"]]
    assert "IK_PERSON_NAME" in ids
    assert len(ids) == len(set(ids))
    assert BLOCK_ID not in ids


def test_only_listed_pages_may_ask(checker) -> None:
    extension = "chrome-extension://abcdefghijklmnop"
    client = client_of(checker, allowed_origins=(extension,))
    asked = {
        "origin": extension,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
    }
    answer = client.options(CHECK, headers=asked)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == extension
    near = {**asked, "access-control-request-private-network": "true"}
    answer = client.options(CHECK, headers=near)
    assert answer.headers["access-control-allow-private-network"] == "true"
    body = {"text": TEXT, "language": "sv"}
    assert client.post(CHECK, data=body, headers={"origin": extension}).status_code == 200
    foreign = {**asked, "origin": "chrome-extension://other"}
    assert client.options(CHECK, headers=foreign).status_code == 403
    answer = client.options(CHECK)
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")


def test_no_answer_without_the_required_register() -> None:
    client = client_of(None, register_use="required")
    answer = client.post(CHECK, data={"text": TEXT, "language": "sv"})
    assert (answer.status_code, answer.headers["content-type"][:10]) == (503, "text/plain")
    assert client.get("/v2/healthcheck").status_code == 503
