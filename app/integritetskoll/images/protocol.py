"""How the service and its worker processes talk: a length, a JSON head, then bytes.

JSON and not pickle: what comes back from a process that has parsed a hostile file is data.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

from integritetskoll.images.field import Field, Kind, Reading

HEAD = struct.Struct(">II")
MOST = 1 << 28
"""Bytes of the longest message."""


def write(stream: BinaryIO, head: dict[str, Any], body: bytes = b"") -> None:
    """Write one message."""
    raw = json.dumps(head).encode()
    stream.write(HEAD.pack(len(raw), len(body)))
    stream.write(raw)
    stream.write(body)
    stream.flush()


def read(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Read one message; raises EOFError where the other end is gone."""
    first = _exactly(stream, HEAD.size)
    sizes = HEAD.unpack(first)
    if sum(sizes) > MOST:
        raise EOFError
    head: dict[str, Any] = json.loads(_exactly(stream, sizes[0]))
    return head, _exactly(stream, sizes[1])


def _exactly(stream: BinaryIO, size: int) -> bytes:
    raw = stream.read(size)
    if len(raw) < size:
        raise EOFError
    return raw


def reading_out(reading: Reading) -> dict[str, Any]:
    """Return a Reading as plain data."""
    fields = [[f.name, f.value, f.kind, f.region] for f in reading.fields]
    unread = list(reading.unread)
    return {
        "format": reading.format, "size": [reading.width, reading.height], "fields": fields,
        "unread": unread,
    }  # fmt: skip


def reading_in(file: str, data: dict[str, Any]) -> Reading:
    """Return the Reading that plain data describe; raises ValueError, KeyError, TypeError."""
    fields = tuple(
        Field(str(name), str(value), Kind(kind), tuple(map(float, region)) if region else None)  # type: ignore[arg-type]
        for name, value, kind, region in data["fields"]
    )
    width, height = map(int, data["size"])
    return Reading(
        file, str(data["format"]), width, height, fields, tuple(map(str, data["unread"]))
    )
