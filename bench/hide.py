"""Writing a name into a place of a picture file: the ways that the tables of places share."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Any

from bench.drawn import (
    bag,
    chunk,
    claim,
    encoded,
    exif,
    iptc,
    photoshop,
    picture,
    resource,
    segment,
    with_chunks,
    with_segments,
    xmp,
)
from bench.drawn import thumbnail as preview

Place = Callable[[str], bytes]
XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"


def jpeg(*segments: bytes) -> bytes:
    """Return a small JPEG with segments."""
    return with_segments(encoded("JPEG", quality=85), *segments)


def app1(packet: bytes) -> bytes:
    """Return an XMP segment."""
    return segment(0xE1, XMP_HEAD + packet)


def by_exif(tag: int, *, sub: bool = False, encode: Callable[[str], object] = str) -> Place:
    """Return a place: a tag of EXIF in a JPEG."""

    def place(name: str) -> bytes:
        value = {tag: encode(name)}
        return jpeg(segment(0xE1, exif({}, sub=value) if sub else exif(value)))

    return place


def utf16(name: str) -> bytes:
    """Encode as Windows does."""
    return name.encode("utf-16-le") + b"\0\0"


def by_xmp(write: Callable[[str], str]) -> Place:
    """Return a place: a property of XMP in a JPEG."""
    return lambda name: jpeg(app1(xmp(write(name))))


def by_iptc(number: int, encoding: str) -> Place:
    """Return a place: a dataset in a JPEG."""

    def place(name: str) -> bytes:
        sets = iptc((number, name.encode(encoding)), utf8=encoding == "utf-8")
        return jpeg(photoshop(resource(0x0404, sets)))

    return place


def canon(name: str) -> bytes:
    """Return a Canon maker note with an owner."""
    value = name.encode() + b"\0"
    note = struct.pack("<HHHII", 1, 9, 2, len(value), 0) + b"\0\0\0\0" + value
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", 2)
    tiff += struct.pack("<HHII", 0x010F, 2, 6, 8 + 2 + 24 + 4) + struct.pack(
        "<HHII", 0x8769, 4, 1, 44
    )
    tiff += bytes(4) + b"Canon\0" + struct.pack("<H", 1)
    start = 44 + 2 + 12 + 4
    tiff += struct.pack("<HHII", 0x927C, 7, len(note), start) + bytes(4)
    note = note[:10] + struct.pack("<I", start + 18) + note[14:]
    return jpeg(segment(0xE1, b"Exif\0\0" + tiff + note))


def between_scans(name: str) -> bytes:
    """Return a progressive JPEG with a comment between two scans."""
    data = encoded("JPEG", progressive=True, quality=80)
    second = data.index(b"\xff\xda", data.index(b"\xff\xda") + 2)
    return data[:second] + segment(0xFE, name.encode()) + data[second:]


def extended(name: str) -> bytes:
    """Return a JPEG with an extended XMP packet in two pieces."""
    packet = xmp(
        bag("dc:description", f"Bilden visar {name}", "Alt")
        + "<dc:source>"
        + "x " * 3000
        + "</dc:source>"
    )
    half = len(packet) // 2
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"0123456789ABCDEF" * 2
    pieces = [(0, packet[:half]), (half, packet[half:])]
    return jpeg(
        *(segment(0xE1, head + struct.pack(">II", len(packet), at) + piece) for at, piece in pieces)
    )


def broken_xmp(name: str) -> bytes:
    """Return a JPEG whose packet is no XML."""
    return jpeg(app1(xmp(bag("dc:creator", name)).replace(b"</rdf:Seq>", b"</rdf:Seqq>")))


def second_picture(name: str) -> bytes:
    """Return a JPEG with another one behind it, which has a comment."""
    return jpeg() + with_segments(encoded("JPEG", picture(160, 120)), segment(0xFE, name.encode()))


def thumbnail(name: str) -> bytes:
    """Return a JPEG whose thumbnail has a comment of its own."""
    small = with_segments(encoded("JPEG", picture(160, 120)), segment(0xFE, name.encode()))
    return jpeg(preview(small))


def second_exif(name: str) -> bytes:
    """Return a JPEG with two EXIF blocks."""
    return jpeg(segment(0xE1, exif({0x0110: "iPad"})), segment(0xE1, exif({0x013B: name})))


def jumbf(name: str) -> bytes:
    """Return a JPEG with a claim of origin."""
    return jpeg(segment(0xEB, b"JP\0\x01\0\0\0\x01" + claim(name)))


def ducky(name: str) -> bytes:
    """Return a JPEG as Photoshop saved for the web, with a copyright."""
    text = name.encode("utf-16-be")
    value = struct.pack(">I", len(name)) + text
    return jpeg(segment(0xEC, b"Ducky" + struct.pack(">HH", 3, len(value)) + value))


def png(*chunks: bytes) -> bytes:
    """Return a small PNG with chunks."""
    return with_chunks(encoded("PNG"), *chunks)


def raw_profile(name: str) -> bytes:
    """Return a PNG with an IPTC profile as ImageMagick writes it."""
    raw = photoshop(resource(0x0404, iptc((80, name.encode("latin-1")))))[4:]
    text = f"\niptc\n{len(raw):8}\n{raw.hex()}\n".encode()
    return png(chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(text)))


def gif_application(name: str) -> bytes:
    """Return a GIF with an XMP packet as Adobe writes it."""
    data = encoded("GIF", picture(mode="P"))
    tail = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    block = b"\x21\xff\x0bXMP DataXMP" + xmp(bag("dc:creator", name)) + tail
    return data[:-1] + block + b"\x3b"


def gif_comment(name: str) -> bytes:
    """Return a GIF with a comment."""
    return encoded("GIF", picture(mode="P"), comment=name.encode())


def tiff(tag: int, value: Callable[[str], object]) -> Place:
    """Return a place: a tag of a TIFF."""
    return lambda name: encoded("TIFF", tiffinfo={tag: value(name)})


def webp(name: str, **options: Any) -> bytes:
    """Return a small WebP with what the options say."""
    del name
    return encoded("WEBP", quality=80, **options)
