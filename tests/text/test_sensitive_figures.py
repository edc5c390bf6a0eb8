"""The sensitive categories and teaching content hold what we say of them.

The development part is measured always; a part kept aside where there is one (its README).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from bench.sensitive import (
    DATA,
    MEASURED,
    PARTS,
    Result,
    alarmed,
    judge,
    read,
    section,
    unclear,
    weighty,
)
from integritetskoll.assemble import build_checker
from integritetskoll.settings import Settings

DEVELOPMENT, KEPT_ASIDE = PARTS
RECALL = {DEVELOPMENT: 0.80, KEPT_ASIDE: 0.74}
ALARMS = {DEVELOPMENT: 0.03, KEPT_ASIDE: 0.03}
CLEAR = {DEVELOPMENT: 0.85, KEPT_ASIDE: 0.96}
TOLD = {DEVELOPMENT: 0.05, KEPT_ASIDE: 0.13}
"""What was measured, with room for a pipeline trained anew."""
EVERY = {DEVELOPMENT: 7, KEPT_ASIDE: 1}
"""Of the development part, which is large, one text in so many is measured here."""
LEAST = 150


def texts(part: str, kind: str) -> list[str]:
    files = [DATA / "sensitive" / f"{category.lower()}.txt" for category in MEASURED]
    return [text for file in files for text in read(file).get(section(part, kind), [])]


WRITTEN = [part for part in PARTS if texts(part, "hits")]


def told_of(part: str, wrong: Sequence[str]) -> object:
    """What a failing test shows: nobody reads the part that is kept aside."""
    return wrong if part == DEVELOPMENT else len(wrong)


@cache
def results(part: str) -> tuple[Result, ...]:
    checker = build_checker(Settings())
    return tuple(judge(checker, category, part, every=EVERY[part]) for category in MEASURED)


@pytest.mark.parametrize("part", WRITTEN)
def test_the_sensitive_is_found(part: str) -> None:
    hits = sum(one.hits for one in results(part))
    missed = [text for one in results(part) for text in one.missed]
    assert hits > LEAST
    assert len(missed) <= (1 - RECALL[part]) * hits, told_of(part, missed)


@pytest.mark.parametrize("part", WRITTEN)
def test_the_harmless_is_left_alone(part: str) -> None:
    near = sum(one.near for one in results(part))
    wrong = [text for one in results(part) for text in one.wrong]
    assert near > LEAST
    assert len(wrong) <= ALARMS[part] * near, told_of(part, wrong)


@pytest.mark.parametrize("part", WRITTEN)
def test_teaching_content_is_clear(checker, part: str) -> None:
    total, wrong = unclear(checker, part)
    assert total > LEAST
    assert len(wrong) <= (1 - CLEAR[part]) * total, told_of(part, wrong)


@pytest.mark.parametrize("part", WRITTEN)
def test_few_ordinary_texts_are_told_of(checker, part: str) -> None:
    total, told = alarmed(checker, part, every=EVERY[part])
    assert total > LEAST
    assert len(told) <= TOLD[part] * total, told_of(part, told)


def test_ordinary_drafts_give_no_alarm(checker) -> None:
    drafts = read(DATA / "harmless.txt")["near"]
    wrong = [text for text in drafts if any(True for _ in weighty(checker, text))]
    assert len(wrong) <= 0.02 * len(drafts), wrong


@pytest.mark.parametrize("category", MEASURED)
def test_no_text_stands_in_two_places(category) -> None:
    table = read(DATA / "sensitive" / f"{category.lower()}.txt")
    texts = [text for section in table.values() for text in section]
    assert len(texts) == len(set(texts))
