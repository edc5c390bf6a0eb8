"""Somebody of the register in what a picture file says of itself, wherever it stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.domain.draft import Context, Draft, Image
from integritetskoll.domain.verdict import Verdict
from tests.register.conftest import TUVA, Place, place_of, set_up


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Place:
    return set_up(place_of(Path(tmp_path_factory.mktemp("pictures"))), TUVA)


@pytest.mark.parametrize("place", PLACES)
def test_a_name_in_a_picture_file_blocks(filled: Place, checker, place: str) -> None:
    own = filled.checker(checker)
    data = PLACES[place]("Tuva Kvistlind")
    assert own.check(Draft("", images=(Image("a.jpg", data),))).verdict == Verdict.BLOCKED
    data = PLACES[place]("Elsa Krustberg")
    assert own.check(Draft("", images=(Image("a.jpg", data),))).verdict != Verdict.BLOCKED


@pytest.mark.parametrize(
    ("name", "text", "context"),
    [
        ("tuva_kvistlind_7b.jpg", "", {}),
        ("tuva_7b.jpg", "", {}),
        ("Tuva.jpg", "Klass 7B på utflykt.", {}),
        ("Tuva.jpg", "", {"school_class": "7B"}),
        ("Tuva.jpg", "", {"school": "Granbackaskolan"}),
    ],
)
def test_a_file_name_blocks(
    filled: Place, checker, name: str, text: str, context: dict[str, str]
) -> None:
    own, picture = filled.checker(checker), (Image(name, drawn.encoded("PNG")),)
    draft = Draft(text, Context(**context), images=picture)
    assert own.check(draft).verdict == Verdict.BLOCKED
    alone = own.check(Draft("", images=picture)).verdict == Verdict.BLOCKED
    assert alone == ("7b" in name)
