"""Sign in to the form with a key, once: the cookie holds a session, never the key."""

from __future__ import annotations

from urllib.parse import parse_qs

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from integritetskoll.access.desk import Desk
from integritetskoll.access.sessions import SECONDS
from integritetskoll.errors import AccessError, LimitError, StorageError
from integritetskoll.report.wording import Language, wording
from integritetskoll.web.pages import render
from integritetskoll.web.sentences import language_of

router = APIRouter(include_in_schema=False)
COOKIE = "integritetskoll_session"
LONGEST = 500


WAYS_BACK = ("/review", "/help")
"""Pages beside the form that a sign-in may lead to; an address is never taken as given."""


@router.get("/sign-in")
def show(request: Request, lang: str = "sv") -> HTMLResponse:
    """Show where to put the key."""
    return _page(language_of(lang), _way_back(request.query_params.get("next")))


@router.post("/sign-in")
async def sign_in(request: Request) -> Response:
    """Begin a session with the key of the form."""
    language = language_of(request.query_params.get("lang"))
    fields = parse_qs((await request.body())[:LONGEST].decode("ascii", "replace"))
    desk: Desk = request.app.state.desk
    back = _way_back(fields.get("next", [""])[0])
    try:
        desk.for_keys.hit("sign-in", _address(request))
        token = await run_in_threadpool(desk.sign_in, fields.get("key", [""])[0].strip())
    except AccessError as error:
        return _page(language, back, error.code, 401)
    except LimitError as error:
        return _page(language, back, error.code, 429)
    except StorageError:
        return _page(language, back, "unavailable", 503)
    answer = RedirectResponse(f"{back}?lang=en" if language == "en" else back, 303)
    answer.set_cookie(
        COOKIE, token, max_age=SECONDS, path="/", secure=_over_tls(request), httponly=True,
        samesite="strict",
    )  # fmt: skip
    return answer


@router.post("/sign-out")
async def sign_out(request: Request) -> Response:
    """End the session."""
    token = request.cookies.get(COOKIE)
    if token:
        await run_in_threadpool(request.app.state.desk.sign_out, token)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return answer


def _way_back(asked: str | None) -> str:
    return next((path for path in WAYS_BACK if path == asked), "/")


def _page(
    language: Language, back: str, error: str | None = None, status: int = 200
) -> HTMLResponse:
    words = wording(language)
    message = words.text("errors", error, seconds=60) if error else None
    return render(
        "sign_in.html", language=language, back=back, say=lambda code: words.text("web", code),
        error=message, status=status,
    )  # fmt: skip


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _over_tls(request: Request) -> bool:
    if request.app.state.desk.trusts(_address(request)):
        return request.headers.get("x-forwarded-proto", "").lower() == "https"
    return request.url.scheme == "https"
