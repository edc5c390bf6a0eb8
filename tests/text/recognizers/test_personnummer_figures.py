"""The figures of `python -m bench.numbers`, smaller, as tests."""

from __future__ import annotations

import pytest

from bench import numbers
from bench.numbers import found


def test_every_published_number_is_found_in_twelve_written_forms() -> None:
    assert len(numbers.published_numbers()) == 360
    assert all(len(set(numbers.forms(number))) == 12 for number in numbers.published_numbers())
    assert numbers.missed() == []


def test_no_other_number_in_its_context_is_taken_for_a_persons() -> None:
    taken = [(kind, text) for kind, text in numbers.decoys(10_000) if found(text)]
    assert taken == []


def test_bare_strings_are_taken_no_oftener_than_arithmetic_allows() -> None:
    rate, allowed = numbers.bare_rate(20_000)
    # Four standard deviations of a share of 0.8 % in 20,000 draws.
    assert rate <= allowed + 0.0025
    assert 0.006 < allowed < 0.009


def test_days_that_no_calendar_has_are_refused() -> None:
    assert numbers.lacking_days() == []


@pytest.mark.parametrize("wrong", range(1, 10))
def test_a_wrong_checksum_only_looks_like_one(wrong: int) -> None:
    last = str((4 + wrong) % 10)
    for form in ("20100117-238{}", "100117-238{}", "20100117238{}", "2010-01-17-238{}"):
        text = form.format(last)
        assert found(f"Det gäller {text} i dag.") == [(text, "personnummer_wrong_checksum")]
    assert found(f"Lappen sa 100117238{last} och inget mer.") == []


@pytest.mark.parametrize("cards", ["4571 2010 0117 2384", "4571201001172384", "2010011723841234"])
def test_nothing_is_cut_out_of_longer_digit_strings(cards: str) -> None:
    assert found(f"Nummer {cards} gäller.") == []
