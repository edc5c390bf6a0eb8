"""HEIC, HEIF and AVIF: the metadata of the container, without decoding a picture."""

from __future__ import annotations

from integritetskoll.images.decode import decode
from integritetskoll.images.field import Kind
from integritetskoll.images.formats.boxes import Box, BoxError, boxes, find
from integritetskoll.images.formats.heif_coded import spare
from integritetskoll.images.formats.heif_items import (
    LISTS,
    META,
    PROPERTIES,
    Item,
    Items,
    as_primary,
    needed,
    read_items,
    slack,
)
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.exif import read_exif
from integritetskoll.images.metadata.icc import read_icc
from integritetskoll.images.metadata.jumbf import read_jumbf
from integritetskoll.images.metadata.xmp import read_xmp
from integritetskoll.images.thumbnail import note_shown

BRANDS = frozenset(
    b"heic heix hevc hevx heim heis mif1 msf1 miaf avif avis mif2 MiHE MiHB jpeg".split()
)
PRIVATE_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


def is_heif(data: bytes) -> bool:
    """Tell whether a file is of this family, by its brands."""
    if data[4:8] != b"ftyp":
        return False
    size = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, size, 4))}
    return bool(brands & BRANDS)


def read_heif(data: bytes, into: Gather) -> None:
    """Read a whole file."""
    at = 0
    kinds: set[bytes] = set()
    try:
        for box in boxes(data, 0, len(data)):
            at = box.end
            kinds.add(box.kind)
            into.attempt("box", _read_box, data, box)
        if b"moov" not in kinds:
            into.attempt("box", _read_slack, data)
    except BoxError:
        into.missed("image")
        into.sweep("HEIF:Trailer", data[at:])


def _read_box(data: bytes, box: Box, into: Gather) -> None:
    if box.kind == b"meta":
        into.attempt("box", _read_meta, data, box)
    elif box.kind == b"uuid":
        _read_private(data, box, into)
    elif box.kind == b"moov":
        _read_movie(data, box, into)
    elif box.kind not in {b"ftyp", b"mdat", b"pdin"}:
        _read_unknown(data, box, into)


def _read_unknown(data: bytes, box: Box, into: Gather) -> None:
    """Search a box of another kind, and its kind, which can be letters of a text."""
    if not (box.kind.isascii() and box.kind.decode().isprintable()):  # a wrong size before it
        into.missed("image")
    into.sweep(f"HEIF:{decode(box.kind)}", data[box.body : box.end])
    into.sweep_numbers("HEIF:Unknown", data[box.start + 4 : box.end])


def _read_slack(data: bytes, into: Gather) -> None:
    """Search what lies between the items: notes of programs, and boxes that a wrong size took."""
    meta = find(data, 0, len(data), b"meta")
    for start, end in slack(data, read_items(data, meta)) if meta else ():
        into.sweep("HEIF:Unknown", data[start:end])


def _read_private(data: bytes, box: Box, into: Gather) -> None:
    kind, content = data[box.body - 16 : box.body], data[box.body : box.end]
    if kind == PRIVATE_XMP:
        into.attempt("xmp", read_xmp, content)
    elif kind == C2PA:
        content = content[4:]
        content = content.partition(b"\0")[2][8:]
        into.attempt("c2pa", read_jumbf, content)
    else:
        into.sweep("HEIF:Private", content)


def _read_meta(data: bytes, meta: Box, into: Gather) -> None:
    items = read_items(data, meta)
    primary = items.by_number.get(items.primary)
    if primary is not None:
        into.width, into.height = primary.size
        if not primary.is_picture:
            into.missed("image")
    for item in items.by_number.values():
        into.attempt("item", _read_item, data, item)
    _note_others(data, items, into)
    for box in boxes(data, meta.body + 4, meta.end):
        _read_table(data, box, items, into)


def _read_table(data: bytes, box: Box, items: Items, into: Gather) -> None:
    if box.kind == b"iprp":
        into.attempt("icc", _read_profiles, data, box)
    elif box.kind == b"uuid":
        _read_private(data, box, into)
    elif box.kind == b"hdlr":
        into.sweep("HEIF:HandlerName", data[box.body + 24 : box.end])
    elif box.kind not in META:
        _read_unknown(data, box, into)
    elif box.kind == b"grpl":
        into.sweep("HEIF:Group", data[box.body : box.end])
    elif box.kind != b"idat":
        into.sweep_numbers("HEIF:Unknown", _unnamed(data[box.body : box.end], items))


