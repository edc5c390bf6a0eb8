"""Five persons with an attribute each are a register."""

from __future__ import annotations

import pytest

from bench.lists import ASIDE, FILE, judge, read
from integritetskoll.assemble import build_checker
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.plain.segments import split
from integritetskoll.settings import Settings
from integritetskoll.text.bulk import persons_with_attribute

NAMES = ("Kim", "Alex", "Tilde", "Omar", "Noor")


def persons(text: str, role: Role = Role.PUPIL) -> list[Finding]:
    return [
        Finding(
            "PERSON",
            text.index(name),
            text.index(name) + len(name),
            0.9,
            "person_name",
            name,
            role=role,
            person=number,
        )
        for number, name in enumerate(NAMES)
        if name in text
    ]


LIST = "\n".join(f"- {name}: 18 p" for name in NAMES)
PROSE = "Kim, Alex, Tilde, Omar och Noor spelade kubb."


@pytest.mark.parametrize(
    ("text", "listed", "expected"),
    [
        (LIST, False, 5),
        ("Kim\tnötter\nAlex\tmjölk", False, 2),
        (PROSE, False, 0),
        (PROSE, True, 5),
        ("Ingen alls", True, 0),
        # A few words or a value of their own, in one line.
        ("Skostorlek: Kim 34, Alex 37, Tilde 35, Omar 36, Noor 39", False, 5),
        (
            "Extra tid: Kim (dator, 50 %), Alex (50 %), Tilde (läst), Omar (sal 3), Noor (25 %).",
            False,
            5,
        ),
        (
            "Kim hade en häst, Alex en pingvin, Tilde en haj, Omar en hund och Noor en drake.",
            False,
            5,
        ),
        ("Kim fick 14, Alex 9, Tilde 17.", False, 3),
        ("Kim fick 14. Alla andra hade roligt med Alex, Tilde, Omar och Noor.", False, 0),
        # The label of a row.
        ("Röd grupp: Kim, Alex\nGul grupp: Tilde, Omar och Noor", False, 5),
        ("Kök 1 = Kim, Alex\nKök 2 = Tilde, Omar, Noor", False, 5),
        ("- musik (Kim, Alex)\n- korv (Tilde, Omar, Noor)", False, 5),
        ("grupp 1 Kim, Alex\ngrupp 2 Tilde, Omar, Noor", False, 5),
        ("Hej Kim, Alex, Tilde, Omar och Noor: vi ses!", False, 0),
        ("Tack: Kim, Alex, Tilde, Omar, Noor", False, 0),
        # The heading of names alone, and ticks.
        ("Har inte lämnat in:\nKim\nAlex\nTilde\nOmar\nNoor", False, 5),
        ("Bil 1 kl 13.15\n  Kim\n  Alex\nBil 2 kl 13.30\n  Tilde\n  Omar\n  Noor", False, 5),
        ("✅ Kim\n❌ Alex\n✅ Tilde\n✅ Omar\n❌ Noor", False, 5),
        ("Kim\nAlex\nTilde\nOmar\nNoor", False, 0),
        ("Har inte lämnat in:\nKim\nAlex\nTilde", False, 0),
        # Rows of a name and a few words; sentences are none.
        ("Kim nötter\nAlex äter ej fläsk\nTilde laktos\nOmar ägg\nNoor fisk", False, 5),
        ("Kim sover.\nAlex läser.\nTilde går.\nOmar ritar.\nNoor äter.", False, 0),
    ],
)
def test_counts(text: str, listed: bool, expected: int) -> None:
    assert persons_with_attribute(text, persons(text), split(text), listed=listed) == expected


def test_a_comma_list_with_an_attribute_each_counts() -> None:
    text = "Allergier: Kim nötter, Alex mjölk, Tilde ägg, Omar fisk, Noor soja."
    found = persons(text) + [
        Finding("HEALTH", text.index(word), text.index(word) + 3, 0.9, "allergy", word)
        for word in ("nötter", "mjölk", "ägg", "fisk", "soja")
    ]
    assert persons_with_attribute(text, found, split(text), listed=False) == 5


def test_staff_is_no_register() -> None:
    assert persons_with_attribute(LIST, persons(LIST, Role.STAFF), split(LIST), listed=True) == 0


@pytest.mark.parametrize(
    ("path", "found", "wrong", "verdicts"), [(FILE, 90, 5, 175), (ASIDE, 83, 7, 163)]
)
def test_lists_that_others_wrote(path, found, wrong, verdicts) -> None:
    told = judge(build_checker(Settings()), read(path))
    assert len(told.registers) == len(told.others) == 100
    assert len(told.registers) - len(told.missed) >= found
    assert len(told.wrong) <= wrong
    assert sum(outcome.right for outcome in told.verdicts) >= verdicts
