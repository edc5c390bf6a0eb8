"""A progressive JPEG cut down to what its picture at an eighth is made of: the mean of each block.

A decoder goes through all scans, however small the picture is that is asked for; with the means
alone the same grey picture comes out, many times sooner.
"""

from __future__ import annotations

from integritetskoll.images.formats.jpeg_layout import (
    APP0,
    APP14,
    DQT,
    PICTURE,
    SOS,
    Segment,
    is_sound,
    layout,
)

EIGHTH = 8
_TABLE = 64
_KEPT = PICTURE | {APP0, APP14}
"""JFIF and Adobe's marker tell what the colours are."""


def coarse(data: bytes) -> bytes:
    """Return a stream without what only a larger picture needs; one that is broken as it is."""
    whole = layout(data)
    kept = [segment for segment in whole.segments if segment.marker in _KEPT]
    if whole.end is None or not all(is_sound(s) for s in kept if s.marker in PICTURE):
        return data
    pieces = (_exact(s.raw) if s.marker == DQT else s.raw for s in kept if not _is_detail(s))
    return b"\xff\xd8" + b"".join(pieces) + b"\xff\xd9"


def _is_detail(segment: Segment) -> bool:
    """Tell whether a scan holds other coefficients than the means (ISO/IEC 10918-1, G.1.1.1.1)."""
    return segment.marker == SOS and segment.raw[5 + 2 * segment.raw[4]] > 0


def _exact(raw: bytes) -> bytes:
    """Return quantization tables for which libjpeg smooths nothing: their second value is nought.

    It would guess what the left out scans hold, and change the means by it.
    """
    out, at = bytearray(raw), 4
    while at < len(raw):
        wide = 2 if raw[at] >> 4 else 1
        out[at + 1 + wide : at + 1 + 2 * wide] = bytes(wide)
        at += 1 + _TABLE * wide
    return bytes(out)
