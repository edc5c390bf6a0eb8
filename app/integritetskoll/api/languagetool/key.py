"""The key of a client that can send none in a header: LanguageTool's field `apiKey`.

It stands in the query or among the fields of the body, so the body is read before it is known who
asks: at most what a text may need, and handed on as it came. A header goes before it.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integritetskoll.api.languagetool.params import fields_of
from integritetskoll.api.worded import in_words

KEY = "integritetskoll.key"
"""Where the key stands in the scope of a request."""
FIELD = "apiKey"
LONGEST = 200


class KeyInFields:
    """Notes the key that a request under `/v2` carries among its fields."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with its key noted."""
        if scope["type"] != "http" or not _may_hold_a_key(scope):
            await self.app(scope, receive, send)
            return
        query, again = scope.get("query_string", b""), receive
        key = _key_in(query.decode("latin-1"))
        if not key and scope["method"] == "POST":
            try:
                body = await _whole(receive)
            except HTTPException as error:
                answer = in_words(Request(scope), error.status_code, "body_too_large")
                await answer(scope, receive, send)
                return
            key, again = _key_in(body.decode("utf-8", "replace")), _replay(body, receive)
        if key:
            scope[KEY] = key
        await self.app(scope, again, send)


def _may_hold_a_key(scope: Scope) -> bool:
    return scope["path"].startswith("/v2/") and "authorization" not in Headers(scope=scope)


def _key_in(fields: str) -> str:
    try:
        key = fields_of(fields).get(FIELD)
    except ValueError:
        return ""  # the route says what is wrong with it
    return key.strip() if isinstance(key, str) and len(key) <= LONGEST else ""


async def _whole(receive: Receive) -> bytes:
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            return b"".join(parts)


def _replay(body: bytes, receive: Receive) -> Receive:
    waiting = [body]

    async def again() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return again
