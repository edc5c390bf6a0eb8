"""Figures of the works that a text names are nobody at school; pupils of the same name are."""

from __future__ import annotations

import pytest

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link, Role
from integritetskoll.text.persons.tokens import words_of
from integritetskoll.text.persons.wordlists import rows
from integritetskoll.text.persons.works import figures_of, titles_in
from tests.text.recognizers.conftest import unmark
from tests.text.tables import cases

LEAST = 700
"""Works that the list holds at least."""


def persons(checker, marked: str) -> dict[str, object]:
    text, spans = unmark(marked)
    findings = checker.analyzer.analyze(text).findings
    found = {f.start: f for f in findings if f.entity is Entity.PERSON}
    return {text[start:end]: found.get(start) for start, end in spans}


def titles(text: str) -> list[str]:
    words = words_of(text)
    return [text[t.start : t.end] for t in titles_in(text, words, {w.lower for w in words})]


@pytest.mark.parametrize("marked", cases("works", "figures"))
def test_a_figure_is_nobody_at_school(checker, marked: str) -> None:
    for name, found in persons(checker, marked).items():
        assert found is None or (found.role, found.link) == (Role.FICTION, Link.NONE), name


@pytest.mark.parametrize("marked", cases("works", "figures"))
def test_what_is_said_of_a_figure_ties_to_nobody(checker, marked: str) -> None:
    findings = checker.analyzer.analyze(unmark(marked)[0]).findings
    assert [f.text for f in findings if f.link is Link.NAMED] == []


@pytest.mark.parametrize("marked", cases("works", "pupils"))
def test_a_pupil_of_that_name_counts(checker, marked: str) -> None:
    for name, found in persons(checker, marked).items():
        assert found is not None, name
        assert found.role is not Role.FICTION, name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi läser flugornas herre i åk 8.", ["flugornas herre"]),
        ("Hamlets tvekan", ["Hamlet"]),
        ("hamlet", []),
        ("Läs boken ”Matilda” till fredag.", ["Matilda"]),
        ("Matilda av Roald Dahl", ["Matilda"]),
        ("Idag läser Matilda högt.", []),
        ("Barnen på Bullerbyn sover.", []),
        ("Läs boken om Bullerbyn!", ["Bullerbyn"]),
        ("Vi ska flyga drake.", []),
        ("Good Bye, Lenin! är en film.", ["Good Bye, Lenin"]),
        ("Romeo dör i slutet, Julia också.", ["Romeo", "Julia"]),
        ("Romeo ringde. Julia svarade.", []),
    ],
)
def test_titles(text: str, found: list[str]) -> None:
    assert titles(text) == found


def test_the_list_is_whole() -> None:
    table = list(rows("works"))
    assert len(table) >= LEAST
    assert all(len(row) == len(("titles", "kind", "figures")) and all(row) for row in table)


def test_figures_are_those_of_the_work() -> None:
    words = words_of("Flugornas herre")
    found = titles_in("Flugornas herre", words, {"flugornas", "herre"})
    assert {"ralph", "piggy"} <= figures_of(found)
    assert "romeo" not in figures_of(found)
