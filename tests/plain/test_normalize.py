"""The plain form and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integritetskoll.plain.normalize import normalize

FORMS = [
    ("２０１４", "2014"),
    ("2014\u20130312", "2014-0312"),
    ("2014\u22120312", "2014-0312"),
    ("070\u00a0174\u202f06\u200905", "070 174 06 05"),
    ("El\u00adsa", "Elsa"),
    ("El\u200bsa", "Elsa"),
    ("\u202eElsa\u202c", "Elsa"),
    ("A\u030asa", "Åsa"),
    ("Е\u200blsa", "Elsa"),  # the first letter is Cyrillic
    ("Москва", "Москва"),
    ("αβγ", "αβγ"),
    ("Elsa’s", "Elsa's"),
    ("rad\r\nrad\rrad", "rad\nrad\nrad"),
    ("a\u2028b", "a\nb"),
    ("a\x00b\x07c", "a b c"),
    ("½ m²", "½ m²"),
    ("ﬁn", "fin"),
    ("𝐀dam", "Adam"),
    ("e\u0336l\u0336s\u0336a\u0336", "elsa"),
    ("🙂👩‍👩‍👧", "🙂👩👩👧"),
]


@pytest.mark.parametrize(("sent", "plain"), FORMS)
def test_forms(sent: str, plain: str) -> None:
    assert normalize(sent).text == plain


@pytest.mark.parametrize("ordinary", ["", "Elsa åt glass – nej", "Rad\n\tRad", "Größe Žižek"])
def test_an_ordinary_text_is_itself(ordinary: str) -> None:
    plain = normalize(ordinary.replace("–", "-"))
    assert plain.starts is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_known_word_keeps_its_place(before: str, after: str) -> None:
    sent = f"{before} Elsa-7B {after}"
    plain = normalize(sent)
    start = plain.text.index("Elsa-7B", len(normalize(before).text))
    begin, end = plain.span(start, start + 7)
    assert sent[begin:end] == "Elsa-7B"


@given(st.text())
def test_offsets_never_leave_the_text(sent: str) -> None:
    plain = normalize(sent)
    if plain.starts is not None:
        assert len(plain.starts) == len(plain.ends) == len(plain.text)
        assert all(0 <= s < e <= len(sent) for s, e in zip(plain.starts, plain.ends, strict=True))
        assert list(plain.starts) == sorted(plain.starts)


@given(st.text())
def test_normalizing_again_changes_nothing(sent: str) -> None:
    once = normalize(sent).text
    assert normalize(once).text == once
