"""Drafts with pictures, for the page: a picture is sent once, and what was read of it comes back.

The page holds that, and sends it along with every change of the text. The service keeps neither.
"""

from __future__ import annotations

import dataclasses

from fastapi import APIRouter
from pydantic import TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Draft, Image
from integritetskoll.errors import DraftError, ImageError, TooLargeError, UnavailableError
from integritetskoll.images.field import Reading
from integritetskoll.images.held import held, restored
from integritetskoll.report.json import to_dict
from integritetskoll.report.model import Report
from integritetskoll.report.wording import Language
from integritetskoll.uploads import is_upload, read_upload
from integritetskoll.web.pages import page_of
from integritetskoll.web.refusals import REFUSALS, TOO_LARGE, status_of
from integritetskoll.web.sentences import language_of

router = APIRouter(include_in_schema=False)
DRAFT = TypeAdapter(Draft)


@router.post("/reading")
async def read(request: Request, lang: str = "sv") -> JSONResponse:
    """Return what was read of one picture, for the page to hold, or why nothing was.

    `{"reading": text, "detail": sentence or null}`
    """
    language = language_of(lang)
    try:
        image = await _file(request)
        found = await run_in_threadpool(_read, checker_of(request), image)
    except (HTTPException, *REFUSALS) as error:
        return refused(request, error, language)
    said = None
    if isinstance(found, ImageError):
        said = page_of(request, language).error(found.code)
    return JSONResponse({"reading": held(found), "detail": said})


@router.post("/draft")
async def check(request: Request, lang: str = "sv") -> JSONResponse:
    """Check a draft whose pictures are what was read of them; return the Report of the whole.

    One file, JSON with the names of a Draft; the `data` of an image is its held reading.
    """
    try:
        sent = await _file(request)
        report = await run_in_threadpool(_checked, request, sent.data, language_of(lang))
    except (HTTPException, *REFUSALS) as error:
        return refused(request, error, language_of(lang))
    return JSONResponse(to_dict(report))


def checker_of(request: Request) -> Checker:
    """Return the checker; raises UnavailableError where no safe answer can be given now."""
    checker: Checker | None = request.app.state.checker
    if checker is None:
        raise UnavailableError("register_missing")
    return checker


def refused(request: Request, error: Exception, language: Language) -> JSONResponse:
    """Return why a script gets no answer; raises an HTTP error that is not its own to word."""
    page = page_of(request, language)
    if isinstance(error, REFUSALS):
        return JSONResponse({"detail": page.error(error.code, **error.facts)}, status_of(error))
    if not isinstance(error, HTTPException) or error.status_code != TOO_LARGE:
        raise error
    return JSONResponse({"detail": page.error("body_too_large")}, TOO_LARGE)


async def _file(request: Request) -> Image:
    """Return the one file of an upload, under the name that a field may give it."""
    if not is_upload(request):
        raise DraftError("wrong_multipart")
    upload = await read_upload(request, request.app.state.settings)
    if len(upload.images) != 1:
        raise DraftError("no_files")
    return Image(upload.fields.get("name", upload.images[0].name), upload.images[0].data)


def _read(checker: Checker, image: Image) -> Reading | ImageError:
    try:
        return checker.reading(image)
    except TooLargeError:
        raise
    except ImageError as error:
        return error


def _checked(request: Request, raw: bytes, language: Language) -> Report:
    try:
        draft = DRAFT.validate_json(raw)
    except ValidationError:
        raise DraftError("wrong_form") from None
    school = draft.context.school or request.app.state.settings.school
    context = dataclasses.replace(draft.context, school=school)
    checker = _holding(checker_of(request))
    return checker.check(dataclasses.replace(draft, context=context), wording=language)


def _holding(checker: Checker) -> Checker:
    """Return a checker to which pictures come as they were read, with the text seen in them."""
    look = (lambda _: None) if checker.look else None
    return dataclasses.replace(checker, read=restored, look=look, decode=lambda data, _: data)
