"""How large a body may be: counted as it comes in, refused before anything is parsed."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BYTES_OF_A_CODE_POINT = 12
r"""The longest way to send one: `\ud83d\ude00` in JSON, `%F0%9F%98%80` in a form."""
REST_OF_A_BODY = 65_536


def body_limit(max_text: int) -> int:
    """Return the bytes that a text of `max_text` code points and its Context can need."""
    return max_text * BYTES_OF_A_CODE_POINT + REST_OF_A_BODY


class BodyLimit:
    """Raises 413 from the read that goes past `limit` bytes, or at once by Content-Length.

    `files` is the limit of a body that carries files.
    """

    def __init__(self, app: ASGIApp, *, limit: int, files: int) -> None:
        self.app = app
        self._limit = limit
        self._files = max(limit, files)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with a counting `receive`."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        multipart = headers.get("content-type", "").lower().startswith("multipart/form-data")
        limit = self._files if multipart else self._limit
        length = headers.get("content-length", "")
        declared = int(length) if length.isdecimal() else 0
        read = 0

        async def counted() -> Message:
            nonlocal read
            if declared > limit:
                raise HTTPException(413)
            message = await receive()
            read += len(message.get("body", b""))
            if read > limit:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)
