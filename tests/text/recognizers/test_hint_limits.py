"""Endless and hostile text: the rules of hints, whereabouts and value words stay linear."""

from __future__ import annotations

import pytest

from integritetskoll.text.recognizers.protected_identity_hint import ProtectedIdentityHintRecognizer
from integritetskoll.text.recognizers.value_word import ValueWordRecognizer
from integritetskoll.text.recognizers.whereabouts import WhereaboutsRecognizer
from tests.pace import stays_within

LENGTH = 200_000
PIECES = (
    *("-", "1", " ", "a", "A", "Å", "\n", "på ", "den 3 ", "kl 9 ", "12-12/12 ", '"lat '),
    *("får inte ", "inte bild på Noor utom ", "Noor Ali ", "till Åre ", "Nora är lat och "),
    *("Noor: lat\n", "skyddad identitet ", "jättejätte", "egentligen ", "säg inte var "),
    "Vi är på fredag i Åre ",
)
RECOGNIZERS = (ProtectedIdentityHintRecognizer, ValueWordRecognizer, WhereaboutsRecognizer)


@pytest.mark.parametrize("recognizer", RECOGNIZERS)
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_time_stays_within_bounds(piece: str, recognizer: type) -> None:
    text = piece * (LENGTH // len(piece))
    assert stays_within(8, lambda: list(recognizer().find(text, None)))


@pytest.mark.parametrize("recognizer", RECOGNIZERS)
@pytest.mark.parametrize("text", ["", " ", "\n", "İ" * 50, "lat", "?", "ẞ är lat", "👧 är lat"])
def test_odd_texts_do_no_harm(text: str, recognizer: type) -> None:
    for hit in recognizer().find(text, None):
        assert 0 <= hit.start < hit.end <= len(text)
