"""The Report: the sample of the contract, the block that says nothing, the same answer again."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from integritetskoll.domain.draft import Context, Draft, Ignored
from integritetskoll.errors import DraftError, TooLargeError
from integritetskoll.report.json import to_dict

SAMPLE = json.loads("""
{"verdict": "review", "summary": "Se över. Namn och klass gör eleven lätt att hitta.",
 "reference": "b1946ac9",
 "assessment": {"score": 10,
   "factors": [
     {"factor": "sensitivity", "level": 1, "max": 4, "reason": "Namn på en elev."},
     {"factor": "context", "level": 3, "max": 3, "reason": "Namn tillsammans med klass."},
     {"factor": "purpose", "level": 1, "max": 2, "reason": "Inget syfte angivet."},
     {"factor": "spread", "level": 4, "max": 4, "reason": "Bloggen kan läsas av alla."},
     {"factor": "consequence", "level": 1, "max": 4, "reason": "Eleven kan kännas igen."}],
   "rules": [{"code": "F4", "message": "En namngiven elev i en öppen kanal."}]},
 "findings": [{"entity": "PERSON", "start": 0, "end": 4, "score": 0.93, "severity": "medium",
   "link": "named", "code": "person_name",
   "message": "Ett namn: vem som helst kan läsa det här.", "suggestions": ["En elev"],
   "source": {"kind": "text"}}],
 "questions": [{"code": "protected_identity_checked",
   "message": "Är kontroll gjord enligt skolans rutin?"}],
 "elsewhere": {"unikum": "clear"},
 "advice": ["Skriv 'en elev i årskurs 3' i stället."],
 "footer": ["Det här är ett stöd. Du och din huvudman ansvarar för bedömningen."]}
""")
TEXT = "Elsa i 3B vann skolans stafett!"
HINTS = (
    "Kim får inte vara med på klassfotot, ni vet varför.",
    "Tindra har skyddade personuppgifter och går i 7B.",
    "Skriv inte var Omar bor, pappan får inte veta det.",
)


def shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value)


def test_the_sample_of_the_contract(checker) -> None:
    report = to_dict(checker.check(Draft(TEXT)))
    assert shape(report) == shape(SAMPLE)
    for part in ("verdict", "summary", "assessment", "questions", "elsewhere"):
        assert report[part] == SAMPLE[part]
    person = {**report["findings"][0], "score": SAMPLE["findings"][0]["score"]}
    assert person == SAMPLE["findings"][0]
    assert report["advice"][0] == SAMPLE["advice"][0]
    assert report["footer"][0] == SAMPLE["footer"][0]


@pytest.mark.parametrize("destination", ["blog", "outlook", "pmo"])
def test_every_block_is_the_same_answer(checker, destination: str) -> None:
    reports = [
        to_dict(checker.check(Draft(text, Context(destination=destination)))) for text in HINTS
    ]
    for report in reports:
        report.pop("reference")
    assert reports[0] == reports[1] == reports[2]
    assert reports[0]["verdict"] == "blocked"
    assert reports[0]["assessment"] is None
    assert not any(reports[0][part] for part in ("findings", "questions", "elsewhere"))


@pytest.mark.parametrize("destination", ["blog", "unikum", "pmo"])
def test_the_footer_of_a_block_depends_on_the_destination_only(checker, destination: str) -> None:
    context = Context(destination=destination)
    blocked, free = (checker.check(Draft(text, context)) for text in (HINTS[0], TEXT))
    assert (blocked.verdict, free.verdict == "blocked") == ("blocked", False)
    assert blocked.footer == free.footer


def test_a_block_gives_no_redaction(checker) -> None:
    redaction = checker.redact(Draft(HINTS[0]))
    assert redaction.text is None
    told, asked = (to_dict(r) for r in (redaction.report, checker.check(Draft(HINTS[1]))))
    assert {**told, "reference": ""} == {**asked, "reference": ""}


def test_nothing_ignored_lifts_a_block(checker) -> None:
    ignored = tuple(Ignored(entity, HINTS[0]) for entity in ("PERSON", "PROTECTED_IDENTITY_HINT"))
    assert checker.check(Draft(HINTS[0], ignored=ignored)).verdict == "blocked"


def test_what_the_writer_has_judged_to_be_nobody_is_no_finding(checker) -> None:
    draft = Draft(TEXT, ignored=(Ignored("PERSON", "elsa"),))
    assert all(f.entity != "PERSON" for f in checker.check(draft).findings)


def test_the_same_draft_gives_the_same_report(checker) -> None:
    first, second = (asdict(checker.check(Draft(TEXT))) for _ in range(2))
    first.pop("reference")
    second.pop("reference")
    assert first == second


@pytest.mark.parametrize("destination", ["blog", "unikum"])
def test_open_channels_warn_that_clear_is_no_proof(checker, destination: str) -> None:
    footer = " ".join(checker.check(Draft(TEXT, Context(destination=destination))).footer)
    assert ("skyddade personuppgifter" in footer) == (destination == "blog")


def test_english_wording(checker) -> None:
    assert checker.check(Draft(TEXT), wording="en").summary.startswith("Look it over. ")


@pytest.mark.parametrize(
    ("draft", "error", "code"),
    [
        (Draft(""), DraftError, "empty_text"),
        (Draft(" \n\t"), DraftError, "empty_text"),
        (Draft("a" * 200_001), TooLargeError, "text_too_long"),
        (Draft("Hej \ud800"), DraftError, "lone_surrogate"),
        (Draft("Hej", Context(destination="myspace")), DraftError, "unknown_destination"),
        (Draft("Hej", Context(document_type="roman")), DraftError, "unknown_document_type"),
        (Draft("Hej", Context(purpose="kul")), DraftError, "unknown_purpose"),
        (Draft("Hej", Context(audience="mormor")), DraftError, "unknown_audience"),
    ],
)
def test_what_cannot_be_checked_is_said(checker, draft: Draft, error: type, code: str) -> None:
    with pytest.raises(error) as caught:
        checker.check(draft)
    assert caught.value.code == code
    assert "myspace" not in str(caught.value)


def test_the_repr_of_a_draft_and_of_findings_hides_the_text(checker) -> None:
    assert "Elsa" not in repr(Draft(TEXT))
    found = checker.analyzer.analyze(TEXT)
    assert "Elsa" not in repr(found)
