"""Every floor and hard stop fires where it should, and one step below does not."""

from __future__ import annotations

import pytest

from integritetskoll.domain.draft import Context
from integritetskoll.domain.finding import Finding, Link, Role, Severity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.policy.reader import standard_policy
from integritetskoll.risk.assess import assess, severity
from integritetskoll.risk.combine import relevant, situation, weigh
from integritetskoll.risk.decide import decide, hints

POLICY = standard_policy()


def finding(
    entity: str,
    code: str = "",
    link: str = "named",
    role: str | None = "pupil",
    person: int | None = 0,
) -> Finding:
    return Finding(
        entity,
        0,
        4,
        0.9,
        code or entity.lower(),
        "Elsa",
        link=Link(link),
        role=Role(role) if role else None,
        person=person,
    )


def judged(findings: list[Finding], *, unread: bool = False, bulk: int = 0, **context):
    s = situation(findings, Context(**context), POLICY, unread=unread, bulk=bulk)
    assessment = assess(s)
    return {rule.code for rule in assessment.rules}, decide(assessment, POLICY.thresholds)


NAME = finding("PERSON", "person_name")
CASES = [
    ("F1", [NAME, finding("HEALTH")], {"destination": "closed_blog"}, True),
    ("F1", [NAME, finding("HEALTH")], {"destination": "unikum"}, False),
    ("F1", [finding("HEALTH", link="group")], {"destination": "blog"}, False),
    ("F2", [finding("WHEREABOUTS", "whereabouts_future", "group")], {"destination": "x"}, True),
    (
        "F2",
        [finding("WHEREABOUTS", "whereabouts_future", "group")],
        {"destination": "unikum"},
        False,
    ),
    ("F3", [], {"destination": "facebook", "images_recognisable": True}, True),
    ("F3", [], {"destination": "unikum", "images_recognisable": True}, False),
    ("F4", [NAME], {"destination": "website"}, True),
    ("F4", [NAME], {"destination": "facebook", "audience": "group"}, False),
    ("F4", [finding("PERSON", role="staff")], {"destination": "website"}, False),
    ("F4", [finding("PERSON", role="fiction")], {"destination": "website"}, False),
    (
        "F5",
        [finding("VALUE_WORD")],
        {"destination": "unikum", "document_type": "written_assessment"},
        True,
    ),
    ("F5", [finding("VALUE_WORD")], {"destination": "unikum", "document_type": "post"}, False),
    ("F6", [NAME], {"destination": "outlook", "bulk": 5}, True),
    ("F6", [NAME], {"destination": "outlook", "bulk": 4}, False),
    ("F6", [NAME], {"destination": "unikum", "bulk": 30}, False),
    ("F7", [], {"unread": True}, True),
    (
        "F8",
        [finding("PASSWORD", "security_code", "none", None, None)],
        {"destination": "outlook"},
        True,
    ),
    (
        "F8",
        [finding("PASSWORD", "security_code", "none", None, None)],
        {"destination": "pmo"},
        False,
    ),
    ("H1", [finding("SE_PERSONNUMMER", "personnummer")], {"destination": "unikum"}, True),
    ("H1", [finding("SE_PERSONNUMMER", "personnummer")], {"destination": "extens"}, False),
    ("H1", [finding("PASSWORD", "password")], {"destination": "outlook"}, True),
    ("H3", [NAME], {"destination": "gafe", "document_type": "investigation"}, True),
    ("H3", [NAME], {"destination": "pmo", "document_type": "investigation"}, False),
    ("H3", [NAME], {"destination": "gafe", "document_type": "planning"}, False),
    ("H4", [], {"protected_identity_checked": False}, True),
    ("H4", [], {"protected_identity_checked": True}, False),
    ("H4", [], {"protected_identity_checked": False, "destination": "unikum"}, False),
]


@pytest.mark.parametrize(("code", "findings", "context", "fires"), CASES)
def test_rule(code: str, findings: list[Finding], context: dict, fires: bool) -> None:
    codes, _ = judged(findings, **context)
    assert (code in codes) == fires


def test_a_verdict_is_never_better_than_its_worst_rule() -> None:
    for _, findings, facts, _ in CASES:
        context = dict(facts)
        s = situation(
            findings,
            Context(**{k: v for k, v in context.items() if k not in {"unread", "bulk"}}),
            POLICY,
            unread=context.get("unread", False),
            bulk=context.get("bulk", 0),
        )
        assessment = assess(s)
        verdict = decide(assessment, POLICY.thresholds)
        assert all(verdict.rank >= rule.verdict.rank for rule in assessment.rules)


