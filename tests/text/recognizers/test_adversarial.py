"""No recognizer blows up: 200,000 characters of what makes patterns backtrack, two seconds each."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from integritetskoll.text.recognizers.base import UNREAD
from integritetskoll.text.recognizers.catalog import RECOGNIZERS, build_recognizers
from tests.pace import stays_within

LENGTH = 200_000
LIMIT = 2.0
TOKEN = 1_000
UNITS = {
    "dashes": "-",
    "digits": "1",
    "digit dash": "1-",
    "spaces": " ",
    "letter": "a",
    "capitals": "A",
    "letter at": "a@",
    "letter digit": "A1",
    "zero space": "0 ",
    "dots": ".",
    "newlines": "\n",
    "tabs": "\t",
    "emoji": "😀",
    "mixed": "Aa1-@. /:å",
    "initials": "A. ",
    "genitives": "As ",
    "streets": "Storgatan 5 lgh 3 tr ",
    "links": "http://x.se/a?b=",
    "clock": "kl 14.30 ",
    "said": "lösenord till kod: ",
    "lives": "bor på ",
    "brackets": "([{",
    "quotes": '"”',
}


@pytest.fixture(scope="module")
def made(nlp) -> dict[type, object]:
    return {type(recognizer): recognizer for recognizer in build_recognizers(nlp)}


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return Vocab()


def of_length(unit: str) -> str:
    return (unit * (LENGTH // len(unit) + 1))[:LENGTH]


def doc_of(vocab: Vocab, text: str) -> Doc:
    """A Doc of few long tokens: the tokenizer is not what is tested here."""
    words = [text[start : start + TOKEN] for start in range(0, len(text), TOKEN)]
    return Doc(vocab, words=words, spaces=[False] * len(words))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize("recognizer", RECOGNIZERS, ids=lambda recognizer: recognizer.__name__)
def test_time_stays_linear(recognizer: type, unit: str, made, vocab) -> None:
    text = of_length(unit)
    doc = doc_of(vocab, text)
    assert stays_within(LIMIT, lambda: list(made[recognizer].find(text, doc)))


@pytest.mark.parametrize("text", ["", " ", "\n", "a", "1", "@", "å" * 3, "\x00", "\ud800"])
@pytest.mark.parametrize("recognizer", RECOGNIZERS, ids=lambda recognizer: recognizer.__name__)
def test_next_to_nothing_is_no_error(recognizer: type, text: str, made) -> None:
    assert not [hit for hit in made[recognizer].find(text, None) if hit.entity == UNREAD]
