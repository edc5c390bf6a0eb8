"""The picture itself, decoded small: to compare previews with it, and for browsers that can't.

Reading what a file says needs none of this. HEIC is decoded where `pillow-heif` (the extra `heic`)
or its smaller sister `pi-heif` is installed; AVIF and all else by Pillow.
"""

from __future__ import annotations

import io
import warnings
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from PIL import Image, ImageOps

from integritetskoll.errors import ImageError
from integritetskoll.images.coarse import EIGHTH, coarse

SIDE = 192
"""Pixels that a decoder which can do so reads the longer side down to, for comparing."""
PREVIEW_SIDE = 1280
READING_SIDE = 3000
"""Pixels of the longer side at which the letters of a class list on a wall can still be read."""
MOST_PIXELS = 25_000_000
"""The largest picture that is decoded whole; a JPEG is decoded at an eighth and may be larger."""
MOST_JPEG = 60_000_000
PLUGINS = ("pillow_heif", "pi_heif")
"""Modules with the same way in; the first one that is installed is taken."""


def heic_plugin() -> str | None:
    """Return the module that decodes HEIC here, None where none is installed."""
    return next((name for name in PLUGINS if find_spec(name)), None)


def grey(data: bytes) -> Image.Image | None:
    """Return a picture small and grey, None where it is too large or can't be decoded."""
    try:
        return _decoded(data, "L", SIDE).convert("L")
    except Exception:  # noqa: BLE001 - broken pictures make decoders raise anything
        return None


def preview(data: bytes, side: int = PREVIEW_SIDE) -> bytes:
    """Return a picture as a small PNG, the right way up, with nothing of what the file says.

    Raises ImageError `image_not_shown` where it can't be decoded, `image_heic_not_shown` where
    that needs the extra `heic`.
    """
    try:
        return _as_png(_decoded(data, "RGB", side), side)
    except Exception:  # noqa: BLE001 - as above
        missing = data[4:8] == b"ftyp" and heic_plugin() is None
        raise ImageError("image_heic_not_shown" if missing else "image_not_shown") from None


def _decoded(data: bytes, mode: str, side: int) -> Image.Image:
    """Return a picture, where its format allows made smaller; raises anything."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opened = _opened(data)
        if opened.width * opened.height > _most(opened):
            raise ValueError("pixels")
        whole = opened.size
        opened.draft(mode, (side, side))
        if opened.info.get("progressive") and opened.mode == "L" and min(whole) >= EIGHTH * side:
            opened = _opened(coarse(data))
            opened.draft(mode, (side, side))
        opened.load()
        return opened


def _as_png(opened: Image.Image, side: int) -> bytes:
    shown = ImageOps.exif_transpose(opened)
    shown = shown.convert("RGBA" if shown.has_transparency_data else "RGB")
    shown.thumbnail((side, side))
    out = io.BytesIO()
    plain = Image.new(shown.mode, shown.size)
    plain.paste(shown)
    plain.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _most(opened: Image.Image) -> int:
    return MOST_JPEG if opened.format in {"JPEG", "MPO"} else MOST_PIXELS


def _opened(data: bytes) -> Image.Image:
    if data[4:8] == b"ftyp":
        _with_heic()
    return Image.open(io.BytesIO(data))


@cache
def _with_heic() -> None:
    """Teach Pillow to open HEIC, where that is installed."""
    if name := heic_plugin():
        import_module(name).register_heif_opener(thumbnails=False, decode_threads=1)
