"""Photoshop's image resources (8BIM blocks): captions, previews, paths, and blocks of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from integritetskoll.images.decode import decode
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.iptc import read_iptc
from integritetskoll.images.metadata.xmp import read_xmp
from integritetskoll.images.thumbnail import note_picture

HEADER = b"Photoshop 3.0\0"
MARKS = frozenset({b"8BIM", b"MeSa", b"PHUT", b"AgHg", b"DCSR"})
IPTC, EXIF, EXIF3, XMP, THUMBNAIL, OLD_THUMBNAIL = 0x0404, 0x0422, 0x0423, 0x0424, 0x040C, 0x0409
TEXTS = {0x03F0: "PascalCaption", 0x040B: "URL", 0x0BB7: "ClippingPathName", 0x041B: "WorkGroup"}
SILENT = frozenset(
    """03E9 03ED 03EE 03F1 03F2 03F3 03F4 03F5 03F6 03F8 03FD 0400 0402 0403 0405 0406 0407 0408
    040A 040D 040F 0410 0411 0412 0413 0414 0416 0419 041C 0421 0425 0426 0428 0431 0432 0433
    043A 043B 2710 2711""".split()
)
_PREVIEW_HEAD = 28


def read_resources(raw: bytes, into: Gather) -> None:
    """Read all resources; raises ValueError where there are none."""
    raw = raw.removeprefix(HEADER)
    if raw[:4] not in MARKS and raw.strip(b"\0"):
        raise ValueError("no resources")
    for number, name, value in resources(raw, into):
        into.add("Photoshop:ResourceName", decode(name))
        part, read = _reader(number)
        into.attempt(part, read, value)


def resources(raw: bytes, into: Gather) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield number, name and bytes of each resource."""
    at = 0
    while raw[at : at + 4] in MARKS:
        number = int.from_bytes(raw[at + 4 : at + 6], "big")
        length = raw[at + 6] if at + 6 < len(raw) else 0
        name = raw[at + 7 : at + 7 + length]
        at += 7 + length + (length + 1) % 2
        size = int.from_bytes(raw[at : at + 4], "big")
        value = raw[at + 4 : at + 4 + size]
        if len(value) < size:
            into.missed("photoshop")
        yield number, name, value
        at += 4 + size + size % 2
    if raw[at:].strip(b"\0"):
        into.missed("photoshop")
        into.sweep("Photoshop:Unknown", raw[at:])


def _reader(number: int) -> tuple[str, Callable[[bytes, Gather], None]]:
    known: dict[int, tuple[str, Callable[[bytes, Gather], None]]] = {
        IPTC: ("iptc", read_iptc),
        XMP: ("xmp", read_xmp),
        EXIF: ("exif", _exif),
        EXIF3: ("exif", _exif),
        THUMBNAIL: ("thumbnail", _preview),
        OLD_THUMBNAIL: ("thumbnail", _preview),
    }
    if number in known:
        return known[number]
    return "photoshop", lambda value, into: _text(number, value, into)


def _exif(value: bytes, into: Gather) -> None:
    from integritetskoll.images.metadata.exif import read_exif  # noqa: PLC0415 - they hold each other

    read_exif(value, into)


def _preview(value: bytes, into: Gather) -> None:
    note_picture("Photoshop:PhotoshopThumbnail", value[_PREVIEW_HEAD:], into)


def _text(number: int, value: bytes, into: Gather) -> None:
    if number in TEXTS:
        into.add(f"Photoshop:{TEXTS[number]}", decode(value[1:] if number != 0x040B else value))  # noqa: PLR2004
    elif f"{number:04X}" in SILENT:
        into.sweep_numbers(f"Photoshop:Resource0x{number:04X}", value)
    elif len(value) > 4:  # noqa: PLR2004 - shorter than a name
        into.sweep(f"Photoshop:Resource0x{number:04X}", value)
