"""Clean, read the result again, and hand it out only where nothing is left."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from integritetskoll.errors import ImageError
from integritetskoll.images.clean.fault import refuse
from integritetskoll.images.clean.gif import clean_gif
from integritetskoll.images.clean.heif import clean_heif
from integritetskoll.images.clean.jpeg import clean_jpeg
from integritetskoll.images.clean.png import clean_png
from integritetskoll.images.clean.profile import harmless
from integritetskoll.images.clean.tiff import clean_tiff
from integritetskoll.images.clean.traces import any_left
from integritetskoll.images.clean.webp import clean_webp
from integritetskoll.images.field import Field, Kind, Reading
from integritetskoll.images.judge.plain_words import is_plain
from integritetskoll.images.open import MEDIA_TYPES, read_image
from integritetskoll.images.within import is_damaging

CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    "jpeg": clean_jpeg,
    "png": clean_png,
    "webp": clean_webp,
    "gif": clean_gif,
    "tiff": clean_tiff,
    "heif": clean_heif,
}

_LEVELS = re.compile(r"[/|\n]")
_TEXTS = frozenset({Kind.TEXT, Kind.SWEPT, Kind.FACE, Kind.AUTHOR, Kind.PLACE, Kind.DEVICE})
_LINES = _TEXTS - {Kind.SWEPT, Kind.DEVICE}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean copy: its bytes, media type, and the names of the fields that went."""

    data: bytes = dataclasses.field(repr=False)
    media_type: str
    removed: tuple[str, ...]


def clean_image(name: str, data: bytes) -> Cleaned:
    """Return a clean copy.

    Raises ImageError: `image_unsupported`, `image_broken`, or `image_not_cleaned_...` where
    the copy would not be clean for sure.
    """
    before = read_image(name, data, comparing=False)
    try:
        clean = CLEANERS[before.format](data)
    except ImageError:
        raise
    except Exception:  # noqa: BLE001 - broken files make parsers raise anything
        raise refuse("truncated") from None
    _verify(before, clean)
    went = (field.name for field in before.fields if not _stays(field))
    media_type = MEDIA_TYPES[before.format]
    if before.format == "heif" and b"avif" in data[:64]:
        media_type = "image/avif"
    return Cleaned(clean, media_type, tuple(dict.fromkeys(went)))


def _verify(before: Reading, clean: bytes) -> None:
    try:
        after = read_image("", clean)
    except ImageError:
        raise refuse("left") from None
    same = (after.format, after.width, after.height) == (before.format, before.width, before.height)
    if not same or after.unread or any(not _stays(field) for field in after.fields):
        raise refuse("left")
    # A length or an offset may be wrong, so that coded colours hold a text.
    if before.unread and is_damaging(_without(after, clean)):
        raise refuse("left")
    went = (f for f in before.fields if _is_told(f) and not _stays(f))
    if any_left((text for field in went for text in _texts(field)), clean):
        raise refuse("left")


def _without(after: Reading, clean: bytes) -> bytes:
    """Return a copy without what may stay in it: the texts of makers in profiles."""
    for value in {field.value for field in after.fields}:
        for encoding in ("latin-1", "utf-16-be"):
            clean = clean.replace(value.encode(encoding, "replace"), b"")
    return clean


def _is_told(field: Field) -> bool:
    """Tell whether a field says what no maker writes: names stand where programs do, too."""
    if field.kind is Kind.PLAIN:
        return not (is_plain(field.value) or harmless(field.value))
    return field.kind in _TEXTS


def _texts(field: Field) -> Iterator[str]:
    """Yield a text, its lines, and of a tagged person in a tree of tags each level.

    What was swept or misread is taken whole: a few bytes of noise stand anywhere.
    """
    yield field.value
    if field.kind in _LINES:
        pieces = _LEVELS.split(field.value) if field.kind is Kind.FACE else field.value.split("\n")
        yield from (piece.strip() for piece in pieces)


def _stays(field: Field) -> bool:
    if field.name.startswith("ICC:"):
        return harmless(field.value)
    if field.name == "PNG:ProfileName":
        return field.value == "ICC"
    return field.name == "HEIF:ImageSequence"
