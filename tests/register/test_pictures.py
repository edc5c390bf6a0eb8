"""Whoever is in the register stops a picture, wherever the file names them; and gets no copy."""

from __future__ import annotations

import pytest

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.domain.draft import Context, Draft, Image
from integritetskoll.domain.verdict import Verdict
from tests.register.conftest import Place

NAME = "Tuva Kvistlind"
OTHER = "Siv Granlund"


def shown(place: Place, checker, image: Image, text: str = ""):
    return place.checker(checker).check(Draft(text, images=(image,)))


def test_a_name_in_any_place_stops_the_picture(filled: Place, checker) -> None:
    missed = []
    for place, write in PLACES.items():
        report = shown(filled, checker, Image("IMG_1.jpg", write(NAME)))
        if report.verdict != Verdict.BLOCKED:
            missed.append(place)
    assert missed == []


def test_nobody_else_stops_one(filled: Place, checker) -> None:
    for place in list(PLACES)[::10]:
        image = Image("IMG_1.jpg", PLACES[place](OTHER))
        assert shown(filled, checker, image).verdict != Verdict.BLOCKED


@pytest.mark.parametrize("name", ["Tuva Kvistlind.jpg", "tuva_7b.png", "kvistlindtuva.heic"])
def test_a_file_name_stops_it(filled: Place, checker, name: str) -> None:
    image = Image(name, drawn.encoded("PNG"))
    assert shown(filled, checker, image).verdict == Verdict.BLOCKED
    broken = Image(name, b"GIF89a")
    assert shown(filled, checker, broken, text="Vi byggde broar.").verdict == Verdict.BLOCKED


def test_a_blocked_picture_says_nothing_and_is_not_cleaned(filled: Place, checker) -> None:
    own = filled.checker(checker)
    image = Image("IMG_1.jpg", PLACES["jpeg xmp mwg region"](NAME))
    done = own.clean(image)
    assert done.cleaned is None
    assert (done.report.findings, done.report.assessment) == ((), None)
    assert own.clean(Image("IMG_1.jpg", PLACES["jpeg xmp mwg region"](OTHER))).cleaned


def test_a_picture_stops_the_text_it_comes_with(filled: Place, checker) -> None:
    image = Image("IMG_1.jpg", PLACES["png text"](NAME))
    assert shown(filled, checker, image, text="Vi byggde broar.").verdict == Verdict.BLOCKED


def test_given_name_in_the_file_and_class_in_the_text(filled: Place, checker) -> None:
    image = Image("Tuva.jpg", drawn.encoded("PNG"))
    assert shown(filled, checker, image, text="7B byggde broar.").verdict == Verdict.BLOCKED


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
def test_a_file_name_with_its_class_or_school_stops_it(
    filled: Place, checker, name: str, text: str, context: dict[str, str]
) -> None:
    own, picture = filled.checker(checker), (Image(name, drawn.encoded("PNG")),)
    draft = Draft(text, Context(**context), images=picture)
    assert own.check(draft).verdict == Verdict.BLOCKED
    alone = own.check(Draft("", images=picture)).verdict == Verdict.BLOCKED
    assert alone == ("7b" in name)
