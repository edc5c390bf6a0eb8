"""The key of a client that can send none in a header: LanguageTool's field `apiKey`.

It stands in the query or among the fields of the body, so the body is read before it is known who
asks: at most what a text may need. What was read is handed on with the request, as the fields it
holds and as it came. A header goes before it, and then nothing is read here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integritetskoll.api.languagetool.params import FIELDS, fields_sent
from integritetskoll.api.worded import in_words
from integritetskoll.errors import IntegritetskollError

KEY = "integritetskoll.key"
"""Where the key stands in the scope of a request."""
FIELD = "apiKey"
LONGEST = 200


class KeyInFields:
    """Notes the fields of a request under `/v2`, and the key that stands among them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with its fields and its key noted."""
        if scope["type"] != "http" or not _may_hold_a_key(scope):
            await self.app(scope, receive, send)
            return
        body, again = b"", receive
        if scope["method"] == "POST":
            try:
                body = await _whole(receive)
            except HTTPException as error:
                answer = in_words(Request(scope), error.status_code, "body_too_large")
                await answer(scope, receive, send)
                return
            again = _replay(body, receive)
        _note(scope, body)
        await self.app(scope, again, send)


def _note(scope: Scope, body: bytes) -> None:
    query = scope.get("query_string", b"").decode("latin-1")
    try:
        fields = scope[FIELDS] = fields_sent(query, body)
    except IntegritetskollError:
        # The route says what is wrong with it, to whom it may.
        fields = _of_the_query(query)
    key = _key_in(fields)
    if key:
        scope[KEY] = key


def _of_the_query(query: str) -> Mapping[str, Any]:
    try:
        return fields_sent(query, b"")
    except IntegritetskollError:
        return {}


def _may_hold_a_key(scope: Scope) -> bool:
    return scope["path"].startswith("/v2/") and "authorization" not in Headers(scope=scope)


def _key_in(fields: Mapping[str, Any]) -> str:
    key = fields.get(FIELD)
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
