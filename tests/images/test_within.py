"""Names in bytes that should be numbers, blocks in coded colours: found, and in no copy."""

from __future__ import annotations

import contextlib
import random
import re
import struct
from functools import partial

import pytest

from bench import drawn
from bench.claims import cbor, certificate, superbox
from bench.hide import app1, jpeg
from bench.hiding import PLACES
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.open import read_image
from integritetskoll.images.within import block_within, is_damaging, named_within

NAME = "Tindra Kvistberg"
NOISE = random.Random(9).randbytes(500_000)  # noqa: S311 - the same noise every time


@pytest.mark.parametrize("name", [NAME, "Åsa Hjortsäter", "Omar Al-Sayed", "Elsa-Li Granlund"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16-le", "utf-16-be"])
def test_a_name_in_noise(name: str, encoding: str) -> None:
    found = list(named_within(NOISE[:99] + name.encode(encoding) + NOISE[:99]))
    cut = name[:-1] if encoding == "utf-16-be" else name  # its last letter is half
    assert found
    assert cut in found[0]


@pytest.mark.parametrize("text", ["20120317-1234", "tindra.kvistberg@example.se"])
def test_a_number_and_an_address_in_noise(text: str) -> None:
    assert list(named_within(NOISE[:99] + b"\0" + text.encode() + b"\0" + NOISE[:99])) == [text]


def test_noise_names_nobody() -> None:
    assert not list(named_within(NOISE))
    assert block_within(NOISE) < 0
    assert not is_damaging(NOISE)


def renamed(place: str, old: bytes, new: bytes) -> bytes:
    """Return a file with a name in a place whose number or kind is another."""
    data = PLACES[place](NAME)
    assert old in data
    return data.replace(old, new, 1)


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        ("jpeg iptc contact", b"\x1c\x02\x76", b"\x1c\x02\0"),
        ("jpeg iptc contact", b"\x1c\x02\x76", b"\x1c\x03\x76"),
        ("jpeg iptc contact", b"\x1c\x02\x76", b"\x1c\x01\x05"),
        ("jpeg iptc writer", b"8BIM\4\4", b"8BIM\4\x14"),
        ("jpeg exif artist", b"\1;\0\2", b"\x90\0\0\2"),
        ("jpeg xmp attribute", b"photoshop:CaptionWriter=", b"xmpMM:InstanceID="),
        ("avif item name", b"iinf", b"iin\x9e"),
        ("avif private box", b"uuid", b"Tind"),
        ("gif xmp", b"XMP DataXMP", b"\x0bMP DataXMP"),
    ],
)
def test_a_name_whose_place_has_another_number(place: str, old: bytes, new: bytes) -> None:
    if old not in PLACES[place](NAME):  # as the machine orders bytes
        old, new = (re.sub(rb"^(.)(.)(.)(.)$", rb"\2\1\4\3", one, flags=re.S) for one in (old, new))
    reading = read_image("", renamed(place, old, new))
    assert reading.unread or any(NAME in f.value for f in reading.fields)
    with contextlib.suppress(ImageError):
        assert NAME.encode() not in clean_image("", renamed(place, old, new)).data


def test_a_list_of_properties_that_takes_in_the_box_behind_it() -> None:
    data = bytearray(PLACES["avif user data"](NAME))
    at, end = data.index(b"iprp") - 4, data.index(b"udta") + 4 + len(NAME)
    data[at : at + 4] = (end - at).to_bytes(4, "big")
    assert any(NAME in f.value for f in read_image("", bytes(data)).fields)
    assert NAME.encode() not in clean_image("", bytes(data)).data


def test_words_in_a_table_of_items() -> None:
    name = b"Tindra Kvist"  # takes the place of a row, a box of another kind and all
    data = PLACES["avif second picture"]("x" * 30)
    held = data.replace(b"x" * 30, name + b"\0" + name + b" " * 5)
    assert len(held) == len(data)
    fields = read_image("", held).fields
    assert {f.name for f in fields if "Tindra Kvist" in f.value} >= {"HEIF:ItemName"}


def test_letters_of_a_name_as_the_kind_of_a_box() -> None:
    data = drawn.encoded("AVIF") + b"\0\0\0\x14" + NAME.encode()
    assert any(NAME in f.value for f in read_image("", data).fields)


@pytest.mark.parametrize("key", [0, 4])
def test_a_signer_under_another_header(key: int) -> None:
    body = cbor([cbor({1: 7, key: [certificate(CN=NAME)]}), {}, None, bytes(64)])
    chain = superbox("c2pa", superbox("c2pa.signature", drawn.box(b"cbor", b"\xd2" + body)))
    reading = read_image("", jpeg(drawn.segment(0xEB, b"JP\0\1\0\0\0\1" + chain)))
    assert ("c2pa" in reading.unread) == (key == 0)
    assert any(NAME in f.value for f in reading.fields)


def left(data: bytes) -> None:
    with pytest.raises(ImageError, match="image_not_cleaned"):
        clean_image("", data)


def test_a_block_that_was_pushed_into_a_strip() -> None:
    """Bytes more in front: the value breaks off, and its end is taken for colours."""
    data = PLACES["tiff xmp"](NAME)
    at = data.index(b"<x:xmpmeta")
    left(data[:at] + b"x" * 500 + data[at:])


def test_a_table_that_took_a_name_in() -> None:
    data = PLACES["jpeg xmp history"](NAME)
    at = data.index(b"\xff\xdb") + 8
    left(data[:at] + NAME.encode() + data[at + len(NAME) :])


