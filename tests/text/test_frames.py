"""Teaching frames are tried only where a word of theirs stands."""

from __future__ import annotations

import pytest

from integritetskoll.text.frames import taught


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
