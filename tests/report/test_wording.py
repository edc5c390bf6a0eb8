"""Every code that the code can produce has its sentence in both languages."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.policy.reader import standard_policy
from integritetskoll.report.wording import LANGUAGES, wording
from integritetskoll.text.recognizers.catalog import RECOGNIZERS

RULES = (
    "F1 F1_document F2 F3 F3_approved F4 F4_recognisable F5 F6 F7 F8 H1 H1_password H3 H4".split()
)
CODES = sorted({code for recognizer in RECOGNIZERS for code in recognizer.CODES})


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_have_the_same_codes_and_gaps() -> None:
    swedish, english = (wording(language).sections for language in LANGUAGES)
    assert {s: sorted(c) for s, c in swedish.items()} == {s: sorted(c) for s, c in english.items()}
    for section, codes in swedish.items():
        for code, template in codes.items():
            assert gaps(template) == gaps(english[section][code]), (section, code)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_reason_code_has_its_sentence(language: str, code: str) -> None:
    assert wording(language).sections["findings"].get(code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_rule_entity_and_level_has_its_sentence(language: str) -> None:
    sections = wording(language).sections
    assert set(Verdict) <= set(sections["verdicts"])
    assert set(RULES) <= set(sections["rules"])
    assert set(RULES) <= set(sections["summaries"])
    assert set(Entity) <= set(sections["entities"])
    weights = standard_policy().entities
    for entity in Entity:
        if weights[entity].sensitivity:
            assert f"sensitivity.{entity}" in sections["reasons"]
        if weights[entity].consequence:
            assert f"consequence.{entity}" in sections["reasons"]
    assert {f"spread.{level}" for level in range(5)} <= set(sections["reasons"])


def test_the_words_that_mean_something_else_to_teachers_are_not_used() -> None:
    # "värdeord" is Skolverket's word for level words.
    shown = "\n".join(text for codes in wording("sv").sections.values() for text in codes.values())
    assert not re.search(r"\bvärdeord", shown, re.IGNORECASE)
