"""The calls of the own API that take picture files: check them, and clean one."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from integritetskoll.api.examples import BLOCKED, IMAGE_REPORT, REFUSALS, ok, refusal
from integritetskoll.api.models import ContextIn, IgnoredIn, Report
from integritetskoll.api.problems import BadRequestError
from integritetskoll.api.routes import TheChecker
from integritetskoll.domain.draft import Draft, Ignored
from integritetskoll.errors import DraftError
from integritetskoll.report.json import to_dict
from integritetskoll.report.wording import LANGUAGES, Language
from integritetskoll.uploads import Upload, is_upload, read_upload

router = APIRouter(prefix="/api/v1")
MOST_NAMES = 3_000
"""Characters of the header that tells what was removed."""
ENDINGS = {"image/jpeg": "jpg", "image/tiff": "tif", "image/heif": "heic"}
_FILE = {"type": "string", "format": "binary"}
_CONTEXT = {"type": "string", "description": "The context as JSON, as in check/text."}
_WORDING = {"type": "string", "enum": list(LANGUAGES)}


def _body(**properties: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {**properties, "context": _CONTEXT}}
    content = {"multipart/form-data": {"schema": schema}}
    return {"requestBody": {"required": True, "content": content}}


Model = TypeVar("Model", ContextIn, IgnoredIn)
_FILES = {"type": "array", "items": _FILE}


@router.post(
    "/check/images",
    tags=["check"],
    response_model=Report,
    responses={200: ok(IMAGE_REPORT, blocked=BLOCKED), **REFUSALS},
    openapi_extra=_body(files=_FILES, wording=_WORDING),
    summary="Check picture files",
)
async def check_images(request: Request, checker: TheChecker) -> JSONResponse:
    """Say what the files tell about persons beside what they show."""
    upload = await _upload(request)
    if not upload.images:
        raise DraftError("no_files")
    draft = _draft(request, upload, text="")
    report = await run_in_threadpool(checker.check, draft, wording=_language(upload))
    return JSONResponse(to_dict(report))


@router.post(
    "/check/draft",
    tags=["check"],
    response_model=Report,
    responses={200: ok(IMAGE_REPORT, blocked=BLOCKED), **REFUSALS},
    openapi_extra=_body(text={"type": "string"}, files=_FILES, wording=_WORDING),
    summary="Check a text with its picture files",
)
async def check_draft(request: Request, checker: TheChecker) -> JSONResponse:
    """Judge text and pictures as one draft: one Report, one verdict."""
    upload = await _upload(request)
    draft = _draft(request, upload, text=upload.fields.get("text", ""))
    report = await run_in_threadpool(checker.check, draft, wording=_language(upload))
    return JSONResponse(to_dict(report))


@router.post(
    "/clean/image",
    tags=["check"],
    response_class=Response,
    responses={
        200: {
            "description": "The clean copy. `Integritetskoll-Removed` names what went.",
            "content": {"image/*": {"schema": _FILE}},
        },
        **REFUSALS,
        409: refusal(
            "The picture is blocked", 409, "Conflict", "blocked",
            "Stoppat. Det här får inte publiceras eller skickas.",
        ),
    },
    openapi_extra=_body(file=_FILE, wording=_WORDING),
    summary="Get a clean copy of a picture file",
)  # fmt: skip
async def clean_image(request: Request, checker: TheChecker) -> Response:
    """Return the same pixels without what the file tells; refuse where that is not sure."""
    upload = await _upload(request)
    if len(upload.images) != 1:
        raise DraftError("no_files")
    draft = _draft(request, upload, text="")
    done = await run_in_threadpool(
        checker.clean, draft.images[0], draft.context, wording=_language(upload)
    )
    if done.cleaned is None:
        raise BadRequestError(409, "blocked")
    ending = ENDINGS.get(done.cleaned.media_type, done.cleaned.media_type.rpartition("/")[2])
    headers = {
        "content-disposition": f'attachment; filename="bild-ren.{ending}"',
        "integritetskoll-removed": _names(done.cleaned.removed),
    }
    return Response(done.cleaned.data, media_type=done.cleaned.media_type, headers=headers)


def _names(removed: tuple[str, ...]) -> str:
    """Return the names of the fields that went, never their values, as a header can hold them."""
    plain = (name.encode("ascii", "replace").decode() for name in removed)
    return ", ".join(n for n in plain if n.isprintable() and "," not in n)[:MOST_NAMES]


async def _upload(request: Request) -> Upload:
    if not is_upload(request):
        raise BadRequestError(415, "wrong_multipart")
    upload = await read_upload(request, request.app.state.settings)
    request.scope["integritetskoll.wording"] = upload.fields.get("wording")
    return upload


def _draft(request: Request, upload: Upload, *, text: str) -> Draft:
    context = _parsed(upload, "context", ContextIn) or ContextIn()
    ignored = _listed(upload, "ignored", IgnoredIn)
    return Draft(
        text,
        context.context(school=request.app.state.settings.school),
        tuple(Ignored(one.entity, one.text) for one in ignored),
        upload.images,
    )


def _parsed(upload: Upload, name: str, model: type[ContextIn]) -> ContextIn | None:
    value = _json(upload, name)
    return None if value is None else _validated(model, value, name)


def _listed(upload: Upload, name: str, model: type[IgnoredIn]) -> list[IgnoredIn]:
    values = _json(upload, name) or []
    if not isinstance(values, list):
        raise BadRequestError(422, "invalid_json")
    return [_validated(model, value, name) for value in values]


def _json(upload: Upload, name: str) -> Any:
    raw = upload.fields.get(name, "")
    if not raw.strip():
        return None
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise BadRequestError(422, "invalid_json") from None


def _validated(model: type[Model], value: Any, name: str) -> Model:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise RequestValidationError(
            [_placed(dict(found), name) for found in error.errors()]
        ) from None


def _language(upload: Upload) -> Language:
    return "en" if upload.fields.get("wording") == "en" else "sv"


def _placed(error: dict[str, Any], name: str) -> dict[str, Any]:
    return {**error, "loc": ("body", name, *error["loc"])}
