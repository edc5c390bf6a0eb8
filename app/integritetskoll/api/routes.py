"""The calls of the own API: check a text, redact it, and what the policy knows."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends
from starlette.requests import Request
from starlette.responses import JSONResponse

from integritetskoll.api.body import JsonRoute
from integritetskoll.api.examples import BLOCKED, FOREIGN, INVALID, REFUSALS, REPORT, REQUESTS, ok
from integritetskoll.api.explanations import ExplanationsOut, explanations_out
from integritetskoll.api.labels import policy_out
from integritetskoll.api.models import CheckRequest, PolicyOut, Redaction, Report
from integritetskoll.checker import Checker
from integritetskoll.errors import UnavailableError
from integritetskoll.report.json import to_dict
from integritetskoll.report.wording import Language

router = APIRouter(prefix="/api/v1", route_class=JsonRoute)


def checker_of(request: Request) -> Checker:
    """Return the checker; raises UnavailableError where no safe answer is possible."""
    checker: Checker | None = request.app.state.checker
    if checker is None:
        raise UnavailableError("register_missing")
    return checker


def can_check(request: Request) -> None:
    """Raise UnavailableError where no safe answer is possible now."""
    register = checker_of(request).stops.register
    if register:
        register.current()


TheChecker = Annotated[Checker, Depends(checker_of)]
TheBody = Annotated[CheckRequest, Body(openapi_examples=REQUESTS)]


# The answers are ready-made dicts: `response_model` describes them and a test holds them to it,
# so that no answer is validated a second time while somebody waits.


@router.post(
    "/check/text",
    tags=["check"],
    response_model=Report,
    responses={200: ok(REPORT, blocked=BLOCKED), **REFUSALS},
    summary="Check a text",
)
def check_text(request: Request, body: TheBody, checker: TheChecker) -> JSONResponse:
    """Say what in the text tells too much about a person, why, and what to change."""
    draft = body.draft(school=request.app.state.settings.school)
    return JSONResponse(to_dict(checker.check(draft, wording=body.language)))


@router.post(
    "/redact/text",
    tags=["check"],
    response_model=Redaction,
    responses={
        200: ok(
            {"report": REPORT, "text": "[elev A] i [klass] vann skolans stafett!"},
            blocked={"report": BLOCKED, "text": None},
        ),
        **REFUSALS,
    },
    summary="Check a text and replace what was found",
)
def redact_text(request: Request, body: TheBody, checker: TheChecker) -> JSONResponse:
    """Return the Report and the text with placeholders; the same person gets the same one."""
    draft = body.draft(school=request.app.state.settings.school)
    done = checker.redact(draft, wording=body.language)
    answer: dict[str, Any] = {"report": to_dict(done.report), "text": done.text}
    return JSONResponse(answer)


@router.get(
    "/policy",
    tags=["policy"],
    response_model=PolicyOut,
    responses={403: FOREIGN, 422: INVALID},
    summary="What may stand in a context",
)
def policy(request: Request, wording: Language = "sv") -> JSONResponse:
    """Return destinations, document types, purposes, audiences and questions with labels."""
    state = request.app.state
    return JSONResponse(
        policy_out(state.policy, language=wording, max_text=state.settings.max_text)
    )


@router.get(
    "/explanations",
    tags=["policy"],
    response_model=ExplanationsOut,
    responses={403: FOREIGN, 422: INVALID},
    summary="What stands behind a finding",
)
def explanations(wording: Language = "sv") -> JSONResponse:
    """Return for each entity and reason code: recognizer, why its score, and the legal grounds."""
    return JSONResponse(explanations_out(wording))
