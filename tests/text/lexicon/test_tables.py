"""The tables are whole: every row reads, nothing stands twice, every class and code is known."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from integritetskoll.domain.entity import Entity
from integritetskoll.text.lexicon.phrases import SHAPES, patterns
from integritetskoll.text.lexicon.reader import (
    CATEGORIES,
    FREE,
    Entry,
    Kind,
    entries,
    word_classes,
)
from integritetskoll.text.recognizers.catalog import RECOGNIZERS
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer

ENTRIES = entries()
CODES = {
    recognizer.ENTITIES[0]: set(recognizer.CODES)
    for recognizer in RECOGNIZERS
    if issubclass(recognizer, LexiconRecognizer)
}


def of(category: Entity | None) -> list[Entry]:
    return [entry for entry in ENTRIES if entry.category is category]


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_category_has_its_recognizer_and_exactly_its_codes(category: Entity) -> None:
    assert {entry.code for entry in of(category)} - {FREE} == CODES[category]


@pytest.mark.parametrize("category", CATEGORIES)
def test_no_entry_stands_twice(category: Entity) -> None:
    seen = Counter((entry.variants, entry.kind, entry.code) for entry in of(category))
    assert [key for key, count in seen.items() if count > 1] == []


def test_an_entry_is_well_formed() -> None:
    for entry in ENTRIES:
        assert 0 <= entry.sensitivity <= 4, entry
        assert entry.source, entry
        assert all(variant == variant.strip() and variant for variant in entry.variants), entry
        if entry.kind is not Kind.PHRASE:
            assert not any(" " in variant for variant in entry.variants), entry


def test_phrases_name_known_classes_and_no_short_stems() -> None:
    for entry in ENTRIES:
        if entry.kind is Kind.PHRASE:
            for tokens in patterns(entry.variants[0]):
                for part in (p for token in tokens for p in token.split("/") if p):
                    if len(part) > 1 and part[0] == "<":
                        assert part[1:-1] in word_classes() or part[1:-1] in SHAPES, part
                    if part.endswith("*"):
                        assert len(part) > 3, part


def test_a_phrase_begins_with_a_word() -> None:
    for entry in ENTRIES:
        if entry.kind is Kind.PHRASE:
            for tokens in patterns(entry.variants[0]):
                assert tokens[0] != ".."
                assert tokens[0] != "<namn>"


def test_false_alarms_are_single_words_with_marks() -> None:
    allowed = re.compile(r"[<>]?\*?[\w:'§%,&-]+\*?|[<>][:,=-]")
    wrong = [a for entry in ENTRIES for a in entry.false_alarm if not allowed.fullmatch(a)]
    assert wrong == []


@pytest.mark.parametrize(
    ("category", "least"),
    [
        (Entity.HEALTH, 500),
        (Entity.SOCIAL_CIRCUMSTANCES, 300),
        (Entity.RELIGION, 150),
        (Entity.ETHNICITY, 150),
        (Entity.PUPIL_SUPPORT, 150),
        (Entity.DISCIPLINE, 150),
        (Entity.CRIMINAL_OFFENCE, 150),
        (Entity.GRADE, 150),
        (Entity.ABSENCE, 150),
    ],
)
def test_the_big_categories_are_wide(category: Entity, least: int) -> None:
    assert len(of(category)) >= least
