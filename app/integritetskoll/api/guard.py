"""Who may ask: own host names and own pages only, so that no other page can use the service.

A page elsewhere that makes its name resolve to 127.0.0.1 (DNS rebinding) sends its own Host; a
page that posts a form across sites sends its own Origin, or says so in Sec-Fetch-Site.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from integritetskoll.api.doors import refused

HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]]+)(?::\d+)?")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Answers 403 to a foreign Host or Origin.

    `hosts` are names with or without port; a name without one allows every port. `origins` are
    whole origins (`https://cms.example.se`) that may ask beside the own pages.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], origins: Collection[str]) -> None:
        self.app = app
        self._hosts = frozenset(hosts)
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        code = self._refusal(scope["method"], Headers(scope=scope))
        if code is None:
            await self.app(scope, receive, send)
            return
        answer = refused(Request(scope), 403, code)
        await answer(scope, receive, send)

    def _refusal(self, method: str, headers: Headers) -> str | None:
        hosts = [host.lower() for host in headers.getlist("host")]
        if len(hosts) != 1 or not {hosts[0], _without_port(hosts[0])} & self._hosts:
            return "foreign_host"
        origin = headers.get("origin")
        if origin is not None:
            known = origin.lower() in self._origins or urlsplit(origin).netloc.lower() == hosts[0]
            return None if known else "foreign_origin"
        site = headers.get("sec-fetch-site", "none")
        if method not in SAFE and site not in {"none", "same-origin"}:
            return "foreign_origin"
        return None


def _without_port(host: str) -> str:
    match = HOST.fullmatch(host)
    return match["name"] if match else ""
