"""Which parts tie an assessment to the criteria."""

from __future__ import annotations

import pytest

from integritetskoll.text.criteria import read_criteria
from tests.pace import stays_within

CASES = {
    "Nora visar grundläggande kunskaper om bråk. Nästa steg är att förklara metoder.": "ABCD",
    "Eleven löser ekvationer.": "AB",
    "Du behöver träna mer på glosor.": "AD",
    "Eleven når betygskriterierna för E.": "BC",
    "Nora är lat men smart och stör ofta.": "",
    "Noel är glad och omtyckt av alla.": "",
    "Löser problem i flera steg med god säkerhet. Fortsätt med procent.": "ABCD",
    "I algebra förenklar eleven uttryck på ett i huvudsak fungerande sätt.": "ABC",
    "Eleven når kunskapskraven i fysik nivå 2.": "ABC",
}


@pytest.mark.parametrize("text", CASES)
def test_parts(text: str) -> None:
    read = read_criteria(text)
    flags = (read.content, read.verb, read.level, read.next_step)
    assert "".join(part for part, there in zip("ABCD", flags, strict=True) if there) == CASES[text]


def test_preschool_is_not_measured_against_a_norm() -> None:
    assert read_criteria("På förskolan bygger Iben torn och räknar klossar.").missing == ()
    measured = read_criteria("På förskolan visar Iben goda kunskaper om antal.")
    assert measured.missing == ("preschool_norm",)


@pytest.mark.parametrize("unit", ["Nora ", "nästa ", "visar ", "a.", "med ", "\n", "i huvudsak "])
def test_time_stays_linear(unit: str) -> None:
    text = (unit * 200_000)[:200_000]
    assert stays_within(1, lambda: read_criteria(text))
