"""Who may ask for what: every request passes here, whatever the door, before anything is read.

Paths that stand in no table need what a check needs; a new door is guarded from its first day.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from integritetskoll.access.caller import Caller, Role, acting_as
from integritetskoll.access.desk import Desk
from integritetskoll.api.doors import door_of, refused, under
from integritetskoll.api.languagetool.key import KEY
from integritetskoll.api.problems import status_of
from integritetskoll.errors import (
    AccessError,
    IntegritetskollError,
    LimitError,
    StorageError,
    UnavailableError,
)

COOKIE = "integritetskoll_session"
SIGN_IN = "/sign-in"
REFUSED = "integritetskoll.refused"
"""Where the scope says why its caller may not, for a page that words it itself."""
PAGES = ("/", "/clean", "/review")
"""They ask the scope before they do anything."""
PUBLIC = ("/healthz", "/readyz", "/health", "/docs", "/openapi.json", "/static", SIGN_IN)
ROLES = (
    ("/api/v1/register", Role.ADMIN),
    ("/api/v1/audit", Role.REVIEWER),
    ("/metrics", Role.ADMIN),
    ("/api/v1/review", Role.REVIEWER),
    ("/review", Role.REVIEWER),
)
ALWAYS = ("/api/v1/register", "/api/v1/audit")
"""What needs a key on this machine too."""
UNAUTHORIZED = 401


class Gate:
    """Finds out who asks, whether they may, and how often; everything inside happens for them."""

    def __init__(self, app: ASGIApp, *, desk: Desk) -> None:
        self.app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass as its caller, or answer it."""
        if scope["type"] != "http" or under(scope["path"], *PUBLIC):
            await self.app(scope, receive, send)
            return
        try:
            caller = await run_in_threadpool(self._admitted, scope)
        except StorageError:
            await self._refuse(UnavailableError("unavailable"), scope, receive, send)
        except AccessError as error:
            if not _may_answer_itself(scope, error):
                await self._refuse(error, scope, receive, send)
                return
            scope[REFUSED] = error
            await self.app(scope, receive, send)
        except IntegritetskollError as error:
            await self._refuse(error, scope, receive, send)
        else:
            with acting_as(caller):
                await self.app(scope, receive, send)

    def _admitted(self, scope: Scope) -> Caller:
        headers, path = Headers(scope=scope), scope["path"]
        address = str((scope.get("client") or ("", 0))[0])
        caller = self._caller(headers, address, door_of(path), scope.get(KEY, ""))
        self._must_be_allowed(caller, path)
        self._desk.hit(caller, self._address(headers, address))
        return caller

    def _caller(self, headers: Headers, address: str, door: str, given_in_fields: str) -> Caller:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._desk.by_key(given.strip(), door)
        token = session_token(headers)
        found = self._desk.by_session(token, door) if token else None
        found = found or self._desk.by_proxy(address, headers.get("x-forwarded-user", ""), door)
        return found or self._by_field(given_in_fields, door) or self._desk.local(door)

    def _by_field(self, given: str, door: str) -> Caller | None:
        """Return who holds the key among the fields; where none is needed, any other will do."""
        try:
            return self._desk.by_key(given, door) if given else None
        except AccessError:
            if self._desk.needs_key:
                raise
            return None

    def _must_be_allowed(self, caller: Caller, path: str) -> None:
        role = next((role for prefix, role in ROLES if under(path, prefix)), Role.WRITER)
        if caller.role.rank >= role.rank and not (caller.who == "local" and under(path, *ALWAYS)):
            return
        if caller.who == "local":
            if path == "/metrics" and not self._desk.has_keys():
                return
            raise AccessError("sign_in_first")
        raise AccessError("role_missing", role=role)

    def _address(self, headers: Headers, address: str) -> str:
        if not self._desk.trusts(address):
            return address
        return headers.get("x-forwarded-for", address).rpartition(",")[2].strip()

    async def _refuse(
        self, error: IntegritetskollError, scope: Scope, receive: Receive, send: Send
    ) -> None:
        await refusal(error, scope)(scope, receive, send)


def session_token(headers: Headers) -> str:
    """Return the token of the session cookie; empty where there is none."""
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""


def refusal(error: IntegritetskollError, scope: Scope) -> Response:
    """Return the answer to a caller who may not: a page leads to the sign-in, and back."""
    if _leads_to_sign_in(scope, error):
        asked = {"next": "" if scope["path"] == "/" else scope["path"]}
        if parse_qs(scope["query_string"]).get(b"lang") == [b"en"]:
            asked["lang"] = "en"
        query = urlencode({name: value for name, value in asked.items() if value}, safe="/")
        return RedirectResponse(f"{SIGN_IN}?{query}" if query else SIGN_IN, 303)
    extra = {}
    if isinstance(error, LimitError) and "seconds" in error.facts:
        extra["retry-after"] = str(error.facts["seconds"])
    status = status_of(error)
    if status == UNAUTHORIZED:
        extra["www-authenticate"] = "Bearer"
    return refused(Request(scope), status, error.code, headers=extra, **error.facts)


def _may_answer_itself(scope: Scope, error: AccessError) -> bool:
    """Whether a page of the form says what is missing: what was written in it is not lost."""
    if scope["path"] not in PAGES:
        return False
    return error.code == "role_missing" or (error.code, scope["method"]) == (
        "sign_in_first",
        "POST",
    )


def _leads_to_sign_in(scope: Scope, error: IntegritetskollError) -> bool:
    """Whether a browser asks for a page of the form; one that sends a form keeps it."""
    page = scope["method"] in {"GET", "HEAD"} and not scope["path"].startswith("/api/")
    accepts = Headers(scope=scope).get("accept", "")
    return page and error.code == "sign_in_first" and "text/html" in accepts
