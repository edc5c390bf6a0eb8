"""A multipart body read in memory: Starlette would put what is over 1 MB into a temporary file.

The whole body is already held to its limit (`limits.py`), so a part may be as large as that.
"""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from integritetskoll.api.problems import BadRequestError

MEDIA_TYPE = "multipart/form-data"
MOST_FIELDS = 10


async def read_upload(request: Request, *, limit: int) -> FormData:
    """Return the fields of a multipart body; `limit` in bytes.

    Raises BadRequestError: 415 `wrong_upload_type`, 422 `upload_missing`.
    """
    if not request.headers.get("content-type", "").lower().startswith(MEDIA_TYPE):
        raise BadRequestError(415, "wrong_upload_type")
    parser = MultiPartParser(
        request.headers, request.stream(),
        max_files=1, max_fields=MOST_FIELDS, max_part_size=limit,
    )  # fmt: skip
    parser.spool_max_size = limit + 1
    try:
        return await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError, ValueError):
        raise BadRequestError(422, "upload_missing") from None
