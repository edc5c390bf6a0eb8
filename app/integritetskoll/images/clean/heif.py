"""HEIC, HEIF and AVIF: personal items and boxes blanked in place, so that no offset moves."""

from __future__ import annotations

import struct

from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.profile import neutral
from integritetskoll.images.formats.boxes import Box, BoxError, boxes, find
from integritetskoll.images.formats.heif import others, shape_differs
from integritetskoll.images.formats.heif_items import Items, read_items

KEPT = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"pdin"})
CODED = frozenset(b"hvc1 av01 jpeg avc1 j2k1 vvc1 unci grid iden iovl tmap lhv1".split())
NO_EXIF = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"
_PARENTS = frozenset({b"trak", b"mdia", b"minf", b"stbl", b"dinf", b"edts"})
_TOLD = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"name", b"cprt", b"xml ", b"udes"})
_TIMES = frozenset({b"mvhd", b"tkhd", b"mdhd"})


def clean_heif(data: bytes) -> bytes:
    """Return the file with its metadata blank; refuses files that hold several pictures."""
    out = bytearray(data)
    try:
        top = list(boxes(data, 0, len(data)))
        for box in top:
            if box.kind == b"meta":
                _clean_meta(data, box, out, slack=not any(b.kind == b"moov" for b in top))
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


def _clean_meta(data: bytes, meta: Box, out: bytearray, *, slack: bool) -> None:
    items = read_items(data, meta)
    _must_be_one_picture(items)
    for item in items.by_number.values():
        out[item.name_at : item.name_at + len(item.name)] = b" " * len(item.name)
        if item.type in CODED:
            continue
        if not item.certain or any(end > len(data) for _, end in item.ranges):
            raise refuse("truncated")
        for start, end in item.ranges:
            blank = NO_EXIF if item.type == b"Exif" and end - start >= len(NO_EXIF) else b""
            filler = b" " if item.type == b"mime" else b"\0"
            out[start:end] = blank + filler * (end - start - len(blank))
    if slack:
        _blank_slack(data, items, out)
    for box in boxes(data, meta.body + 4, meta.end):
        if box.kind in _TOLD:
            _free(out, box)
        elif box.kind == b"hdlr":
            out[box.body + 24 : box.end] = bytes(box.end - box.body - 24)
        elif box.kind == b"iprp":
            _clean_properties(data, box, out)


def _must_be_one_picture(items: Items) -> None:
    primary = items.by_number.get(items.primary)
    if primary is None:
        raise refuse("unsupported")
    thumbs = [
        items.by_number[s] for k, s, _ in items.references if k == b"thmb" and s in items.by_number
    ]
    if others(items) or any(t.size[0] and shape_differs(t.size, primary.size) for t in thumbs):
        raise refuse("second")


def _blank_slack(data: bytes, items: Items, out: bytearray) -> None:
    """Blank what lies between the items, where programs leave parts of older versions."""
    ranges = sorted(r for item in items.by_number.values() for r in item.ranges)
    for box in boxes(data, 0, len(data)):
        if box.kind != b"mdat":
            continue
        at = box.body
        for start, end in [*ranges, (box.end, box.end)]:
            if start > at and start <= box.end:
                out[at:start] = bytes(start - at)
            at = max(at, end)


def _clean_properties(data: bytes, box: Box, out: bytearray) -> None:
    properties = find(data, box.body, box.end, b"ipco")
    for one in boxes(data, properties.body, properties.end) if properties else ():
        if one.kind == b"colr" and data[one.body : one.body + 4] in {b"prof", b"rICC"}:
            profile = neutral(data[one.body + 4 : one.end])
            if profile is not None:
                padded = profile.ljust(one.end - one.body - 4, b"\0")
                out[one.body + 4 : one.end] = padded
        elif one.kind in _TOLD:
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
