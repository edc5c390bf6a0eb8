"""Whether the service lives, can answer, and how much it has been asked."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse

from integritetskoll.api.examples import FOREIGN, UNAVAILABLE
from integritetskoll.api.models import State
from integritetskoll.api.routes import checker_of

router = APIRouter(tags=["health"])


@router.get("/healthz", response_model=State, summary="Does the process live?")
async def healthz() -> JSONResponse:
    """Answer 200 as long as the process does."""
    return JSONResponse({"status": "ok"})


@router.get(
    "/readyz",
    response_model=State,
    responses={503: UNAVAILABLE},
    summary="Can drafts be checked?",
)
async def readyz(request: Request) -> JSONResponse:
    """Answer 200 when checks can be made, 503 when a safe answer is not possible now."""
    checker_of(request)
    return JSONResponse({"status": "ready"})


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    responses={403: FOREIGN},
    summary="Counts of requests",
)
async def metrics(request: Request) -> PlainTextResponse:
    """Return counts by method, route and status in Prometheus' text format.

    They are of one process, and no verdict is a label.
    """
    return PlainTextResponse(request.app.state.counts.exposition())
