"""HEIC, HEIF and AVIF: personal items, other pictures and boxes blanked where they are."""

from __future__ import annotations

import struct

from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.profile import neutral
from integritetskoll.images.formats.boxes import Box, BoxError, boxes, find
from integritetskoll.images.formats.heif_items import (
    LISTS,
    META,
    PROPERTIES,
    Item,
    needed,
    read_items,
    slack,
)

KEPT = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"pdin"})
GONE = b"skip"
"""The type of what was another picture: readers pass over items of types they don't know."""
NO_EXIF = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"
_PARENTS = frozenset({b"trak", b"mdia", b"minf", b"stbl", b"dinf", b"edts"})
_TOLD = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"name", b"cprt", b"xml ", b"udes"})
_TIMES = frozenset({b"mvhd", b"tkhd", b"mdhd"})


def clean_heif(data: bytes) -> bytes:
    """Return the file with its metadata and all pictures but the primary one blank."""
    out = bytearray(data)
    try:
        top = list(boxes(data, 0, len(data)))
        for box in top:
            if box.kind == b"meta":
                _clean_meta(data, box, out, filmed=any(b.kind == b"moov" for b in top))
            elif box.kind == b"moov":
                _clean_movie(data, box, out)
            elif box.kind not in KEPT:
                _free(out, box)
    except (BoxError, struct.error, IndexError):
        raise refuse("truncated") from None
    return bytes(out)


def _free(out: bytearray, box: Box) -> None:
    out[box.start + 4 : box.start + 8] = b"free"
    begin = box.body - 16 if box.kind == b"uuid" else box.body
    out[begin : box.end] = bytes(box.end - begin)


def _clean_meta(data: bytes, meta: Box, out: bytearray, *, filmed: bool) -> None:
    items = read_items(data, meta)
    primary = items.by_number.get(items.primary)
    if primary is None or not primary.is_picture:
        raise refuse("unsupported")
    shown = needed(items)
    kept = [item for item in items.by_number.values() if item.is_picture and item.number in shown]
    if not all(item.certain for item in kept):
        raise refuse("unsupported")
    for item in items.by_number.values():
        _clean_item(data, item, out, kept=item in kept)
    for start, end in () if filmed else slack(data, items):
        out[start:end] = bytes(end - start)  # where programs leave parts of older versions
    for start, end in (one for item in kept for one in item.ranges):
        out[start:end] = data[start:end]  # what another item shared
    for box in boxes(data, meta.body + 4, meta.end):
        if box.kind not in META:
            _free(out, box)
        elif box.kind == b"hdlr":
            out[box.body + 24 : box.end] = bytes(box.end - box.body - 24)
        elif box.kind == b"iprp":
            _clean_properties(data, box, out)


def _clean_item(data: bytes, item: Item, out: bytearray, *, kept: bool) -> None:
    """Blank an item, unless it shows the picture. Other pictures become of no known type."""
    out[item.name_at : item.name_at + len(item.name)] = b" " * len(item.name)
    if kept:
        return
    if not item.certain or any(end > len(data) for _, end in item.ranges):
        raise refuse("truncated")
    if item.is_picture:
        out[item.type_at : item.type_at + 4] = GONE
    for start, end in item.ranges:
        blank = NO_EXIF if item.type == b"Exif" and end - start >= len(NO_EXIF) else b""
        filler = b" " if item.type == b"mime" else b"\0"
        out[start:end] = blank + filler * (end - start - len(blank))


def _clean_properties(data: bytes, box: Box, out: bytearray) -> None:
    properties = find(data, box.body, box.end, b"ipco")
    for one in boxes(data, box.body, box.end):
        if one.kind not in LISTS:
            _free(out, one)
    for one in boxes(data, properties.body, properties.end) if properties else ():
        if one.kind == b"colr" and data[one.body : one.body + 4] in {b"prof", b"rICC"}:
            profile = neutral(data[one.body + 4 : one.end])
            if profile is not None:
                padded = profile.ljust(one.end - one.body - 4, b"\0")
                out[one.body + 4 : one.end] = padded
        elif one.kind not in PROPERTIES:
            _free(out, one)


def _clean_movie(data: bytes, movie: Box, out: bytearray) -> None:
    waiting = [movie]
    while waiting:
        for box in boxes(data, (top := waiting.pop()).body, top.end):
            if box.kind in _PARENTS:
                waiting.append(box)
            elif box.kind in _TOLD:
                _free(out, box)
            elif box.kind == b"hdlr":
                out[box.body + 24 : box.end] = bytes(box.end - box.body - 24)
            elif box.kind in _TIMES:
                size = 16 if data[box.body] else 8
                out[box.body + 4 : box.body + 4 + size] = bytes(size)
