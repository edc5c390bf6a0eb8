"""The form at `/`: a draft in, the same page with its answer out. Nothing is kept between them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError
from integritetskoll.images.clean.verified import Cleaned
from integritetskoll.report.model import Redaction
from integritetskoll.report.wording import Language
from integritetskoll.uploads import is_upload
from integritetskoll.web.downloads import downloads
from integritetskoll.web.drafts import checker_of
from integritetskoll.web.fields import Fields, read_fields
from integritetskoll.web.pages import Page, form_page, page_of
from integritetskoll.web.refusals import (
    CONFLICT,
    REFUSALS,
    TOO_LARGE,
    must_be_admitted,
    status_of,
)
from integritetskoll.web.sentences import language_of

router = APIRouter(include_in_schema=False)


@router.get("/")
def show(request: Request, lang: str = "sv") -> HTMLResponse:
    """Show the empty form."""
    return form_page(page_of(request, language_of(lang)), Fields())


@router.post("/")
async def check(request: Request) -> HTMLResponse:
    """Check what stands in the form and show it again with the answer."""
    fields, language = Fields(), _asked(request)
    try:
        fields, language = await read_fields(request)
        must_be_admitted(request)
        done = await run_in_threadpool(_check, request, fields, language)
    except HTTPException as error:
        if error.status_code != TOO_LARGE:
            raise
        page = page_of(request, language)
        message = page.error(
            "body_too_large" if is_upload(request) else "text_too_long", limit=page.max_text
        )
        return form_page(page, fields, error=message, status=TOO_LARGE)
    except REFUSALS as error:
        page = page_of(request, language)
        return form_page(page, fields, error=page.refusal(error), status=status_of(error))
    return form_page(page_of(request, language), fields, done=done)


@router.post("/clean")
async def clean(request: Request) -> Response:
    """Hand back clean copies of the pictures in the form: the picture, or several in an archive.

    A script that asks for JSON gets errors as such; its page stands already.
    """
    fields, language = Fields(), _asked(request)
    try:
        fields, language = await read_fields(request)
        must_be_admitted(request)
        return await run_in_threadpool(_clean, request, fields, language)
    except HTTPException as error:
        if error.status_code != TOO_LARGE:
            raise
        page = page_of(request, language)
        return _refused(request, page, fields, page.error("body_too_large"), TOO_LARGE)
    except REFUSALS as error:
        page = page_of(request, language)
        return _refused(request, page, fields, page.refusal(error), status_of(error))


def _clean(request: Request, fields: Fields, language: Language) -> Response:
    """Clean every picture, unless one of them or the draft as a whole is stopped."""
    checker = checker_of(request)
    draft = fields.draft(school=request.app.state.settings.school)
    if not draft.images:
        raise DraftError("no_files")
    report = checker.check(draft, wording=language)
    copies: list[Cleaned] = []
    for image in draft.images if report.verdict != Verdict.BLOCKED else ():
        done = checker.clean(image, draft.context, wording=language)
        if done.cleaned is None:
            report = done.report
            break
        copies.append(done.cleaned)
    if report.verdict != Verdict.BLOCKED:
        return downloads(copies)
    if _is_script(request):
        return JSONResponse({"detail": report.summary}, CONFLICT)
    page = page_of(request, language)
    return form_page(page, fields, done=Redaction(report, None), status=CONFLICT)


def _refused(request: Request, page: Page, fields: Fields, message: str, status: int) -> Response:
    if _is_script(request):
        return JSONResponse({"detail": message}, status)
    return form_page(page, fields, error=message, status=status)


def _is_script(request: Request) -> bool:
    return request.headers.get("accept", "") == "application/json"


def _check(request: Request, fields: Fields, language: Language) -> Redaction:
    draft = fields.draft(school=request.app.state.settings.school)
    return checker_of(request).redact(draft, wording=language)


def _asked(request: Request) -> Language:
    return language_of(request.query_params.get("lang"))
