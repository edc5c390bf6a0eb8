"""A name in each of many places of each format: found, and gone from the clean copy."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bench.heif import undecodable
from bench.hiding import PLACES
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.judge import judge
from integritetskoll.images.open import read_image

NAMES = ("Tindra Kvistberg", "Åsa Hjortsäter")
ENCODINGS = ("utf-8", "latin-1", "utf-16-le", "utf-16-be", "mac_roman")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_the_name_is_found(place: str, name: str, checker) -> None:
    reading = read_image("IMG_0001.jpg", PLACES[place](name))
    found = judge(reading, checker.analyzer.analyze).findings
    assert [f for f in found if name in f.text], [f.value for f in reading.fields]
    for finding in found:
        assert finding.source.kind == "image"
        if finding.start is not None:
            assert finding.source.value[finding.start : finding.end] == finding.text


@pytest.mark.parametrize("place", PLACES)
def test_the_name_is_gone_and_the_picture_the_same(place: str) -> None:
    name = NAMES[1]
    data = PLACES[place](name)
    cleaned = clean_image("IMG_0001.jpg", data)
    assert not [e for e in ENCODINGS if name.encode(e) in cleaned.data]
    assert not [f for f in read_image("", cleaned.data).fields if name in f.value]
    assert cleaned.removed
    if place.startswith("heic"):  # nothing here decodes it: the coded picture is the same bytes
        assert undecodable(64, 48).content in cleaned.data
        return
    before, after = (Image.open(io.BytesIO(one)) for one in (data, cleaned.data))
    assert after.mode == before.mode
    assert after.tobytes() == before.tobytes()


def test_there_are_many_places_in_every_format() -> None:
    assert len(PLACES) >= 200
    formats = {place.split()[0] for place in PLACES}
    assert formats == {"jpeg", "png", "webp", "gif", "tiff", "avif", "heic"}
