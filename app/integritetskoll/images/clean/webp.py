"""WebP: the coded picture or frames, transparency, profile; flags as what is left demands."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.orientation import (
    TURNED,
    exif_with,
    orientation_in,
    orientation_in_xmp,
)
from integritetskoll.images.clean.profile import neutral
from integritetskoll.images.formats.webp import FRAME, FRAME_HEAD, HEAD, chunks, whole

CODED = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
EXIF_FLAG, XMP_FLAG, PROFILE_FLAG, UNKNOWN = 0x08, 0x04, 0x20, 0xC1


def clean_webp(data: bytes) -> bytes:
    """Return the picture with its profile and orientation."""
    end = whole(data)
    if end > len(data):
        raise refuse("truncated")
    found = [(name, content) for name, content, _ in chunks(data, HEAD, end)]
    by_name = dict(found)
    turned = orientation_in_xmp(by_name.get(b"XMP ", b""))
    if b"EXIF" in by_name:
        turned = orientation_in(by_name[b"EXIF"])
    profile = next((neutral(content) for name, content in found if name == b"ICCP"), None)
    body = b"".join(_kept(found, turned, profile))
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _kept(found: list[tuple[bytes, bytes]], turned: int, profile: bytes | None) -> Iterator[bytes]:
    extended = False
    for name, content in found:
        if name == b"VP8X":
            extended = True
            yield _chunk(name, _flags(content, turned, profile))
        elif name == b"ICCP" and profile:
            yield _chunk(name, profile)
        elif name in CODED or name == b"ANIM":
            yield _chunk(name, content)
        elif name == FRAME:
            inner = (
                _chunk(n, c) for n, c, _ in chunks(content, FRAME_HEAD, len(content)) if n in CODED
            )
            yield _chunk(name, content[:FRAME_HEAD] + b"".join(inner))
    if extended and turned in TURNED:
        yield _chunk(b"EXIF", exif_with(turned))


def _flags(content: bytes, turned: int, profile: bytes | None) -> bytes:
    flags = content[0] & ~(EXIF_FLAG | XMP_FLAG | PROFILE_FLAG | UNKNOWN)
    flags |= EXIF_FLAG if turned in TURNED else 0
    flags |= PROFILE_FLAG if profile else 0
    return bytes((flags, 0, 0, 0)) + content[4:10]


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)
