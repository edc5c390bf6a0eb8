"""Findings from what a field is: position, time, tagged face, author, device, other pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Link, Source
from integritetskoll.images.field import Field, Kind, Reading
from integritetskoll.images.judge.plain_words import ORGANISATIONS, is_boilerplate, is_plain

CODES: dict[str, tuple[Entity, Link, float]] = {
    "gps_position": (Entity.GPS_POSITION, Link.INDIRECT, 0.99),
    "capture_time": (Entity.CAPTURE_TIME, Link.NONE, 0.99),
    "whereabouts_recorded": (Entity.WHEREABOUTS, Link.GROUP, 0.95),
    "face_tag": (Entity.FACE_TAG, Link.NAMED, 0.97),
    "author": (Entity.AUTHOR, Link.NAMED, 0.9),
    "author_organisation": (Entity.AUTHOR, Link.NONE, 0.8),
    "device_serial": (Entity.DEVICE_ID, Link.INDIRECT, 0.95),
    "device_owner": (Entity.DEVICE_ID, Link.NAMED, 0.9),
    "device_host": (Entity.DEVICE_ID, Link.INDIRECT, 0.9),
    "user_folder": (Entity.USERNAME, Link.INDIRECT, 0.9),
    "image_place": (Entity.LOCATION, Link.INDIRECT, 0.8),
    "embedded_thumbnail": (Entity.EMBEDDED_IMAGE, Link.NONE, 0.99),
    "embedded_crop": (Entity.EMBEDDED_IMAGE, Link.INDIRECT, 0.9),
    "embedded_second": (Entity.EMBEDDED_IMAGE, Link.INDIRECT, 0.9),
    "embedded_video": (Entity.EMBEDDED_IMAGE, Link.INDIRECT, 0.95),
    "image_unread": (Entity.EMBEDDED_IMAGE, Link.NONE, 0.99),
}
"""Reason codes of this module: entity, link, and how often such a field is what it says."""

_TAKEN = (
    "DateTimeOriginal", "CreateDate", "GPSDateTime", "DateCreated", "DateTimeDigitized",
    "DigitalCreationDate", "CreationTime", "DateAcquired", "DateTimeCreated", "DateTaken",
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_POSITIONS = re.compile(r"GPS(?:Dest)?(?:Position|Latitude|Longitude|Coordinates)")
_PRECISE_PLACE = re.compile(r"(?:Sub-?location|Location|LocationName|Landmark|\w+Sublocation)")
_ZERO = re.compile(r"[0\s.\-_xX*?]*+|(?i:n/?a|none|null|unknown|-+)")
_LETTER = re.compile(r"[^\W\d_]{2}")
_HASH = re.compile(r"[0-9a-fA-F]{16,}|\d{6,20}")
_HOST = re.compile(r"\b(?:[\w-]{2,40}+\.(?:local|lan)|(?:DESKTOP|LAPTOP)-[A-Z0-9]{6,8})\b")
_FOLDER = re.compile(
    r"[\\/](?:Users|home|Documents and Settings|Dokument och inställningar)[\\/]"
    r"(?!Public|Shared|Default|All Users|Delad)([^\\/\r\n:*?\"<>|]{2,40})[\\/]"
)
_PICTURES = {
    Kind.THUMBNAIL: "embedded_thumbnail",
    Kind.CROP: "embedded_crop",
    Kind.SECOND: "embedded_second",
    Kind.VIDEO: "embedded_video",
}


def by_kind(reading: Reading) -> Iterator[Finding]:
    """Yield the findings that need no reading of texts."""
    fields = reading.fields
    positions = [f for f in fields if f.kind is Kind.GPS and _is_position(f)]
    taken = _taken(fields)
    yield from (_whole(reading, f, "gps_position") for f in positions)
    if taken:
        yield _whole(reading, taken, "capture_time")
        if positions:
            yield _whole(reading, taken, "whereabouts_recorded")
    tagged = any(f.kind is Kind.FACE for f in fields)
    for one in fields:
        yield from _of_field(reading, one, timed=bool(taken) or tagged)
    if reading.unread:
        yield unread(reading.file)


def unread(file: str) -> Finding:
    """Return the finding that says that a file, or a part of it, was not read."""
    entity, link, score = CODES["image_unread"]
    source = Source("image", file=file)
    return Finding(entity, None, None, score, "image_unread", "", link, source=source)


def _of_field(reading: Reading, one: Field, *, timed: bool) -> Iterator[Finding]:
    value = one.value
    if one.kind is Kind.FACE and not _HASH.fullmatch(value) and not is_boilerplate(value):
        yield _whole(reading, one, "face_tag")
    elif one.kind is Kind.AUTHOR and not is_boilerplate(value) and _LETTER.search(value):
        organisation = ORGANISATIONS.search(value) or is_plain(value)
        yield _whole(reading, one, "author_organisation" if organisation else "author")
    elif one.kind is Kind.DEVICE and not _ZERO.fullmatch(value):
        yield from _device(reading, one)
    elif one.kind is Kind.PLACE and timed and _PRECISE_PLACE.fullmatch(_tag(one)):
        yield _whole(reading, one, "image_place")
    elif one.kind in _PICTURES:
        yield _whole(reading, one, _PICTURES[one.kind])
    if one.kind not in {Kind.GPS, Kind.TIME}:
        yield from _inside(reading, one)


def _device(reading: Reading, one: Field) -> Iterator[Finding]:
    tag = _tag(one)
    if "Owner" in tag or "User" in tag:
        if not is_boilerplate(one.value):
            yield _whole(reading, one, "device_owner")
    elif tag == "HostComputer":
        if not is_plain(one.value):
            yield _whole(reading, one, "device_host")
    elif len(one.value) > 2 and any(c.isdigit() for c in one.value):  # noqa: PLR2004 - no setting
        yield _whole(reading, one, "device_serial")


def _inside(reading: Reading, one: Field) -> Iterator[Finding]:
    for pattern, code, group in ((_HOST, "device_host", 0), (_FOLDER, "user_folder", 1)):
        if code == "device_host" and _tag(one) == "HostComputer":
            continue  # told as a whole
        for match in pattern.finditer(one.value):
            yield _made(reading, one, code, match.span(group))


def _taken(fields: Sequence[Field]) -> Field | None:
    times = [
        f for f in fields if f.kind is Kind.TIME and _YEAR.match(f.value) and _tag(f) in _TAKEN
    ]
    return min(times, key=lambda f: _TAKEN.index(_tag(f)), default=None)


def _is_position(one: Field) -> bool:
    return bool(_POSITIONS.fullmatch(_tag(one)))


def _tag(one: Field) -> str:
    return one.name.partition(":")[2]


def _whole(reading: Reading, one: Field, code: str) -> Finding:
    return _made(reading, one, code, (0, len(one.value)))


def _made(reading: Reading, one: Field, code: str, span: tuple[int, int]) -> Finding:
    entity, link, score = CODES[code]
    start, end = span
    source = Source("image", None, reading.file, one.name, one.value, one.region)
    return Finding(entity, start, end, score, code, one.value[start:end], link, source=source)
