"""The figures that assessments are held to, and that the time of a review keeps to its budget."""

from __future__ import annotations

import time

import pytest

from bench import assessments
from integritetskoll.domain.draft import Context
from integritetskoll.review.rows import Row
from integritetskoll.review.run import review
from tests.pace import slowness

CONTEXT = Context(destination="unikum", document_type="written_assessment")
SECONDS = 60
"""Of one core: twice the budget of two, because a busy machine must not decide."""
MEMORY = 40_000_000
"""Bytes that a process may grow by from the 100th to the 1,000th assessment."""


@pytest.mark.slow
def test_recall_and_precision_of_the_kept_aside_part(nlp) -> None:
    listed = assessments.judge(nlp, "aside")
    assert listed.recall >= 0.95
    assert listed.precision >= 0.95


@pytest.mark.slow
def test_unseen_expressions(nlp) -> None:
    without = assessments.entries_in("aside")
    assert len(without) >= 300
    unseen = assessments.judge(nlp, "aside", without=without)
    assert unseen.recall >= 0.70
    assert unseen.precision >= 0.90


@pytest.mark.slow
def test_good_assessments_stay_silent(nlp) -> None:
    silent, loud = assessments.good(nlp)
    assert silent / (silent + len(loud)) >= 0.98


def test_the_parts_are_as_large_as_they_say_and_share_no_sentence() -> None:
    aside = assessments.sentences("aside_value") + assessments.sentences("aside_traps")
    assert len(assessments.sentences("aside_value")) >= 300
    assert len(assessments.sentences("aside_traps")) >= 300
    assert len(assessments.texts("aside_good")) >= 200
    developed = assessments.sentences("dev_value") + assessments.sentences("dev_traps")
    assert not {*map(plain, aside)} & {*map(plain, developed)}


def plain(marked: str) -> str:
    return assessments.unmark(marked)[0].casefold()


def test_absolutes_said_of_a_pupil(nlp) -> None:
    found, marked, wrong = assessments.absolutes(nlp)
    assert marked >= 30
    assert found / marked >= 0.9
    assert found / (found + wrong) >= 0.9


@pytest.mark.slow
def test_the_development_part(nlp) -> None:
    listed = assessments.judge(nlp, "dev")
    assert listed.recall >= 0.90
    assert listed.precision >= 0.95


@pytest.mark.slow
def test_a_thousand_assessments(checker) -> None:
    text = assessments.of_words(120)
    assert len(text.split()) >= 120
    rows = (Row(number, f"{text} {number}") for number in range(1000))
    started, kept = time.process_time(), []
    for done in review(checker, rows, CONTEXT):
        assert done.report
        if done.row.number % 300 == 99:
            kept.append(assessments.resident())
    assert time.process_time() - started < SECONDS * slowness()
    assert kept[-1] - kept[0] < MEMORY
