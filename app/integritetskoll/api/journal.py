"""What happened, without what it was about: one log line and one count per request.

Logged are method, route template, status and milliseconds; of an unforeseen error its type and
place in the code. Never a path or query, a header, a body or an error's own words: they may hold
a draft.
"""

from __future__ import annotations

import logging
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integritetskoll.api.doors import refused

LOG = logging.getLogger("integritetskoll.http")


@dataclass(slots=True)
class Counts:
    """Requests and their seconds by method, route template and status, of this process."""

    requests: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    seconds: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self.requests[method, route, status] += 1
        self.seconds[method, route] += seconds  # type: ignore[assignment]

    def exposition(self) -> str:
        """Return the counts in Prometheus' text format."""
        lines = ["# TYPE integritetskoll_requests_total counter"]
        for (method, route, status), count in sorted(self.requests.items()):
            labels = f'method="{method}",route="{route}",status="{status}"'
            lines.append(f"integritetskoll_requests_total{{{labels}}} {count}")
        lines.append("# TYPE integritetskoll_request_seconds_total counter")
        for (method, route), seconds in sorted(self.seconds.items()):
            labels = f'method="{method}",route="{route}"'
            lines.append(f"integritetskoll_request_seconds_total{{{labels}}} {seconds:.6f}")
        return "\n".join(lines) + "\n"


METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})


class Journal:
    """Counts and logs every request, and turns an unforeseen error into a problem answer."""

    def __init__(self, app: ASGIApp, *, counts: Counts) -> None:
        self.app = app
        self._counts = counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, then say what became of it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 0
        begun = time.perf_counter()

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except ClientDisconnect:
            LOG.info("the caller went away")
        except Exception as error:  # noqa: BLE001 - whatever it is, its words must not get out
            LOG.error("%s at %s", type(error).__name__, _place(error))  # noqa: TRY400 - as above
            if not status:
                answer = refused(Request(scope), 500, "internal")
                await answer(scope, receive, watched)
        finally:
            self._write(scope, status, time.perf_counter() - begun)

    def _write(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in METHODS else "OTHER"
        route = _template(scope)
        self._counts.add(method, route, status, seconds)
        LOG.info("%s %s %d %.1f ms", method, route, status, seconds * 1000)


def _template(scope: Scope) -> str:
    """Return the template of the route, or the folder of own files: never the path as asked."""
    return str(getattr(scope.get("route"), "path", "") or scope.get("root_path") or "other")


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{f.name}:{f.lineno}" for f in reversed(frames[-4:]))
