"""Inflection, compounds, capitals, false alarms, the cache, and time."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import spacy

from integritetskoll.domain.entity import Entity
from integritetskoll.text.lexicon import matcher
from integritetskoll.text.lexicon.matcher import lexicon_hits
from tests.pace import stays_within


def found(text: str, entity: Entity) -> list[str]:
    return [text[hit.start : hit.end] for hit in lexicon_hits(text).get(entity, ())]


@pytest.mark.parametrize(
    ("word", "entity"),
    [
        ("adhd-utredningen", Entity.HEALTH),
        ("ADHD:s", Entity.HEALTH),
        ("nötallergikern", Entity.HEALTH),
        ("jordnötsallergiska", Entity.HEALTH),
        ("epilepsimedicinen", Entity.HEALTH),
        ("diabeteselevens", Entity.HEALTH),
        ("dyslexsi", Entity.HEALTH),
        ("sjukskrivna", Entity.HEALTH),
        ("orosanmäldes", Entity.SOCIAL_CIRCUMSTANCES),
        ("skilsmässobarnen", Entity.SOCIAL_CIRCUMSTANCES),
        ("asylprocessen", Entity.SOCIAL_CIRCUMSTANCES),
        ("åtgärdsprogrammet", Entity.PUPIL_SUPPORT),
        ("kuratorssamtalen", Entity.SCHOOL_SECRECY),
        ("muslimernas", Entity.RELIGION),
        ("ramadanfastan", Entity.RELIGION),
        ("mobbades", Entity.DISCIPLINE),
        ("snattade", Entity.CRIMINAL_OFFENCE),
        ("skolkat", Entity.ABSENCE),
    ],
)
def test_forms_and_compounds(word: str, entity: Entity) -> None:
    assert found(f"Det gäller {word} nu.", entity) == [word]


@pytest.mark.parametrize(
    "word",
    "adhesion roman romersk transport allergivänlig sockerbit solsken blindbock passera "
    "hemort mobil krypta dopfunt steg aspekt fasad rastvakt konsert kurdistan isbit".split(),
)
def test_no_substring_matches(word: str) -> None:
    assert lexicon_hits(f"Det gäller {word} nu.") == {}


def test_capitals_where_small_letters_are_another_word() -> None:
    assert found("Kim har ADD.", Entity.HEALTH) == ["ADD"]
    assert found("Do you add one?", Entity.HEALTH) == []
    assert found("Sol och bad, insats enligt SoL", Entity.SOCIAL_CIRCUMSTANCES) == ["SoL"]


def test_a_phrase_does_not_cross_a_full_stop_or_a_line() -> None:
    for text in ("Ge henne särskilt. Stöd kommer.", "Ge henne särskilt\nstöd kommer."):
        assert not any("särskilt" in hit for hit in found(text, Entity.PUPIL_SUPPORT))
    assert found("Ge henne särskilt stöd.", Entity.PUPIL_SUPPORT) == ["Ge henne särskilt stöd"]


def test_a_gap_takes_up_to_three_words() -> None:
    assert found("Föräldrarna har nyligen skilt sig.", Entity.SOCIAL_CIRCUMSTANCES)
    assert not found("Föräldrarna bad oss alla igen att ha skilt sig", Entity.SOCIAL_CIRCUMSTANCES)


def test_of_two_that_overlap_the_longer_stays() -> None:
    assert found("Ella har ont i magen.", Entity.HEALTH) == ["ont i magen"]


def test_one_pass_for_all_categories_lies_in_the_doc() -> None:
    doc = spacy.blank("sv")("Kim har adhd och skolkade igår.")
    first = lexicon_hits(doc.text, doc)
    assert lexicon_hits("Kim har adhd och skolkade igår.", doc) is first
    assert set(first) == {Entity.HEALTH, Entity.ABSENCE}


def test_a_doc_of_another_text_is_not_believed() -> None:
    doc = spacy.blank("sv")("Kim har adhd.")
    lexicon_hits("Kim har adhd.", doc)
    assert lexicon_hits("Kim är glad.", doc) == {}


@pytest.mark.parametrize("doc", [None, SimpleNamespace(), SimpleNamespace(user_data=None)])
def test_it_works_without_spacy(doc: object) -> None:
    assert Entity.HEALTH in lexicon_hits("Kim har adhd.", doc)


@pytest.mark.parametrize(
    "piece", ["-", "a", "A", "7", " ", "\n", "har ", "fick A ", "adhd ", "a-", "ä:", "föräldrarna "]
)
def test_linear_on_adversarial_text(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert stays_within(3, lambda: lexicon_hits(text))


def test_the_index_holds_no_stray_forms() -> None:
    short = {word for word in matcher._index().words if len(word) < 3}
    assert short <= {"åp", "iq", "jv", "kk", "vg", "ig", "vgs", "igs", "iqs", "kks", "åps"}


def test_the_sure_one_of_two_that_say_the_same() -> None:
    """What a table is sure of stands, whatever a learned score says of the sentence."""
    assert [hit.sure for hit in lexicon_hits("Hon rispar sig själv.")[Entity.HEALTH]] == [True]
    assert [hit.sure for hit in lexicon_hits("Hon har astma.")[Entity.HEALTH]] == [False]
