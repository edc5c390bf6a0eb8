"""General information is about nobody; a note may be about one without any word for them."""

from __future__ import annotations

import pytest

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.segments import split
from integritetskoll.text.guesses import TOLD
from integritetskoll.text.recognizers._passage_scores import Passage
from integritetskoll.text.unnamed import Unnamed, unnamed
from integritetskoll.text.view import PersonSpan, Tie
from tests.text.tables import cases

NOTE = "Har tagit pengar. Erkänner."
KNOWN = Tie(Link.NAMED)


def tied(checker, text: str) -> list[str]:
    findings = checker.analyzer.analyze(text).findings
    kinds = TOLD - {Entity.WHEREABOUTS}
    return [f.text for f in findings if f.entity in kinds and f.link is not Link.NONE]


@pytest.mark.parametrize("text", cases("unnamed", "general"))
def test_general_information_is_about_nobody(checker, text: str) -> None:
    assert tied(checker, text) == []


@pytest.mark.parametrize("text", cases("unnamed", "notes"))
def test_a_note_is_about_one(checker, text: str) -> None:
    assert tied(checker, text)


def test_who_is_named_stays_named_and_where_a_group_is_stays_told() -> None:
    informs = Unnamed(nobody=frozenset({0}), surely=frozenset())
    assert informs.is_nobodys(Entity.HEALTH, 0, KNOWN, grouped=False)
    assert not informs.is_nobodys(Entity.HEALTH, 1, KNOWN, grouped=False)
    assert not informs.is_nobodys(Entity.HEALTH, 0, Tie(Link.INDIRECT), grouped=False)
    assert not informs.is_nobodys(Entity.HEALTH, 0, Tie(Link.NAMED, 0), grouped=False)
    assert not informs.is_nobodys(Entity.WHEREABOUTS, 0, KNOWN, grouped=False)
    surely, described = Unnamed(frozenset({0}), frozenset({0})), Tie(Link.INDIRECT)
    assert surely.is_nobodys(Entity.HEALTH, 0, described, grouped=False)
    assert not surely.is_nobodys(Entity.HEALTH, 0, described, grouped=True)


@pytest.mark.parametrize(
    ("role", "one"), [(None, True), (Role.STAFF, True), (Role.PUPIL, False), (Role.GUARDIAN, False)]
)
def test_a_note_that_names_a_pupil_needs_no_score(role: Role | None, one: bool) -> None:
    persons = [PersonSpan(0, 3, role, 0)] if role else []
    scored = [Passage(0, len(NOTE), 0.0, -9.0, 9.0)]
    found = unnamed(split(NOTE), scored, persons)
    assert found.one == (frozenset({0, 1}) if one else frozenset())
    assert found.nobody == frozenset()


def test_without_a_score_nothing_is_known() -> None:
    assert unnamed(split(NOTE), [], []) == Unnamed()
