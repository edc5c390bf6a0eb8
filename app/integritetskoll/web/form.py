"""The form at `/`: a draft in, the same page with its answer out. Nothing is kept between them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from integritetskoll.checker import Checker
from integritetskoll.errors import (
    AccessError,
    DraftError,
    IntegritetskollError,
    LimitError,
    TooLargeError,
    UnavailableError,
)
from integritetskoll.images.clean.verified import Cleaned
from integritetskoll.report.model import Redaction
from integritetskoll.report.wording import Language
from integritetskoll.uploads import is_upload
from integritetskoll.web.downloads import downloads
from integritetskoll.web.fields import Fields, read_fields
from integritetskoll.web.pages import Page, form_page

router = APIRouter(include_in_schema=False)

TOO_LARGE, CONFLICT = 413, 409
STATUS = {
    "wrong_form": 415,
    "wrong_multipart": 415,
    "sign_in_first": 401,
    "blocked_too_often": 429,
}
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
        message = page.error(
            "body_too_large" if is_upload(request) else "text_too_long", limit=page.max_text
        )
        return form_page(page, fields, error=message, status=TOO_LARGE)
    except (AccessError, DraftError, LimitError, UnavailableError) as error:
        page = _page(request, language)
        message = page.error(error.code, **error.facts)
        return form_page(page, fields, error=message, status=_status(error))
    return form_page(_page(request, language), fields, done=done)


@router.post("/clean")
async def clean(request: Request) -> Response:
    """Hand back clean copies of the pictures in the form: the picture, or several in an archive."""
    fields, language = Fields(), _asked(request)
    try:
        fields, language = await read_fields(request)
        return await run_in_threadpool(_clean, request, fields, language)
    except HTTPException as error:
        if error.status_code != TOO_LARGE:
            raise
        page = _page(request, language)
        return form_page(page, fields, error=page.error("body_too_large"), status=TOO_LARGE)
    except (DraftError, UnavailableError) as error:
        page = _page(request, language)
        message = page.error(error.code, **error.facts)
        return form_page(page, fields, error=message, status=_status(error))


def _clean(request: Request, fields: Fields, language: Language) -> Response:
    checker = _checker(request)
    draft = fields.draft(school=request.app.state.settings.school)
    if not draft.images:
        raise DraftError("no_files")
    copies: list[Cleaned] = []
    for image in draft.images:
        done = checker.clean(image, draft.context, wording=language)
        if done.cleaned is None:
            page = _page(request, language)
            return form_page(page, fields, done=Redaction(done.report, None), status=CONFLICT)
        copies.append(done.cleaned)
    return downloads(copies)


def _checker(request: Request) -> Checker:
    checker: Checker | None = request.app.state.checker
    if checker is None:
        raise UnavailableError("register_missing")
    return checker


def _check(request: Request, fields: Fields, language: Language) -> Redaction:
    draft = fields.draft(school=request.app.state.settings.school)
    return _checker(request).redact(draft, wording=language)


def _must_be_signed_in(request: Request) -> None:
    if request.scope.get(SIGNED_OUT):
        raise AccessError("sign_in_first")


def _asked(request: Request) -> Language:
    return "en" if request.query_params.get("lang") == "en" else "sv"


def _page(request: Request, language: Language) -> Page:
    state = request.app.state
    return Page(language, state.policy, state.settings.max_text, state.settings.max_file)


def _status(error: IntegritetskollError) -> int:
    if isinstance(error, TooLargeError):
        return TOO_LARGE
    return STATUS.get(error.code, 422 if isinstance(error, DraftError) else 503)
