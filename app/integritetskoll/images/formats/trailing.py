"""What stands after the end of a picture: second pictures, videos of motion photos, notes."""

from __future__ import annotations

import re

from integritetskoll.images import limits
from integritetskoll.images.field import Kind
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.xmp import read_xmp
from integritetskoll.images.thumbnail import note_picture

_JPEG = re.compile(rb"\xff\xd8\xff[\xdb\xe0-\xef\xc0-\xc4\xfe]")
_VIDEO = re.compile(rb"ftyp(?:mp4|isom|iso[2-6]|qt  |MSNV|avc1|3gp|heic|M4V)")
_PACKET = re.compile(rb"<x:xmpmeta|<rdf:RDF")
_POSITION = re.compile(rb"[+-]\d{2}\.\d{3,8}+[+-]\d{3}\.\d{3,8}+")
_GAIN_MAPS = (b"hdrgm:", b"urn:iso:std:iso:ts:21496")
MOST_PICTURES = 20


def read_trailing(rest: bytes, into: Gather) -> None:
    """Read what follows the end of the first picture."""
    if not rest.strip(b"\0\r\n \xff"):
        return
    if into.nesting >= limits.MAX_NESTING:
        into.missed("trailer")
        return
    begins = [match.start() for match in _JPEG.finditer(rest)]
    video = _VIDEO.search(rest)
    if video:
        into.add("Trailer:EmbeddedVideoFile", f"{len(rest) - video.start() + 4} B", kind=Kind.VIDEO)
    position = _POSITION.search(rest)
    if position:
        into.add("Trailer:GPSPosition", position.group().decode(), kind=Kind.GPS)
    if not begins and _PACKET.search(rest):
        into.attempt("xmp", read_xmp, rest)
    _read_pictures(rest, begins, into)
    if len(rest) > limits.MAX_SWEPT and not (video or begins):
        into.missed("trailer")


def _read_pictures(rest: bytes, begins: list[int], into: Gather) -> None:
    """Read each picture, and what stands before, between and after them."""
    at = 0
    for count, begin in enumerate(begins):
        if begin < at:
            continue
        if count >= MOST_PICTURES:
            into.missed("trailer")
            break
        into.sweep("Trailer:Text", rest[at:begin], joined=True)
        at = _end_of(rest, begin, into)
        picture = rest[begin:at]
        mapped = any(mark in picture[:65536] for mark in _GAIN_MAPS)
        note_picture("MPF:MPImage", picture, into, second=not mapped, mapped=mapped)
    into.sweep("Trailer:Text", rest[at:], joined=True)


def _end_of(rest: bytes, begin: int, into: Gather) -> int:
    from integritetskoll.images.formats.jpeg_layout import layout  # noqa: PLC0415 - only for these

    end = layout(rest[begin:]).end
    if end is None:
        into.missed("trailer")  # what stands behind it was taken for a part of it
        return len(rest)
    return begin + end
