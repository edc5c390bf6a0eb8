"""ICC profiles: the texts in them. A screen's own profile may carry the name of its owner."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from integritetskoll.images.decode import decode
from integritetskoll.images.gather import Gather

NAMES = {
    b"desc": "ProfileDescription", b"cprt": "ProfileCopyright", b"dmnd": "DeviceMfgDesc",
    b"dmdd": "DeviceModelDesc", b"dscm": "ProfileDescriptionML", b"vued": "ViewingCondDesc",
    b"scrd": "ScreeningDesc", b"targ": "CharTarget",
}  # fmt: skip
HEAD = 128
SIGNATURE = slice(36, 40)
MOST_TAGS = 200


class ProfileError(ValueError):
    """The bytes are no profile."""


def tags(raw: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, offset and size of each tag; raises ProfileError, struct.error."""
    if raw[SIGNATURE] != b"acsp":
        raise ProfileError
    count = struct.unpack_from(">I", raw, HEAD)[0]
    for index in range(min(count, MOST_TAGS)):
        name, start, size = struct.unpack_from(">4sII", raw, HEAD + 4 + index * 12)
        if start + size <= len(raw):
            yield name, start, size


def read_icc(raw: bytes, into: Gather) -> None:
    """Read the texts of a profile; raises ProfileError for anything else."""
    for name, start, size in tags(raw):
        if name in NAMES:
            for text in texts(raw[start : start + size]):
                into.add(f"ICC:{NAMES[name]}", text)


def texts(tag: bytes) -> Iterator[str]:
    """Yield the texts of a tag of type text, desc or mluc (ICC.1:2022, 10.15 and 10.24)."""
    kind = tag[:4]
    if kind == b"text":
        yield decode(tag[8:])
    elif kind == b"desc":
        length = int.from_bytes(tag[8:12], "big")
        yield decode(tag[12 : 12 + length])
    elif kind == b"mluc":
        count, size = struct.unpack_from(">II", tag, 8)
        for index in range(min(count, MOST_TAGS)):
            length, start = struct.unpack_from(">II", tag, 16 + index * size + 4)
            yield tag[start : start + length].decode("utf-16-be", "replace")
