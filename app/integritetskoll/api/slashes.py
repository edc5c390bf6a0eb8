"""An address with one slash too many: `http://127.0.0.1:8000/` and `/v2/check` make `//v2/check`.

Tools put their own path behind the address that somebody typed, and some say nothing when it is
not found. Done before anything looks at the path.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


class OneSlash:
    """Takes the first slashes of a path as one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on."""
        if scope["type"] == "http" and scope["path"].startswith("//"):
            scope["path"] = "/" + scope["path"].lstrip("/")
        await self.app(scope, receive, send)
