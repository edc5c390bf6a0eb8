"""What must hold for any published number in any written form inside any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.numbers import forms, found, published_numbers
from integritetskoll.plain.normalize import HYPHENS, INVISIBLE, SPACES

NUMBERS = st.sampled_from(published_numbers())
PLACE = st.integers(0, 11)
WORDS = st.text("abcdefghijklmnoprstuvyåäö ,.!?()\n", max_size=40)
DASHES = st.sampled_from("-" + HYPHENS)
BLANKS = st.sampled_from(" " + SPACES)
HIDDEN = st.lists(st.tuples(st.integers(0, 30), st.sampled_from(INVISIBLE)), max_size=3)


def spell(form: str, dash: str, blank: str, hidden: list[tuple[int, str]]) -> str:
    """Write a form with other dashes and spaces, and with invisible characters inside."""
    written = form.replace("-", dash).replace(" ", blank)
    for place, character in hidden:
        inside = 1 + place % (len(written) - 1)
        written = written[:inside] + character + written[inside:]
    return written


@given(NUMBERS, PLACE, WORDS, WORDS, DASHES, BLANKS, HIDDEN)
@settings(deadline=None, max_examples=300)
def test_any_form_in_any_text_keeps_its_exact_span(
    number: str, place: int, before: str, after: str, dash: str, blank: str, hidden
) -> None:
    written = spell(forms(number)[place], dash, blank, hidden)
    hits = found(f"{before} personnummer: {written} {after}")
    assert (written, True) in [
        (text, code in ("personnummer", "samordningsnummer")) for text, code in hits
    ]


@given(st.integers(1890, 2026), st.integers(0, 9999), PLACE, WORDS, DASHES, BLANKS)
@settings(deadline=None, max_examples=300)
def test_the_31st_of_february_is_never_found(
    year: int, last: int, place: int, before: str, dash: str, blank: str
) -> None:
    form = forms(f"{year}0231{last:04}")[place]
    assert found(f"{before} personnummer: {spell(form, dash, blank, [])}.") == []


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_gives_spans_inside_it_that_never_overlap(text: str) -> None:
    assert all(stretch for stretch, _ in found(text))
