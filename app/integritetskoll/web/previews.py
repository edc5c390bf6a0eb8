"""Pictures that a browser can't show, decoded for the page: HEIC, TIFF. Nothing is kept."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from integritetskoll.errors import DraftError
from integritetskoll.uploads import read_upload
from integritetskoll.web.drafts import checker_of, refused
from integritetskoll.web.refusals import REFUSALS
from integritetskoll.web.sentences import language_of

router = APIRouter(include_in_schema=False)


@router.post("/preview")
async def preview(request: Request, lang: str = "sv") -> Response:
    """Return one picture as a small PNG, or why it can't be shown."""
    try:
        upload = await read_upload(request, request.app.state.settings)
        if len(upload.images) != 1:
            raise DraftError("no_files")
        shown = await run_in_threadpool(checker_of(request).preview, upload.images[0])
    except (HTTPException, *REFUSALS) as error:
        return refused(request, error, language_of(lang))
    return Response(shown, media_type="image/png")
