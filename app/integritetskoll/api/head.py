"""HEAD: what GET would answer, without its body, wherever there is a GET (RFC 9110, 9.3.2).

Monitors and load balancers ask `/healthz` and `/v2/healthcheck` so. The routes say what they
know of GET only; this makes the rest of it.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NOT_ALLOWED = 405


class Head:
    """Asks for a HEAD as for a GET, and passes everything of the answer on but its body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on; who may GET may HEAD, and an answer 405 says so."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = scope["method"] == "HEAD"
        if asked:
            scope["method"] = "GET"

        async def without_body(message: Message) -> None:
            if asked:
                scope["method"] = "HEAD"  # for the server, which counts what it sends
            if message["type"] == "http.response.start" and message["status"] == NOT_ALLOWED:
                _name_head(message)
            if asked and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        try:
            await self.app(scope, receive, without_body)
        finally:
            if asked:
                scope["method"] = "HEAD"


def _name_head(message: Message) -> None:
    headers = MutableHeaders(scope=message)
    allowed = {one.strip() for one in headers.get("allow", "").split(",")} - {""}
    if "GET" in allowed:
        headers["allow"] = ", ".join(sorted({*allowed, "HEAD"}))
