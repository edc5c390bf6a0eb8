"""JPEG: every application segment and comment, wherever it stands, and what follows the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PIL import Image

from integritetskoll.images.decode import decode
from integritetskoll.images.field import Kind
from integritetskoll.images.formats.jpeg_layout import (
    APP0,
    APP1,
    APP2,
    APP3,
    APP11,
    APP12,
    APP13,
    APP14,
    APP15,
    COM,
    PICTURE,
    SOS,
    Segment,
    is_sound,
    layout,
)
from integritetskoll.images.formats.trailing import read_trailing
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.exif import read_exif
from integritetskoll.images.metadata.icc import is_profile, read_icc
from integritetskoll.images.metadata.jumbf import read_jumbf
from integritetskoll.images.metadata.photoshop import HEADER as RESOURCES
from integritetskoll.images.metadata.photoshop import read_resources
from integritetskoll.images.metadata.xmp import read_xmp
from integritetskoll.images.thumbnail import note_picture, note_shown

START = b"\xff\xd8"
EXIF = b"Exif\0"
XMP = b"http://ns.adobe.com/xap/1.0/\0"
EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"
ICC = b"ICC_PROFILE\0"
NUMBERS = (b"MPF\0", b"urn:iso:std:iso:ts:21496")
"""How segments begin that hold numbers: where other pictures lie, and how a gain map is used."""
ADOBE = 12
_GUID, _PLACE = 32, 40
META = (b"Meta\0\0", b"META\0\0", b"Exif\0\0")
JFXX_JPEG, JFXX_COLOURS = 0x10, 0x13


def read_jpeg(data: bytes, into: Gather) -> None:
    """Read a whole file."""
    whole = layout(data)
    into.width, into.height = whole.size()
    _read_all(whole.segments, into)
    if whole.end is None:
        into.missed("image")
    else:
        into.attempt("trailer", read_trailing, data[whole.end :])


def read_blocks(data: bytes, into: Gather) -> None:
    """Read the segments of one stream within another file, and what stands behind its end.

    Of a stream that breaks off the rest is searched, and counts as not read.
    """
    whole = layout(data)
    _read_all(whole.segments, into)
    end = whole.end
    if end is None:
        into.missed("image")
        end = max((s.start + len(s.raw) for s in whole.segments), default=0)
    into.sweep("JPEG:Trailer", data[end:])


def _read_all(segments: Sequence[Segment], into: Gather) -> None:
    for segment in segments:
        if segment.gap.strip(b"\0\xff"):
            into.missed("image")
            into.sweep("JPEG:Gap", segment.gap)
        if segment.marker == COM:
            into.add("File:Comment", decode(segment.content))
        elif APP0 <= segment.marker <= APP15:
            into.attempt("segment", _read_segment, segment)
        elif segment.marker and not (segment.marker in PICTURE and is_sound(segment)):
            into.missed("image")
            into.sweep("JPEG:Unknown", segment.content)
        elif segment.marker == SOS:
            into.sweep_end("JPEG:Unknown", segment.raw, len(segment.raw))
    _read_joined(segments, into)


def _read_segment(segment: Segment, into: Gather) -> None:
    content, marker = segment.content, segment.marker
    if marker == APP1 and content.startswith(EXIF):
        into.attempt("exif", read_exif, content[6:])
    elif marker == APP1 and content.startswith(XMP):
        into.attempt("xmp", read_xmp, content[len(XMP) :])
    elif marker == APP0:
        _read_jfif(content, into)
    elif marker == APP3 and content.startswith(META):
        into.attempt("exif", read_exif, content[6:])
    elif marker == APP12 and content.startswith(b"Ducky"):
        _read_ducky(content[5:], into)
    elif marker == APP14 and content.startswith(b"Adobe"):
        into.sweep("JPEG:APP14", content[ADOBE:])
    elif content.startswith(NUMBERS):
        into.sweep_numbers("JPEG:APP2", content)
    elif not _is_joined(segment):
        into.sweep(f"JPEG:APP{marker - APP0}", content)


def _is_joined(segment: Segment) -> bool:
    if not APP0 <= segment.marker <= APP15:
        return False  # a scan is long to copy
    content = segment.content
    return (
        (segment.marker == APP2 and content.startswith((ICC, *NUMBERS)))
        or (segment.marker == APP11 and content.startswith(b"JP"))
        or (segment.marker == APP13 and content.startswith(RESOURCES))
        or (segment.marker == APP1 and content.startswith(EXTENSION))
    )


def _read_jfif(content: bytes, into: Gather) -> None:
    if content.startswith(b"JFIF\0"):
        if len(content) > 14 and content[12] and content[13]:  # noqa: PLR2004 - its picture
            _note_colours("JFIF:ThumbnailImage", content[12:14], content[14:], into)
            into.sweep("JFIF:Unknown", content[14 + 3 * content[12] * content[13] :])
        elif len(content) > 14:  # noqa: PLR2004 - nothing should follow
            into.sweep("JFIF:Unknown", content[14:])
    elif content.startswith(b"JFXX\0") and content[5] == JFXX_JPEG:
        note_picture("JFXX:ThumbnailImage", content[6:], into)
    elif content.startswith(b"JFXX\0") and content[5] == JFXX_COLOURS:
        _note_colours("JFXX:ThumbnailImage", content[6:8], content[8:], into)
    elif content.startswith(b"JFXX\0"):
        into.add("JFXX:ThumbnailImage", f"{len(content)} B", kind=Kind.CROP)
    else:
        into.sweep("JPEG:APP0", content)


def _note_colours(name: str, size: bytes, colours: bytes, into: Gather) -> None:
    """Note a preview that is not coded: three bytes a pixel."""
    wide, high = size
    if len(colours) < 3 * wide * high:
        into.missed("thumbnail")
        return
    preview = Image.frombytes("RGB", (wide, high), colours[: 3 * wide * high]).convert("L")
    note_shown(name, (wide, high), preview, into)


def _read_ducky(content: bytes, into: Gather) -> None:
    at = 0
    while at + 4 <= len(content):
        tag = int.from_bytes(content[at : at + 2], "big")
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        value = content[at + 4 : at + 4 + size]
        if tag in {2, 3}:
            name = {2: "Comment", 3: "Copyright"}[tag]
            into.add(f"Ducky:{name}", value[4:].decode("utf-16-be", "replace"))
        at += 4 + size


# ---- blocks that go on over several segments


def _read_joined(segments: Iterable[Segment], into: Gather) -> None:
    found = [segment for segment in segments if _is_joined(segment)]
    if profile := joined_profile(found):
        into.attempt("icc", read_icc, profile)
    for piece in (s.content[len(ICC) + 2 :] for s in found if s.content.startswith(ICC)):
        if piece not in profile:  # another one has its number
            _read_other(piece, into)
    resources = [s.content[len(RESOURCES) :] for s in found if s.marker == APP13]
    if resources:
        into.attempt("photoshop", read_resources, b"".join(resources))
    for packet in _extensions(s.content[len(EXTENSION) :] for s in found if s.marker == APP1):
        into.attempt("xmp", read_xmp, packet)
    for boxes in _claims(s.content for s in found if s.marker == APP11):
        into.attempt("c2pa", read_jumbf, boxes)


def _read_other(piece: bytes, into: Gather) -> None:
    if is_profile(piece):
        into.attempt("icc", read_icc, piece)
    else:
        into.sweep("ICC:Unknown", piece)


def joined_profile(segments: Iterable[Segment]) -> bytes:
    """Return the colour profile of its numbered pieces, empty where there is none."""
    pieces = {
        s.content[len(ICC)]: s.content[len(ICC) + 2 :]
        for s in segments
        if s.marker == APP2 and s.content.startswith(ICC) and len(s.content) > len(ICC) + 2
    }
    return b"".join(pieces[number] for number in sorted(pieces))


def _extensions(contents: Iterable[bytes]) -> Iterator[bytes]:
    packets: dict[bytes, dict[int, bytes]] = {}
    for content in contents:
        place = int.from_bytes(content[_GUID + 4 : _PLACE], "big")
        packets.setdefault(content[:_GUID], {})[place] = content[_PLACE:]
    for pieces in packets.values():
        yield b"".join(pieces[place] for place in sorted(pieces))


def _claims(contents: Iterable[bytes]) -> Iterator[bytes]:
    boxes: dict[bytes, dict[int, bytes]] = {}
    for content in contents:
        boxes.setdefault(content[2:4], {})[int.from_bytes(content[4:8], "big")] = content[8:]
    for pieces in boxes.values():
        first, *rest = [pieces[number] for number in sorted(pieces)]
        yield first + b"".join(piece[8:] for piece in rest)
