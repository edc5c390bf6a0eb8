"""Concise Binary Object Representation (RFC 8949): the items that claims of origin are made of."""

from __future__ import annotations

import struct
from typing import Any

from integritetskoll.images import limits

_FLOATS = {25: ("e", 2), 26: ("f", 4), 27: ("d", 8)}
_INDEFINITE, _BREAK = 31, 0xFF


def read_cbor(raw: bytes) -> Any:
    """Return the first item; raises ValueError or struct.error where the bytes are none."""
    return first_item(raw)[0]


def first_item(raw: bytes) -> tuple[Any, bytes]:
    """Return the first item and what stands behind it; raises as `read_cbor`."""
    item, end = _item(raw, 0, 0)
    return item, raw[end:]


def _item(raw: bytes, at: int, depth: int) -> tuple[Any, int]:
    if depth > limits.MAX_DEPTH * 2 or at >= len(raw):
        raise ValueError("cbor")
    major, low = raw[at] >> 5, raw[at] & 0x1F
    if major == 7:  # noqa: PLR2004 - floats and simple values
        return _simple(raw, at, low)
    length, at = _length(raw, at + 1, low)
    if major in {0, 1}:
        return (length if major == 0 else -1 - (length or 0)), at
    if major in {2, 3}:
        return _string(raw, at, major, length)
    if major == 6:  # noqa: PLR2004 - a tag before an item
        return _item(raw, at, depth + 1)
    return _many(raw, at, major, length, depth)


def _length(raw: bytes, at: int, low: int) -> tuple[int | None, int]:
    if low < 24:  # noqa: PLR2004 - the number itself
        return low, at
    if low == _INDEFINITE:
        return None, at
    size = 1 << (low - 24)
    if low > 27 or at + size > len(raw):  # noqa: PLR2004 - one, two, four or eight bytes
        raise ValueError("cbor")
    return int.from_bytes(raw[at : at + size], "big"), at + size


def _string(raw: bytes, at: int, major: int, length: int | None) -> tuple[Any, int]:
    if length is None:
        return _pieces(raw, at, major)
    if at + length > len(raw):
        raise ValueError("cbor")
    value = raw[at : at + length]
    return (value if major == 2 else value.decode("utf-8", "replace")), at + length  # noqa: PLR2004


def _pieces(raw: bytes, at: int, major: int) -> tuple[Any, int]:
    """Return a string that comes in pieces, which have lengths (RFC 8949, 3.2.3)."""
    pieces: list[Any] = []
    while raw[at : at + 1] != b"\xff":
        if at >= len(raw) or raw[at] >> 5 != major or raw[at] & 0x1F == _INDEFINITE:
            raise ValueError("cbor")
        length, at = _length(raw, at + 1, raw[at] & 0x1F)
        piece, at = _string(raw, at, major, length)
        pieces.append(piece)
    return (b"" if major == 2 else "").join(pieces), at + 1  # noqa: PLR2004


def _many(raw: bytes, at: int, major: int, length: int | None, depth: int) -> tuple[Any, int]:
    items: list[Any] = []
    wanted = None if length is None else length * (2 if major == 5 else 1)  # noqa: PLR2004 - pairs
    while wanted is None or len(items) < wanted:
        if wanted is None and raw[at : at + 1] == b"\xff":
            at += 1
            break
        item, at = _item(raw, at, depth + 1)
        items.append(item)
    if major == 5:  # noqa: PLR2004 - a map
        return {str(k): v for k, v in zip(items[::2], items[1::2], strict=False)}, at
    return items, at


def _simple(raw: bytes, at: int, low: int) -> tuple[Any, int]:
    if low in _FLOATS:
        letter, size = _FLOATS[low]
        return struct.unpack_from(f">{letter}", raw, at + 1)[0], at + 1 + size
    return None, at + (2 if low == 24 else 1)  # noqa: PLR2004 - one byte more
