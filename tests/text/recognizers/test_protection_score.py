"""The learned score of protection hints: steady, local, quick, and never without a person."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._learned_features import BITS, features_of
from integritetskoll.text.recognizers._learned_score import learned
from integritetskoll.text.recognizers._protection_score import NAME, Weighed, weigh
from integritetskoll.text.recognizers.protected_identity_hint import (
    LEARNED,
    ProtectedIdentityHintRecognizer,
)
from tests.pace import grows_in_proportion

PHRASES = ("Kim får inte synas på bild. ", "Vi hade matte. ", "bara inte Noor!\n", "hemlig ", "? ")


def weighed(text: str, nlp=None) -> Weighed:
    return weigh(features_of(text, nlp(text) if nlp else None), Cues.of(text, None))


def units(text: str, nlp=None) -> list[tuple[int, int]]:
    return [(unit.first, unit.last) for unit in weighed(text, nlp).telling]


def test_a_refusal_about_somebody_tells(nlp) -> None:
    assert (0, 0) in units(
        "Lägg inte ut bilden på Kim, hennes pappa får inte veta var de bor.", nlp
    )


@pytest.mark.parametrize(
    "text",
    ["", "Vi hade matte.", "Glöm inte gympapåsen på fredag!", "Det får inte plats på hyllan."],
)
def test_an_ordinary_sentence_does_not(text: str, nlp) -> None:
    assert units(text, nlp) == []


def test_the_same_sentence_tells_wherever_it_stands() -> None:
    text = "Lägg inte ut bilden på Kim, hennes pappa får inte veta var de bor."
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
    weights = learned(NAME)
    for table in (weights.words, weights.letters):
        assert table.shape == (2**BITS,)
        assert table.dtype == np.int8
        assert np.count_nonzero(table)


def test_what_is_possible_scores_between_doubt_and_threshold() -> None:
    for phrase in PHRASES:
        found = weighed(phrase)
        assert not set(found.telling) & set(found.possible)
        assert all(score >= learned(NAME).doubt for score in found.best.values())


@pytest.mark.parametrize("piece", PHRASES)
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    def tell(length: int) -> None:
        text = (piece * (length // len(piece) + 1))[:length]
        weighed(text)

    tell(1_000)
    assert grows_in_proportion(tell, 20_000, 200_000)
