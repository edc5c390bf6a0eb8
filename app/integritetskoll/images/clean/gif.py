"""GIF: frames, timing and loops; comments, texts and blocks of programs go."""

from __future__ import annotations

from collections.abc import Iterator

from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.profile import neutral
from integritetskoll.images.formats.gif import (
    APPLICATION,
    CONTROL,
    CONTROL_SIZE,
    END,
    EXTENSION,
    HEAD,
    ICC,
    IMAGE,
    LOOPS,
    PLAIN_TEXT,
    Block,
    GifError,
    blocks,
)

_LOOP = 14
"""Bytes of a loop block: name, one, and a number of times."""


def clean_gif(data: bytes) -> bytes:
    """Return the frames with all that moves them."""
    try:
        found = [block for block, _ in blocks(data)]
    except (GifError, IndexError):
        raise refuse("truncated") from None
    table = 3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0
    return data[: HEAD + table] + b"".join(_kept(found))


def _kept(found: list[Block]) -> Iterator[bytes]:
    waiting = b""
    for block in found:
        if block.kind == END:
            yield block.raw
        elif block.kind == IMAGE:
            yield waiting + block.raw
            waiting = b""
        elif block.kind == EXTENSION and block.label == CONTROL:
            waiting = _control(block.raw)
        elif block.label == PLAIN_TEXT:
            waiting = b""
        elif block.label == APPLICATION and block.content[:11] in LOOPS:
            yield _application(block.content[:11], block.content[11:_LOOP])
        elif block.label == APPLICATION and block.content[:11] == ICC:
            yield _profile(block.content[11:])


def _control(raw: bytes) -> bytes:
    """Return the times and transparency of a frame without what stands behind them."""
    return raw if len(raw) == CONTROL_SIZE else raw[: CONTROL_SIZE - 1] + b"\0"


def _profile(content: bytes) -> bytes:
    profile = neutral(content)
    return _application(ICC, profile) if profile else b""


def _application(name: bytes, content: bytes) -> bytes:
    pieces = [content[at : at + 255] for at in range(0, len(content), 255)]
    body = b"".join(bytes((len(piece),)) + piece for piece in pieces)
    return bytes((EXTENSION, APPLICATION, len(name))) + name + body + b"\0"
