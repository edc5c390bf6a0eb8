"""Where coded pictures of a HEIF file end by their own word: a wrong length takes in what follows.

AV1 codes pictures in open bitstream units (AV1, 5.3), HEVC in units behind their length
(ISO/IEC 14496-15, 8.3.3).
"""

from __future__ import annotations

from integritetskoll.images import limits
from integritetskoll.images.formats.heif_items import Item

_WIDE = 4
"""Bytes of the length in front of each unit, as every writer seen chooses it."""
_LAST, _HAS_SIZE, _EXTENDED = 0x80, 0x02, 0x04


def spare(data: bytes, item: Item) -> tuple[int, int] | None:
    """Return the range of an item behind its coded picture, None where there is none."""
    if len(item.ranges) != 1 or item.type not in {b"av01", b"hvc1"}:
        return None
    start, end = item.ranges[0]
    at = start
    for _ in range(limits.MAX_ENTRIES):
        after = _open_unit(data, at, end) if item.type == b"av01" else _unit(data, at, end)
        if after is None:
            break
        at = after
    return (at, end) if at < end else None


def _unit(data: bytes, at: int, end: int) -> int | None:
    if at + _WIDE >= end:
        return None
    after = at + _WIDE + int.from_bytes(data[at : at + _WIDE], "big")
    return after if at + _WIDE < after <= end else None


def _open_unit(data: bytes, at: int, end: int) -> int | None:
    if at >= end or data[at] & 0x81 or not data[at] >> 3:  # what must be nought, and a kind
        return None
    if not data[at] & _HAS_SIZE:
        return end
    extended = bool(data[at] & _EXTENDED)
    size, place = 0, at + 1 + extended
    for shift in range(0, 56, 7):
        if place >= end:
            return None
        size |= (data[place] & 0x7F) << shift
        place += 1
        if not data[place - 1] & _LAST:
            break
    return place + size if place + size <= end else None
