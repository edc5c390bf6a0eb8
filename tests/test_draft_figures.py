"""Whole drafts come out with the verdict that a careful reader gives, as often as we say."""

from __future__ import annotations

import pytest

from bench.drafts import ASIDE, FILE, ORDER, Outcome, outcomes, read
from integritetskoll.domain.verdict import Verdict

RIGHT, MILD, HARD, FOUND = 0.80, 0.07, 0.14, 0.60
"""What was measured, with room for a pipeline trained anew."""


@pytest.fixture(scope="module", params=[FILE, ASIDE], ids=["read", "kept aside"])
def measured(checker, request) -> list[Outcome]:
    return list(outcomes(checker, read(request.param)))


def test_most_verdicts_are_right(measured) -> None:
    assert sum(o.right for o in measured) >= RIGHT * len(measured)


def test_few_are_too_mild_or_too_hard(measured) -> None:
    assert sum(o.mild for o in measured) <= MILD * len(measured)
    assert sum(o.hard for o in measured) <= HARD * len(measured)


def test_most_of_what_tells_is_found(measured) -> None:
    assert sum(o.found for o in measured) >= FOUND * sum(o.told for o in measured)


def test_the_drafts_are_of_every_verdict_and_hold_what_they_tell() -> None:
    rows = [*read(), *read(ASIDE)]
    assert {Verdict(row["verdict"]) for row in rows} == set(ORDER)
    assert all(words in row["text"] for row in rows for _, words in row["tells"])


@pytest.mark.parametrize(
    ("wanted", "given", "right", "mild", "hard"),
    [
        (("clear",), "clear", True, False, False),
        (("clear",), "review", False, False, True),
        (("review", "do_not_publish"), "do_not_publish", True, False, False),
        (("review", "do_not_publish"), "clear", False, True, False),
        (("review", "do_not_publish"), "blocked", False, False, True),
    ],
)
def test_a_verdict_is_right_too_mild_or_too_hard(wanted, given, right, mild, hard) -> None:
    outcome = Outcome("", tuple(map(Verdict, wanted)), Verdict(given), 0, 0)
    assert (outcome.right, outcome.mild, outcome.hard) == (right, mild, hard)
