"""Colour profiles kept, with the texts in them that may name somebody made blank.

Length-preserving: colours stay as they are. Well-known profiles stay untouched.
"""

from __future__ import annotations

import re
import struct

from integritetskoll.images.decode import readable
from integritetskoll.images.metadata.icc import (
    NAMES,
    STANDARD,
    ProfileError,
    tags,
    texts,
    uncovered,
)

HARMLESS = re.compile(
    r"(?:e?sRGB|scRGB|Adobe ?RGB|Apple RGB|Display P3|Generic|ProPhoto|Wide ?Gamut|DCI|P3"
    r"|Rec\.? ?\d|BT\.?\d|ITU|Dot Gain|Gray|Grey|Gamma|GIMP|c2|TINYsRGB|uRGB|ECI|eciRGB|ISO "
    r"|Coated|U\.S\. Web|FOGRA|Nikon|Camera RGB|Canon|Artifex|Linear|Lab|XYZ|CIE|opRGB"
    r"|ColorMatch|PAL|NTSC|SMPTE|IEC|Reference Viewing|Default|HDR|Colorspace|Monitor|EPSON"
    r"|Hasselblad|Facebook|Google|Copyright|\(c\)|©|Public Domain|No copyright|CC0|FB|Apple"
    r"|Adobe|Hewlett|Kodak|KODAK|Microsoft|ICC|1998|Use |Free|Hasse|Photo Gamut|Sony|Leica"
    r"|PHASE|FUJI|Ricoh|Panasonic|Olympus|\(?lcms|Little CMS|Color LCD|SWOP|Euroscale|GBR"
    r"|Graustufen|Kopyright|Skia)[\w .,:;()©/&+=*'\"#%-]{0,120}",
    re.IGNORECASE,
)
_PERSON = re.compile(r"['’]s\b|\w@\w|\.local\b|(?:mac|lap|i)(?:book|mac|top)", re.IGNORECASE)
_ID = slice(84, 100)


def harmless(text: str) -> bool:
    """Tell whether a text of a profile is one that makers write."""
    text = text.strip(" \0")
    return not text or (bool(HARMLESS.fullmatch(text)) and not _PERSON.search(text))


def neutral(profile: bytes) -> bytes | None:
    """Return the profile without what may name somebody; None where it is no profile."""
    try:
        found = list(tags(profile))
    except (ProfileError, struct.error):
        return None
    changed = bytearray(profile)
    kept = [(start, start + size) for name, start, size in found if name in STANDARD]
    for name, start, size in found:
        meets = any(low < start + size and start < high for low, high in kept)
        if name in STANDARD or meets:
            continue
        tag = profile[start : start + size]
        if name not in NAMES or not all(harmless(text) for text in texts(tag)):
            changed[start : start + size] = _blank(tag)
    for start, end in uncovered(profile, found):
        if not all(map(harmless, readable(profile[start:end]))):
            changed[start:end] = bytes(end - start)
    if changed != profile:
        changed[_ID] = bytes(16)
    return bytes(changed[: _size(profile)])


def _size(profile: bytes) -> int:
    said = int.from_bytes(profile[:4], "big")
    return said if 128 < said <= len(profile) else len(profile)  # noqa: PLR2004 - the header


def _blank(tag: bytes) -> bytes:
    """Return a tag of the same type and length without its text."""
    kind = tag[:4]
    if kind == b"desc":
        length = min(int.from_bytes(tag[8:12], "big"), len(tag) - 12)
        text = b" " * max(0, length - 1) + b"\0" * min(1, length)
        return tag[:12] + text + bytes(len(tag) - 12 - length)
    if kind == b"mluc" and len(tag) >= 16:  # noqa: PLR2004 - its head
        count, size = struct.unpack_from(">II", tag, 8)
        end = min(16 + count * size, len(tag))
        rest: bytes = (b"\0 " * (len(tag) - end))[: len(tag) - end]
        return tag[:end] + rest
    return tag[:8] + bytes(max(0, len(tag) - 8))
