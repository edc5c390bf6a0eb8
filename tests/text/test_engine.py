"""Long texts are cut into pieces that together are the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from integritetskoll.text.engine import PIECE, pieces


@given(st.lists(st.sampled_from(["a" * 3000, "ord ", "\n\n", "mening. ", "\n"]), max_size=40))
def test_the_pieces_are_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    cut = list(pieces(text))
    assert "".join(piece for _, piece in cut) == text
    assert all(text[offset : offset + len(piece)] == piece for offset, piece in cut)
    assert all(len(piece) <= PIECE for _, piece in cut)
