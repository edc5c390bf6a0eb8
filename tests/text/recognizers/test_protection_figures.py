"""Protection hints block the whole draft: their precision has a floor of its own."""

from __future__ import annotations

import pytest

from bench.protection import DATA, judge, read, wilson

KEPT_ASIDE = "kept aside"
RECALL = 0.85
"""Below the 0.90 measured on texts no rule was made for: the goal of 0.95 isn't reached yet."""


@pytest.fixture(scope="module")
def figures(nlp):
    return judge(nlp, KEPT_ASIDE)


def test_precision_on_texts_that_no_rule_was_made_for(figures) -> None:
    right, _, wrong = figures
    assert right / (right + len(wrong)) >= 0.98, wrong


def test_recall_on_texts_that_no_rule_was_made_for(figures) -> None:
    right, missed, _ = figures
    assert right / (right + len(missed)) >= RECALL, missed


@pytest.mark.parametrize(("name", "least"), [("hits", 250), ("near", 400)])
def test_there_are_enough_texts_and_no_text_is_in_both_parts(name: str, least: int) -> None:
    parts = read(DATA / f"protection_{name}.txt")
    texts = [text for part in parts.values() for text in part]
    assert len(texts) == len(set(texts)) >= least


def test_wilson_interval() -> None:
    low, high = wilson(98, 100)
    assert (round(low, 3), round(high, 3)) == (0.930, 0.994)
