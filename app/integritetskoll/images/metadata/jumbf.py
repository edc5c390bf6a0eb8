"""C2PA claims of origin in JUMBF boxes (ISO 19566-5): who made a picture, with what.

Assertions are JSON or CBOR. The small reader of CBOR (RFC 8949) takes what claims are made of.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from typing import Any

from integritetskoll.images import limits
from integritetskoll.images.field import Kind
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.cbor import first_item
from integritetskoll.images.metadata.certificates import read_signature
from integritetskoll.images.thumbnail import note_picture

SUPERBOX, DESCRIPTION = b"jumb", b"jumd"
SILENT = frozenset(
    {"alg", "hash", "url", "pad", "pad1", "pad2", "sigTst", "rVals", "@type", "kind"}
)
_AUTHOR = frozenset({"author", "creator", "credit", "verifiedidentities"})
_NAMES = frozenset({"name", "username"})


def read_jumbf(raw: bytes, into: Gather) -> None:
    """Read all boxes; raises ValueError where there are none."""
    _read_boxes(raw, "C2PA", 0, into)


def boxes(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield type and content of each box; raises ValueError where one breaks off."""
    at = 0
    while at + 8 <= len(raw):
        size, kind = struct.unpack_from(">I4s", raw, at)
        head = 8
        if size == 1:
            size, head = struct.unpack_from(">Q", raw, at + 8)[0], 16
        elif size == 0:
            size = len(raw) - at
        if size < head or at + size > len(raw):
            raise ValueError("box")
        yield kind, raw[at + head : at + size]
        at += size


def _read_boxes(raw: bytes, label: str, depth: int, into: Gather) -> None:
    if depth > limits.MAX_DEPTH:
        into.missed("c2pa")
        return
    for kind, content in boxes(raw):
        if kind == SUPERBOX:
            _read_boxes(content, label, depth + 1, into)
        elif kind == DESCRIPTION:
            label = content[17:].split(b"\0")[0].decode("utf-8", "replace")
            into.sweep_numbers("JUMBF:Label", content)
        elif kind == b"json":
            _read_values(json.loads(content), _short(label), into)
        elif kind == b"cbor" and "signature" in label:
            into.attempt("c2pa", read_signature, _only(content, into))
        elif kind == b"cbor":
            _read_values(_only(content, into), _short(label), into)
        elif kind == b"bidb":
            _note_embedded(content, into)
        elif kind not in {b"bfdb", b"c2sh", b"free", b"uuid"}:
            into.sweep("JUMBF:Unknown", content)


def _note_embedded(content: bytes, into: Gather) -> None:
    """Note a picture of a claim: of this file, or of those it was made from."""
    if content[:3] == b"\xff\xd8\xff" or content[:4] == b"\x89PNG":
        into.attempt("thumbnail", note_picture, "JUMBF:ThumbnailImage", content)
    else:
        into.add("JUMBF:ThumbnailImage", f"{len(content)} B", kind=Kind.THUMBNAIL)
        into.sweep("JUMBF:Embedded", content)


def _short(label: str) -> str:
    return label.rpartition(".")[2].partition("__")[0] or "C2PA"


def _read_values(value: Any, name: str, into: Gather) -> None:
    waiting: list[tuple[Any, tuple[str, ...]]] = [(value, (name,))]
    while waiting:
        one, path = waiting.pop()
        if isinstance(one, dict):
            into.sweep_numbers("JUMBF:Key", "\n".join(map(str, one)).encode("utf-8", "replace"))
            waiting += [(inner, (*path, str(key))) for key, inner in one.items()]
        elif isinstance(one, list | tuple):
            waiting += [(inner, path) for inner in one]
        elif isinstance(one, str) and path[-1] not in SILENT and len(path) <= limits.MAX_DEPTH:
            _add(path, one, into)
        elif isinstance(one, bytes) and path[-1] == "signature":
            into.attempt("c2pa", _read_signed, one)
        elif isinstance(one, bytes) and path[-1] not in SILENT:
            into.sweep("JUMBF:Unknown", one)
        elif isinstance(one, bytes | str) and path[-1] in SILENT:
            raw = one if isinstance(one, bytes) else one.encode("utf-8", "replace")
            into.sweep_numbers("JUMBF:Unknown", raw)


def _only(raw: bytes, into: Gather) -> Any:
    """Return the item of a box; what stands behind it was cut off from it by a wrong length."""
    value, rest = first_item(raw)
    if rest.strip(b"\0"):
        into.missed("c2pa")
        into.sweep("JUMBF:Unknown", rest)
    return value


def _read_signed(raw: bytes, into: Gather) -> None:
    """Read a signature with what it signs: accounts that say who somebody is (CAWG identity)."""
    value = _only(raw, into)
    if value[2]:
        _read_values(json.loads(value[2]), "Identity", into)
    read_signature(value, into)


def _add(path: tuple[str, ...], value: str, into: Gather) -> None:
    last = path[-1]
    shown = "".join(part[:1].upper() + part[1:] for part in path[-2:])
    authored = bool(_AUTHOR & {part.lower() for part in path})
    named = len(path) > 1 and path[-2].lower() in _AUTHOR
    kind = Kind.AUTHOR if last in _NAMES and named else None
    if not authored and (
        value.startswith(("xmp:iid:", "urn:", "self#", "http", "did:")) or last == "label"
    ):
        return
    if last.lower() in {"claim_generator", "softwareagent", "name", "version"} and kind is None:
        kind = Kind.PLAIN
    if last in {"when", "created"}:
        kind = Kind.TIME
    into.add(f"JUMBF:{shown}", value, kind=kind)
