"""Pictures inside the picture: a small copy is harmless, one that shows more or else isn't."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from integritetskoll.images import limits
from integritetskoll.images.field import Kind
from integritetskoll.images.gather import Gather
from integritetskoll.images.likeness import LARGER, alike, shows_the_same, without_bars


def note_picture(
    name: str, picture: bytes, into: Gather, *, second: bool = False, mapped: bool = False
) -> None:
    """Note an embedded picture and whether it shows more than the outer one, or something else.

    Its own metadata is read too: a preview can carry a whole EXIF block of its own. `second`: it
    is no preview, but stands beside the picture; then another moment is no crop. `mapped`: it
    holds light for each part of the picture, so that only the shapes can be compared.
    """
    if not picture.strip(b"\0"):
        return
    size = _size(picture)
    if size is None:
        into.missed("thumbnail")
        into.sweep(name, picture)
        return
    note_shown(name, size, None if mapped else into.decode(picture), into, second=second)
    _read_inside(picture, into)


def note_shown(
    name: str,
    size: tuple[int, int],
    preview: Image.Image | None,
    into: Gather,
    *,
    second: bool = False,
) -> None:
    """Note an embedded picture of a size, decoded where that was possible."""
    into.add(name, f"{size[0]} × {size[1]}", kind=_kind(size, preview, into, second=second))


def _kind(
    size: tuple[int, int], preview: Image.Image | None, into: Gather, *, second: bool
) -> Kind:
    outer = (into.width, into.height)
    if not all(outer):
        return Kind.SECOND if second else Kind.THUMBNAIL
    shapes = [size, without_bars(preview).size] if preview else [size]
    formed = any(alike(shape, outer) for shape in shapes)
    if size[0] * size[1] > LARGER * outer[0] * outer[1]:
        return Kind.SECOND if second and formed else Kind.CROP
    shown = into.shown() if preview else None
    same = shows_the_same(preview, shown) if preview and shown else formed and not second
    if same:
        return Kind.THUMBNAIL
    return Kind.SECOND if second and formed else Kind.CROP


def _read_inside(picture: bytes, into: Gather) -> None:
    from integritetskoll.images.formats import jpeg  # noqa: PLC0415 - they hold each other

    if into.nesting < limits.MAX_NESTING and picture[:2] == jpeg.START:
        into.nesting += 1
        into.attempt("thumbnail", jpeg.read_blocks, picture)
        into.nesting -= 1


def _size(picture: bytes) -> tuple[int, int] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(picture)) as opened:
                return opened.size
    except Exception:  # noqa: BLE001 - a broken preview makes Pillow raise anything
        return None
