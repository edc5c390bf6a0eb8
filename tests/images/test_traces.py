"""A text that still stands in the bytes is seen, in every encoding, and nothing else is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.traces import LEAST, any_left
from integritetskoll.images.clean.verified import CLEANERS, clean_image

NOISE = random.Random(4).randbytes(20_000)  # noqa: S311 - the same noise every time
ENCODINGS = ("utf-8", "latin-1", "mac_roman", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "name", ["Tindra Kvistberg", "Åsa Hjortsäter", "ÅÄÖ åäö ÅÄÖ", "Eva\nÖberg"]
)
def test_every_way_of_writing(encoding: str, name: str) -> None:
    assert any_left([name], NOISE + name.encode(encoding) + NOISE)
    assert any_left(["Siv Åkerlund", name], name.encode(encoding))
    assert not any_left([name], NOISE)


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(st.characters(max_codepoint=0x24F, min_codepoint=32), min_size=LEAST, max_size=40),
    encoding=st.sampled_from(("utf-8", "utf-16-le", "utf-16-be")),
    around=st.binary(max_size=60),
)
def test_no_text_is_overlooked(text: str, encoding: str, around: bytes) -> None:
    assert any_left([text], around + text.encode(encoding) + around)


def test_short_texts_are_chance() -> None:
    assert not any_left(["Omar", ""], b"Omar Al-Sayed")


def test_a_copy_that_holds_a_text_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = PLACES["jpeg comment"]("Tindra Kvistberg")
    scan = drawn.encoded("JPEG")
    hidden = scan[:-2] + b"Tindra Kvistberg" + scan[-2:]
    monkeypatch.setitem(CLEANERS, "jpeg", lambda _: hidden)
    with pytest.raises(ImageError, match="image_not_cleaned_left"):
        clean_image("a.jpg", data)
