"""`POST /api/v1/review`: a file of assessments in, a report for each row out."""

from __future__ import annotations

import json
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse

from integritetskoll.api.examples import REFUSALS, REPORT, ok
from integritetskoll.api.limits import body_limit
from integritetskoll.api.models import CheckRequest, ContextIn, Message, Report
from integritetskoll.api.problems import BadRequestError
from integritetskoll.api.routes import checker_of
from integritetskoll.api.upload import read_upload
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Context
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError
from integritetskoll.report.wording import Language, wording
from integritetskoll.review.json import review_to_dict
from integritetskoll.review.rows import Columns, read_rows
from integritetskoll.review.run import review, whole

router = APIRouter(prefix="/api/v1")
DEFAULTS = {"destination": "unikum", "document_type": "written_assessment"}
FIELDS: dict[str, Any] = {
    "file": {"type": "string", "format": "binary", "description": "TXT, CSV, XLSX or DOCX."},
    "context": {"type": "string", "description": "A context as JSON, as in check/text."},
    "column": {"type": "string", "description": "The column of assessments: heading or number."},
    "label": {"type": "string", "description": "The column that says whom a row is about."},
    "wording": {"type": "string", "enum": list(get_args(Language))},
}
SCHEMA = {"type": "object", "required": ["file"], "properties": FIELDS}
BODY = {"required": True, "content": {"multipart/form-data": {"schema": SCHEMA}}}
EXAMPLE = {
    "verdict": "review",
    "summary": None,
    "advice": [],
    "rows": [
        {
            "row": 2,
            "part": "",
            "report": REPORT,
            "criteria": {
                "content": True, "verb": True, "level": False, "next_step": False,
                "preschool": False, "tied": False,
            },
            "error": None,
        }
    ],
    "classes": [{"entity": "VALUE_WORD", "code": "value_word", "count": 1}],
}  # fmt: skip


class CriteriaOut(BaseModel):
    """What ties an assessment to the criteria."""

    content: bool
    verb: bool
    level: bool
    next_step: bool
    preschool: bool
    tied: bool


class RowOut(BaseModel):
    """A row of the file with its report, or why it could not be checked."""

    row: int
    part: str
    report: Report | None
    criteria: CriteriaOut | None
    error: Message | None


class ClassOut(BaseModel):
    """How often a finding stands in the file."""

    entity: Entity
    code: str
    count: int


class ReviewOut(BaseModel):
    """A file of assessments, checked row by row. When the whole is blocked: no rows."""

    verdict: Verdict
    summary: str | None
    advice: list[str]
    rows: list[RowOut]
    classes: list[ClassOut]


@router.post(
    "/review",
    tags=["check"],
    response_model=ReviewOut,
    responses={200: ok(EXAMPLE), **REFUSALS},
    openapi_extra={"requestBody": BODY},
    summary="Review a file of assessments",
)
async def review_file(
    request: Request, checker: Annotated[Checker, Depends(checker_of)]
) -> JSONResponse:
    """Check each row of a file on its own; more than five blocked rows block the whole."""
    settings = request.app.state.settings
    form = await read_upload(request, limit=body_limit(settings.max_text))
    file = form.get("file")
    if not isinstance(file, UploadFile):
        await form.close()
        raise BadRequestError(422, "upload_missing")
    data, name = await file.read(), file.filename or ""
    await form.close()
    language = _language(request, form)
    context = _context(form, language, settings.school)
    columns = Columns(_text(form, "column"), _text(form, "label"))
    answer = await run_in_threadpool(_review, checker, data, name, columns, context, language)
    return JSONResponse(answer)


def _review(
    checker: Checker, data: bytes, name: str, columns: Columns, context: Context, language: Language
) -> dict[str, Any]:
    try:
        rows = read_rows(data, name, columns)
    except DraftError as error:
        # A file's name may be a pupil's: errors never repeat it.
        raise DraftError(error.code, **{**error.facts, "file": "file"}) from None
    done = whole("", review(checker, rows, context, wording=language))
    return review_to_dict(done, wording(language))


def _language(request: Request, form: FormData) -> Language:
    asked = _text(form, "wording") or "sv"
    request.scope["integritetskoll.wording"] = asked
    if asked not in get_args(Language):
        raise BadRequestError(422, "invalid_request")
    return "en" if asked == "en" else "sv"


def _context(form: FormData, language: Language, school: str | None) -> Context:
    try:
        given = ContextIn.model_validate(json.loads(_text(form, "context") or "{}"))
    except (ValueError, ValidationError, RecursionError):
        raise BadRequestError(422, "invalid_request") from None
    named = {key: value for key, value in given.model_dump().items() if value is not None}
    whole_context = ContextIn(**{**DEFAULTS, **named})
    request = CheckRequest(text="-", context=whole_context, wording=language)
    return request.draft(school=school).context


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""
