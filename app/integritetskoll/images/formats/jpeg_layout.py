"""A JPEG stream (ISO/IEC 10918-1, annex B) cut into its segments, scans included."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

SOI, EOI, SOS, COM = 0xD8, 0xD9, 0xDA, 0xFE
APP0, APP1, APP2, APP3, APP11, APP12, APP13, APP14, APP15 = (
    0xE0, 0xE1, 0xE2, 0xE3, 0xEB, 0xEC, 0xED, 0xEE, 0xEF,
)  # fmt: skip
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
DHT, DQT, DAC, DHP = 0xC4, 0xDB, 0xCC, 0xDE
SHORT = {0xDC: 2, 0xDD: 2, 0xDF: 1}
"""Bytes of a number of lines, a restart interval, an expansion."""
ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
PICTURE = frozenset({*range(0xC0, 0xD0), *range(0xDA, 0xE0)} - {0xC8})
"""Frames, Huffman and arithmetic tables, scans, quantization, lines, restarts, hierarchies."""
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
MOST = 60_000
"""Segments of one stream: progressive pictures have dozens, hostile files millions."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A marker with its content; a scan also with the coded data after its header.

    `raw` is all of it, from the marker's 0xFF; `gap` tells of stray bytes in front of it.
    """

    marker: int
    start: int
    raw: bytes = field(repr=False)
    gap: bytes = field(default=b"", repr=False)

    @property
    def content(self) -> bytes:
        """The bytes after marker and length."""
        return self.raw[4:]


@dataclass(frozen=True, slots=True)
class Layout:
    """The segments, and where the stream ends: None where the end marker is missing."""

    segments: tuple[Segment, ...] = field(repr=False)
    end: int | None

    def size(self) -> tuple[int, int]:
        """Return width and height of the first frame, (0, 0) where there is none."""
        for segment in self.segments:
            if segment.marker in FRAMES and len(segment.content) >= 6:  # noqa: PLR2004 - its head
                head = segment.content
                return int.from_bytes(head[3:5], "big"), int.from_bytes(head[1:3], "big")
        return 0, 0


def is_sound(segment: Segment) -> bool:
    """Tell whether a frame, a table or a scan's header is as long as what it holds.

    A wrong length takes whatever follows into the segment (ISO/IEC 10918-1, B.2.2 to B.2.4).
    """
    if segment.marker == SOS:  # by its head alone: the coded data are long
        head = segment.raw[2:5]
        return len(head) == 3 and int.from_bytes(head[:2], "big") == 6 + 2 * head[2]  # noqa: PLR2004
    content = segment.content
    if segment.marker in FRAMES | {DHP}:
        return len(content) >= 6 and len(content) == 6 + 3 * content[5]  # noqa: PLR2004 - its head
    if segment.marker in {DHT, DQT}:
        return _fills(content, _huffman if segment.marker == DHT else _quantization)
    if segment.marker == DAC:
        return len(content) in range(0, 17, 2)
    return len(content) == SHORT.get(segment.marker, len(content))


def _fills(content: bytes, length: Callable[[bytes, int], int]) -> bool:
    at = 0
    while at < len(content):
        at += length(content, at)
    return at == len(content)


def _huffman(content: bytes, at: int) -> int:
    return 17 + sum(content[at + 1 : at + 17])


def _quantization(content: bytes, at: int) -> int:
    return 129 if content[at] >> 4 else 65


def layout(data: bytes) -> Layout:
    """Cut a stream that begins with the start marker. Linear in its length."""
    segments: list[Segment] = []
    at = 2
    while len(segments) < MOST:
        place = data.find(b"\xff", at)
        if place < 0 or place + 1 >= len(data):
            break
        begin = place
        while place + 1 < len(data) and data[place + 1] == 0xFF:  # noqa: PLR2004 - fill bytes
            place += 1
        if place + 1 >= len(data):
            break
        marker = data[place + 1]
        gap = data[at:begin]
        if marker == EOI:
            if gap:
                segments.append(Segment(0, at, b"", gap))
            return Layout(tuple(segments), place + 2)
        if marker in ALONE or marker in {0, SOI}:
            at = place + 2
            continue
        size = int.from_bytes(data[place + 2 : place + 4], "big")
        end = place + 2 + size
        if size < 2 or end > len(data):  # noqa: PLR2004 - the length counts itself
            break
        if marker == SOS:
            following = _NEXT.search(data, end)
            end = following.start() if following else len(data)
        segments.append(Segment(marker, place, data[place:end], gap))
        at = end
    return Layout(tuple(segments), None)
