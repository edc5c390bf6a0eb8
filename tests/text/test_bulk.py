"""Five persons with an attribute each are a register."""

from __future__ import annotations

import pytest

from integritetskoll.domain.finding import Finding, Role
from integritetskoll.plain.segments import split
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
