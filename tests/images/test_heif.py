"""HEIC and AVIF with several items: pictures, previews, maps, notes; read, and cleaned in place."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageOps

from bench import drawn
from bench.heif import (
    Part,
    auxiliary,
    coded,
    exif_part,
    full,
    heif,
    undecodable,
    xmp_part,
)
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.field import Kind
from integritetskoll.images.formats.boxes import find
from integritetskoll.images.formats.heif_items import read_items
from integritetskoll.images.open import read_image

WHOLE = drawn.picture(640, 480)
NAME = "Tindra Kvistberg"
ALPHA = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"
DEPTH = b"urn:mpeg:mpegB:cicp:systems:auxiliary:depth"


def small(image: Image.Image) -> Image.Image:
    return image.resize((160, 120))


def kinds(data: bytes) -> dict[str, Kind]:
    return {f.name: f.kind for f in read_image("", data).fields if f.name != "HEIF:ItemName"}


def shown(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    with Image.open(io.BytesIO(data)) as opened:
        return opened.mode, opened.size, opened.tobytes()


@pytest.mark.parametrize(
    ("preview", "kind"),
    [(WHOLE, Kind.THUMBNAIL), (ImageOps.mirror(WHOLE), Kind.CROP)],
    ids=["copy", "other"],
)
def test_a_preview_is_compared_and_goes(preview: Image.Image, kind: Kind) -> None:
    data = heif([coded(WHOLE), coded(small(preview))], [(b"thmb", 2, (1,))])
    assert kinds(data) == {"HEIF:Thumbnail": kind}
    cleaned = clean_image("", data)
    assert cleaned.removed == ("HEIF:Thumbnail",)
    assert shown(cleaned.data) == shown(data)
    assert coded(small(preview)).content not in cleaned.data
    assert len(cleaned.data) == len(data)


@pytest.mark.parametrize(
    ("size", "kind"), [((160, 120), Kind.THUMBNAIL), ((160, 60), Kind.CROP)], ids=["like", "unlike"]
)
def test_what_can_not_be_decoded_is_told_by_its_shape(
    size: tuple[int, int], kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integritetskoll.images.shown.PLUGINS", ("no_such_module",))
    parts = [undecodable(640, 480), undecodable(*size)]
    data = heif(parts, [(b"thmb", 2, (1,))], brand=b"heic")
    assert kinds(data) == {"HEIF:Thumbnail": kind}
    assert clean_image("", data).media_type == "image/heif"


def test_several_pictures_become_the_one_that_is_shown() -> None:
    other = ImageOps.mirror(WHOLE)
    data = heif([coded(other, name=NAME.encode()), coded(WHOLE), coded(small(WHOLE))], primary=2)
    found = kinds(data)
    assert found == {"HEIF:SecondImage": Kind.THUMBNAIL} | found
    assert {f.kind for f in read_image("", data).fields} >= {Kind.SECOND, Kind.THUMBNAIL}
    copy = clean_image("", data).data
    assert shown(copy) == shown(data)
    assert NAME.encode() not in copy
    assert coded(other).content not in copy
    assert not read_image("", copy).fields


def test_transparency_stays_and_depth_goes() -> None:
    grey = coded(WHOLE.convert("L"), auxiliary(DEPTH))
    clear = coded(Image.linear_gradient("L").resize(WHOLE.size), auxiliary(ALPHA))
    data = heif([coded(WHOLE), grey, clear], [(b"auxl", 2, (1,)), (b"auxl", 3, (1,))])
    assert shown(data)[0] == "RGBA"
    assert kinds(data) == {"HEIF:AuxiliaryImage": Kind.THUMBNAIL}
    copy = clean_image("", data).data
    assert shown(copy) == shown(data)
    assert grey.content not in copy
    assert clear.content in copy


def test_a_grid_keeps_its_tiles() -> None:
    tiles = [coded(WHOLE), coded(ImageOps.mirror(WHOLE))]
    tiles = [Part(t.type, t.content, t.properties, hidden=True) for t in tiles]
    wide = full(b"ispe", (1280).to_bytes(4, "big") + (480).to_bytes(4, "big"))
    plan = b"\0\0\0\1" + (1280).to_bytes(2, "big") + (480).to_bytes(2, "big")
    others = [one for one in tiles[0].properties if one[4:8] != b"ispe"]
    grid = Part(b"grid", plan, (wide, *others))
    data = heif([grid, *tiles, coded(small(WHOLE))], [(b"dimg", 1, (2, 3))])
    assert shown(data)[1] == (1280, 480)
    copy = clean_image("", data).data
    assert shown(copy) == shown(data)
    assert all(tile.content in copy for tile in tiles)
    assert coded(small(WHOLE)).content not in copy


@pytest.mark.parametrize(
    "data",
    [
        heif([coded(WHOLE), exif_part(drawn.exif({0x013B: NAME}))], [(b"cdsc", 2, (1,))]),
        heif([coded(WHOLE), xmp_part(drawn.xmp(drawn.bag("dc:creator", NAME)))]),
        heif([coded(WHOLE), Part(b"mime", NAME.encode(), media=b"text/plain")]),
        heif([coded(WHOLE, full(b"udes", b"sv\0" + NAME.encode() + b"\0\0\0"))]),
        heif([coded(WHOLE, name=NAME.encode())]),
        heif([coded(WHOLE)], inside=drawn.box(b"udta", NAME.encode())),
        heif([coded(WHOLE)], after=drawn.box(b"mpvd", NAME.encode())),
        heif([undecodable(640, 480, name=NAME.encode())], brand=b"heic"),
        heif([coded(WHOLE)]) + b"\0" + NAME.encode(),
    ],
    ids=["exif", "xmp", "text", "description", "name", "user data", "motion", "heic", "behind"],
)
def test_a_name_in_any_item(data: bytes) -> None:
    try:
        copy = clean_image("", data).data
    except ImageError:
        assert read_image("", data).unread
        return
    assert any(NAME in f.value for f in read_image("", data).fields)
    assert NAME.encode() not in copy
    assert not read_image("", copy).fields


def test_words_between_the_items_are_found() -> None:
    data = heif([coded(WHOLE), Part(b"free", NAME.encode())])
    meta = find(data, 0, len(data), b"meta")
    items = read_items(data, meta)
    start, end = items.by_number[2].ranges[0]
    at = data.index(start.to_bytes(4, "big") + (end - start).to_bytes(4, "big"))
    cut = data[: at + 4] + b"\0\0\0\1" + data[at + 8 :]  # the item claims one byte only
    assert any("indra Kvistberg" in f.value for f in read_image("", cut).fields)
    assert b"Kvistberg" not in clean_image("", cut).data


def test_a_length_that_takes_in_what_follows_is_no_picture() -> None:
    data = heif([coded(WHOLE), Part(b"free", b"\0" + NAME.encode())])
    meta = find(data, 0, len(data), b"meta")
    start, end = read_items(data, meta).by_number[1].ranges[0]
    at = data.index(start.to_bytes(4, "big") + (end - start).to_bytes(4, "big"))
    cut = data[: at + 4] + (end - start + 17).to_bytes(4, "big") + data[at + 8 :]
    reading = read_image("", cut)
    assert reading.unread
    assert any(NAME in f.value for f in reading.fields)
    with pytest.raises(ImageError):
        clean_image("", cut)


def test_a_claim_of_origin() -> None:
    claim = drawn.claim(NAME)
    head = bytes.fromhex("d8fec3d61b0e483c92975828877ec481") + bytes(4) + b"manifest\0" + bytes(8)
    data = heif([coded(WHOLE)], after=drawn.box(b"uuid", head + claim))
    assert any(f.kind is Kind.AUTHOR and f.value == NAME for f in read_image("", data).fields)
    assert NAME.encode() not in clean_image("", data).data