def test_a_copy_of_a_damaged_file_that_names_somebody() -> None:
    """Stray bytes tell that it is damaged; whose name the table holds nobody knows."""
    data = jpeg()
    at = data.index(b"\xff\xdb") + 8
    held = data[:at] + NAME.encode() + data[at + len(NAME) :]
    assert clean_image("", held)
    left(held.replace(b"\xff\xdb", b"Stray\xff\xdb", 1))


def test_a_coded_strip_that_says_it_is_another_one() -> None:
    data = PLACES["tiff comment in a strip"](NAME)
    reading = read_image("", data.replace(struct.pack("<HHI", 259, 3, 1), b"\xff\xfe\3\0\1\0\0\0"))
    assert "image" in reading.unread
    assert any(NAME in f.value for f in reading.fields)


@pytest.mark.parametrize("form", ["WEBP", "AVIF", "TIFF"])
def test_a_block_within_coded_colours(form: str) -> None:
    data = bytearray(drawn.encoded(form))
    block = drawn.exif({0x013B: NAME})
    data[-300 : len(block) - 300] = block
    reading = read_image("", bytes(data))
    assert "image" in reading.unread
    assert any(NAME in f.value for f in reading.fields)


def test_words_behind_the_times_of_a_frame() -> None:
    frames = [drawn.picture(mode="P"), drawn.picture(80, 60, mode="P")]
    data = drawn.encoded("GIF", frames[0], save_all=True, append_images=frames[1:], duration=90)
    at = data.index(b"\x21\xf9\x04") + 7
    held = data[:at] + bytes((len(NAME),)) + NAME.encode() + data[at:]
    assert any(NAME in f.value for f in read_image("", held).fields)
    assert clean_image("", held).data == clean_image("", data).data


@pytest.mark.parametrize("cut", [False, True])
def test_words_behind_the_stream_of_a_preview(*, cut: bool) -> None:
    small = drawn.encoded("JPEG", drawn.picture(160, 120))
    held = small[:-2] + b"\xff\xe5\xff\xff" if cut else small
    reading = read_image("", jpeg(drawn.thumbnail(held + b"\0" + NAME.encode())))
    assert ("image" in reading.unread) == cut
    assert any(NAME in f.value for f in reading.fields)


def test_a_second_stream_in_a_strip() -> None:
    data = PLACES["tiff comment in a strip"](NAME)
    at = data.index(b"\xff\xfe\0\x12")
    held = data[:at] + b"\xff\xd9" + data[at:]
    assert any(NAME in f.value for f in read_image("", held).fields)


def test_an_image_that_lost_its_step() -> None:
    """A byte less in a frame, and it goes on through the comment and the frame behind it."""
    data = PLACES["gif between frames"](NAME)
    at = data.index(b"\x21\xfe\x10")
    lost = (data[:cut] + data[cut + 1 :] for cut in range(at - 4000, at - 300, 37))
    silent = [
        held
        for held in map(partial(read_image, ""), lost)
        if not held.unread and not any(NAME in f.value for f in held.fields)
    ]
    assert not silent


def test_colours_that_begin_too_early() -> None:
    """Their place and size are right, but bytes more stand in front of them."""
    data = PLACES["tiff page name"](NAME)
    at = data.index(NAME.encode())
    moved = data[:at] + bytes(131) + data[at:]
    reading = read_image("", moved)
    assert "image" in reading.unread
    left(moved)


def test_a_name_that_letters_stand_beside() -> None:
    reading = read_image("", jpeg() + b"\0\0\1\n\4\0\0\0Note" + NAME.encode() + b"SEFH\x6b")
    assert NAME in {f.value for f in reading.fields}
    alone = read_image("", jpeg() + b"\0\0\1\nBilden visar " + NAME.encode())
    assert NAME not in {f.value for f in alone.fields}


def test_words_behind_the_packed_colours_of_a_png() -> None:
    data = drawn.encoded("PNG")
    at = data.index(b"IDAT")
    size = int.from_bytes(data[at - 4 : at], "big")
    colours = data[at + 4 : at + 4 + size] + NAME.encode()
    held = data[: at - 4] + drawn.chunk(b"IDAT", colours) + data[at + 8 + size :]
    assert any(NAME in f.value for f in read_image("", held).fields)
    left(held)


@pytest.mark.parametrize("marker", [0xCC, 0xDC, 0xDD, 0xDF])
def test_words_behind_a_number_of_the_picture(marker: int) -> None:
    held = jpeg(drawn.segment(marker, b"\0\xf0" + NAME.encode()))
    reading = read_image("", held)
    assert "image" in reading.unread
    assert any(NAME in f.value for f in reading.fields)
    left(held)


@pytest.mark.parametrize(
    "packet", [NAME.encode(), drawn.xmp(f'<o:a xmlns:o="http://x.se/{NAME}/">bild</o:a>')]
)
def test_words_that_are_no_packet_and_in_a_name_space(packet: bytes) -> None:
    reading = read_image("", jpeg(app1(packet)))
    assert any(NAME in f.value for f in reading.fields)


def test_long_markup_with_its_padding_is_no_one_text() -> None:
    packet = drawn.xmp(drawn.bag("dc:creator", NAME)) + b" " * 3000 + b"<?xpacket end='w'?>"
    data = jpeg()
    fields = read_image("", data.replace(b"\xff\xdb", packet + b"\xff\xdb", 1)).fields
    assert any(NAME in f.value for f in fields)
    assert max(len(f.value) for f in fields) < 1000
