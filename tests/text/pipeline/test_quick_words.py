"""The tokenizer's shortcuts change no token, no shape, and nothing of other pipelines."""

from __future__ import annotations

import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.lex_attrs import word_shape

from integritetskoll.text.pipeline.quick_words import quicken, shape
from models.recipe import held_out

TEXTS = [text for part in ("dev", "test") for text, _ in held_out.drafts(part)]
WORDS = (
    "a A aa Aa aA AA ab Abc aBC ABC Åsa åsaåsa ÅSAÅSA é É ß ǅ ǅa aǅ ª ªª xª "
    "漢 漢字 a漢 A漢 Élise 1 a1 A1b 3B kl.8 t.ex. Anna-Karin o'Hara 😀 😀a İ iİ ﬁ ﬁsk Ⅷ ⅷ ⓐ"
).split()


@pytest.mark.parametrize("word", ["", *WORDS, "x" * 99, "x" * 100, "X" + "x" * 98, "X" + "x" * 99])
def test_shapes_are_those_of_spacy(word):
    assert shape(word) == word_shape(word)


@pytest.mark.parametrize("text", [*TEXTS, " ".join(WORDS)], ids=lambda text: text[:20])
def test_tokens_are_those_of_spacy(quick, plain, text):
    ours, theirs = quick.make_doc(text), plain.make_doc(text)
    assert [(t.text, t.idx, t.shape, t.lower, t.suffix, t.is_punct) for t in ours] == [
        (t.text, t.idx, t.shape, t.lower, t.suffix, t.is_punct) for t in theirs
    ]


PIECES = [
    *"aAö.,:;!?()-'\"\n\t /1´%&_",
    *("  ", " ) ", "\r\n", "\u2003", "\x1c", "\x85", "\xa0", "😀"),
    *("t.ex.", "bl.a.", "kl", ":)", "):", "driveru", "Kr", "²", "åtta"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=500)
def test_mixed_signs_are_cut_as_by_spacy(quick, plain, text):
    ours, theirs = quick.make_doc(text), plain.make_doc(text)
    assert ours.text == text
    assert [(t.text, t.whitespace_) for t in ours] == [(t.text, t.whitespace_) for t in theirs]


def test_signs_of_different_lines_make_no_face(quick, plain):
    text = "(a or (b)):\n    c (d)"
    assert [t.text for t in quick.make_doc(text)] == [t.text for t in plain.make_doc(text)]


def test_no_rule_cuts_a_word_of_letters_alone(plain):
    letters = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalpha()]
    tokenizer = plain.tokenizer
    for letter in letters:
        for word in (letter, f"a{letter}", f"{letter}a"):
            assert not tokenizer.prefix_search(word), word
            assert not tokenizer.suffix_search(word), word
            assert not tokenizer.url_match(word), word
            assert not list(tokenizer.infix_finditer(word)), word


def test_rules_for_letters_of_another_pipeline_stay():
    nlp = spacy.blank("sv")
    nlp.tokenizer.prefix_search = spacy.util.compile_prefix_regex(["icke"]).search
    before = [t.text for t in nlp.make_doc("ickevåld idag")]
    quicken(nlp, own=False)
    assert [t.text for t in nlp.make_doc("ickevåld idag")] == before == ["icke", "våld", "idag"]
