"""A multipart body read in memory: Starlette would put what is over 1 MB into a temporary file."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from integritetskoll.api.problems import BadRequestError

MEDIA_TYPE = "multipart/form-data"
MOST_FIELDS = 10


async def read_upload(request: Request, *, limit: int) -> FormData:
    """Return the fields of a multipart body of at most `limit` bytes.

    Raises BadRequestError: 415 `wrong_upload_type`, 422 `upload_missing`; HTTPException 413.
    """
    if not request.headers.get("content-type", "").lower().startswith(MEDIA_TYPE):
        raise BadRequestError(415, "wrong_upload_type")
    parser = MultiPartParser(
        request.headers, _counted(request, limit),
        max_files=1, max_fields=MOST_FIELDS, max_part_size=limit,
    )  # fmt: skip
    parser.spool_max_size = limit + 1
    try:
        return await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError, ValueError):
        raise BadRequestError(422, "upload_missing") from None


async def _counted(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    read = 0
    async for chunk in request.stream():
        read += len(chunk)
        if read > limit:
            raise HTTPException(413)
        yield chunk
