"""Sums, plots, cases and language exercises name nobody real; words of the school day undo it."""

from __future__ import annotations

import pytest

from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.segments import split
from integritetskoll.text.guesses import SENSITIVE
from integritetskoll.text.recognizers._passage_scores import Passage
from integritetskoll.text.taught import Taught, gives_task, is_real, taught
from tests.pace import grows_in_proportion
from tests.text.tables import cases

SUM = "Knut har tre fiskar och får två till. Hur många fiskar har Knut då?"


def somebody(checker, text: str, **options: bool) -> list[str]:
    findings = checker.analyzer.analyze(text, **options).findings
    told = SENSITIVE | {"PERSON"}
    real = (f for f in findings if f.role not in {Role.PUBLIC, Role.FICTION})
    return [f.text for f in real if f.entity in told and f.link is not Link.NONE]


@pytest.mark.parametrize("text", cases("taught", "taught"))
def test_who_is_named_in_a_lesson_is_nobody(checker, text: str) -> None:
    assert somebody(checker, text) == []


@pytest.mark.parametrize("text", cases("taught", "real"))
def test_who_is_named_in_the_school_day_is_somebody(checker, text: str) -> None:
    assert somebody(checker, text)


def test_a_document_about_pupils_never_teaches(checker) -> None:
    assert somebody(checker, SUM) == []
    for option in ("about_one", "listed", "assessing"):
        assert somebody(checker, SUM, **{option: True})


def test_one_who_also_stands_elsewhere_is_real_in_the_lesson_too(checker) -> None:
    text = f"{SUM}\n\nKnut fyller år idag."
    persons = [f for f in checker.analyzer.analyze(text).findings if f.entity == "PERSON"]
    assert {f.link for f in persons} == {Link.NAMED}


@pytest.mark.parametrize(
    ("said", "task"),
    [
        ("Skriv tre meningar om Ada.", True),
        ("1. Jämför texterna.", True),
        ("Ada har två äpplen. Hur många är det?", True),
        ("Vem är Ada? Vad vill hon? Hon bor vid havet.", True),
        ("Vem är Ada? Hon bor vid havet.", False),
        ("Rita har fått en penna.", False),
        ("Skriv upp Ada på listan.", False),
    ],
)
def test_a_task_tells_what_to_do_or_asks_last(said: str, task: bool) -> None:
    assert gives_task(said) is task


@pytest.mark.parametrize(
    "said", ["Ada går i 5B.", "Tack för idag!", "Ritad av Ada.", "Vi ses. /Ada", "Läs mer (Ada)"]
)
def test_words_of_the_school_day_are_seen(said: str) -> None:
    assert is_real(said)


def test_without_a_score_nothing_teaches() -> None:
    assert taught(SUM, split(SUM), [], (), ()) == Taught()
    low = [Passage(0, len(SUM), -50.0, 0.0, 0.0)]
    assert taught(SUM, split(SUM), low, (), ()) == Taught()


def test_time_grows_with_the_text() -> None:
    step = len(SUM) + 2

    def run(times: int) -> Taught:
        text = f"{SUM}\n\n" * times
        scored = [Passage(at * step, at * step + len(SUM), 9.0, 0.0, 0.0) for at in range(times)]
        return taught(text, split(text), scored, (), ())

    assert grows_in_proportion(run, 300, 3000)
