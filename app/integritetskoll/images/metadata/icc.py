"""ICC profiles: the texts in them. A screen's own profile may carry the name of its owner."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from integritetskoll.images.decode import decode
from integritetskoll.images.gather import Gather

NAMES = {
    b"desc": "ProfileDescription", b"cprt": "ProfileCopyright", b"dmnd": "DeviceMfgDesc",
    b"dmdd": "DeviceModelDesc", b"dscm": "ProfileDescriptionML", b"vued": "ViewingCondDesc",
    b"scrd": "ScreeningDesc", b"targ": "CharTarget",
}  # fmt: skip
STANDARD = frozenset(
    b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad chrm A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 D2B0 "
    b"D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 gamt lumi meas tech view pre0 pre1 pre2 clro clrt clot "
    b"ncl2 cicp bfd  aarg aagg aabg vcgt calt rig0 rig2 resp ciis csnm hdgm hdr0 hdr1".split(b" ")
)
"""Tags that hold numbers only: colours, curves, conditions."""
HEAD = 128
SIGNATURE = slice(36, 40)
MOST_TAGS = 200


class ProfileError(ValueError):
    """The bytes are no profile."""


def is_profile(raw: bytes) -> bool:
    """Tell whether bytes begin as a profile does (ICC.1:2022, 7.2)."""
    return raw[SIGNATURE] == b"acsp"


def tags(raw: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, offset and size of each tag; raises ProfileError, struct.error."""
    if not is_profile(raw):
        raise ProfileError
    count = struct.unpack_from(">I", raw, HEAD)[0]
    for index in range(min(count, MOST_TAGS)):
        name, start, size = struct.unpack_from(">4sII", raw, HEAD + 4 + index * 12)
        if start + size <= len(raw):
            yield name, start, size


def read_icc(raw: bytes, into: Gather) -> None:
    """Read the texts of a profile; raises ProfileError for anything else."""
    found = list(tags(raw))
    if len(found) < min(struct.unpack_from(">I", raw, HEAD)[0], MOST_TAGS):
        into.missed("icc")
    for name, start, size in found:
        tag = raw[start : start + size]
        read = list(texts(tag)) if name in NAMES else []
        for text in read:
            into.add(f"ICC:{NAMES[name]}", text)
        if not read and name not in STANDARD:
            into.sweep("ICC:Unknown", tag)
        if not read and name in NAMES:  # it should be a text, so that its offset is wrong
            into.missed("icc")
    for start, end in uncovered(raw, found):
        into.sweep("ICC:Unknown", raw[start:end])


def uncovered(raw: bytes, found: Sequence[tuple[bytes, int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a profile that neither its head nor a tag holds."""
    at = HEAD + 4 + 12 * struct.unpack_from(">I", raw, HEAD)[0]
    for start, size in sorted((start, size) for _, start, size in found):
        if start > at:
            yield at, start
        at = max(at, start + size)
    if at < len(raw):
        yield at, len(raw)


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
