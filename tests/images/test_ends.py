"""A wrong length takes a name into coded colours, or cuts it off: found, or said to be unread."""

from __future__ import annotations

import random
import struct
from dataclasses import replace

import pytest
from PIL import Image, ImageFilter

from bench import drawn
from bench.claims import cbor, superbox
from bench.heif import coded, heif, undecodable
from bench.hide import jpeg
from bench.hiding import PLACES
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.verified import CLEANERS, _texts, clean_image
from integritetskoll.images.decode import named_across
from integritetskoll.images.field import Field, Kind
from integritetskoll.images.open import read_image

NAME = "Tindra Kvistberg"
NOISE = random.Random(8).randbytes(400)  # noqa: S311 - the same noise every time


@pytest.mark.parametrize("name", [NAME, "Åsa Hjortsäter", "Omar Al-Sayed", "Elsa-Li Granlund"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_a_name_at_the_end_and_over_it(name: str, encoding: str) -> None:
    raw = name.encode(encoding)
    for inside in (len(raw), len(raw) - 3, 2):
        assert name in named_across(NOISE + raw + NOISE, len(NOISE) + inside)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (NOISE, NAME.encode()),
        (NOISE + b"P", NAME.encode() + b"\0"),
        (NOISE + NAME.encode() + NOISE, b""),
        (NOISE + b"Wxzq Qwrtz PZPZPZPZP", b""),
        (NOISE + b"fghfghegh fghfffff", b""),
        (b"", b""),
    ],
    ids=["behind it", "a letter before", "far before", "no vowels", "small letters", "nothing"],
)
def test_what_is_no_name_across_an_end(before: bytes, behind: bytes) -> None:
    assert not named_across(before + behind, len(before))


