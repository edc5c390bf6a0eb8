"""PNG and APNG: the chunks that make the picture, its colours and its frames."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.orientation import (
    TURNED,
    exif_with,
    orientation_in,
    orientation_in_xmp,
)
from integritetskoll.images.clean.profile import neutral
from integritetskoll.images.formats.png import START, Chunk, chunks, inflate

KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT".split()
)


def clean_png(data: bytes) -> bytes:
    """Return the picture, with its profile under a neutral name and its orientation."""
    found = [chunk for chunk, _ in chunks(data)]
    if not found or found[-1].name != b"IEND":
        raise refuse("truncated")
    if any(not chunk.sound for chunk in found if chunk.name in KEPT):
        raise refuse("truncated")
    return START + b"".join(_kept(found))


def _kept(found: list[Chunk]) -> Iterator[bytes]:
    turned = _turned(found)
    for chunk in found:
        if chunk.name == b"IDAT" and turned in TURNED:
            yield _chunk(b"eXIf", exif_with(turned))
            turned = 1
        if chunk.name in KEPT:
            yield _chunk(chunk.name, chunk.content)
        elif chunk.name == b"iCCP":
            yield from _profile(chunk.content)


def _turned(found: list[Chunk]) -> int:
    for chunk in found:
        if chunk.name == b"eXIf":
            return orientation_in(chunk.content)
    packets = (
        c.content for c in found if c.name == b"iTXt" and c.content.startswith(b"XML:com.adobe")
    )
    return next(map(orientation_in_xmp, packets), 1)


def _profile(content: bytes) -> Iterator[bytes]:
    try:
        profile = neutral(inflate(content.partition(b"\0")[2][1:]))
    except (zlib.error, ValueError):
        return
    if profile:
        yield _chunk(b"iCCP", b"ICC\0\0" + zlib.compress(profile))


def _chunk(name: bytes, content: bytes) -> bytes:
    head = struct.pack(">I4s", len(content), name)
    return head + content + struct.pack(">I", zlib.crc32(content, zlib.crc32(name)))
