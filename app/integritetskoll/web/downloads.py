"""Clean copies as an answer to download: one picture as it is, several in an archive in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from starlette.responses import Response

from integritetskoll.images.clean.verified import Cleaned

ENDINGS = {"image/jpeg": "jpg", "image/tiff": "tif", "image/heif": "heic"}


def downloads(copies: Sequence[Cleaned]) -> Response:
    """Return the answer; the names are neutral, since names of files tell of persons too."""
    if len(copies) == 1:
        name = f"bild-ren.{ending(copies[0])}"
        return _download(copies[0].data, copies[0].media_type, name)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for number, copy in enumerate(copies, start=1):
            entry = zipfile.ZipInfo(f"bild-{number}-ren.{ending(copy)}")
            archive.writestr(entry, copy.data)
    return _download(packed.getvalue(), "application/zip", "bilder-rena.zip")


def ending(copy: Cleaned) -> str:
    """Return the usual ending of a file of this media type."""
    return ENDINGS.get(copy.media_type, copy.media_type.rpartition("/")[2])


def _download(data: bytes, media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=media_type, headers=headers)
