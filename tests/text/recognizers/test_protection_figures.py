"""Protection hints block the whole draft: their precision has a floor of its own."""

from __future__ import annotations

import pytest

from bench.protection import DATA, WAYS, judge, read, wilson

KEPT_ASIDE = "kept aside"
PRECISION = 0.95
"""Measured once on texts nobody had seen who made rules or score: 0.971 (rules alone 0.961, the
score alone 1.000). The goal of 0.98 isn't reached on such texts."""
RECALL = 0.80
"""Measured 0.833 (rules alone 0.608, the score alone 0.717); the goal of 0.95 isn't reached."""
SCORE_PRECISION, SCORE_RECALL = 0.97, 0.69


@pytest.fixture(scope="module")
def figures(nlp):
    return judge(nlp, KEPT_ASIDE)


@pytest.fixture(scope="module")
def of_score(nlp):
    return judge(nlp, KEPT_ASIDE, WAYS["score"])


def test_precision_on_texts_that_nothing_was_made_for(figures) -> None:
    right, _, wrong = figures
    assert right / (right + len(wrong)) >= PRECISION, wrong


def test_recall_on_texts_that_nothing_was_made_for(figures) -> None:
    right, missed, _ = figures
    assert right / (right + len(missed)) >= RECALL, missed


def test_the_learned_score_by_itself(of_score) -> None:
    right, missed, wrong = of_score
    assert right / (right + len(wrong)) >= SCORE_PRECISION, wrong
    assert right / (right + len(missed)) >= SCORE_RECALL


@pytest.mark.parametrize(("name", "least"), [("hits", 250), ("near", 400)])
def test_there_are_enough_texts_and_no_text_is_in_both_parts(name: str, least: int) -> None:
    parts = read(DATA / f"protection_{name}.txt")
    texts = [text for part in parts.values() for text in part]
    assert len(texts) == len(set(texts)) >= least


def test_wilson_interval() -> None:
    low, high = wilson(98, 100)
    assert (round(low, 3), round(high, 3)) == (0.930, 0.994)
