"""Mentions of the same person get the same number."""

from __future__ import annotations

import pytest

from integritetskoll.domain.finding import Role
from integritetskoll.text.identity import number_persons

CASES = [
    (["Elsa", "Elsas", "Noor"], [0, 0, 1]),
    (["Elsa Lind", "Elsa", "elsa"], [0, 0, 0]),
    (["Elsa", "Elsa Lind"], [0, 0]),
    (["Elsa Lind", "Elsa Berg"], [0, 1]),
    (["Elsa L", "Elsa Lind"], [0, 0]),
    (["Elsa's", "ELSA"], [0, 0]),
    (["Max", "Maxs", "Maja"], [0, 0, 1]),
    (["Ann-Britt", "Ann"], [0, 1]),
    (["Lukas", "Luka"], [0, 0]),
    (["Åsa", "asa"], [0, 0]),
    (["Elsa Lind", "Noor", "Lind", "Linds"], [0, 1, 0, 0]),
    (["Elsa Lind", "Omar Lind", "Lind"], [0, 1, 2]),
    ([], []),
]


@pytest.mark.parametrize(("mentions", "numbers"), CASES)
def test_cases(mentions: list[str], numbers: list[int]) -> None:
    assert number_persons(mentions) == numbers


def test_a_character_met_after_a_pupil_of_that_name_is_somebody_else() -> None:
    pupil, fiction = Role.PUPIL, Role.FICTION
    assert number_persons(["Harry", "Harry Potter"], [pupil, fiction]) == [0, 1]
    assert number_persons(["Harry Potter", "Harry"], [fiction, pupil]) == [0, 0]
