"""A text as numbers: steady, local to a segment, blind to who somebody is, quick."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.segments import split
from integritetskoll.text.recognizers._learned_features import BITS, Features, features
from tests.pace import grows_in_proportion


def read(text: str, *names: str) -> Features:
    """The features of a text in which `names` are those of persons, wherever they stand."""
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return features(fold_case(text), split(text).starts, spans)


def buckets(found: Features, segment: int) -> tuple[Counter[int], Counter[int]]:
    return (
        Counter(found.words[found.word_at == segment].tolist()),
        Counter(found.letters[found.letter_at == segment].tolist()),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim har feber.", "Noor har feber."),
        ("Kim Ek har feber.", "Noor har feber."),
        ("Vi i 5B läste.", "Vi i 7c läste."),
        ("Sidan 12 är svår.", "Sidan 384 är svår."),
    ],
)
def test_names_classes_and_numbers_are_one_sign_each(one: str, other: str) -> None:
    names = [
        [name for name in ("Kim Ek", "Kim", "Noor") if name in text][:1] for text in (one, other)
    ]
    found = [buckets(read(text, *own), 0)[0] for text, own in zip((one, other), names, strict=True)]
    assert found[0] == found[1]


def test_a_name_leaves_no_letters() -> None:
    words, letters = buckets(read("Wilhelmina har feber.", "Wilhelmina"), 0)
    assert (words, letters) == buckets(read("Kim har feber.", "Kim"), 0)


def test_other_words_tell() -> None:
    assert buckets(read("Kim har feber."), 0) != buckets(read("Kim har penna."), 0)
    assert buckets(read("feber har Kim."), 0)[0] != buckets(read("Kim har feber."), 0)[0]


@given(st.lists(st.sampled_from(["Vi läste.", "Hon har feber!", "5B: ute?", "Å"]), max_size=6))
@settings(deadline=None)
def test_a_segment_has_the_same_features_wherever_it_stands(before: list[str]) -> None:
    text = "\n".join([*before, "Kim får medicin av Elsa."])
    alone = read("Kim får medicin av Elsa.", "Kim", "Elsa")
    start = text.rindex("Kim"), text.rindex("Elsa")
    within = features(
        fold_case(text),
        split(text).starts,
        [(start[0], start[0] + 3), (start[1], start[1] + 4)],
    )
    assert buckets(within, within.segments - 1) == buckets(alone, 0)


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_gives_buckets_of_its_segments(text: str) -> None:
    found = read(text)
    for numbers, places in ((found.words, found.word_at), (found.letters, found.letter_at)):
        assert len(numbers) == len(places)
        assert all(0 <= number < 2**BITS for number in numbers.tolist())
        assert all(0 <= place < found.segments for place in places.tolist())
    assert found.sizes().sum() == len(found.words) + len(found.letters)


def test_sums_are_whole_numbers_of_the_segments() -> None:
    found = read("Vi läste.\nHon har feber.")
    weights = np.arange(2**BITS, dtype=np.int64).astype(np.int8)
    sums = found.sums(weights, weights)
    for segment in range(found.segments):
        words, letters = buckets(found, segment)
        counted = [*words.elements(), *letters.elements()]
        assert sums[segment] == sum(int(weights[number]) for number in counted)


def test_somebody_stands_in_a_segment() -> None:
    found = read("Kim läste.\nVi läste.\nHan läste.\nEleven läste.", "Kim")
    assert found.someone.tolist() == [True, False, True, True]


@pytest.mark.parametrize("piece", ["a", "Hon har feber. ", "5B 12 ", "?!:", "\U0001f600", "-\n"])
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    def tell(length: int) -> None:
        read((piece * (length // len(piece) + 1))[:length])

    tell(1_000)
    assert grows_in_proportion(tell, 20_000, 200_000)
