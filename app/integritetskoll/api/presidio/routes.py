"""The calls of Presidio's protocol. Errors are `{"error": …}`, and a caller's mistakes are 4xx."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from integritetskoll.api.presidio.anonymize import OPERATORS, anonymized
from integritetskoll.api.presidio.models import (
    ASKING,
    CHECKING,
    REFUSED,
    UNAVAILABLE,
    AnalyzeAnswer,
    AnonymizeAnswer,
    body,
)
from integritetskoll.api.presidio.requests import MOST_TEXTS, AnalyzeRequest, AnonymizeRequest, read
from integritetskoll.api.presidio.results import BLOCK, entities, recognizers, rows
from integritetskoll.api.problems import BadRequestError, language_of
from integritetskoll.api.routes import can_check, checker_of
from integritetskoll.api.worded import WordedRoute, in_json
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import TooLargeError
from integritetskoll.report.model import Report


class ErrorRoute(WordedRoute):
    """A route whose errors are in Presidio's form."""

    def worded(self, request: Request, status: int, code: str, **facts: Any) -> Response:
        """Return the error as Presidio's clients read it."""
        return in_json(request, status, code, **facts)


ANALYZE = {"text": "Ring Elsa på 070-174 06 05.", "language": "sv"}
ANONYMIZE = {
    "text": "Ring Elsa.",
    "analyzer_results": [{"start": 5, "end": 9, "score": 0.9, "entity_type": "PERSON"}],
}
LANGUAGE = {
    "parameters": [
        {
            "name": "language", "in": "query", "required": False,
            "description": "Passed over: the answer is the same for all.",
            "schema": {"type": "string"},
        }
    ]
}  # fmt: skip
router = APIRouter(tags=["presidio"], route_class=ErrorRoute)


@router.post(
    "/analyze",
    response_model=AnalyzeAnswer,
    responses=CHECKING,
    openapi_extra=body(AnalyzeRequest, ANALYZE),
    summary="Find entities",
)
async def analyze(request: Request) -> JSONResponse:
    """Return the entities of a text, or of each of a list of texts."""
    asked = await read(request, AnalyzeRequest)
    done = await run_in_threadpool(_analyze, request, asked)
    return JSONResponse(done if isinstance(asked.text, list) else done[0])


def _analyze(request: Request, asked: AnalyzeRequest) -> list[Any]:
    checker = checker_of(request)
    if not asked.text:
        raise BadRequestError(400, "presidio_field", field="text")
    if len(asked.texts) > MOST_TEXTS or sum(map(len, asked.texts)) > checker.max_text:
        raise TooLargeError("text_too_long", limit=checker.max_text)
    return [rows(_checked(request, checker, text), text, asked) for text in asked.texts]


def _checked(request: Request, checker: Checker, text: str) -> Report | None:
    if not text.strip():
        return None
    context = Context(school=request.app.state.settings.school)
    return checker.check(Draft(text, context), wording=language_of(request))


@router.post(
    "/anonymize",
    response_model=AnonymizeAnswer,
    responses={**CHECKING, 409: REFUSED},
    openapi_extra=body(AnonymizeRequest, ANONYMIZE),
    summary="Replace what was found",
)
async def anonymize(request: Request) -> Response:
    """Replace what was found; a text that is blocked is not given back in any form."""
    asked = await read(request, AnonymizeRequest)
    done = await run_in_threadpool(_anonymize, request, asked)
    return Response(done, media_type="application/json")


def _anonymize(request: Request, asked: AnonymizeRequest) -> str:
    report = _checked(request, checker_of(request), asked.text)
    done = anonymized(asked)
    blocked = report is not None and report.verdict == Verdict.BLOCKED
    if blocked or any(one.entity_type == BLOCK for one in asked.analyzer_results):
        raise BadRequestError(409, "presidio_blocked")
    return done


@router.get(
    "/supportedentities",
    response_model=list[str],
    responses=ASKING,
    openapi_extra=LANGUAGE,
    summary="The entities there are",
)
def supported_entities() -> JSONResponse:
    """Return what can be found."""
    return JSONResponse(entities())


@router.get(
    "/recognizers",
    response_model=list[str],
    responses=ASKING,
    openapi_extra=LANGUAGE,
    summary="The recognizers there are",
)
def names_of_recognizers() -> JSONResponse:
    """Return the names of the recognizers."""
    return JSONResponse(recognizers())


@router.get(
    "/anonymizers", response_model=list[str], responses=ASKING, summary="The operators there are"
)
def operators() -> JSONResponse:
    """Return the operators that `/anonymize` takes."""
    return JSONResponse(list(OPERATORS))


@router.get(
    "/health",
    response_class=PlainTextResponse,
    responses={403: ASKING[403], 503: UNAVAILABLE},
    summary="Can texts be analyzed?",
)
def health(request: Request) -> PlainTextResponse:
    """Answer 200 where checks can be made, 503 where not."""
    can_check(request)
    return PlainTextResponse("Integritetskoll service is up")
