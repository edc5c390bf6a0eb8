"""WebP (RFC 9649): the chunks of a RIFF file, and what follows it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from integritetskoll.images import limits
from integritetskoll.images.formats.trailing import read_trailing
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.exif import read_exif
from integritetskoll.images.metadata.icc import read_icc
from integritetskoll.images.metadata.jumbf import read_jumbf
from integritetskoll.images.metadata.xmp import read_xmp

HEAD = 12
SILENT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM"})
SIZES = {b"VP8X": 10, b"ANIM": 6}
FRAME = b"ANMF"
FRAME_HEAD = 16


def is_webp(data: bytes) -> bool:
    """Tell whether a file is a WebP."""
    return data[:4] == b"RIFF" and data[8:HEAD] == b"WEBP"


def chunks(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield name, content and end of each chunk; stops where one breaks off."""
    for _ in range(limits.MAX_ENTRIES * 4):
        if at + 8 > end:
            return
        name, size = struct.unpack_from("<4sI", data, at)
        if at + 8 + size > end:
            return
        yield name, data[at + 8 : at + 8 + size], at + 8 + size + size % 2
        at += 8 + size + size % 2


def whole(data: bytes) -> int:
    """Return where the RIFF file ends by its own word."""
    return int(8 + struct.unpack_from("<I", data, 4)[0])


def read_webp(data: bytes, into: Gather) -> None:
    """Read a whole file."""
    end = whole(data)
    at = HEAD
    for name, content, at in chunks(data, HEAD, min(end, len(data))):  # noqa: B007 - used below
        _note_size(name, content, into)
        if name == FRAME:
            for inner, rest, _ in chunks(content, FRAME_HEAD, len(content)):
                _read_chunk(inner, rest, into)
        else:
            _read_chunk(name, content, into)
    if end > len(data) or at < end - 1:
        into.missed("image")
        into.sweep("RIFF:Unknown", data[at:])
    into.sweep_end("RIFF:Unknown", data, min(at, end))
    into.attempt("trailer", read_trailing, data[max(end, at) :])


def _note_size(name: bytes, content: bytes, into: Gather) -> None:
    if into.width:
        return
    if name == b"VP8X" and len(content) >= 10:  # noqa: PLR2004 - flags and canvas
        into.width = 1 + int.from_bytes(content[4:7], "little")
        into.height = 1 + int.from_bytes(content[7:10], "little")
    elif name == b"VP8 " and content[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", content, 6)
        into.width, into.height = width & 0x3FFF, height & 0x3FFF
    elif name == b"VP8L" and content[:1] == b"\x2f":
        bits = int.from_bytes(content[1:5], "little")
        into.width, into.height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)


def _read_chunk(name: bytes, content: bytes, into: Gather) -> None:
    if name == b"EXIF":
        into.attempt("exif", read_exif, content)
    elif name == b"XMP ":
        into.attempt("xmp", read_xmp, content)
    elif name == b"ICCP":
        into.attempt("icc", read_icc, content)
    elif name == b"C2PA":
        into.attempt("c2pa", read_jumbf, content)
    elif name in SIZES:
        into.sweep_numbers("RIFF:Unknown", content if len(content) > SIZES[name] else b"")
    elif name in SILENT:
        into.sweep_coded("RIFF:Unknown", content)
        into.sweep_end("RIFF:Unknown", content, len(content))
    else:
        shown = "".join(c if c.isalnum() else "?" for c in name.decode("latin-1"))
        into.sweep(f"RIFF:{shown}", content)
