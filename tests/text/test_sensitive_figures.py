"""The kept-aside parts of the sensitive categories and of teaching content hold what we say."""

from __future__ import annotations

from functools import cache

import pytest

from bench.sensitive import DATA, MEASURED, PARTS, Result, judge, read, unclear, weighty
from integritetskoll.assemble import build_checker
from integritetskoll.settings import Settings

KEPT_ASIDE = PARTS[1]
RECALL, ALARMS, CLEAR = 0.77, 0.04, 0.94
"""What was measured (0.81, 0.009, 0.958), with room for a pipeline trained anew."""


@cache
def results() -> tuple[Result, ...]:
    checker = build_checker(Settings())
    return tuple(judge(checker, category, KEPT_ASIDE) for category in MEASURED)


def test_the_sensitive_is_found() -> None:
    hits = sum(one.hits for one in results())
    missed = [text for one in results() for text in one.missed]
    assert hits > 150
    assert len(missed) <= (1 - RECALL) * hits, missed


def test_the_harmless_is_left_alone() -> None:
    near = sum(one.near for one in results())
    wrong = [text for one in results() for text in one.wrong]
    assert near > 150
    assert len(wrong) <= ALARMS * near, wrong


def test_teaching_content_is_clear(checker) -> None:
    total, wrong = unclear(checker, KEPT_ASIDE)
    assert total > 150
    assert len(wrong) <= (1 - CLEAR) * total, wrong


def test_ordinary_drafts_give_no_alarm(checker) -> None:
    drafts = read(DATA / "harmless.txt")["near"]
    wrong = [text for text in drafts if any(True for _ in weighty(checker, text))]
    assert len(wrong) <= 0.02 * len(drafts), wrong


@pytest.mark.parametrize("category", MEASURED)
def test_no_text_stands_in_two_places(category) -> None:
    table = read(DATA / "sensitive" / f"{category.lower()}.txt")
    texts = [text for section in table.values() for text in section]
    assert len(texts) == len(set(texts))
