"""TIFF: every page built anew around its strips or tiles, which stay as they are."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.jpeg import bare
from integritetskoll.images.clean.old_jpeg import (
    OLD_JPEG,
    PROCESS,
    STREAM,
    STREAM_SIZE,
    old_stream,
)
from integritetskoll.images.clean.profile import neutral
from integritetskoll.images.formats.jpeg_layout import layout
from integritetskoll.images.metadata.tiff import Entry, Tiff, TiffError, directories, open_tiff

KEPT = frozenset(
    {254, 255, 256, 257, 258, 259, 262, 266, 274, 277, 278, 280, 281, 282, 283, 284, 290, 291, 292}
    | {293, 296, 301, 317, 318, 319, 320, 322, 323, 332, 334, 336, 338, 339, 340, 341, 347, 529}
    | {530, 531, 532, 34675}
)
"""Sizes, colours, compression, orientation, resolution, transparency; ICC profile."""
STRIPS, STRIP_SIZES, TILES, TILE_SIZES = 273, 279, 324, 325
COMPRESSION, SUBFILE, PROFILE, TABLES, PHOTOMETRIC = 259, 254, 34675, 347, 262
JPEG = 7
VERBATIM = frozenset(
    {1, 2, 3, 4, 5, 8, 32773, 32946, 34676, 34677, 34925, 50000, 50001, 50002, 34887}
)
RAW = frozenset({32803, 34892})
"""Sensor data (colour filter array, linear raw): files that only raw converters show right."""
_LONG = 4
_HEAD = 8


@dataclass(slots=True)
class Page:
    """A page to write: entries as tag, type, count and bytes, and its strips or tiles.

    `old`: its only strip is a JPEG stream of the old kind, of which it tells twice.
    """

    entries: list[tuple[int, int, int, bytes]] = field(default_factory=list)
    pieces: list[bytes] = field(default_factory=list)
    tiled: bool = False
    old: bool = False


def clean_tiff(data: bytes) -> bytes:
    """Return the pages without previews and texts."""
    try:
        tiff, first = open_tiff(data)
        found = [(entries, whole) for _, entries, whole in directories(tiff, first)]
    except (TiffError, struct.error):
        raise refuse("truncated") from None
    if not all(whole for _, whole in found):
        raise refuse("truncated")
    pages = [_page(tiff, entries) for entries, _ in found if not _is_preview(entries)]
    if not pages:
        raise refuse("unsupported")
    return _written(pages, tiff.order)


def _is_preview(entries: list[Entry]) -> bool:
    return any(entry.tag == SUBFILE and entry.number() & 1 for entry in entries)


def _page(tiff: Tiff, entries: list[Entry]) -> Page:
    by_tag = {entry.tag: entry for entry in reversed(entries)}  # of two, the first one counts
    compression = by_tag[COMPRESSION].number() if COMPRESSION in by_tag else 1
    photometric = by_tag[PHOTOMETRIC].number() if PHOTOMETRIC in by_tag else 1
    if compression not in VERBATIM | {JPEG, OLD_JPEG} or photometric in RAW:
        raise refuse("unsupported")
    page = Page(tiled=TILES in by_tag, old=compression == OLD_JPEG)
    places, sizes = (TILES, TILE_SIZES) if page.tiled else (STRIPS, STRIP_SIZES)
    if places not in by_tag or sizes not in by_tag:
        raise refuse("unsupported")
    if page.old and (page.tiled or by_tag[places].count != 1):
        raise refuse("unsupported")
    for start, size in zip(by_tag[places].numbers(), by_tag[sizes].numbers(), strict=True):
        piece = tiff.data[int(start) : int(start) + int(size)]
        if len(piece) < size:
            raise refuse("truncated")
        if page.old:
            piece = old_stream(by_tag, int(start), piece)
        page.pieces.append(_stream(piece) if compression == JPEG else piece)
    for tag in sorted((KEPT | {PROCESS} if page.old else KEPT) & set(by_tag)):
        entry = by_tag[tag]
        raw = _value(entry)
        if raw is not None:
            page.entries.append((tag, *_narrow(entry, raw)))
    return page


def _stream(piece: bytes) -> bytes:
    whole = layout(piece)
    if whole.end is None:
        raise refuse("truncated")
    return b"\xff\xd8" + bare(whole) + b"\xff\xd9"


def _value(entry: Entry) -> bytes | None:
    if entry.tag == PROFILE:
        return neutral(entry.raw)
    if entry.tag == TABLES:
        return _stream(entry.raw)
    return entry.raw


def _narrow(entry: Entry, raw: bytes) -> tuple[int, int, bytes]:
    """Return type, count and bytes, eight-byte numbers of BigTIFF made four."""
    if entry.type in {16, 17, 18}:
        numbers = [int(number) for number in entry.numbers()]
        return _LONG, entry.count, struct.pack(f"{entry.order}{len(numbers)}I", *numbers)
    return entry.type, len(raw) if entry.tag in {PROFILE, TABLES} else entry.count, raw


def _written(pages: list[Page], order: str) -> bytes:
    out = bytearray((b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 0))
    link = 4
    for page in pages:
        starts = []
        for piece in page.pieces:
            starts.append(len(out))
            out += piece + b"\0" * (len(piece) % 2)
        places, sizes = (TILES, TILE_SIZES) if page.tiled else (STRIPS, STRIP_SIZES)
        lengths = [len(piece) for piece in page.pieces]
        told = [(places, starts), (sizes, lengths)]
        told += [(STREAM, starts), (STREAM_SIZE, lengths)] if page.old else []
        for tag, numbers in told:
            page.entries.append(
                (tag, _LONG, len(numbers), struct.pack(f"{order}{len(numbers)}I", *numbers))
            )
        struct.pack_into(f"{order}I", out, link, len(out))
        link = _write_directory(out, sorted(page.entries), order)
    return bytes(out)


def _write_directory(out: bytearray, entries: list[tuple[int, int, int, bytes]], order: str) -> int:
    """Append a directory and its values; return where the offset of the next one stands."""
    start = len(out)
    end = start + 2 + 12 * len(entries)
    head, tail = bytearray(struct.pack(f"{order}H", len(entries))), bytearray()
    for tag, kind, count, raw in entries:
        head += struct.pack(f"{order}HHI", tag, kind, count)
        if len(raw) <= 4:  # noqa: PLR2004 - fits where the offset would stand
            head += raw.ljust(4, b"\0")
        else:
            head += struct.pack(f"{order}I", end + 4 + len(tail))
            tail += raw + b"\0" * (len(raw) % 2)
    out += head + struct.pack(f"{order}I", 0) + tail
    return end
