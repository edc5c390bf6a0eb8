"""Rewordings point to knowledge and are filled from the sentence."""

from __future__ import annotations

import pytest

from integritetskoll.text.pipeline import name_table
from integritetskoll.text.recognizers._value_lexicon import values
from integritetskoll.text.recognizers.value_word import ValueWordRecognizer
from integritetskoll.text.rewrite import rewordings


@pytest.fixture(scope="module")
def recognizer(nlp) -> ValueWordRecognizer:
    return ValueWordRecognizer(names=name_table(nlp))


@pytest.mark.parametrize(
    ("text", "holds"),
    [("Nora är duktig på engelska.", ("Nora visar", "engelska")),
     ("Hon är begåvad i algebra.", ("Hon visar", "algebra")),
     ("Du är lat.", ("Du",)),
     ("Eleven är en virvelvind.", ("Eleven visar",))],
)  # fmt: skip
def test_filled_from_the_sentence(recognizer, nlp, text: str, holds: tuple[str, ...]) -> None:
    (hit,) = recognizer.find(text, nlp(text))
    given = rewordings(dict(hit.facts))
    assert 1 <= len(given) <= 3
    for part in holds:
        assert any(part in wording for wording in given), given


def test_every_entry_has_a_rewording() -> None:
    for value in values():
        assert rewordings({"theme": value.theme, "own": value.own}), value.lemma


def test_no_theme_no_rewording() -> None:
    assert rewordings({}) == ()


def test_the_lexicon_is_as_large_as_promised() -> None:
    kinds = [value.kind == "phrase" for value in values()]
    assert kinds.count(False) >= 1500
    assert kinds.count(True) >= 500
    assert len({value.lemma for value in values()}) >= 2000
