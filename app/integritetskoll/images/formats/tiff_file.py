"""TIFF files: every page with all it says; the same structure as EXIF, with pictures in it."""

from __future__ import annotations

from integritetskoll.images import limits
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.exif import read_exif
from integritetskoll.images.metadata.tiff import Entry, directories, open_tiff

WIDTH, HEIGHT = 0x0100, 0x0101
STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def read_tiff(data: bytes, into: Gather) -> None:
    """Read a whole file; raises TiffError where there is no directory."""
    tiff, first = open_tiff(data)
    for number, entries, whole in directories(tiff, first):
        if not number:
            into.width, into.height = (_number(entries, tag) for tag in (WIDTH, HEIGHT))
        if not whole:
            into.missed("image")
        if number >= limits.MAX_FRAMES - 1:
            into.missed("frames")
    read_exif(data, into)


def _number(entries: list[Entry], tag: int) -> int:
    return next((entry.number() for entry in entries if entry.tag == tag), 0)
