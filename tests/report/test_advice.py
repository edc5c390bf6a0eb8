"""What the writer is told to do: always something, never the same twice, right where it stands."""

from __future__ import annotations

import pytest

from integritetskoll.domain.draft import Context, Draft

DRAFTS = (
    "Elsa i 3B vann skolans stafett!",
    "Elsa och Omar i 3B läste. Sedan ritade Omar, Elsa och Tindra.",
    "Omars mamma hämtar honom vid grinden kl 14.10 varje tisdag.",
    "Hugo har migrän och var borta i går. Ring hans pappa på 070-174 06 05.",
    "Nora är lat och stör ofta. Hon fick F i matte.",
    "Vi åker till Skansen på torsdag kl 9 med 5A.",
    "Klasslista 4B: Anna Berg, Bo Ek, Cecilia Dahl, Diego Alvarez, Elsa Nilsson, Farah Hassan",
    "Larmkoden till skolan är 4512.",
    "Bilder från luciatåget.",
)


@pytest.mark.parametrize("text", DRAFTS)
def test_every_answer_that_is_not_clear_says_what_to_do(checker, text) -> None:
    for destination in ("blog", "closed_blog", "unikum", "vklass", "gafe", "outlook", "pmo"):
        for document_type in ("newsletter", "written_assessment", "list"):
            pictured = True if text == DRAFTS[-1] else None
            context = Context(destination, document_type, images_recognisable=pictured)
            report = checker.check(Draft(text, context))
            assert report.advice or report.verdict == "clear", context
            assert len(set(report.advice)) == len(report.advice)
            assert "{" not in report.summary
            assert not report.summary.endswith((": ?", ": ."))
            assert report.summary[-1] in ".?"


def replaced(checker, text: str, **context) -> str:
    findings = checker.check(Draft(text, Context(**context))).findings
    for finding in sorted(findings, key=lambda f: f.start, reverse=True):
        if finding.suggestions:
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        (DRAFTS[0], {}, "En elev i årskurs 3 vann skolans stafett!"),
        (
            DRAFTS[1],
            {},
            (
                "En elev och en annan elev i årskurs 3 läste. "
                "Sedan ritade den andra eleven, eleven och ytterligare en elev."
            ),
        ),
        (
            "Nora visar goda kunskaper om bråk.",
            {"destination": "unikum", "document_type": "written_assessment"},
            "Eleven visar goda kunskaper om bråk.",
        ),
        (DRAFTS[6], {"document_type": "list"}, DRAFTS[6].replace("4B", "årskurs 4")),
        ("Hej! 😀 Elsa vann.", {}, "Hej! 😀 En elev vann."),
        ("Läraren Johan Ek har gått hem sjuk.", {}, "Läraren Johan Ek har gått hem sjuk."),
    ],
)
def test_what_stands_there_instead_is_a_sentence(checker, text, context, expected) -> None:
    assert replaced(checker, text, **context) == expected


def test_a_sum_without_a_rule_names_what_weighs_most(checker) -> None:
    at_unikum = Context("unikum", "email", audience="one")
    report = checker.check(Draft(DRAFTS[3], at_unikum))
    assert "hälsa" in report.summary
    assert any("hälsa" in sentence for sentence in report.advice)


def test_a_document_in_the_wrong_place_is_said_to_be_there(checker) -> None:
    text = "Nora visar grundläggande kunskaper om bråk."
    report = checker.check(Draft(text, Context("outlook", "written_assessment")))
    assert report.summary == (
        "Publicera inte. E-posten är inte rätt plats för den här sortens text (skriftligt omdöme)."
    )