def _unnamed(table: bytes, items: Items) -> bytes:
    """Return a table without the names of its items, which are read as such."""
    for item in items.by_number.values():
        table = table.replace(item.name, b"") if item.name else table
    return table


def _read_item(data: bytes, item: Item, into: Gather) -> None:
    if item.name.strip(b"\0 "):
        into.add("HEIF:ItemName", decode(item.name))
    if item.is_picture:
        if (rest := spare(data, item)) and data[slice(*rest)].strip(b"\0"):
            into.missed("image")
            into.sweep("HEIF:Unknown", data[slice(*rest)])
        for start, end in item.ranges:
            into.sweep_coded("HEIF:Unknown", data[start:end])
            into.sweep_end("HEIF:Unknown", data, end)
        return
    content = content_of(data, item)
    if item.type == b"Exif":
        skip = int.from_bytes(content[:4], "big")
        into.attempt("exif", read_exif, content[4 + skip :])
    elif item.type == b"mime" and "xml" in item.media:
        into.attempt("xmp", read_xmp, content)
    elif item.type != b"Exif":
        into.sweep(f"HEIF:Item{decode(item.type)}", content)
    if not item.certain:
        into.missed("item")


def content_of(data: bytes, item: Item) -> bytes:
    """Return the bytes of an item; raises BoxError where they lie outside the file."""
    if any(not start <= end <= len(data) for start, end in item.ranges):
        raise BoxError("item")
    return b"".join(data[start:end] for start, end in item.ranges)


def _note_others(data: bytes, items: Items, into: Gather) -> None:
    """Note previews, pictures beside the primary one, and maps of its depth or light."""
    thumbs = {source for kind, source, _ in items.references if kind == b"thmb"}
    maps = {source for kind, source, _ in items.references if kind == b"auxl"}
    for item in others(items):
        if item.number in maps or item.type == b"tmap":
            value = decode(item.auxiliary.rpartition(b":")[2]) or "map"
            into.add("HEIF:AuxiliaryImage", value, kind=Kind.THUMBNAIL)
        elif item.size != (0, 0):
            other = into.decode(as_primary(data, items, item.number))
            thumb = item.number in thumbs
            name = "HEIF:Thumbnail" if thumb else "HEIF:SecondImage"
            note_shown(name, item.size, other, into, second=not thumb)


def others(items: Items) -> list[Item]:
    """Return the pictures that the primary one can be shown without, parts of such left out."""
    shown = needed(items)
    parts = {t for kind, _, targets in items.references if kind == b"dimg" for t in targets}
    pictures = [item for item in items.by_number.values() if item.is_picture]
    return [i for i in pictures if i.number not in shown and i.number not in parts]


def _read_profiles(data: bytes, box: Box, into: Gather) -> None:
    properties = find(data, box.body, box.end, b"ipco")
    for one in boxes(data, box.body, box.end):
        if one.kind not in LISTS:
            _read_unknown(data, one, into)
        elif one.kind == b"ipma":
            into.sweep_numbers("HEIF:Unknown", data[one.body : one.end])
    for one in boxes(data, properties.body, properties.end) if properties else ():
        if one.kind == b"colr" and data[one.body : one.body + 4] in {b"prof", b"rICC"}:
            into.attempt("icc", read_icc, data[one.body + 4 : one.end])
        elif one.kind not in PROPERTIES:
            _read_unknown(data, one, into)
        else:
            into.sweep_numbers("HEIF:Property", data[one.body : one.end])


_PARENTS = frozenset({b"trak", b"mdia", b"minf", b"stbl", b"dinf", b"edts"})
_TEXTS = frozenset({b"udta", b"meta", b"uuid", b"hdlr", b"free", b"skip", b"name"})


def _read_movie(data: bytes, movie: Box, into: Gather) -> None:
    into.add("HEIF:ImageSequence", f"{movie.end - movie.start} B", kind=Kind.THUMBNAIL)
    waiting = [movie]
    while waiting:
        for box in boxes(data, (top := waiting.pop()).body, top.end):
            if box.kind in _PARENTS:
                waiting.append(box)
            elif box.kind in _TEXTS:
                into.sweep(f"HEIF:{decode(box.kind)}", data[box.body : box.end])
