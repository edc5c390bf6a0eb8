"""The learned score of protection hints: steady, local, quick, and never without a person."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._people import names_of
from integritetskoll.text.recognizers._protection_score import learned, telling_units
from integritetskoll.text.recognizers._protection_words import BITS
from integritetskoll.text.recognizers.protected_identity_hint import (
    LEARNED,
    ProtectedIdentityHintRecognizer,
)
from tests.pace import grows_in_proportion

PHRASES = ("Kim får inte synas på bild. ", "Vi hade matte. ", "bara inte Noor!\n", "hemlig ", "? ")


def units(text: str, nlp=None) -> list[tuple[int, int]]:
    names = names_of(nlp(text) if nlp else None)
    return [(unit.first, unit.last) for unit in telling_units(text, names, Cues.of(text, None))]


def test_a_refusal_about_somebody_tells(nlp) -> None:
    assert (0, 0) in units("Kim får inte synas på bild på hemsidan.", nlp)


@pytest.mark.parametrize(
    "text",
    ["", "Vi hade matte.", "Glöm inte gympapåsen på fredag!", "Det får inte plats på hyllan."],
)
def test_an_ordinary_sentence_does_not(text: str, nlp) -> None:
    assert units(text, nlp) == []


def test_the_same_sentence_tells_wherever_it_stands() -> None:
    text = "Kim får inte synas på bild på hemsidan."
    far = "Vi hade matte.\n" * 500 + text
    assert (500, 500) in units(far)
    assert units(text) == [(0, 0)]


@given(st.lists(st.sampled_from(PHRASES) | st.text(max_size=8), max_size=12).map("".join))
@settings(deadline=None, max_examples=80)
def test_units_lie_in_the_text_and_are_the_same_each_time(text: str) -> None:
    found = units(text)
    last = len(Cues.of(text, None).segments.items)
    assert found == units(text)
    assert all(0 <= first <= end < last and end - first <= 1 for first, end in found)


def test_the_recognizer_marks_a_whole_sentence_only_where_no_rule_found_a_phrase(nlp) -> None:
    text = "Kim får inte synas på bild på hemsidan."
    hits = list(ProtectedIdentityHintRecognizer().find(text, nlp(text)))
    assert hits
    assert all(hit.entity is Entity.PROTECTED_IDENTITY_HINT for hit in hits)
    assert LEARNED not in {hit.code for hit in hits}


def test_the_weights_are_whole_numbers_for_each_bucket_and_nothing_else() -> None:
    weights = learned()
    assert weights.buckets.shape == (2**BITS,)
    assert weights.buckets.dtype == np.int8
    assert np.count_nonzero(weights.buckets)


@pytest.mark.parametrize("piece", PHRASES)
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    def tell(length: int) -> None:
        text = (piece * (length // len(piece) + 1))[:length]
        list(telling_units(text, names_of(None), Cues.of(text, None)))

    tell(1_000)
    assert grows_in_proportion(tell, 20_000, 200_000)
