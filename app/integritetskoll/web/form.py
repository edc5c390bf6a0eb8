"""The form at `/`: a draft in, the same page with its answer out. Nothing is kept between them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from integritetskoll.checker import Checker
from integritetskoll.errors import (
    AccessError,
    DraftError,
    IntegritetskollError,
    LimitError,
    TooLargeError,
    UnavailableError,
)
from integritetskoll.report.model import Redaction
from integritetskoll.report.wording import Language
from integritetskoll.web.fields import Fields, read_fields
from integritetskoll.web.pages import Page, form_page

router = APIRouter(include_in_schema=False)

TOO_LARGE = 413
STATUS = {"wrong_form": 415, "sign_in_first": 401, "blocked_too_often": 429}
SIGNED_OUT = "integritetskoll.signed_out"


@router.get("/")
def show(request: Request, lang: str = "sv") -> HTMLResponse:
    """Show the empty form."""
    return form_page(_page(request, "en" if lang == "en" else "sv"), Fields())


@router.post("/")
async def check(request: Request) -> HTMLResponse:
    """Check what stands in the form and show it again with the answer."""
    fields, language = Fields(), _asked(request)
    try:
        fields, language = await read_fields(request)
        _must_be_signed_in(request)
        done = await run_in_threadpool(_check, request, fields, language)
    except HTTPException as error:
        if error.status_code != TOO_LARGE:
            raise
        page = _page(request, language)
        message = page.error("text_too_long", limit=page.max_text)
        return form_page(page, fields, error=message, status=TOO_LARGE)
    except (AccessError, DraftError, LimitError, UnavailableError) as error:
        page = _page(request, language)
        message = page.error(error.code, **error.facts)
        return form_page(page, fields, error=message, status=_status(error))
    return form_page(_page(request, language), fields, done=done)


def _check(request: Request, fields: Fields, language: Language) -> Redaction:
    checker: Checker | None = request.app.state.checker
    if checker is None:
        raise UnavailableError("register_missing")
    draft = fields.draft(school=request.app.state.settings.school)
    return checker.redact(draft, wording=language)


def _must_be_signed_in(request: Request) -> None:
    if request.scope.get(SIGNED_OUT):
        raise AccessError("sign_in_first")


def _asked(request: Request) -> Language:
    return "en" if request.query_params.get("lang") == "en" else "sv"


def _page(request: Request, language: Language) -> Page:
    state = request.app.state
    return Page(language, state.policy, state.settings.max_text)


def _status(error: IntegritetskollError) -> int:
    if isinstance(error, TooLargeError):
        return TOO_LARGE
    return STATUS.get(error.code, 422 if isinstance(error, DraftError) else 503)
