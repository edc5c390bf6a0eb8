"""Directories of TIFF and EXIF: where the values lie, and the values as bytes.

TIFF 6.0 and BigTIFF; nothing is trusted: counts, offsets and loops are checked.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from integritetskoll.images import limits

SIZES = {1: 1, 2: 1, 129: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4,
         16: 8, 17: 8, 18: 8}  # fmt: skip
LETTERS = {3: "H", 4: "I", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I", 16: "Q", 17: "q", 18: "Q"}
ASCII, UNDEFINED, BYTE = 2, 7, 1
TEXTS = frozenset({ASCII, 129})
"""ASCII, and UTF-8 since EXIF 3.0 (CIPA DC-008-2023, 4.6.2)."""
RATIONALS = {5: "I", 10: "i"}


class TiffError(ValueError):
    """The bytes are no TIFF structure."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: tag, type, count, and its bytes as stored. `place` is where they lie."""

    tag: int
    type: int
    count: int
    raw: bytes = field(repr=False)
    place: int
    order: str

    def numbers(self) -> tuple[float, ...]:
        """Return the value as numbers; none where it is text."""
        if self.type in RATIONALS:
            pairs = struct.unpack(f"{self.order}{2 * self.count}{RATIONALS[self.type]}", self.raw)
            return tuple(
                top / bottom if bottom else 0.0
                for top, bottom in zip(pairs[::2], pairs[1::2], strict=True)
            )
        if self.type in {1, 6, 7}:
            return tuple(self.raw)
        if self.type in LETTERS:
            return struct.unpack(f"{self.order}{self.count}{LETTERS[self.type]}", self.raw)
        return ()

    def number(self) -> int:
        """Return the first number."""
        return int(self.numbers()[0])


@dataclass(frozen=True, slots=True)
class Tiff:
    """Bytes with a byte order and the offset that offsets count from."""

    data: bytes = field(repr=False)
    order: str
    base: int = 0
    big: bool = False

    def unpack(self, letter: str, at: int) -> int:
        """Return one number; raises struct.error past the end."""
        value: int = struct.unpack_from(self.order + letter, self.data, at)[0]
        return value

    def directory(self, offset: int) -> tuple[list[Entry], int, bool]:
        """Return the entries of a directory, the offset of the next, and whether it was whole.

        Raises TiffError where there is no directory at all.
        """
        at = self.base + offset
        head, size = ("Q", 20) if self.big else ("H", 12)
        step = 8 if self.big else 2
        if offset <= 0 or at + step > len(self.data):
            raise TiffError("offset")
        count = self.unpack(head, at)
        if count > limits.MAX_ENTRIES:
            raise TiffError("count")
        entries: list[Entry] = []
        whole = True
        for index in range(count):
            place = at + step + index * size
            if place + size > len(self.data):
                return entries, 0, False
            entry = self._entry(place)
            if entry is None:
                whole = False
            else:
                entries.append(entry)
        end = at + step + count * size
        try:
            following = self.unpack("Q" if self.big else "I", end)
        except struct.error:
            following = 0
        return entries, following, whole

    def _entry(self, at: int) -> Entry | None:
        tag, kind = self.unpack("H", at), self.unpack("H", at + 2)
        count = self.unpack("Q" if self.big else "I", at + 4)
        room, value_at = (8, at + 12) if self.big else (4, at + 8)
        size = SIZES.get(kind, 0) * count
        if kind not in SIZES:
            return None
        place = value_at
        if size > room:
            place = self.base + self.unpack("Q" if self.big else "I", value_at)
        if size > len(self.data) or place + size > len(self.data):
            return None
        return Entry(tag, kind, count, self.data[place : place + size], place, self.order)


def open_tiff(data: bytes) -> tuple[Tiff, int]:
    """Return the structure and the offset of its first directory; raises TiffError."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:  # noqa: PLR2004 - the header
        raise TiffError("byte order")
    version = struct.unpack_from(order + "H", data, 2)[0]
    if version == 43:  # noqa: PLR2004 - BigTIFF
        return Tiff(data, order, big=True), struct.unpack_from(order + "Q", data, 8)[0]
    return Tiff(data, order), struct.unpack_from(order + "I", data, 4)[0]


def directories(tiff: Tiff, first: int) -> Iterator[tuple[int, list[Entry], bool]]:
    """Yield number, entries and wholeness of the chain of directories, each once."""
    seen: set[int] = set()
    offset, number = first, 0
    while offset and offset not in seen and number < limits.MAX_FRAMES:
        seen.add(offset)
        entries, following, whole = tiff.directory(offset)
        yield number, entries, whole
        offset, number = following, number + 1
