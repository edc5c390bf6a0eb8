"""Maker notes: owner names and serial numbers of the common makers, and readable text of all.

Every maker has its own layout, none is documented; these are the places that ExifTool's authors
and others found. What has no known layout is swept for text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from integritetskoll.images.decode import decode
from integritetskoll.images.gather import Gather
from integritetskoll.images.kinds import DEVICE
from integritetskoll.images.metadata.makers import MAKERS, Maker
from integritetskoll.images.metadata.tiff import ASCII, Entry, Tiff, TiffError, open_tiff

GROUP = "MakerNotes"
_CUBES = {byte**3 % 249: byte for byte in range(249)}
_SONY_PLAIN = bytes(_CUBES.get(byte, byte) for byte in range(256))
"""Sony's cipher puts the cube of a byte, modulo 249, in its place; the highest seven stay."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A maker note as a directory: the structure it lies in, its offset, the maker."""

    tiff: Tiff = field(repr=False)
    offset: int
    maker: Maker


def read_makernote(tiff: Tiff, note: Entry, make: str, into: Gather) -> None:
    """Read what is known of this maker's note; otherwise look for text in all of it."""
    opened = _open(tiff, note, make)
    if opened is None:
        into.sweep(f"{GROUP}:Unknown", note.raw)
        return
    try:
        entries, _, _ = opened.tiff.directory(opened.offset)
    except TiffError:
        into.sweep(f"{GROUP}:Unknown", note.raw)
        return
    _read(opened, entries, opened.maker.tags, into)
    into.sweep(f"{GROUP}:Unknown", _without_known(note.raw, into))


def _open(tiff: Tiff, note: Entry, make: str) -> Opened | None:
    """Find the directory: by how the note begins, else by who made the camera."""
    for maker in MAKERS:
        if maker.begins and note.raw.startswith(maker.begins):
            return _opened(tiff, note, maker)
    for maker in MAKERS:
        if not maker.begins and make.upper().startswith(maker.make):
            return _opened(tiff, note, maker)
    return None


def _opened(tiff: Tiff, note: Entry, maker: Maker) -> Opened:
    if maker.header is not None:
        inner, first = open_tiff(note.raw[maker.header :])
        return Opened(inner, first, maker)
    order = maker.order or tiff.order
    if maker.own_offsets:
        start = int.from_bytes(note.raw[8:12], "little") if maker.start is None else maker.start
        return Opened(Tiff(note.raw, order), start, maker)
    start = note.place - tiff.base + (maker.start or 0)
    return Opened(Tiff(tiff.data, order, tiff.base), start, maker)


def _read(opened: Opened, entries: list[Entry], tags: dict[int, str], into: Gather) -> None:
    for entry in entries:
        if entry.tag in opened.maker.below:
            into.attempt("makernote", _read_below, opened, entry)
        elif entry.tag in opened.maker.listed:
            index, name = opened.maker.listed[entry.tag]
            numbers = entry.numbers()[index : index + 1]
            into.add(f"{GROUP}:{name}", " ".join(f"{number:.0f}" for number in numbers if number))
        elif entry.tag in opened.maker.enciphered:
            start, size, name = opened.maker.enciphered[entry.tag]
            part = entry.raw[start : start + size].translate(_SONY_PLAIN)
            into.add(f"{GROUP}:{name}", " ".join(map(str, part)) if any(part) else "")
        elif entry.tag in tags:
            name = tags[entry.tag]
            into.add(f"{GROUP}:{name}", value_of(entry, name))


def _read_below(opened: Opened, entry: Entry, into: Gather) -> None:
    offset = entry.number() if entry.type != 7 else entry.place - opened.tiff.base  # noqa: PLR2004
    entries, _, _ = opened.tiff.directory(offset)
    _read(opened, entries, opened.maker.below[entry.tag], into)


def value_of(entry: Entry, name: str) -> str:
    """Return a value as text: characters where they are some, numbers for a serial."""
    raw = entry.raw.rstrip(b"\0 \xff")
    if entry.type == ASCII or (raw and entry.count > 4 and _printable(raw)):  # noqa: PLR2004
        return decode(raw)
    if name in DEVICE and entry.type in {3, 4, 9}:
        number = entry.numbers()
        return str(int(number[0])) if len(number) == 1 and number[0] else ""
    return ""


def _printable(raw: bytes) -> bool:
    return all(32 <= byte < 127 or byte >= 160 for byte in raw)  # noqa: PLR2004 - letters


def _without_known(raw: bytes, into: Gather) -> bytes:
    for found in list(into.fields):
        if found.name.startswith(f"{GROUP}:"):
            raw = raw.replace(found.value.encode("utf-8", "replace"), b"\0")
    return raw


Reader = Callable[[Tiff, Entry, str, Gather], None]
