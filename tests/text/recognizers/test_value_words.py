"""Value words: several in a sentence, each with its facts, and forms by rule."""

from __future__ import annotations

import pytest

from integritetskoll.text.pipeline import name_table
from integritetskoll.text.recognizers._value_lexicon import forms, look_up
from integritetskoll.text.recognizers.value_word import ValueWordRecognizer


@pytest.fixture(scope="module")
def recognizer(nlp) -> ValueWordRecognizer:
    return ValueWordRecognizer(names=name_table(nlp))


def found(recognizer: ValueWordRecognizer, text: str, doc: object) -> list[tuple[str, str]]:
    hits = sorted(recognizer.find(text, doc), key=lambda hit: hit.start)
    return [(text[hit.start : hit.end], hit.code) for hit in hits]


MIXED = {
    "Nina är blyg, men vågar mer.": [("blyg", "value_word"), ("vågar mer", "describes_pupil")],
    "Nora är lat men smart och stör ofta.": [
        ("lat", "value_word"),
        ("smart", "value_word_positive"),
        ("stör", "value_word"),
    ],
    "Tilde - duktig men slarvig": [("duktig", "value_word_positive"), ("slarvig", "value_word")],
    "Styrkor: snäll, hjälpsam. Svagheter: blyg.": [
        ("snäll", "value_word_positive"),
        ("hjälpsam", "value_word_positive"),
        ("blyg", "value_word"),
    ],
    "Flickorna är duktiga men pojkarna är stökiga.": [
        ("duktiga", "value_word_positive"),
        ("stökiga", "value_word"),
    ],
}


@pytest.mark.parametrize("text", MIXED)
def test_each_word_is_a_finding(text: str, recognizer, nlp) -> None:
    assert found(recognizer, text, nlp(text)) == MIXED[text]


@pytest.mark.parametrize("text", MIXED)
def test_another_engine_gives_no_doc(text: str, recognizer) -> None:
    listed = [hit for hit in MIXED[text] if hit[1] != "describes_pupil"]
    assert found(recognizer, text, None) == listed


def test_facts(recognizer, nlp) -> None:
    text = "Eleverna är pratiga."
    (hit,) = recognizer.find(text, nlp(text))
    assert {key: dict(hit.facts)[key] for key in dict(hit.facts) if key in KEYS} == {
        "polarity": "neg",
        "class": "BEHAV_NEG",
        "severity": "hard",
        "lemma": "pratig",
        "head": "group",
    }


KEYS = {"polarity", "class", "severity", "lemma", "head"}
KNOWN = {
    "lata": "lat",
    "duktigt": "duktig",
    "duktigaste": "duktig",
    "jätteduktig": "duktig",
    "skitjobbiga": "jobbig",
    "mogna": "mogen",
    "omoget": "omogen",
    "begåvat": "begåvad",
    "dumma": "dum",
    "noggrant": "noggrann",
    "osnäll": "osnäll",
    "sämst": "dålig",
    "slarvade": "slarva",
    "bråkstaken": "bråkstake",
    "duktiggg": "duktig",
    "duktigg": "duktig",
    "jääättelat": "lat",
}


@pytest.mark.parametrize("word", KNOWN)
def test_forms_by_rule(word: str) -> None:
    assert look_up([word], forms(), stretched=True)[0].value.lemma == KNOWN[word]


@pytest.mark.parametrize(
    "word",
    """latitud platta släta klart enskild jens surfplatta fullständig sötvatten brak abraham finska
    dumpling svagström latin mest klippor orden olika ofta sursöta asfalt superman""".split(),
)
def test_never_a_mere_substring(word: str) -> None:
    assert not look_up([word], forms(), stretched=True)