def test_nobody_is_clear_everywhere() -> None:
    for destination in POLICY.destinations:
        assert judged([], destination=destination)[1] == Verdict.CLEAR


def test_a_given_name_is_fine_where_the_class_reads_it() -> None:
    for destination in ("closed_blog", "unikum", "classroom"):
        assert judged([NAME], destination=destination)[1] == Verdict.CLEAR


def test_the_head_teacher_may_stand_on_the_website() -> None:
    staff = [
        finding("PERSON", "person_full_name", role="staff"),
        finding("EMAIL_ADDRESS", "email_address", role="staff"),
    ]
    assert judged(staff, destination="website")[1] == Verdict.CLEAR


def test_security_information_is_a_finding_without_a_person() -> None:
    secret = finding("SCHOOL_SECRECY", "security_information", "none", None, None)
    assert relevant([secret], Context(), POLICY)
    assert judged([secret], destination="blog") == ({"F8"}, Verdict.DO_NOT_PUBLISH)


def test_what_is_said_of_a_whole_class_is_looked_over() -> None:
    sick = finding("HEALTH", "health_condition", "group", None, None)
    assert judged([sick], destination="blog")[1] == Verdict.REVIEW


def test_a_sick_teacher_is_sensitive() -> None:
    staff = [finding("PERSON", role="staff"), finding("HEALTH", role="staff")]
    assert judged(staff, destination="website")[1] == Verdict.DO_NOT_PUBLISH


@pytest.mark.parametrize(
    ("one", "document_type", "kept"),
    [
        (finding("HEALTH", link="none"), "post", False),
        (finding("HEALTH"), "post", True),
        (finding("VALUE_WORD", "value_word_positive"), "post", False),
        (finding("VALUE_WORD", "value_word_positive"), "written_assessment", True),
        (finding("VALUE_WORD", "value_word"), "post", True),
        (finding("VALUE_WORD", "value_word", "group"), "post", False),
        (finding("LOCATION", link="none", role=None), "post", False),
        (finding("LOCATION"), "post", True),
        (finding("SCHOOL", link="none", role=None), "post", True),
    ],
)
def test_what_is_a_finding_depends_on_link_and_document(
    one: Finding, document_type: str, kept: bool
) -> None:
    assert bool(relevant([one], Context(document_type=document_type), POLICY)) == kept


def test_a_protection_hint_is_seen_before_anything_is_assessed() -> None:
    assert hints([NAME, finding("PROTECTED_IDENTITY_HINT")])
    assert not hints([NAME])


@pytest.mark.parametrize(
    ("one", "destination", "expected"),
    [
        (NAME, "blog", Severity.MEDIUM),
        (NAME, "unikum", Severity.LOW),
        (finding("SE_PERSONNUMMER"), "unikum", Severity.HIGH),
        (finding("HEALTH"), "pmo", Severity.HIGH),
        (finding("SCHOOL_CLASS", "school_class", "group", None, None), "blog", Severity.LOW),
        (finding("PERSON", role="fiction", link="none"), "blog", Severity.LOW),
        (finding("STREET_ADDRESS", link="none", role=None, person=None), "blog", Severity.HIGH),
    ],
)
def test_severity(one: Finding, destination: str, expected: Severity) -> None:
    s = situation([one], Context(destination=destination), POLICY, unread=False, bulk=0)
    assert severity(s.weighed[0], s) == expected


@pytest.mark.parametrize("entity", ["WHEREABOUTS", "HEALTH", "GRADE"])
def test_what_is_unsure_weighs_no_more_than_what_is_sure(entity: str) -> None:
    sure, unsure = (weigh(finding(entity, code), POLICY) for code in ("", "sensitive_statement"))
    assert unsure.sensitivity <= sure.sensitivity
    assert unsure.consequence <= sure.consequence


def test_a_sure_sentence_about_where_somebody_is_counts_in_the_open() -> None:
    told = finding("WHEREABOUTS", "whereabouts_statement", link="group", role=None, person=None)
    rules, verdict = judged([told], destination="blog")
    assert "F2" in rules
    assert verdict == Verdict.DO_NOT_PUBLISH
