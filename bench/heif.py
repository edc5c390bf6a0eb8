"""HEIF files built item by item (ISO/IEC 23008-12): several pictures, previews, notes, claims."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from bench.drawn import box, encoded
from integritetskoll.images.formats.boxes import boxes, find

Reference = tuple[bytes, int, tuple[int, ...]]
"""Kind, from, to: numbers of items, which count from 1."""


@dataclass(frozen=True, slots=True)
class Part:
    """An item: type, content, property boxes, media type and name; `hidden` as grids' tiles are."""

    type: bytes
    content: bytes
    properties: tuple[bytes, ...] = ()
    media: bytes = b""
    name: bytes = b""
    hidden: bool = False


def coded(image: Image.Image, *more: bytes, name: bytes = b"") -> Part:
    """Return a picture coded as in AVIF, with its properties and others."""
    data = encoded("AVIF", image)
    meta = find(data, 0, len(data), b"meta")
    assert meta is not None
    inner = {one.kind: one for one in boxes(data, meta.body + 4, meta.end)}
    listed = find(data, inner[b"iprp"].body, inner[b"iprp"].end, b"ipco")
    place = find(data, 0, len(data), b"mdat")
    assert listed is not None
    assert place is not None
    properties = tuple(
        data[one.start : one.end]
        for one in boxes(data, listed.body, listed.end)
        if one.kind in {b"ispe", b"av1C", b"pixi", b"colr"}
    )
    return Part(b"av01", data[place.body : place.end], (*properties, *more), name=name)


def undecodable(width: int, height: int, *, name: bytes = b"") -> Part:
    """Return an item as iPads write them, with nothing that a decoder could show."""
    unit = struct.pack(">I", 120) + b"\x90\x81\xfe" * 40
    return Part(b"hvc1", unit, (full(b"ispe", struct.pack(">II", width, height)),),
                name=name)  # fmt: skip


def exif_part(block: bytes) -> Part:
    """Return an item with an EXIF block."""
    return Part(b"Exif", bytes(4) + block.removeprefix(b"Exif\0\0"))


def xmp_part(packet: bytes) -> Part:
    """Return an item with an XMP packet."""
    return Part(b"mime", packet, media=b"application/rdf+xml")


def auxiliary(kind: bytes) -> bytes:
    """Return the property of a picture that accompanies another: alpha, depth, a gain map."""
    return full(b"auxC", kind + b"\0")


def full(kind: bytes, content: bytes, version: int = 0, flags: int = 0) -> bytes:
    """Return a box with version and flags."""
    return box(kind, struct.pack(">I", version << 24 | flags) + content)


def heif(
    parts: Sequence[Part],
    references: Sequence[Reference] = (),
    *,
    brand: bytes = b"avif",
    primary: int = 1,
    inside: bytes = b"",
    after: bytes = b"",
) -> bytes:
    """Return a file; `inside` are boxes more in its meta box, `after` such behind its data."""
    head = box(b"ftyp", brand + bytes(4) + brand + b"mif1miaf")
    start = len(head) + len(_meta(parts, references, primary, inside, 0)) + 8
    meta = _meta(parts, references, primary, inside, start)
    return head + meta + box(b"mdat", b"".join(part.content for part in parts)) + after


def _meta(
    parts: Sequence[Part], references: Sequence[Reference], primary: int, inside: bytes, start: int
) -> bytes:
    handler = full(b"hdlr", bytes(4) + b"pict" + bytes(13))
    infos = b"".join(_info(number, part) for number, part in enumerate(parts, 1))
    pointed = b"".join(_reference(one) for one in references)
    return full(
        b"meta",
        handler
        + full(b"pitm", struct.pack(">H", primary))
        + full(b"iinf", struct.pack(">H", len(parts)) + infos)
        + _locations(parts, start)
        + (full(b"iref", pointed) if pointed else b"")
        + _properties(parts)
        + inside,
    )


def _info(number: int, part: Part) -> bytes:
    media = part.media + b"\0" if part.media else b""
    content = struct.pack(">HH4s", number, 0, part.type) + part.name + b"\0" + media
    return full(b"infe", content, version=2, flags=int(part.hidden))


def _reference(one: Reference) -> bytes:
    kind, source, targets = one
    return box(kind, struct.pack(f">HH{len(targets)}H", source, len(targets), *targets))


def _locations(parts: Sequence[Part], start: int) -> bytes:
    rows = b"".join(
        struct.pack(
            ">HHHII", number, 0, 1, start + sum(len(p.content) for p in parts[: number - 1]),
            len(part.content),
        )
        for number, part in enumerate(parts, 1)
    )  # fmt: skip
    return full(b"iloc", b"\x44\0" + struct.pack(">H", len(parts)) + rows)


def _properties(parts: Sequence[Part]) -> bytes:
    listed = list(dict.fromkeys(one for part in parts for one in part.properties))
    rows = b"".join(
        struct.pack(">HB", number, len(part.properties))
        + bytes(listed.index(one) + 1 | (0x80 if one[4:8] == b"av1C" else 0)
                for one in part.properties)
        for number, part in enumerate(parts, 1)
    )  # fmt: skip
    table = full(b"ipma", struct.pack(">I", len(parts)) + rows)
    return box(b"iprp", box(b"ipco", b"".join(listed)) + table)
