"""JPEG: frames, tables and scans as they are; of the rest only what changes how it looks."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.orientation import (
    TURNED,
    exif_with,
    orientation_in,
    orientation_in_xmp,
)
from integritetskoll.images.clean.profile import neutral
from integritetskoll.images.formats.jpeg import EXIF, ICC, START, XMP, joined_profile
from integritetskoll.images.formats.jpeg_layout import (
    APP0,
    APP1,
    APP2,
    APP14,
    PICTURE,
    Layout,
    Segment,
    is_sound,
    layout,
)

_END = b"\xff\xd9"
_PIECE = 65_519
"""Bytes of a profile that fit into one segment (ICC.1:2022, annex B.4)."""


def clean_jpeg(data: bytes) -> bytes:
    """Return the first picture of a file with its profile and orientation."""
    whole = layout(data)
    if whole.end is None or not all(is_sound(s) for s in whole.segments if s.marker in PICTURE):
        raise refuse("truncated")
    return START + b"".join(_head(whole)) + bare(whole) + _END


def bare(whole: Layout) -> bytes:
    """Return the segments that make the picture, between start and end marker."""
    return b"".join(segment.raw for segment in whole.segments if segment.marker in PICTURE)


def density(whole: Layout) -> bytes:
    """Return the segment of JFIF without a picture in it, nothing where there is none."""
    jfif = next((s for s in whole.segments if s.marker == APP0 and _is(s, b"JFIF\0")), None)
    if jfif and len(jfif.content) >= 12:  # noqa: PLR2004 - version, unit, density
        return _segment(APP0, jfif.content[:12] + b"\0\0")
    return b""


def _head(whole: Layout) -> Iterator[bytes]:
    yield density(whole)
    exif = next((s for s in whole.segments if s.marker == APP1 and _is(s, EXIF)), None)
    turned = orientation_in(exif.content[6:]) if exif else 1
    if exif is None:
        packet = next((s for s in whole.segments if s.marker == APP1 and _is(s, XMP)), None)
        turned = orientation_in_xmp(packet.content) if packet else 1
    if turned in TURNED:
        yield _segment(APP1, b"Exif\0\0" + exif_with(turned))
    if profile := neutral(joined_profile(whole.segments)):
        yield from _profile(profile)
    adobe = next((s for s in whole.segments if s.marker == APP14 and _is(s, b"Adobe")), None)
    if adobe and len(adobe.content) >= 12:  # noqa: PLR2004 - the colour transform is its last byte
        yield _segment(APP14, adobe.content[:12])


def _is(segment: Segment, begins: bytes) -> bool:
    return segment.content.startswith(begins)


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _profile(profile: bytes) -> Iterator[bytes]:
    pieces = [profile[at : at + _PIECE] for at in range(0, len(profile), _PIECE)]
    for number, piece in enumerate(pieces, start=1):
        yield _segment(APP2, ICC + bytes((number, len(pieces))) + piece)
