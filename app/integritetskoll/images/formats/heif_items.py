"""The items of a HEIF file (ISO/IEC 23008-12): what each is, where it lies, how large it is."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from integritetskoll.images import limits
from integritetskoll.images.formats.boxes import Box, BoxError, boxes, find

CODED = frozenset(b"hvc1 av01 jpeg avc1 j2k1 vvc1 unci grid iden iovl tmap lhv1".split())
"""Types of items that are pictures."""
META = frozenset(b"hdlr pitm iinf iloc iprp iref idat dinf ipro grpl".split())
"""Boxes that a meta box holds to show pictures."""
LISTS = frozenset({b"ipco", b"ipma"})
"""Boxes of properties: the list of them, and which item has which."""
PROPERTIES = frozenset(
    b"ispe pixi colr auxC hvcC av1C avcC vvcC jpgC j2kH lhvC evcC irot imir clap pasp rloc cclv "
    b"mdcv clli amve ndwt reve lsel a1op a1lx oinf tols iscl cmin cmex uncC cmpd cpal splz cloc "
    b"dimg rref iscp stpa vexl".split()
)
"""Properties that show a picture; others tell of it, in words or times."""
ALPHA = (b"alpha", b"auxid:1")
"""How the names end of what makes parts of a picture transparent."""


@dataclass(slots=True)
class Item:
    """An item of the meta box: type with its place, media type, name with its place, byte ranges.

    `auxiliary` says what a picture is that accompanies another: alpha, depth, a gain map.
    """

    number: int
    type: bytes = b""
    type_at: int = 0
    media: str = ""
    name: bytes = b""
    name_at: int = 0
    ranges: list[tuple[int, int]] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    auxiliary: bytes = b""
    hidden: bool = False
    certain: bool = True

    @property
    def is_picture(self) -> bool:
        """Whether it is coded or made from coded ones."""
        return self.type in CODED


@dataclass(slots=True)
class Items:
    """All items by number, the primary one, and the references: kind, from, to.

    `primary_at` and `thumbs_at` are where the file says which one is primary, and which previews.
    """

    by_number: dict[int, Item] = field(default_factory=dict)
    primary: int = 0
    primary_at: tuple[int, int] = (0, 0)
    references: list[tuple[bytes, int, tuple[int, ...]]] = field(default_factory=list)
    thumbs_at: list[int] = field(default_factory=list)


def read_items(data: bytes, meta: Box) -> Items:
    """Read the meta box; raises BoxError, struct.error."""
    items = Items()
    start = meta.body + 4
    inner = {box.kind: box for box in boxes(data, start, meta.end)}
    if b"pitm" in inner:
        box = inner[b"pitm"]
        letter = ">I" if data[box.body] else ">H"
        items.primary_at = (box.body + 4, struct.calcsize(letter))
        items.primary = struct.unpack_from(letter, data, box.body + 4)[0]
    if b"iinf" in inner:
        _read_infos(data, inner[b"iinf"], items)
    if b"iloc" in inner:
        _read_locations(data, inner[b"iloc"], inner.get(b"idat"), items)
    if b"iref" in inner:
        _read_references(data, inner[b"iref"], items)
    if b"iprp" in inner:
        _read_sizes(data, inner[b"iprp"], items)
    return items


def _read_infos(data: bytes, box: Box, items: Items) -> None:
    at = box.body + (8 if data[box.body] else 6)
    for one in boxes(data, at, box.end):
        if one.kind != b"infe":
            continue
        version = data[one.body]
        if version < 2:  # noqa: PLR2004 - older than HEIF
            continue
        letter, size = (">H", 2) if version == 2 else (">I", 4)  # noqa: PLR2004
        number = struct.unpack_from(letter, data, one.body + 4)[0]
        rest = one.body + 4 + size + 2
        item = Item(number, data[rest : rest + 4], rest, hidden=bool(data[one.body + 3] & 1))
        item.name_at = rest + 4
        item.name, _, tail = data[item.name_at : one.end].partition(b"\0")
        item.media = tail.partition(b"\0")[0].decode("ascii", "replace")
        items.by_number[number] = item


def _read_locations(data: bytes, box: Box, idat: Box | None, items: Items) -> None:
    version = data[box.body]
    sizes = data[box.body + 4 : box.body + 6]
    offset_size, length_size = sizes[0] >> 4, sizes[0] & 15
    base_size, index_size = sizes[1] >> 4, sizes[1] & 15 if version else 0
    wide = 4 if version == 2 else 2  # noqa: PLR2004 - version 2 has long numbers
    at = box.body + 6

    def number(size: int) -> int:
        nonlocal at
        if at + size > box.end:
            raise BoxError("iloc")
        at += size
        return int.from_bytes(data[at - size : at], "big")

    for _ in range(min(number(wide), limits.MAX_ENTRIES)):
        item = items.by_number.setdefault(key := number(wide), Item(key))
        method = number(2) & 15 if version else 0
        number(2)
        base = number(base_size)
        for _ in range(min(number(2), limits.MAX_ENTRIES)):
            number(index_size)
            start, length = base + number(offset_size), number(length_size)
            if method == 1 and idat:
                start += idat.body
            elif method > 1:
                item.certain = False
            item.ranges.append((start, start + length if length else len(data)))


def _read_references(data: bytes, box: Box, items: Items) -> None:
    letter = ">I" if data[box.body] else ">H"
    size = struct.calcsize(letter)
    for one in boxes(data, box.body + 4, box.end):
        source = struct.unpack_from(letter, data, one.body)[0]
        count = struct.unpack_from(">H", data, one.body + size)[0]
        at = one.body + size + 2
        targets = tuple(
            struct.unpack_from(letter, data, at + index * size)[0] for index in range(count)
        )
        items.references.append((one.kind, source, targets))
        if one.kind == b"thmb":
            items.thumbs_at.append(one.start + 4)


def _read_sizes(data: bytes, box: Box, items: Items) -> None:
    properties = find(data, box.body, box.end, b"ipco")
    if properties is None:
        return
    listed = list(boxes(data, properties.body, properties.end))
    for one in boxes(data, box.body, box.end):
        if one.kind != b"ipma":
            continue
        version, flags = data[one.body], data[one.body + 3]
        letter, wide = (">I", 4) if version else (">H", 2)
        at = one.body + 8
        for _ in range(min(struct.unpack_from(">I", data, one.body + 4)[0], limits.MAX_ENTRIES)):
            number = struct.unpack_from(letter, data, at)[0]
            count, at = data[at + wide], at + wide + 1
            for _ in range(count):
                index = (
                    struct.unpack_from(">H", data, at)[0] & 0x7FFF if flags & 1 else data[at] & 127
                )
                at += 2 if flags & 1 else 1
                if 0 < index <= len(listed) and number in items.by_number:
                    _take_property(data, listed[index - 1], items.by_number[number])


def _take_property(data: bytes, one: Box, item: Item) -> None:
    if one.kind == b"ispe":
        item.size = struct.unpack_from(">II", data, one.body + 4)
    elif one.kind == b"auxC":
        item.auxiliary = data[one.body + 4 : one.end].partition(b"\0")[0]


def slack(data: bytes, items: Items) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the data boxes that belong to no item; raises BoxError."""
    ranges = sorted(r for item in items.by_number.values() for r in item.ranges)
    for box in boxes(data, 0, len(data)):
        if box.kind != b"mdat":
            continue
        at = box.body
        for start, end in [*ranges, (box.end, box.end)]:
            if at < start <= box.end:
                yield at, start
            at = max(at, end)


def needed(items: Items) -> frozenset[int]:
    """Return the items that show the primary picture: it, what it is made of, its transparency."""
    found: set[int] = set()
    waiting = [items.primary]
    while waiting:
        number = waiting.pop()
        if number in found:
            continue
        found.add(number)
        for kind, source, targets in items.references:
            if kind == b"dimg" and source == number:
                waiting += targets
            elif kind == b"auxl" and number in targets and source in items.by_number:
                alpha = items.by_number[source].auxiliary.endswith(ALPHA)
                waiting += [source] if alpha else []
    return frozenset(found)


def as_primary(data: bytes, items: Items, number: int) -> bytes:
    """Return the file with another item as its picture, so that a decoder shows that one."""
    out = bytearray(data)
    at, size = items.primary_at
    out[at : at + size] = number.to_bytes(size, "big")
    for place in items.thumbs_at:
        out[place : place + 4] = b"none"
    return bytes(out)
