"""PNG and APNG (ISO/IEC 15948): text chunks of every kind, and chunks of others."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from integritetskoll.images import limits
from integritetskoll.images.decode import decode
from integritetskoll.images.field import Kind
from integritetskoll.images.formats.trailing import read_trailing
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.exif import read_exif
from integritetskoll.images.metadata.icc import read_icc
from integritetskoll.images.metadata.iptc import read_iptc
from integritetskoll.images.metadata.jumbf import read_jumbf
from integritetskoll.images.metadata.photoshop import HEADER, MARKS, read_resources
from integritetskoll.images.metadata.xmp import read_xmp

START = b"\x89PNG\r\n\x1a\n"
SILENT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs cICP mDCV mDCv cLLI cLLi hIST acTL "
    b"fcTL fdAT tIME oFFs sTER iDOT vpAg gIFg CgBI orNT".split()
)
COLOURS = frozenset({b"IDAT", b"fdAT"})
_XMP = "XML:com.adobe.xmp"
_PROFILE = re.compile(r"Raw profile type (\w{1,20})")
_EXIF_HEADER = b"Exif\0\0"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk: its name, content, and whether its checksum is right."""

    name: bytes
    content: bytes = field(repr=False)
    sound: bool


def chunks(data: bytes) -> Iterator[tuple[Chunk, int]]:
    """Yield each chunk and where it ends; stops where one breaks off."""
    at = len(START)
    for _ in range(limits.MAX_ENTRIES * 16):
        if at + 12 > len(data):
            return
        size, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + size
        if end > len(data):
            return
        content = data[at + 8 : at + 8 + size]
        sum_ = int.from_bytes(data[end - 4 : end], "big")
        yield Chunk(name, content, zlib.crc32(content, zlib.crc32(name)) == sum_), end
        if name == b"IEND":
            return
        at = end


def read_png(data: bytes, into: Gather) -> None:
    """Read a whole file."""
    end, last = len(START), b""
    for chunk, end in chunks(data):  # noqa: B007 - both are used after the loop
        last = chunk.name
        if not chunk.sound:
            into.missed("image" if chunk.name in SILENT else "chunk")
        if chunk.name in COLOURS:
            into.sweep_end("PNG:Unknown", chunk.content, len(chunk.content))
        if chunk.name == b"IHDR":
            into.width, into.height = struct.unpack_from(">II", chunk.content)
        elif chunk.name == b"tIME" and len(chunk.content) == 7:  # noqa: PLR2004 - year to second
            year, *rest = struct.unpack(">H5B", chunk.content)
            into.add("PNG:ModifyDate", ":".join(f"{n:02d}" for n in (year, *rest)), kind=Kind.TIME)
        elif chunk.name not in SILENT:
            into.attempt("chunk", _read_chunk, chunk)
        elif chunk.name not in COLOURS:
            into.sweep_numbers(f"PNG:{chunk.name.decode()}", chunk.content)
    if last != b"IEND":
        into.missed("image")
        into.sweep("PNG:Unknown", data[end:])
    else:
        into.attempt("trailer", read_trailing, data[end:])


def _read_chunk(chunk: Chunk, into: Gather) -> None:
    if chunk.name in {b"tEXt", b"zTXt", b"iTXt"}:
        # The keyword, a language, and its translation stand in front of what may be packed.
        into.sweep_numbers("PNG:Keyword", _head_of(chunk))
        keyword, text = text_of(chunk)
        _read_text(keyword, text, into)
    elif chunk.name == b"eXIf":
        into.attempt("exif", read_exif, chunk.content.removeprefix(_EXIF_HEADER))
    elif chunk.name == b"iCCP":
        name, packed = _parted(chunk.content)
        into.add("PNG:ProfileName", decode(name))
        into.attempt("icc", read_icc, inflate(packed[1:]))
    elif chunk.name == b"caBX":
        into.attempt("c2pa", read_jumbf, chunk.content)
    elif chunk.name in {b"sPLT", b"pCAL", b"sCAL"}:
        into.add(f"PNG:{chunk.name.decode()}", decode(_parted(chunk.content)[0]))
    else:
        shown = "".join(c if c.isalnum() else "?" for c in chunk.name.decode("latin-1"))
        into.sweep(f"PNG:{shown}", chunk.content)


def _head_of(chunk: Chunk) -> bytes:
    """Return what stands in front of the text of a chunk."""
    if chunk.name == b"iTXt":
        keyword, rest = _parted(chunk.content)
        return keyword + b"\0" + b"\0".join(rest[2:].split(b"\0")[:2])
    return _parted(chunk.content)[0]


def text_of(chunk: Chunk) -> tuple[str, bytes]:
    """Return keyword and unpacked text of a text chunk; raises zlib.error, ValueError."""
    keyword, rest = _parted(chunk.content)
    if chunk.name == b"zTXt":
        rest = inflate(rest[1:])
    elif chunk.name == b"iTXt":
        packed, rest = rest[0], rest[2:]
        _, rest = _parted(rest)
        _, rest = _parted(rest)
        rest = inflate(rest) if packed else rest
    return decode(keyword), rest


def inflate(packed: bytes) -> bytes:
    """Unpack, with what stands behind it; raises ValueError above the limit, zlib.error."""
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(packed, limits.MAX_INFLATED)
    if unpacker.unconsumed_tail:
        raise ValueError("too large")
    spare = unpacker.unused_data
    return plain + b"\n\n" + spare if spare else plain


def _parted(raw: bytes) -> tuple[bytes, bytes]:
    first, _, rest = raw.partition(b"\0")
    return first, rest


def _read_text(keyword: str, text: bytes, into: Gather) -> None:
    profile = _PROFILE.fullmatch(keyword)
    if keyword == _XMP:
        into.attempt("xmp", read_xmp, text)
    elif profile:
        into.attempt("profile", _read_profile, profile[1].lower(), _from_hex(text))
    else:
        name = "".join(word[:1].upper() + word[1:] for word in keyword.split()) or "Text"
        into.add(f"PNG:{name[:60]}", decode(text))


def _from_hex(text: bytes) -> bytes:
    """Return the bytes of ImageMagick's form: a name, their number, and hexadecimal digits."""
    words = text.split()
    if len(words) < 3:  # noqa: PLR2004 - name, number, digits
        raise ValueError("profile")
    return bytes.fromhex(b"".join(words[2:]).decode("ascii"))


def _read_profile(kind: str, raw: bytes, into: Gather) -> None:
    if kind in {"exif", "app1"} and raw.startswith(_EXIF_HEADER):
        read_exif(raw, into)
    elif b"<x:xmpmeta" in raw or b"<rdf:RDF" in raw:
        read_xmp(raw, into)
    elif kind in {"exif", "app1"}:
        read_exif(raw, into)
    elif raw.startswith(HEADER) or raw[:4] in MARKS:
        read_resources(raw, into)
    elif kind in {"iptc", "8bim"}:
        read_iptc(raw, into)
    elif kind in {"icc", "icm"}:
        read_icc(raw, into)
    else:
        into.sweep("PNG:RawProfile", raw)
