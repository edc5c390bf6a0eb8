"""Maker notes: owners and serial numbers where the common makers put them."""

from __future__ import annotations

import struct

import pytest

from bench import drawn
from bench.hide_more import noted
from integritetskoll.images.field import Field
from integritetskoll.images.metadata.makernote import _SONY_PLAIN
from integritetskoll.images.open import read_image


def noted_as(make: str, begin: bytes, tag: int, kind: int, count: int, value: bytes) -> bytes:
    """A JPEG whose maker note has one value; its offsets count from the EXIF block."""
    maker = make.encode().ljust(12, b"\0")
    start = 38 + len(maker) + 18
    entry = struct.pack("<HHHII", 1, tag, kind, count, start + len(begin) + 18)
    note = begin + entry + bytes(4) + value
    tiff = b"II*\0" + struct.pack("<IH", 8, 2)
    tiff += struct.pack("<HHII", 0x010F, 2, len(maker), 38)
    tiff += struct.pack("<HHII", 0x8769, 4, 1, start - 18) + bytes(4) + maker
    tiff += struct.pack("<HHHII", 1, 0x927C, 7, len(note), start) + bytes(4)
    return drawn.with_segments(
        drawn.encoded("JPEG"), drawn.segment(0xE1, b"Exif\0\0" + tiff + note)
    )


def maker_fields(data: bytes) -> dict[str, Field]:
    return {f.name: f for f in read_image("", data).fields if f.name.startswith("MakerNotes:")}


@pytest.mark.parametrize(
    ("make", "begin", "tag", "name"),
    [
        ("OLYMPUS", b"OLYMP\0\1\0", 0x101A, "SerialNumber"),
        ("NIKON", b"Nikon\0\x01\0", 0x1D, "SerialNumber"),
        ("Panasonic", b"Panasonic\0\0\0", 0x25, "InternalSerialNumber"),
        ("SIGMA", b"SIGMA\0\0\0\1\0", 0x02, "SerialNumber"),
        ("RICOH", b"Ricoh\0\0\0", 0x05, "SerialNumber"),
    ],
)
def test_a_serial_number_as_text(make: str, begin: bytes, tag: int, name: str) -> None:
    found = maker_fields(noted(make, begin, tag)("115332808"))
    assert found[f"MakerNotes:{name}"].value == "115332808"


def test_a_serial_number_in_a_list() -> None:
    data = noted_as("PENTAX", b"AOC\0II", 0x0215, 4, 5, struct.pack("<5I", 1, 2, 0, 3, 1046111))
    assert maker_fields(data)["MakerNotes:InternalSerialNumber"].value == "1046111"


def test_a_serial_number_in_cipher() -> None:
    plain = bytes(0x88) + bytes((13, 255, 0, 0, 246, 8)) + bytes(20)
    value = bytes(byte**3 % 249 if byte < 249 else byte for byte in plain)
    assert value.translate(_SONY_PLAIN) == plain
    data = noted_as("SONY", b"SONY DSC \0\0\0", 0x9050, 7, len(value), value)
    assert maker_fields(data)["MakerNotes:InternalSerialNumber"].value == "13 255 0 0 246 8"


def test_a_note_of_noughts_says_nothing() -> None:
    data = noted_as("SONY", b"SONY DSC \0\0\0", 0x9050, 7, 200, bytes(200))
    assert "MakerNotes:InternalSerialNumber" not in maker_fields(data)
