"""Boxes of the ISO base media format (ISO/IEC 14496-12), as HEIC, HEIF and AVIF are made of."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from integritetskoll.images import limits


class BoxError(ValueError):
    """A box breaks off or lies about its size."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its type, where it starts, where its content starts, where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(data: bytes, at: int, end: int) -> Iterator[Box]:
    """Yield the boxes of a range; raises BoxError where one breaks off."""
    for _ in range(limits.MAX_ENTRIES):
        if at >= end:
            return
        if at + 8 > end:
            raise BoxError("head")
        size, kind = struct.unpack_from(">I4s", data, at)
        body = at + 8
        if size == 1:
            if at + 16 > end:
                raise BoxError("head")
            size, body = struct.unpack_from(">Q", data, at + 8)[0], at + 16
        elif size == 0:
            size = end - at
        if size < body - at or at + size > end:
            raise BoxError("size")
        if kind == b"uuid":
            body += 16
        yield Box(kind, at, body, at + size)
        at += size
    raise BoxError("many")


def find(data: bytes, at: int, end: int, kind: bytes) -> Box | None:
    """Return the first box of a kind in a range, None where there is none."""
    try:
        return next((box for box in boxes(data, at, end) if box.kind == kind), None)
    except BoxError:
        return None
