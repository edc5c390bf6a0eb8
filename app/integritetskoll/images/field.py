"""What was read of a picture file: fields with their kind, and which parts could not be read."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum

Region = tuple[float, float, float, float]
"""Left, top, width and height as shares of the picture, 0 to 1."""


class Kind(StrEnum):
    """What a field is, as far as its name tells."""

    TEXT = "text"
    SWEPT = "swept"
    PLAIN = "plain"
    GPS = "gps"
    TIME = "time"
    FACE = "face"
    AUTHOR = "author"
    DEVICE = "device"
    PLACE = "place"
    THUMBNAIL = "thumbnail"
    CROP = "crop"
    SECOND = "second"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a file, named as ExifTool names it ("EXIF:Artist"), with its value as text.

    `SWEPT` text was found by looking for letters in what nobody could parse, `PLAIN` is what
    makers write (camera models, programs), `CROP` a preview that shows another part.
    """

    name: str
    value: str = dataclasses.field(repr=False)
    kind: Kind = Kind.TEXT
    region: Region | None = dataclasses.field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: format, size in pixels, fields, and codes of the parts that were not read."""

    file: str = dataclasses.field(repr=False)
    format: str
    width: int
    height: int
    fields: tuple[Field, ...]
    unread: tuple[str, ...] = ()
