"""Where a picture was taken: the GPS directory of EXIF as degrees, with what else it says."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from PIL import ExifTags

from integritetskoll.images.decode import decode
from integritetskoll.images.field import Kind
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.coded import coded_text
from integritetskoll.images.metadata.tiff import BYTE, RATIONALS, TEXTS, UNDEFINED, Entry

LATITUDE, LONGITUDE, ALTITUDE, TIME, DATE = 2, 4, 6, 7, 29
DESTINATION = 20, 22
ERROR, ROUGH, PARTS = 31, 10, 3
STEPS = (111_320.0, 1_855.0, 30.9)
"""Metres of a degree, a minute and a second of latitude."""
CODED = {27, 28}


def read_gps(entries: list[Entry], into: Gather) -> None:
    """Read the directory: position, height, time, and texts."""
    by_tag = {entry.tag: entry for entry in entries}
    _position(by_tag, LATITUDE, LONGITUDE, "EXIF:GPSPosition", into)
    _position(by_tag, *DESTINATION, "EXIF:GPSDestPosition", into)
    if (height := by_tag.get(ALTITUDE)) and any(height.numbers()):
        into.add("EXIF:GPSAltitude", f"{height.numbers()[0]:g} m", kind=Kind.GPS)
    _time(by_tag, into)
    for entry in entries:
        name = f"EXIF:{ExifTags.GPSTAGS.get(entry.tag, f'GPSTag{entry.tag}')}"
        if entry.tag in CODED:
            into.add(name, coded_text(entry.raw, entry.order), kind=Kind.TEXT)
        elif entry.type in TEXTS and entry.count > 2 and entry.tag != DATE:  # noqa: PLR2004 - a letter
            into.add(name, decode(entry.raw), kind=Kind.TEXT)
        elif entry.type in {BYTE, UNDEFINED} and entry.count > 4:  # noqa: PLR2004 - no version
            into.sweep(name, entry.raw)
        elif entry.type not in TEXTS:
            into.sweep_numbers(name, entry.raw)


def _position(
    by_tag: Mapping[int, Entry], latitude: int, longitude: int, name: str, into: Gather
) -> None:
    north, east = _degrees(by_tag, latitude), _degrees(by_tag, longitude)
    if north is None and east is None:
        return
    # (0, 0) lies in the sea: cameras write it when they know nothing.
    if north or east:
        near = _precision(by_tag, latitude)
        within = f" (± {near:.0f} m)" if near else ""
        into.add(name, f"{_shown(north)}, {_shown(east)}{within}", kind=Kind.GPS)


def _precision(by_tag: Mapping[int, Entry], latitude: int) -> float:
    """Return how far off a position may be, in metres: what the file says, else its last digit.

    0 where that is the place itself, within ten metres.
    """
    said = by_tag.get(ERROR)
    if latitude == LATITUDE and said and any(said.numbers()):
        return max(1.0, said.numbers()[0])
    entry = by_tag.get(latitude)
    if entry is None or entry.type not in RATIONALS or entry.count < PARTS:
        return 0.0
    pairs = struct.unpack(f"{entry.order}{2 * entry.count}{RATIONALS[entry.type]}", entry.raw)
    steps = [size / below for size, below in zip(STEPS, pairs[1::2], strict=False) if below]
    written = [step for step, above in zip(steps, pairs[::2], strict=False) if above]
    finest = float(min(written, default=0.0))
    return finest if finest >= ROUGH else 0.0


def _shown(degrees: float | None) -> str:
    return "?" if degrees is None else f"{degrees:.6f}"


def _degrees(by_tag: Mapping[int, Entry], tag: int) -> float | None:
    entry = by_tag.get(tag)
    if entry is None or entry.type not in {*RATIONALS, 11, 12, 3, 4} or not entry.count:
        return None
    parts = (*entry.numbers()[:3], 0.0, 0.0)[:3]
    degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
    side = by_tag[tag - 1].raw[:1].upper() if tag - 1 in by_tag else b""
    return -degrees if side in {b"S", b"W"} else degrees


def _time(by_tag: Mapping[int, Entry], into: Gather) -> None:
    date = decode(by_tag[DATE].raw) if DATE in by_tag else ""
    clock = ""
    if TIME in by_tag and by_tag[TIME].type in RATIONALS:
        clock = ":".join(f"{int(part):02d}" for part in by_tag[TIME].numbers()[:3])
    if date.strip():
        into.add("EXIF:GPSDateTime", f"{date} {clock}".strip(), kind=Kind.TIME)
