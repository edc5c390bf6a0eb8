"""GIF 89a: comments, application blocks (XMP, profiles), plain text, and what follows the end."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from integritetskoll.images import limits
from integritetskoll.images.decode import decode
from integritetskoll.images.field import Kind
from integritetskoll.images.formats.trailing import read_trailing
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.icc import read_icc
from integritetskoll.images.metadata.xmp import read_xmp
from integritetskoll.images.within import block_within, named_within

HEAD = 13
EXTENSION, IMAGE, END = 0x21, 0x2C, 0x3B
COMMENT, APPLICATION, PLAIN_TEXT, CONTROL = 0xFE, 0xFF, 0x01, 0xF9
CONTROL_SIZE = 8
LOOPS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})
MOST_BLOCKS = 400_000
XMP = b"XMP DataXMP"
ICC = b"ICCRGBG1012"
_PRINTABLE = bytes(chr(byte).isprintable() and byte < 0x7F for byte in range(256))  # noqa: PLR2004
_TEXT = b"\1" * 20
"""So many printable bytes in a row are no coded colours: one in a billion is, by chance."""
_TAIL = 258
"""The bytes after an XMP packet that let old readers fall through it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block: kind, label of an extension, the bytes as stored, the joined sub-blocks."""

    kind: int
    label: int
    raw: bytes = field(repr=False)
    content: bytes = field(repr=False)


class GifError(ValueError):
    """The file breaks off or holds what GIF doesn't know."""


def blocks(data: bytes) -> Iterator[tuple[Block, int]]:
    """Yield each block and where it ends, the end block last; raises GifError."""
    at = HEAD + _table(data[10])
    while True:
        if at >= len(data):
            raise GifError("end")
        start, kind = at, data[at]
        if kind == END:
            yield Block(END, 0, data[start : start + 1], b""), at + 1
            return
        label = 0
        if kind == EXTENSION:
            label, at = data[at + 1], at + 2
        elif kind == IMAGE:
            at += 10 + _table(data[at + 9]) + 1
        elif kind == 0:
            at += 1
            continue
        else:
            raise GifError("block")
        content, at = _joined(data, at, wanted=kind == EXTENSION and label != CONTROL)
        yield Block(kind, label, data[start:at], content), at


def _table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _joined(data: bytes, at: int, *, wanted: bool) -> tuple[bytes, int]:
    pieces: list[bytes] = []
    for _ in range(MOST_BLOCKS):
        size = data[at]
        if not size:
            return b"".join(pieces), at + 1
        if wanted:
            pieces.append(data[at + 1 : at + 1 + size])
        at += 1 + size
    raise GifError("too many")


def read_gif(data: bytes, into: Gather) -> None:
    """Read a whole file."""
    into.width, into.height = struct.unpack_from("<HH", data, 6)
    at, frames = HEAD + _table(data[10]), 0
    try:
        for block, at in blocks(data):  # noqa: B007 - used after the loop
            frames += block.kind == IMAGE
            if block.kind == EXTENSION:
                into.attempt("block", _read_extension, block)
            elif block.kind == IMAGE and _TEXT in block.raw.translate(_PRINTABLE):
                into.missed("image")  # a length that is wrong: other blocks were taken for colours
                into.sweep("GIF:Unknown", block.raw)
            elif block.kind == IMAGE and not _is_even(block.raw):
                _read_uneven(block.raw, into)
            if frames > limits.MAX_FRAMES:
                into.missed("frames")
                return
    except (GifError, IndexError):
        into.missed("image")
        into.sweep("GIF:Unknown", data[at:])
        return
    into.attempt("trailer", read_trailing, data[at:])


def _is_even(raw: bytes) -> bool:
    """Tell whether all pieces of an image but the last are of one length, as encoders cut it."""
    at = 11 + _table(raw[9])
    first, size = raw[at], raw[at]
    while size == first and size:
        at += 1 + size
        size = raw[at]
    return not size or not raw[at + 1 + size]


def _read_uneven(raw: bytes, into: Gather) -> None:
    """Look for names in an image that lost its step: it goes on through the blocks behind it."""
    for name in named_within(raw):
        into.missed("image")
        into.add("GIF:Unknown", name, kind=Kind.SWEPT)


def _read_extension(block: Block, into: Gather) -> None:
    if block.label == COMMENT:
        into.add("GIF:Comment", decode(block.content))
    elif block.label == PLAIN_TEXT:
        into.add("GIF:PlainText", decode(block.content[12:]))
    elif block.label == APPLICATION:
        name = block.content[:11]
        if name.startswith(b"XMP Data"):
            into.attempt("xmp", read_xmp, packet_of(block))
        elif name.startswith(b"ICCRGBG1"):
            into.attempt("icc", read_icc, block.content[11:])
        elif name not in LOOPS:
            _read_program(block, into)
        else:
            into.sweep_numbers("GIF:Application", block.content)
    elif block.label != CONTROL:
        into.sweep("GIF:Extension", block.content)
    elif len(block.raw) != CONTROL_SIZE:
        into.sweep("GIF:Control", block.raw)


def _read_program(block: Block, into: Gather) -> None:
    """Search the block of a program; where a packet lies in it uncut, its own name was wrong."""
    into.sweep("GIF:Application", block.content)
    if block_within(block.raw) >= 0:
        into.missed("block")
        into.attempt("xmp", read_xmp, block.raw)


def packet_of(block: Block) -> bytes:
    """Return the XMP packet: it lies in the block without being cut into sub-blocks."""
    return block.raw[14:-_TAIL] if block.raw[-_TAIL : -_TAIL + 1] == b"\x01" else block.raw[14:]
