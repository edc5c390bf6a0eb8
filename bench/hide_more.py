"""Writing a name where it takes more than a line: maker notes, odd packets, other formats."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

from PIL import TiffImagePlugin

from bench.drawn import (
    bag,
    chunk,
    encoded,
    exif,
    photoshop,
    picture,
    profile,
    resource,
    segment,
    with_segments,
    xmp,
)
from bench.hide import XMP_HEAD, Place, app1, jpeg, png


def noted(make: str, begin: bytes, tag: int, *, own: bool = False, order: str = "<") -> Place:
    """Return a place: a tag in a maker's note. `own`: offsets count from the note itself."""

    def place(name: str) -> bytes:
        maker, value = make.encode() + b"\0", name.encode() + b"\0"
        start = 44 + len(maker) + len(maker) % 2 + 18
        at = len(begin) + 18 + (0 if own else start)
        entry = struct.pack(order + "HHHII", 1, tag, 2, len(value), at)
        note = begin + entry + bytes(4) + value
        tiff = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "IH", 8, 2)
        tiff += struct.pack(order + "HHII", 0x010F, 2, len(maker), 38)
        tiff += struct.pack(order + "HHII", 0x8769, 4, 1, start - 18) + bytes(4)
        tiff += maker.ljust(start - 18 - 38, b"\0")
        tiff += struct.pack(order + "HHHII", 1, 0x927C, 7, len(note), start) + bytes(4)
        return jpeg(segment(0xE1, b"Exif\0\0" + tiff + note))

    return place


def between_values(name: str) -> bytes:
    """Return a JPEG whose EXIF block has a value that no directory points to any more."""
    return jpeg(segment(0xE1, exif({0x0110: "iPad"}) + bytes(6) + name.encode() + bytes(6)))


def second_directory(name: str) -> bytes:
    """Return a JPEG with the artist in the directory of the preview."""
    value = name.encode() + b"\0"
    tiff = b"MM\0*\0\0\0\x08\0\0\0\0\0\x0e\0\x01" + struct.pack(
        ">HHIII", 0x013B, 2, len(value), 32, 0
    )
    return jpeg(segment(0xE1, b"Exif\0\0" + tiff + value))


def two_in_one(name: str) -> bytes:
    """Return a JPEG with two packets in one segment."""
    plain = xmp("<dc:format>image/jpeg</dc:format>")
    return jpeg(segment(0xE1, XMP_HEAD + plain + xmp(bag("dc:creator", name))))


def recoded(encoding: str) -> Place:
    """Return a place: a packet in another encoding."""
    return lambda name: jpeg(app1(xmp(bag("dc:creator", name)).decode().encode(encoding)))


def as_entities(name: str) -> bytes:
    """Return a JPEG whose packet writes the letters as numbers."""
    return jpeg(app1(xmp(bag("dc:creator", "".join(f"&#x{ord(c):x};" for c in name)))))


def acdsee(name: str) -> bytes:
    """Return a JPEG with a category as ACDSee writes it: markup within a property."""
    tree = (
        f'&lt;Categories&gt;&lt;Category Assigned="0"&gt;People&lt;Category Assigned="1"&gt;{name}'
    )
    closed = "&lt;/Category&gt;&lt;/Category&gt;&lt;/Categories&gt;"
    space = 'xmlns:acdsee="http://ns.acdsee.com/iptc/1.0/"'
    return jpeg(app1(xmp(f"<acdsee:categories {space}>{tree}{closed}</acdsee:categories>")))


def acdsee_region(name: str) -> bytes:
    """Return a JPEG with a face as ACDSee writes it."""
    space = 'xmlns:acdsee-rs="http://ns.acdsee.com/regions/"'
    inner = f"<acdsee-rs:Name>{name}</acdsee-rs:Name><acdsee-rs:Type>Face</acdsee-rs:Type>"
    return jpeg(app1(xmp(
        f'<acdsee-rs:Regions {space} rdf:parseType="Resource"><acdsee-rs:RegionList><rdf:Bag>'
        f'<rdf:li rdf:parseType="Resource">{inner}</rdf:li></rdf:Bag></acdsee-rs:RegionList>'
        "</acdsee-rs:Regions>"
    )))  # fmt: skip


