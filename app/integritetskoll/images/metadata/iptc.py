"""IPTC-IIM 4: the captions, names and places of picture agencies, in whatever code page."""

from __future__ import annotations

from integritetskoll.images.decode import decode
from integritetskoll.images.gather import Gather
from integritetskoll.images.thumbnail import note_picture

MARK = 0x1C
EXTENDED = 0x8000
UTF8 = b"\x1b%G"
NAMES = {
    3: "ObjectTypeReference", 4: "ObjectAttributeReference", 5: "ObjectName", 7: "EditStatus",
    10: "Urgency", 12: "SubjectReference", 15: "Category", 20: "SupplementalCategories",
    22: "FixtureIdentifier", 25: "Keywords", 26: "ContentLocationCode", 27: "ContentLocationName",
    30: "ReleaseDate", 35: "ReleaseTime", 37: "ExpirationDate", 38: "ExpirationTime",
    40: "SpecialInstructions", 45: "ReferenceService", 47: "ReferenceDate", 50: "ReferenceNumber",
    55: "DateCreated", 60: "TimeCreated", 62: "DigitalCreationDate", 63: "DigitalCreationTime",
    65: "OriginatingProgram", 70: "ProgramVersion", 80: "By-line", 85: "By-lineTitle",
    90: "City", 92: "Sub-location", 95: "Province-State", 100: "Country-PrimaryLocationCode",
    101: "Country-PrimaryLocationName", 103: "OriginalTransmissionReference", 105: "Headline",
    110: "Credit", 115: "Source", 116: "CopyrightNotice", 118: "Contact", 120: "Caption-Abstract",
    121: "LocalCaption", 122: "Writer-Editor", 131: "ImageOrientation", 135: "LanguageIdentifier",
    187: "UniqueDocumentID", 188: "DocumentHistory", 221: "Prefs", 225: "ClassifyState",
    228: "SimilarityIndex", 230: "DocumentNotes", 231: "DocumentHistory", 232: "ExifCameraInfo",
}  # fmt: skip
BINARY = frozenset({0, 125, 200, 201, 202, 240})
"""Datasets that are numbers or previews."""
EDITORIAL, PREVIEW = 2, 202


def read_iptc(raw: bytes, into: Gather) -> None:
    """Read the datasets; what breaks off or has no mark counts as not read."""
    at, utf8 = 0, False
    while at + 5 <= len(raw):
        if raw[at] != MARK:
            _rest(raw[at:], into)
            return
        record, number = raw[at + 1], raw[at + 2]
        size, at = int.from_bytes(raw[at + 3 : at + 5], "big"), at + 5
        if size & EXTENDED:
            length = size & ~EXTENDED
            size, at = int.from_bytes(raw[at : at + length], "big"), at + length
        value, at = raw[at : at + size], at + size
        if len(value) < size:
            into.missed("iptc")
        if (record, number) == (1, 90):
            utf8 = value == UTF8
        elif record == EDITORIAL and number not in BINARY:
            text = value.decode("utf-8", "replace") if utf8 and _is_utf8(value) else decode(value)
            into.add(f"IPTC:{NAMES.get(number, f'Dataset{number}')}", text)
        elif record != EDITORIAL and len(value) > 4:  # noqa: PLR2004 - shorter than a name
            into.sweep(f"IPTC:Record{record}", value)
        elif record == EDITORIAL:
            _read_binary(number, value, into)
    _rest(raw[at:], into)


def _read_binary(number: int, value: bytes, into: Gather) -> None:
    """Look for names in numbers, and note the preview of a news picture."""
    if number == PREVIEW and value.startswith(b"\xff\xd8\xff"):
        into.attempt("thumbnail", note_picture, "IPTC:ObjectPreviewData", value)
    else:
        into.sweep_numbers(f"IPTC:Dataset{number}", value)


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _rest(raw: bytes, into: Gather) -> None:
    if raw.strip(b"\0"):
        into.missed("iptc")
        into.sweep("IPTC:Unknown", raw)
