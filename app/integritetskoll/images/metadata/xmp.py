"""XMP (ISO 16684-1): every property of every packet, and the regions that show who is where.

Read without trust: no document types, no entities. A packet that is no XML is read by its tags
and counts as not wholly read.
"""

from __future__ import annotations

import binascii
import html
import re
from base64 import b64decode
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from integritetskoll.images import limits
from integritetskoll.images.field import Kind, Region
from integritetskoll.images.gather import Gather
from integritetskoll.images.kinds import TECHNICAL
from integritetskoll.images.metadata.regions import region_of
from integritetskoll.images.metadata.xmp_names import field_name, local
from integritetskoll.images.thumbnail import note_picture

_DANGEROUS = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BEGIN = re.compile(r"<(?:[A-Za-z][\w.-]{0,30}:)?(?:xmpmeta|xapmeta|RDF)\b")
_END = re.compile(r"</(?:[A-Za-z][\w.-]{0,30}:)?(?:xmpmeta|xapmeta|RDF)\s*+>")
_ATTRIBUTE = re.compile(r"""([\w.-]{1,60}+:)?([\w.-]{1,60}+)\s*+=\s*+(?:"([^"<]*+)"|'([^'<]*+)')""")
_CONTENT = re.compile(r"<(?:[\w.-]{1,60}+:)?([\w.-]{1,60}+)[^<>]*+>([^<]*+)")
_TRANSPARENT = frozenset({"Description", "li", "Seq", "Bag", "Alt", "RDF", "xmpmeta", "xapmeta"})
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SAME = frozenset({f"{_RDF}resource", f"{_RDF}value"})
_XML = "{http://www.w3.org/XML/1998/namespace}"
_SILENT = frozenset({"xmptk", "about", "ID", "bagID", "parseType", "datatype", "nodeID"})
TREES = frozenset({"TagsList", "HierarchicalSubject", "LastKeywordXMP", "LastKeywordIPTC"})
"""Keywords in a tree, as digiKam, Lightroom and Windows write them."""
_PEOPLE = re.compile(
    r"(?:people|persons?|personer|människor|ansikten|faces|namn|elev(?:er)?|barn|familj|family)[/|\\]",
    re.IGNORECASE,
)
"""The branch for persons: who hangs there is tagged, not spoken of."""
_BLOB = 400
_BASE64 = re.compile(r"[A-Za-z0-9+/=_\s-]++")
_ASIDE = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>", re.DOTALL)
_SPACE = re.compile(r"""xmlns(?::[\w.-]{1,60}+)?\s*+=\s*+("[^"<]*+"|'[^'<]*+')""")
_MARKUP = re.compile(r"(?:<[^<>]{0,2000}+>\s*+)++")


def read_xmp(raw: bytes, into: Gather) -> None:
    """Read a packet, in UTF-8, UTF-16 or UTF-32; raises ValueError where there is none."""
    text = _text(raw)
    packets = list(_packets(text))
    if not packets:
        if text.strip(" \0\r\n\t\ufeff"):
            into.sweep("XMP:Unknown", raw)
            raise ValueError("no packet")
        return
    for packet in packets[: limits.MAX_ENTRIES]:
        _read_packet(packet, into)
        for words in _ASIDE.findall(packet):
            into.sweep("XMP:Comment", "".join(words).strip().encode("utf-8", "replace"))
        text = text.replace(packet, " ", 1) + "\n" + "\n".join(_SPACE.findall(packet))
    into.sweep_numbers("XMP:Unknown", text.encode("utf-8", "replace"))


def _text(raw: bytes) -> str:
    for mark, encoding in (
        (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):  # fmt: skip
        if (place := raw.find(mark)) >= 0 and place < 64 and b"<?" not in raw[:64]:  # noqa: PLR2004
            return raw[place:].decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _packets(text: str) -> Iterator[str]:
    at = 0
    while begin := _BEGIN.search(text, at):
        name = begin.group()[1:]
        end = text.find(f"</{name}", begin.end())
        stop = text.find(">", end) + 1 if end >= 0 else 0
        at = stop or len(text)
        yield text[begin.start() : at]


def _read_packet(packet: str, into: Gather) -> None:
    if not _DANGEROUS.search(packet):
        try:
            root = ET.fromstring(packet)  # noqa: S314 - no document type, so no entity
        except ET.ParseError:
            pass
        else:
            _walk(root, into)
            return
    into.missed("xmp")
    _read_loosely(packet, into)


def _walk(root: ET.Element, into: Gather) -> None:
    waiting: list[tuple[ET.Element, tuple[str, ...], Region | None]] = [(root, (), None)]
    while waiting:
        element, path, region = waiting.pop()
        name = local(element.tag)
        if name not in _TRANSPARENT:
            path = (*path, name)
        if len(path) > limits.MAX_DEPTH:
            into.missed("xmp")
            continue
        if any("Region" in part for part in path):
            region = region_of(element) or region
        _properties(element, path, region, into)
        waiting += [(child, path, region) for child in reversed(element)]


def _properties(
    element: ET.Element, path: tuple[str, ...], region: Region | None, into: Gather
) -> None:
    for key, value in element.attrib.items():
        if key.startswith(_XML) or local(key) in _SILENT:
            into.sweep_numbers(f"XMP:{local(key)}", value.encode())
            continue
        inner = path if key in _SAME else (*path, local(key))
        _add(inner, value, region, into)
    _add(path, element.text or "", region, into)
    if element.tail and element.tail.strip():
        _add((*path, "Text"), element.tail, region, into)


def _add(path: tuple[str, ...], value: str, region: Region | None, into: Gather) -> None:
    if not path or not value.strip():
        return
    name = field_name(path)
    if TECHNICAL.fullmatch(path[-1]) or _is_number(value):
        if name in {"GPSLatitude", "GPSLongitude", "SerialNumber", "LensSerialNumber"}:
            into.add(f"XMP:{name}", value)
        else:
            into.sweep_numbers(f"XMP:{name}", value.encode())
        return
    if len(value) > _BLOB and _BASE64.fullmatch(value):
        _add_blob(f"XMP:{name}", value, into)
        return
    kind = Kind.FACE if name in TREES and _PEOPLE.match(value) else None
    into.add(f"XMP:{name}", _MARKUP.sub("\n", value), kind=kind, region=region)


def _add_blob(name: str, value: str, into: Gather) -> None:
    """Note what is packed into letters: a preview, or a whole picture beside this one."""
    try:
        raw = b64decode(value.encode("ascii", "ignore") + b"==")
    except binascii.Error:
        raw = b""
    if raw[:3] == b"\xff\xd8\xff" or raw[:4] == b"\x89PNG":
        second = not name.lower().endswith("image")
        into.attempt("thumbnail", lambda into: note_picture(name, raw, into, second=second))
        return
    into.add(name, f"{len(value)} B", kind=Kind.PLAIN)
    into.sweep(name, raw)


def _is_number(value: str) -> bool:
    value = value.strip()
    return len(value) < 8 and value.replace(".", "", 1).replace("-", "", 1).isdecimal()  # noqa: PLR2004


def _read_loosely(packet: str, into: Gather) -> None:
    for match in _CONTENT.finditer(packet):
        _add((match[1],), html.unescape(match[2]), None, into)
    for match in _ATTRIBUTE.finditer(packet):
        if not (match[1] or "").startswith("xmlns") and match[2] not in _SILENT:
            _add((match[2],), html.unescape(match[3] or match[4] or ""), None, into)
