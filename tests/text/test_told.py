"""Stories, reviews, history, sports news and exercises tell of nobody; what stands beside does."""

from __future__ import annotations

import pytest

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link
from integritetskoll.plain.segments import split
from integritetskoll.text.guesses import SENSITIVE
from integritetskoll.text.overlap import Candidate
from integritetskoll.text.told import told
from tests.pace import stays_within
from tests.text.tables import cases


def sensitive(checker, text: str) -> list[str]:
    findings = checker.analyzer.analyze(text).findings
    return [f.text for f in findings if f.entity in SENSITIVE and f.link is not Link.NONE]


@pytest.mark.parametrize("text", cases("told", "told"))
def test_a_telling_is_about_nobody(checker, text: str) -> None:
    assert sensitive(checker, text) == []


@pytest.mark.parametrize("text", cases("told", "real"))
def test_what_is_said_of_pupils_beside_it_counts(checker, text: str) -> None:
    assert sensitive(checker, text)


def test_an_ordinary_letter_is_no_telling() -> None:
    text = "Hej! Vi har läst om kungar.\n\nRavi är sjuk på måndag.\nHälsningar Siv"
    telling = Candidate(Entity.HEALTH, text.find("sjuk"), text.find("sjuk") + 4, 0.9, "illness")
    assert told(text, split(text), (), [telling]) == frozenset()


def test_time_grows_with_the_text() -> None:
    text = "Sultan Murad IV regerade på 1600-talet och var gift med Ayşe. " * 50
    telling = [
        Candidate(Entity.HEALTH, at, at + 6, 0.9, "illness") for at in range(0, len(text), 9)
    ]
    assert stays_within(1.0, lambda: told(text, split(text), (), telling))
