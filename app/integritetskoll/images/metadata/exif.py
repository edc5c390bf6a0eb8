"""EXIF (CIPA DC-008): every directory, also those of previews, and the blocks that lie inside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from PIL import ExifTags

from integritetskoll.images import limits
from integritetskoll.images.decode import decode
from integritetskoll.images.gather import Gather
from integritetskoll.images.kinds import DEVICE
from integritetskoll.images.metadata.coded import coded_text, is_wide, plain_text, xp_text
from integritetskoll.images.metadata.gps import read_gps
from integritetskoll.images.metadata.icc import read_icc
from integritetskoll.images.metadata.iptc import read_iptc
from integritetskoll.images.metadata.makernote import read_makernote
from integritetskoll.images.metadata.photoshop import read_resources
from integritetskoll.images.metadata.tiff import (
    BYTE,
    TEXTS,
    UNDEFINED,
    Entry,
    Tiff,
    TiffError,
    directories,
    open_tiff,
)
from integritetskoll.images.metadata.xmp import read_xmp
from integritetskoll.images.thumbnail import note_picture

_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LETTERS = re.compile(rb"[A-Za-z]{3}|\d{4}")
HEADER = b"Exif\0\0"
SUBDIRECTORIES = {0x8769: "EXIF", 0xA005: "EXIF", 0x014A: "EXIF", 0x8825: "GPS"}
CODED = {0x9286: "UserComment", 0x001B: "GPSProcessingMethod", 0x001C: "GPSAreaInformation"}
XP = range(0x9C9B, 0x9CA0)
STRIPS = 0x0111
MAKERNOTE, XMP, IPTC, RESOURCES, ICC = 0x927C, 0x02BC, 0x83BB, 0x8649, 0x8773
SILENT = frozenset(
    {0xC4A5, 0xEA1C, 0x828D, 0x828E, 0x9000, 0xA000, 0xA300, 0xA301, 0xA302, 0x9101, 0x015B, 0x00FE}
    | {0xA40B, 0x0001, 0x0002, 0x0213, 0x012D, 0x0140, 0xC617, 0xC65D, 0xC6F6, 0xC6F7, 0xC7A7}
)
"""Tags whose bytes are numbers or colours: nothing to read for a person."""
THEIRS = {
    0x0132: "ModifyDate", 0x9004: "CreateDate", 0xA430: "OwnerName", 0xA431: "SerialNumber",
    0xC62F: "CameraSerialNumber", 0xFDE8: "OwnerName", 0xFDE9: "SerialNumber",
    0xC614: "UniqueCameraModel", 0xC615: "LocalizedCameraModel", 0xFDEA: "Lens",
    0xA436: "Title", 0xA437: "Photographer", 0xA438: "ImageEditor", 0x4746: "Rating",
    0xA439: "CameraFirmware", 0x013B: "Artist", 0xC634: "DNGPrivateData",
}  # fmt: skip
"""Where ExifTool calls a tag by another name than Pillow does."""


@dataclass(slots=True)
class _Walk:
    """A structure on its way through: directories seen, and the bytes that nothing has read yet."""

    tiff: Tiff = field(repr=False)
    rest: bytearray = field(repr=False)
    pages: bool = False
    seen: set[int] = field(default_factory=set)

    def blank(self, start: int, size: int) -> None:
        """Count a value as read."""
        if start + size <= len(self.rest):
            self.rest[start : start + size] = bytes(size)


def read_exif(data: bytes, into: Gather) -> None:
    """Read an EXIF block, with or without its header; raises TiffError for anything else.

    What lies between its values is searched for text: programs move values and leave the old ones.
    """
    data = data.removeprefix(HEADER)
    walk = _Walk(open_tiff(data)[0], bytearray(data[: limits.MAX_SWEPT]))
    _read(walk, into)
    into.sweep("EXIF:Unknown", bytes(walk.rest))


def read_directories(data: bytes, into: Gather) -> None:
    """Read the directories of a TIFF file, in which coded pictures lie between the values."""
    _read(_Walk(open_tiff(data)[0], bytearray(), pages=True), into)


def _read(walk: _Walk, into: Gather) -> None:
    for number, entries, whole in directories(walk.tiff, open_tiff(walk.tiff.data)[1]):
        if not whole:
            into.missed("exif")
        _read_entries(walk, entries, into)
        if number == 1:
            _thumbnail(walk, entries, into)


@cache
def name_of(tag: int) -> str:
    """Return ExifTool's name of a tag, else Pillow's, else its number."""
    return THEIRS.get(tag) or ExifTags.TAGS.get(tag) or f"Tag0x{tag:04X}"


def _read_entries(walk: _Walk, entries: list[Entry], into: Gather) -> None:
    for entry in entries:
        walk.blank(entry.place, len(entry.raw))
        if entry.tag in SUBDIRECTORIES:
            for offset in entry.numbers()[:16]:
                into.attempt("exif", _read_sub, walk, entry.tag, int(offset))
        else:
            into.attempt("exif", read_entry, walk.tiff, entry, entries)


def _read_sub(walk: _Walk, tag: int, offset: int, into: Gather) -> None:
    if offset in walk.seen:
        return
    walk.seen.add(offset)
    entries, _, whole = walk.tiff.directory(offset)
    if not whole:
        into.missed("exif")
    if SUBDIRECTORIES[tag] == "GPS":
        for entry in entries:
            walk.blank(entry.place, len(entry.raw))
        read_gps(entries, into)
        return
    _read_entries(walk, entries, into)


def read_entry(tiff: Tiff, entry: Entry, beside: list[Entry], into: Gather) -> None:
    """Read one value: a block of its own, or text. Numbers tell of nobody, serials apart."""
    tag = entry.tag
    if tag in SILENT:
        into.sweep_numbers(f"EXIF:{name_of(tag)}", entry.raw)
        return
    if tag == MAKERNOTE:
        make = next((decode(e.raw) for e in beside if e.tag == 0x010F), "")  # noqa: PLR2004 - Make
        maker = make or next((f.value for f in into.fields if f.name == "EXIF:Make"), "")
        into.attempt("makernote", read_makernote, tiff, entry, maker)
    elif tag in BLOCKS:
        into.attempt(BLOCKS[tag][0], BLOCKS[tag][1], entry.raw)
    elif tag in CODED:
        into.add(f"EXIF:{CODED[tag]}", coded_text(entry.raw, tiff.order))
    elif tag in XP:
        into.add(f"EXIF:{name_of(tag)}", xp_text(entry.raw))
    else:
        _read_value(entry, into)


BLOCKS = {
    XMP: ("xmp", read_xmp),
    IPTC: ("iptc", read_iptc),
    RESOURCES: ("photoshop", read_resources),
    ICC: ("icc", read_icc),
}


def _read_value(entry: Entry, into: Gather) -> None:
    name = f"EXIF:{name_of(entry.tag)}"
    if entry.type in TEXTS and is_wide(entry.raw):
        into.add(name, plain_text(entry.raw, entry.order))
    elif entry.type in TEXTS or (entry.type in {BYTE, UNDEFINED} and _is_text(entry.raw)):
        parts = [decode(part).strip() for part in entry.raw.split(b"\0") if part.strip()]
        into.add(name, "; ".join(parts))
    elif name.partition(":")[2] in DEVICE and entry.type not in {BYTE, UNDEFINED}:
        into.add(name, " ".join(f"{number:g}" for number in entry.numbers()[:4]))
    elif entry.type in {BYTE, UNDEFINED} and entry.count > 4:  # noqa: PLR2004 - shorter than a name
        into.sweep(name, entry.raw)
    else:
        into.sweep_numbers(name, entry.raw)


def _is_text(raw: bytes) -> bool:
    """Tell whether bytes of no type are a text: programs write names as UNDEFINED, too."""
    body = raw.rstrip(b"\0")
    return len(body) > 4 and not _CONTROL.search(body) and bool(_LETTERS.search(body))  # noqa: PLR2004


def _thumbnail(walk: _Walk, entries: list[Entry], into: Gather) -> None:
    numbers = {e.tag: e.number() for e in entries if e.tag in {0x0201, 0x0202} and e.numbers()}
    start, size = numbers.get(0x0201, 0), numbers.get(0x0202, 0)
    if not start or not size:
        return
    if walk.pages and any(e.tag == STRIPS and start in e.numbers() for e in entries):
        return  # the page itself, with JPEG of the old kind
    picture = walk.tiff.data[start : start + size]
    walk.blank(start, size)
    if len(picture) < size:
        into.missed("thumbnail")
    into.attempt("thumbnail", note_picture, "EXIF:ThumbnailImage", picture)


__all__ = ["HEADER", "TiffError", "name_of", "read_directories", "read_exif"]
