"""TIFF files: every page with all it says; the same structure as EXIF, with pictures in it."""

from __future__ import annotations

from integritetskoll.images import limits
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.exif import read_directories
from integritetskoll.images.metadata.tiff import Entry, directories, open_tiff

WIDTH, HEIGHT = 0x0100, 0x0101
HEAD = 8
COMPRESSION, OLD_JPEG, JPEG = 0x0103, 6, 7
STREAM, STREAM_SIZE = 0x0201, 0x0202
STRIPS = ((0x0111, 0x0117), (0x0144, 0x0145))
STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def read_tiff(data: bytes, into: Gather) -> None:
    """Read a whole file; raises TiffError where there is no directory."""
    tiff, first = open_tiff(data)
    ranges, coded = [(0, HEAD)], set[int]()
    for number, entries, whole in directories(tiff, first):
        if not number:
            into.width, into.height = (_number(entries, tag) for tag in (WIDTH, HEIGHT))
        if not whole:
            into.missed("image")
        into.attempt("image", _read_coded, data, entries)
        if number >= limits.MAX_FRAMES - 1:
            into.missed("frames")
        ranges += [(entry.place, entry.place + len(entry.raw)) for entry in entries]
        strips = _strips(entries)
        if _number(entries, COMPRESSION) == OLD_JPEG:
            strips += _old_stream(entries)
        ranges += strips
        coded |= {end for _, end in strips}
    read_directories(data, into)
    if max(end for _, end in ranges) > len(data):
        into.missed("image")
    for end in _sweep_between(data, ranges, into):
        if end in coded:
            into.sweep_end("TIFF:Unknown", data, end)


def _read_coded(data: bytes, entries: list[Entry], into: Gather) -> None:
    """Read the segments of JPEG streams: a strip can hold whatever a JPEG file can."""
    from integritetskoll.images.formats.jpeg import START, read_blocks  # noqa: PLC0415 - hold each other

    compression = _number(entries, COMPRESSION)
    # Strips of the old kind may begin amid the stream.
    held = _old_stream(entries) if compression == OLD_JPEG else _strips(entries)
    for piece in (data[start:end] for start, end in held):
        begins = piece[:3] == START + b"\xff"
        if compression == OLD_JPEG or begins:
            read_blocks(piece, into)
        else:
            into.sweep_coded("TIFF:Unknown", piece)
        if compression != OLD_JPEG and begins != (compression == JPEG):
            into.missed("image")  # the page says that it is coded in another way
            into.sweep("TIFF:Unknown", piece if not begins else b"")


def _sweep_between(data: bytes, ranges: list[tuple[int, int]], into: Gather) -> list[int]:
    """Search what belongs to no value and no strip of a page, and what follows them all.

    Returns where it begins, each time.
    """
    begins: list[int] = []
    at, left = 0, limits.MAX_SWEPT
    for start, end in sorted(ranges):
        if start > at and left > 0:
            begins.append(at)
            into.sweep("TIFF:Unknown", data[at : min(start, at + left)])
            left -= start - at
        at = max(at, end)
    into.sweep("TIFF:Trailer", data[at:])
    return [*begins, at]


def _strips(entries: list[Entry]) -> list[tuple[int, int]]:
    """Return where the coded picture of a page lies, by its own word."""
    by_tag = {entry.tag: entry for entry in reversed(entries)}  # of two, the first one counts
    found: list[tuple[int, int]] = []
    for starts, sizes in STRIPS:
        if starts in by_tag and sizes in by_tag:
            pairs = zip(by_tag[starts].numbers(), by_tag[sizes].numbers(), strict=False)
            found += [(int(start), int(start + size)) for start, size in pairs]
    return found


def _old_stream(entries: list[Entry]) -> list[tuple[int, int]]:
    """Return where a page has its JPEG stream of the old kind (TIFF 6.0, section 22)."""
    start, size = _number(entries, STREAM), _number(entries, STREAM_SIZE)
    strips = [end for begin, end in _strips(entries) if begin >= start]
    if not start or not (size or strips):
        return []
    return [(start, start + size if size else max(strips))]


def _number(entries: list[Entry], tag: int) -> int:
    return next((entry.number() for entry in entries if entry.tag == tag), 0)
