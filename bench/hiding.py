"""Places where a name can hide in a picture file, one function each."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Any

from bench.drawn import (
    bag,
    box,
    chunk,
    claim,
    encoded,
    exif,
    iptc,
    microsoft_region,
    mwg_region,
    photoshop,
    picture,
    profile,
    resource,
    segment,
    with_chunks,
    with_riff,
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


def _webp(name: str, **options: Any) -> bytes:
    del name
    return encoded("WEBP", quality=80, **options)


PLACES: dict[str, Place] = {
    "jpeg exif artist": by_exif(0x013B),
    "jpeg exif description": by_exif(0x010E),
    "jpeg exif copyright": by_exif(0x8298),
    "jpeg exif document name": by_exif(0x010D),
    "jpeg exif xp author": by_exif(0x9C9D, encode=utf16),
    "jpeg exif xp comment": by_exif(0x9C9C, encode=utf16),
    "jpeg exif xp keywords": by_exif(0x9C9E, encode=utf16),
    "jpeg exif xp subject": by_exif(0x9C9F, encode=utf16),
    "jpeg exif user comment": by_exif(
        0x9286, sub=True, encode=lambda n: b"ASCII\0\0\0" + n.encode()
    ),
    "jpeg exif user comment utf-16": by_exif(
        0x9286, sub=True, encode=lambda n: b"UNICODE\0" + n.encode("utf-16-be")
    ),
    "jpeg exif owner": by_exif(0xA430, sub=True),
    "jpeg exif host": by_exif(0x013C),
    "jpeg exif unknown tag": by_exif(0xC7FF),
    "jpeg gps area": lambda n: jpeg(segment(0xE1, exif({}, gps={28: b"ASCII\0\0\0" + n.encode()}))),
    "jpeg maker note canon": canon,
    "jpeg maker note unknown": by_exif(
        0x927C, sub=True, encode=lambda n: b"\x01\x02ZQ\0\0" + n.encode() + bytes(9)
    ),
    "jpeg second exif": second_exif,
    "jpeg thumbnail comment": thumbnail,
    "jpeg xmp creator": by_xmp(lambda n: bag("dc:creator", n)),
    "jpeg xmp description": by_xmp(lambda n: bag("dc:description", f"På bilden: {n}", "Alt")),
    "jpeg xmp subject": by_xmp(lambda n: bag("dc:subject", n, "Bag")),
    "jpeg xmp person in image": by_xmp(lambda n: bag("Iptc4xmpExt:PersonInImage", n, "Bag")),
    "jpeg xmp mwg region": by_xmp(mwg_region),
    "jpeg xmp microsoft region": by_xmp(microsoft_region),
    "jpeg xmp digikam tags": by_xmp(lambda n: bag("digiKam:TagsList", f"Personer/{n}")),
    "jpeg xmp lightroom tags": by_xmp(lambda n: bag("lr:hierarchicalSubject", f"Elev|{n}", "Bag")),
    "jpeg xmp second packet": lambda n: jpeg(
        app1(xmp("<dc:format>image/jpeg</dc:format>")), app1(xmp(bag("dc:creator", n)))
    ),
    "jpeg xmp utf-16": lambda n: jpeg(app1(xmp(bag("dc:creator", n)).decode().encode("utf-16-le"))),
    "jpeg xmp extended": extended,
    "jpeg xmp broken": broken_xmp,
    "jpeg iptc by-line": by_iptc(80, "utf-8"),
    "jpeg iptc caption latin-1": by_iptc(120, "latin-1"),
    "jpeg iptc keywords mac roman": by_iptc(25, "mac_roman"),
    "jpeg iptc unknown dataset": by_iptc(199, "utf-8"),
    "jpeg photoshop resource name": lambda n: jpeg(
        photoshop(resource(0x0BB7, bytes((len(n.encode()),)) + n.encode()))
    ),
    "jpeg photoshop unknown": lambda n: jpeg(photoshop(resource(0x0FA5, n.encode("utf-16-be")))),
    "jpeg comment": lambda n: jpeg(segment(0xFE, n.encode())),
    "jpeg first of two comments": lambda n: jpeg(
        segment(0xFE, n.encode("latin-1")), segment(0xFE, b"x")
    ),
    "jpeg comment between scans": between_scans,
    "jpeg unknown segment": lambda n: jpeg(segment(0xE7, b"PRIV\0\x01" + n.encode())),
    "jpeg ducky": ducky,
    "jpeg claim of origin": jumbf,
    "jpeg profile": lambda n: encoded("JPEG", icc_profile=profile(f"Skärm {n}")),
    "jpeg after the end": lambda n: jpeg() + b"\0\0" + n.encode(),
    "jpeg second picture": second_picture,
    "png text": lambda n: png(chunk(b"tEXt", b"Author\0" + n.encode("latin-1"))),
    "png packed text": lambda n: png(
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(n.encode("latin-1")))
    ),
    "png international text": lambda n: png(chunk(b"iTXt", b"Title\0\0\0sv\0Titel\0" + n.encode())),
    "png exif": lambda n: png(chunk(b"eXIf", exif({0x013B: n})[6:])),
    "png xmp": lambda n: png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(mwg_region(n)))),
    "png raw profile": raw_profile,
    "png private chunk": lambda n: png(chunk(b"prVt", n.encode())),
    "png profile": lambda n: encoded("PNG", icc_profile=profile(n)),
    "png after the end": lambda n: png() + n.encode(),
    "webp exif": lambda n: _webp(n, exif=exif({0x013B: n})),
    "webp xmp": lambda n: _webp(n, xmp=xmp(bag("dc:creator", n))),
    "webp unknown chunk": lambda n: with_riff(_webp(n), (b"PRIV", n.encode())),
    "gif comment": gif_comment,
    "gif xmp": gif_application,
    "gif after the end": lambda n: encoded("GIF", picture(mode="P")) + n.encode(),
    "tiff artist": tiff(0x013B, str.encode),
    "tiff page name": tiff(0x011D, str.encode),
    "tiff xmp": tiff(0x02BC, lambda n: xmp(bag("dc:creator", n))),
    "tiff after the end": lambda n: encoded("TIFF") + n.encode(),
    "tiff iptc": tiff(0x83BB, lambda n: iptc((120, n.encode()), utf8=True)),
    "avif exif": lambda n: encoded("AVIF", exif=exif({0x013B: n})),
    "avif xmp": lambda n: encoded("AVIF", xmp=xmp(microsoft_region(n))),
    "avif private box": lambda n: encoded("AVIF") + box(b"uuid", bytes(16) + n.encode()),
    "avif free box": lambda n: encoded("AVIF") + box(b"free", n.encode()),
}  # fmt: skip
"""By name: a picture file of a format with a name in one place."""
