"""TIFF files: every page with all it says; the same structure as EXIF, with pictures in it."""

from __future__ import annotations

from integritetskoll.images import limits
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.exif import read_directories
from integritetskoll.images.metadata.tiff import Entry, directories, open_tiff

WIDTH, HEIGHT = 0x0100, 0x0101
HEAD = 8
STRIPS = ((0x0111, 0x0117), (0x0144, 0x0145))
STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def read_tiff(data: bytes, into: Gather) -> None:
    """Read a whole file; raises TiffError where there is no directory."""
    tiff, first = open_tiff(data)
    end = HEAD
    for number, entries, whole in directories(tiff, first):
        if not number:
            into.width, into.height = (_number(entries, tag) for tag in (WIDTH, HEIGHT))
        if not whole:
            into.missed("image")
        if number >= limits.MAX_FRAMES - 1:
            into.missed("frames")
        end = max(end, *(_end(entry, data) for entry in entries), _strips_end(entries))
    read_directories(data, into)
    if end > len(data):
        into.missed("image")
    into.sweep("TIFF:Trailer", data[end:])


def _end(entry: Entry, data: bytes) -> int:
    return min(entry.place + len(entry.raw), len(data))


def _strips_end(entries: list[Entry]) -> int:
    """Return where the coded picture of a page ends, by its own word."""
    by_tag = {entry.tag: entry for entry in entries}
    ends = [0]
    for starts, sizes in STRIPS:
        if starts in by_tag and sizes in by_tag:
            pairs = zip(by_tag[starts].numbers(), by_tag[sizes].numbers(), strict=False)
            ends += [int(start + size) for start, size in pairs]
    return max(ends)


def _number(entries: list[Entry], tag: int) -> int:
    return next((entry.number() for entry in entries if entry.tag == tag), 0)
