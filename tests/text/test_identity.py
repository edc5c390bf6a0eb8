"""Mentions of the same person get the same number."""

from __future__ import annotations

import pytest

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
    ([], []),
]


@pytest.mark.parametrize(("mentions", "numbers"), CASES)
def test_cases(mentions: list[str], numbers: list[int]) -> None:
    assert number_persons(mentions) == numbers
