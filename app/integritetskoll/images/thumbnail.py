"""Pictures inside the picture: a small copy is harmless, one that shows what was cut away isn't."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from integritetskoll.images import limits
from integritetskoll.images.field import Kind
from integritetskoll.images.gather import Gather

LIKE = 0.06
"""How much the shapes of a picture and its preview may differ, by rounding to whole pixels."""
DARK = 24
"""Brightness up to which the bars that cameras put around a preview count as black."""
SMALL_PIXELS = 4_000_000
"""The largest preview that is decoded to look for such bars."""


def note_picture(name: str, picture: bytes, into: Gather) -> None:
    """Note an embedded picture and whether its shape differs from the outer one's.

    Its own metadata is read too: a preview can carry a whole EXIF block of its own.
    """
    if not picture.strip(b"\0"):
        return
    shape = _shapes(picture)
    if shape is None:
        into.missed("thumbnail")
        into.sweep(name, picture)
        return
    differs = bool(into.width and into.height) and not any(_alike(s, into) for s in shape)
    width, height = shape[0]
    kind = Kind.CROP if differs else Kind.THUMBNAIL
    into.add(name, f"{width} × {height}", kind=kind)
    _read_inside(picture, into)


def _read_inside(picture: bytes, into: Gather) -> None:
    from integritetskoll.images.formats import jpeg  # noqa: PLC0415 - they hold each other

    if into.nesting < limits.MAX_NESTING and picture[:2] == jpeg.START:
        into.nesting += 1
        into.attempt("thumbnail", jpeg.read_blocks, picture)
        into.nesting -= 1


def _shapes(picture: bytes) -> list[tuple[int, int]] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(picture)) as opened:
                size = opened.size
                if size[0] * size[1] > SMALL_PIXELS:
                    return [size]
                return [size, _without_bars(opened)]
    except Exception:  # noqa: BLE001 - a broken preview makes Pillow raise anything
        return None


def _without_bars(opened: Image.Image) -> tuple[int, int]:
    opened.draft("L", opened.size)
    box = opened.convert("L").point(lambda value: 255 if value > DARK else 0).getbbox()
    return (box[2] - box[0], box[3] - box[1]) if box else opened.size


def _alike(shape: tuple[int, int], into: Gather) -> bool:
    one, other = shape[0] / max(1, shape[1]), into.width / into.height
    return min(abs(one / r - 1) for r in (other, 1 / other)) <= LIKE + 2 / max(1, min(shape))
