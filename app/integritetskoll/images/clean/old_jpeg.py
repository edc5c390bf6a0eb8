"""TIFF's first way to hold JPEG (TIFF 6.0, section 22), where it can be kept for sure.

That is where a page has one strip, the strip is a whole stream with all its tables, and the page
says so. Where the tables lie in places of their own, or strips begin amid a stream, readers go
different ways about it, and nobody can tell that a copy is shown alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.jpeg import bare, density
from integritetskoll.images.formats.jpeg import START
from integritetskoll.images.formats.jpeg_layout import (
    APP14,
    DHT,
    DQT,
    FRAMES,
    PICTURE,
    SOS,
    Layout,
    is_sound,
    layout,
)
from integritetskoll.images.metadata.tiff import Entry

OLD_JPEG = 6
PROCESS, STREAM, STREAM_SIZE, RESTARTS = 512, 513, 514, 515
_APART = frozenset({517, 518, 519, 520, 521})
"""Predictors, transforms and tables outside the stream."""
_WIDTH, _HEIGHT, _PHOTOMETRIC = 256, 257, 262
_COLOURS, _COMPONENTS = frozenset({2, 6}), 3
"""RGB and YCbCr, both of which mean the latter here; grey ones not every reader decodes."""
_BASELINE = frozenset({0xC0, 0xC1})


def old_stream(by_tag: Mapping[int, Entry], start: int, piece: bytes) -> bytes:
    """Return the stream of a page whose only strip it is; raises ImageError for anything else."""
    said = {tag: by_tag[tag].number() for tag in (PROCESS, STREAM, STREAM_SIZE) if tag in by_tag}
    if said.get(STREAM) != start or said.get(STREAM_SIZE, len(piece)) != len(piece):
        raise refuse("unsupported")
    restarts = RESTARTS in by_tag and by_tag[RESTARTS].number()
    if restarts or said.get(PROCESS, 1) != 1 or _APART & set(by_tag):
        raise refuse("unsupported")
    whole = layout(piece) if piece.startswith(START) else Layout((), None)
    if whole.end is None or not all(is_sound(s) for s in whole.segments if s.marker in PICTURE):
        raise refuse("truncated")
    size = by_tag[_WIDTH].number(), by_tag[_HEIGHT].number()
    coloured = _PHOTOMETRIC in by_tag and by_tag[_PHOTOMETRIC].number() in _COLOURS
    if not (coloured and _is_plain(whole, size)):
        raise refuse("unsupported")
    return START + density(whole) + bare(whole) + b"\xff\xd9"


def _is_plain(whole: Layout, size: tuple[int, int]) -> bool:
    """Tell whether a stream is one baseline picture of a size, with its tables, as TIFF 6.0 asks.

    Adobe's marker changes what the colours are, and only some readers of TIFF look at it.
    """
    frames = [segment for segment in whole.segments if segment.marker in FRAMES]
    markers = {segment.marker for segment in whole.segments}
    return (
        [frame.marker in _BASELINE and frame.content[5] for frame in frames] == [_COMPONENTS]
        and {DQT, DHT, SOS} <= markers
        and APP14 not in markers
        and whole.size() == size
    )