def iptc_region(name: str) -> bytes:
    """Return a JPEG with a region as IPTC writes it since 2019."""
    return jpeg(app1(xmp(
        '<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:Name>'
        f'<rdf:Alt><rdf:li xml:lang="x-default">{name}</rdf:li></rdf:Alt></Iptc4xmpExt:Name>'
        "</rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>"
    )))  # fmt: skip


def detailed(name: str) -> bytes:
    """Return a JPEG with a person in detail."""
    return jpeg(app1(xmp(
        '<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag><rdf:li rdf:parseType="Resource">'
        + bag("Iptc4xmpExt:PersonName", name, "Alt")
        + "</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>"
    )))  # fmt: skip


def of(space: str, prefix: str, tag: str, *, kind: str = "") -> Callable[[str], str]:
    """Return how a property of another schema is written."""

    def write(name: str) -> str:
        inner = f"<rdf:{kind}><rdf:li>{name}</rdf:li></rdf:{kind}>" if kind else name
        return f'<{prefix}:{tag} xmlns:{prefix}="{space}">{inner}</{prefix}:{tag}>'

    return write


def old_profile(name: str) -> bytes:
    """Return a JPEG with a profile of version 2, whose description is of the old type."""
    raw, text = bytearray(profile("sRGB")), name.encode() + b"\0"
    block = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)
    for index in range(struct.unpack_from(">I", raw, 128)[0]):
        if raw[132 + index * 12 : 136 + index * 12] == b"cprt":
            struct.pack_into(">II", raw, 136 + index * 12, len(raw), len(block))
    raw += block
    struct.pack_into(">I", raw, 0, len(raw))
    return encoded("JPEG", icc_profile=bytes(raw))


def exif_in_resources(name: str) -> bytes:
    """Return a JPEG with an EXIF block among Photoshop's resources."""
    return jpeg(photoshop(resource(0x0422, exif({0x013B: name})[6:])))


def raw_png(kind: str, write: Callable[[str], bytes]) -> Place:
    """Return a place: a profile in hexadecimal, packed, in a PNG."""

    def place(name: str) -> bytes:
        raw = write(name)
        text = f"\n{kind}\n{len(raw):8}\n{raw.hex()}\n".encode()
        return png(
            chunk(b"zTXt", f"Raw profile type {kind}".encode() + b"\0\0" + zlib.compress(text))
        )

    return place


def late_text(name: str) -> bytes:
    """Return a PNG with a text after the picture."""
    data = png()
    return data[:-12] + chunk(b"tEXt", b"Comment\0" + name.encode("latin-1")) + data[-12:]


def gif_with(label: int, content: bytes) -> bytes:
    """Return a GIF with an extension, cut into blocks of twelve bytes."""
    data = encoded("GIF", picture(mode="P"))
    pieces = [content[at : at + 12] for at in range(0, len(content), 12)]
    blocks = b"".join(bytes((len(piece),)) + piece for piece in pieces)
    return data[:-1] + bytes((0x21, label)) + blocks + b"\0\x3b"


def second_page(name: str) -> bytes:
    """Return a TIFF whose second page names an artist."""
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out) as writer:
        picture(64, 48).save(writer, "TIFF")
        writer.newFrame()
        picture(64, 48).save(writer, "TIFF", tiffinfo={0x013B: name.encode()})
        writer.newFrame()
    return out.getvalue()


def within_strips(name: str) -> bytes:
    """Return a TIFF of a coded JPEG with a comment."""
    data = encoded("TIFF", picture(64, 48), compression="jpeg")
    at, size = (data.index(struct.pack("<HHI", tag, 4, 1)) + 8 for tag in (0x0111, 0x0117))
    start, length = (struct.unpack_from("<I", data, place)[0] for place in (at, size))
    held = with_segments(data[start : start + length], segment(0xFE, name.encode()))
    out = bytearray(data + held)
    struct.pack_into("<I", out, at, len(data))
    struct.pack_into("<I", out, size, len(held))
    return bytes(out)
