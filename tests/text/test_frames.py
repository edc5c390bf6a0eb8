"""Teaching frames are tried only where a word of theirs stands."""

from __future__ import annotations

import re

import pytest

from bench.drafts import read
from integritetskoll.text.frames import taught
from integritetskoll.text.lexicon.reader import any_of, patterns


@pytest.mark.parametrize(
    "before",
    [
        "vi läser en bok om ",
        "klassen gjorde ett arbete kring ",
        "lektioner rörande ",
        "frågor angående ",
        "ett prov i ämnet ",
        "vi skriver om ",
        "nora förklarar ",
        "hur fungerar ",
        "vad är ",
    ],
)
def test_what_teaches(before: str) -> None:
    assert taught(before, "diabetes") is not None


def test_what_asks() -> None:
    assert taught("vad ", " betyder?") == taught("och hur det ", " fungerar, ") == 0
    assert taught("vad ", " betyder hon?") is taught("", " betyder?") is None


@pytest.mark.parametrize(
    "before", ["", "nora har ", "vi tänker på ", "omtanke kring alla, nora har "]
)
def test_what_does_not_teach(before: str) -> None:
    assert taught(before, "diabetes") is None


@pytest.mark.parametrize(
    "frame", ["general", "general_start", "lesson", "told_pupil", "taught_real"]
)
def test_alternatives_by_letter_find_what_a_row_of_them_finds(frame: str) -> None:
    row = re.compile(rf"\b(?:{'|'.join(patterns(frame))})(?!\w)")
    by_letter = re.compile(rf"\b{any_of(frame)}(?!\w)")
    texts = [draft["text"].lower() for draft in read()]
    found = [[match.span() for match in row.finditer(text)] for text in texts]
    assert any(found)
    assert found == [[match.span() for match in by_letter.finditer(text)] for text in texts]
