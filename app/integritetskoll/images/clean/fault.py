"""Why a file can't be cleaned for sure: each reason is an error that users can read."""

from __future__ import annotations

from integritetskoll.errors import ImageError


def refuse(why: str) -> ImageError:
    """Return the error: truncated, unsupported, or left."""
    return ImageError(f"image_not_cleaned_{why}")
