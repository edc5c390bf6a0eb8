"""Which way up a picture is shown, and an EXIF block that says nothing else."""

from __future__ import annotations

import re
import struct

from integritetskoll.images.metadata.tiff import TiffError, open_tiff

TAG = 0x0112
_IN_XMP = re.compile(rb"tiff:Orientation(?:=[\"']|>)([2-8])[\"'<]")
UPRIGHT = 1
TURNED = range(2, 9)


def orientation_in(exif: bytes) -> int:
    """Return the orientation (1 to 8) of an EXIF block; 1 where it has none."""
    try:
        tiff, first = open_tiff(exif.removeprefix(b"Exif\0\0"))
        entries, _, _ = tiff.directory(first)
        number = next((entry.number() for entry in entries if entry.tag == TAG), UPRIGHT)
    except (TiffError, struct.error, IndexError):
        return UPRIGHT
    return number if number in TURNED else UPRIGHT


def orientation_in_xmp(packet: bytes) -> int:
    """Return the orientation that an XMP packet gives (tiff:Orientation), which viewers follow."""
    found = _IN_XMP.search(packet)
    return int(found[1]) if found else UPRIGHT


def exif_with(orientation: int) -> bytes:
    """Return a TIFF structure with an orientation and nothing else."""
    entry = struct.pack(">HHIHH", TAG, 3, 1, orientation, 0)
    return b"MM\0*\0\0\0\x08\0\x01" + entry + b"\0\0\0\0"
