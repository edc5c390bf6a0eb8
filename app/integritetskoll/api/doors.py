"""Which door a path belongs to, and how that door says no: each protocol in its own form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from integritetskoll.api.problems import INTERNAL, STATUS_CODES, language_of, problem
from integritetskoll.api.worded import in_json, in_words

DOORS = {
    "api": ("/api",),
    "languagetool": ("/v2",),
    "presidio": (
        "/analyze", "/anonymize", "/anonymizers", "/health", "/recognizers", "/supportedentities",
    ),
}  # fmt: skip
METHODS = ("DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT")
NOT_ALLOWED = 405
WORDED = {"languagetool": in_words, "presidio": in_json}


def door_of(path: str) -> str:
    """Return the name of the door that a path belongs to, as the trail has it."""
    return next((door for door, paths in DOORS.items() if under(path, *paths)), "form")


def under(path: str, *prefixes: str) -> bool:
    """Tell whether a path is one of these or lies below it."""
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in prefixes)


def refused(
    request: Request,
    status: int,
    code: str,
    *,
    headers: Mapping[str, str] | None = None,
    **facts: Any,
) -> Response:
    """Return an error as the door that was asked says it."""
    worded = WORDED.get(door_of(request.scope["path"]))
    if worded is None:
        return problem(status, code, language=language_of(request), headers=headers, **facts)
    answer = worded(request, status, code, **facts)
    answer.headers.update(headers or {})
    return answer


def on_http_error(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses (404, 405, ...); its own words are not passed on."""
    if not isinstance(error, HTTPException):
        raise error
    status = error.status_code
    code = STATUS_CODES.get(status, "bad_request" if status < INTERNAL else "internal")
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    if status == NOT_ALLOWED:
        headers["allow"] = ", ".join(sorted(methods_of(request)))
    return refused(request, status, code, headers=headers)


def methods_of(request: Request) -> set[str]:
    """Return the methods that the address of a request knows, of all routes that lie there."""
    return {
        method
        for method in METHODS
        for route in request.app.routes
        if route.matches({**request.scope, "method": method})[0] is Match.FULL
    }
