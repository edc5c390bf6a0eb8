"""Redaction: placeholders by role, consistent, and nothing left to find."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.text.redact import PLACEHOLDER, redact


def person(text: str, start: int, number: int, role: Role = Role.PUPIL) -> Finding:
    return Finding(
        "PERSON", start, start + len(text), 0.9, "person_name", text, role=role, person=number
    )


def test_letters_follow_reading_order() -> None:
    text = "Noor och Elsa. Noor vann."
    findings = [person("Noor", 0, 0), person("Elsa", 9, 1), person("Noor", 15, 0)]
    assert redact(text, findings) == "[elev A] och [elev B]. [elev A] vann."


def test_each_role_counts_for_itself() -> None:
    text = "Elsa ropade på mamma Karin och rektor Siv."
    findings = [
        person("Elsa", 0, 0),
        person("Karin", 21, 1, Role.GUARDIAN),
        person("Siv", 38, 2, Role.STAFF),
    ]
    redacted = "[elev A] ropade på mamma [vårdnadshavare A] och rektor [personal A]."
    assert redact(text, findings) == redacted


def test_fiction_stays() -> None:
    assert redact("Pippi", [person("Pippi", 0, 0, Role.FICTION)]) == "Pippi"


def test_more_persons_than_letters() -> None:
    names = [f"Namn{number}" for number in range(30)]
    text = " ".join(names)
    findings = [person(name, text.index(name + ""), n) for n, name in enumerate(names[:1])]
    findings = []
    place = 0
    for number, name in enumerate(names):
        findings.append(person(name, place, number))
        place += len(name) + 1
    assert redact(text, findings).endswith("[elev Z] [elev AA] [elev AB] [elev AC] [elev AD]")


@pytest.mark.parametrize("text", ["[elev A]", "[personnummer]", "[elev AB]s", "[känslig uppgift]"])
def test_a_placeholder_is_known(text: str) -> None:
    assert PLACEHOLDER.fullmatch(text)


@pytest.mark.parametrize("text", ["[Elsa]", "[elsa lind]", "[elev kim]"])
def test_other_brackets_are_text(text: str) -> None:
    assert not PLACEHOLDER.search(text)


SENTENCES = [
    "Elsa Kvistberg i 7B har adhd.",
    "Ring Noors mamma på 070-174 06 05!",
    "Ravi fick A i engelska och Tindra gör om provet.",
    "Pnr: 20140312-9800 hör till Omar.".replace("20140312-9800", "189003259810"),
    "Mejla tindra.kvistberg@elev.example.se, hon bor på Rönnbärsgatan 14 B, lgh 1202.",
    "På torsdag kl 9 åker 5A till Liseberg!",
    "Lösenordet är Sommar2026.",
    "Mvh\nSiv Lind, mentor",
    "- Kim: 18 p\n- Alex: 20 p\n- Tilde: 7 p",
    "Vi läser om Pippi Långstrump.",
    "Bussen går 14.50 och Alma åker taxi 3 hem.",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_redaction_leaves_no_finding(checker, sentences: list[str]) -> None:
    context = Context()
    cleaned = checker.redact(Draft("\n".join(sentences), context)).text
    again = checker.redact(Draft(cleaned, context))
    left = [f for f in again.report.findings if f.link != "none"]
    assert not left, cleaned
    assert again.text == cleaned