@pytest.mark.parametrize("soft", [0, 2])
def test_colours_are_no_names(soft: int) -> None:
    """Bytes of pictures that are not packed are letters wherever it is neither dark nor bright."""
    noise = Image.frombytes("L", (64, 64), random.Random(3).randbytes(4096))  # noqa: S311
    for base in range(50, 120, 10):
        grey = noise.point(lambda value, base=base: base + value // 16)
        raw = grey.filter(ImageFilter.GaussianBlur(soft)).convert("RGB").tobytes()
        assert not [end for end in range(200, len(raw), 7) if named_across(raw, end)]


def shorter(data: bytes, gone: int) -> bytes:
    """Take bytes out of the coded colours: what follows moves into them."""
    at = len(data) - 60 - gone
    return data[:at] + data[at + gone :]


@pytest.mark.parametrize("gone", [2, len(NAME)])
@pytest.mark.parametrize("form", ["WEBP", "TIFF"])
def test_a_name_that_moved_into_the_colours(form: str, gone: int) -> None:
    data = shorter(drawn.encoded(form) + NAME.encode(), gone)
    reading = read_image("", data)
    assert "image" in reading.unread
    assert any(NAME in f.value for f in reading.fields)
    if form == "TIFF" and gone == len(NAME):  # the strip stays as it is, with the name in it
        with pytest.raises(ImageError, match="image_not_cleaned_left"):
            clean_image("", data)


@pytest.mark.parametrize("form", ["WEBP", "TIFF", "AVIF", "GIF", "JPEG"])
def test_a_name_behind_the_picture_leaves_it_whole(form: str) -> None:
    assert not read_image("", drawn.encoded(form)).unread
    if form not in {"AVIF"}:  # there it is a box that breaks off
        reading = read_image("", drawn.encoded(form) + NAME.encode())
        assert not reading.unread
        assert [f.value for f in reading.fields] == [NAME]


def test_a_name_in_a_coded_item() -> None:
    part = coded(drawn.picture(64, 48))
    data = heif([replace(part, content=part.content + NAME.encode())], brand=b"avif")
    assert "image" in read_image("", data).unread


def test_a_name_in_the_last_unit_of_an_item() -> None:
    part = undecodable(64, 48)
    unit = struct.pack(">I", 120 + len(NAME)) + part.content[4:] + NAME.encode()
    assert "image" in read_image("", heif([replace(part, content=unit)], brand=b"heic")).unread
    assert not read_image("", heif([part], brand=b"heic")).unread


def test_a_name_at_the_end_of_a_scan() -> None:
    data = drawn.encoded("JPEG")
    reading = read_image("", data[:-2] + NAME.encode() + data[-2:])
    assert "image" in reading.unread
    assert any(NAME in f.value for f in reading.fields)


def test_bytes_between_two_segments_are_not_read() -> None:
    data = jpeg(drawn.segment(0xFE, NAME.encode()))
    cut = data.replace(struct.pack(">H", 2 + len(NAME)) + NAME.encode(), b"\0\x07" + NAME.encode())
    assert "image" in read_image("", cut).unread
    assert not read_image("", data.replace(b"\xff\xdb", b"\0\0\xff\xff\xdb")).unread


def claimed(*boxes: bytes) -> bytes:
    whole = superbox("c2pa", superbox("c2pa.assertion", *boxes))
    return jpeg(drawn.segment(0xEB, b"JP\0\1\0\0\0\1" + whole))


@pytest.mark.parametrize(
    ("content", "unread"),
    [
        (cbor({"title": None}) + cbor(NAME), ("c2pa",)),
        (cbor({"title": None, "note": NAME.encode()}), ()),
        (cbor({"title": NAME}) + bytes(40), ()),
    ],
    ids=["behind the item", "as bytes", "padding"],
)
def test_what_a_claim_holds_beside_its_values(content: bytes, unread: tuple[str, ...]) -> None:
    reading = read_image("", claimed(drawn.box(b"cbor", content)))
    assert reading.unread == unread
    assert any(NAME in f.value for f in reading.fields)


@pytest.mark.parametrize("value", [NOISE[:32], NAME.encode(), NAME])
def test_a_hash_in_a_claim_is_text_only_where_it_is_a_name(value: bytes | str) -> None:
    reading = read_image("", claimed(drawn.box(b"cbor", cbor({"hash": value}))))
    assert [f.value for f in reading.fields] == ([] if value == NOISE[:32] else [NAME])


def test_a_text_of_a_profile_that_begins_elsewhere() -> None:
    data = PLACES["jpeg old profile"](NAME)
    assert not read_image("", data).unread
    at = data.index(b"desc", data.index(b"acsp") + 90)
    start = struct.unpack_from(">I", data, at + 4)[0]
    moved = data[: at + 4] + struct.pack(">I", start + 13) + data[at + 8 :]
    assert "icc" in read_image("", moved).unread


@pytest.mark.parametrize(
    ("kind", "unread"), [(b"mine", ()), (b"jp2 ", ()), (b"\0\0Ti", ("image",))]
)
def test_boxes_of_no_kind(kind: bytes, unread: tuple[str, ...]) -> None:
    data = drawn.encoded("AVIF") + drawn.box(kind, NAME.encode())
    assert read_image("", data).unread == unread


@pytest.mark.parametrize("kind", [Kind.SWEPT, Kind.DEVICE])
def test_a_line_of_noise_is_no_part(kind: Kind) -> None:
    noise = Field("MakerNotes:Unknown", "x\nL\xc0Ko\xcf\u03c0/\xc0", kind)
    assert list(_texts(noise)) == [noise.value]
    tagged = Field("XMP:TagsList", "Personer/Tindra Kvistberg\nSkolan", Kind.FACE)
    assert set(_texts(tagged)) == {tagged.value, "Personer", NAME, "Skolan"}


@pytest.mark.parametrize("place", ["jpeg xmp digikam tags", "jpeg xmp acdsee categories"])
def test_a_part_of_a_text_that_is_left(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy with the name alone, where the file said under what it was filed."""
    held = jpeg()
    at = held.index(b"\xff\xdb") + 8
    table = held[:at] + NAME.encode() + held[at + len(NAME) :]
    monkeypatch.setitem(CLEANERS, "jpeg", lambda _: table)
    with pytest.raises(ImageError, match="image_not_cleaned_left"):
        clean_image("", PLACES[place](NAME))
