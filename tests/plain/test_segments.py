"""Sentences, rows and list items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integritetskoll.plain.segments import split

CASES = [
    ("Hej! Vi ses.", ["Hej!", "Vi ses."]),
    ("Vi åker kl. 9 på fredag. Ta med matsäck.", ["Vi åker kl. 9 på fredag.", "Ta med matsäck."]),
    ("Vi har bl.a. läst. Och räknat.", ["Vi har bl.a. läst.", "Och räknat."]),
    ("Vi läser m.m. Ta med bok.", ["Vi läser m.m.", "Ta med bok."]),
    ("Den 3. maj ses vi.", ["Den 3. maj ses vi."]),
    ("Eva S. kom. Ola gick.", ["Eva S. kom.", "Ola gick."]),
    ("Rubrik\nText här", ["Rubrik", "Text här"]),
    ("- Kim: 3\n- Ola: 4", ["- Kim: 3", "- Ola: 4"]),
    ("Vad?! Jo.", ["Vad?!", "Jo."]),
    ("", [""]),
]


@pytest.mark.parametrize(("text", "pieces"), CASES)
def test_cases(text: str, pieces: list[str]) -> None:
    found = [text[s.start : s.end].strip() for s in split(text).items]
    assert found == pieces


@given(st.text())
def test_segments_are_in_order_and_every_place_has_one(text: str) -> None:
    segments = split(text)
    edges = [(s.start, s.end) for s in segments.items]
    assert edges == sorted(edges)
    assert all(0 <= segments.at(place) < len(segments.items) for place in range(len(text)))
