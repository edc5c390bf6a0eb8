"""Pictures that a browser can't show, decoded for the page: HEIC, TIFF. Nothing is kept."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from integritetskoll.checker import Checker
from integritetskoll.errors import DraftError, UnavailableError
from integritetskoll.uploads import read_upload
from integritetskoll.web.pages import page_of
from integritetskoll.web.refusals import REFUSALS, TOO_LARGE, status_of
from integritetskoll.web.sentences import language_of

router = APIRouter(include_in_schema=False)


@router.post("/preview")
async def preview(request: Request, lang: str = "sv") -> Response:
    """Return one picture as a small PNG, or why it can't be shown."""
    page = page_of(request, language_of(lang))
    try:
        upload = await read_upload(request, request.app.state.settings)
        if len(upload.images) != 1:
            raise DraftError("no_files")
        shown = await run_in_threadpool(_checker(request).preview, upload.images[0])
    except HTTPException as error:
        if error.status_code != TOO_LARGE:
            raise
        return JSONResponse({"detail": page.error("body_too_large")}, TOO_LARGE)
    except REFUSALS as error:
        return JSONResponse({"detail": page.error(error.code, **error.facts)}, status_of(error))
    return Response(shown, media_type="image/png")


def _checker(request: Request) -> Checker:
    checker: Checker | None = request.app.state.checker
    if checker is None:
        raise UnavailableError("register_missing")
    return checker
