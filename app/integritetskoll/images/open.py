"""A picture file in, its Reading out: told by its first bytes, read by its format's module."""

from __future__ import annotations

from collections.abc import Callable

from integritetskoll.errors import ImageError, ImageTooLargeError
from integritetskoll.images import limits
from integritetskoll.images.field import Reading
from integritetskoll.images.formats import gif, heif, jpeg, png, tiff_file, webp
from integritetskoll.images.gather import Gather
from integritetskoll.images.metadata.filename import read_name

Reader = Callable[[bytes, Gather], None]
READERS: dict[str, Reader] = {
    "jpeg": jpeg.read_jpeg,
    "png": png.read_png,
    "webp": webp.read_webp,
    "gif": gif.read_gif,
    "tiff": tiff_file.read_tiff,
    "heif": heif.read_heif,
}
MEDIA_TYPES = {
    "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif",
    "tiff": "image/tiff", "heif": "image/heif",
}  # fmt: skip


def format_of(data: bytes) -> str | None:
    """Return the format by the first bytes, None for what is no known picture."""
    if data[:3] == b"\xff\xd8\xff":
        return "jpeg"
    if data.startswith(png.START):
        return "png"
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) > gif.HEAD:
        return "gif"
    if webp.is_webp(data):
        return "webp"
    if data[:4] in tiff_file.STARTS:
        return "tiff"
    return "heif" if heif.is_heif(data) else None


def read_image(name: str, data: bytes, *, comparing: bool = True) -> Reading:
    """Read all that a file says beside its picture; `name` is the file's, it counts too.

    `comparing`: whether to decode the picture where it has previews, to see if they show more.

    Raises ImageError `image_unsupported` or `image_broken`, ImageTooLargeError.
    """
    found = format_of(data)
    if found is None:
        raise ImageError("image_unsupported")
    into = Gather(data if comparing else b"")
    read_name(name, into)
    into.attempt("image", READERS[found], data)
    if not into.width or not into.height:
        raise ImageError("image_broken")
    if into.width * into.height > limits.MAX_PIXELS:
        raise ImageTooLargeError("image_too_many_pixels", limit=limits.MAX_PIXELS // 1_000_000)
    return Reading(name, found, into.width, into.height, tuple(into.fields), tuple(into.unread))
