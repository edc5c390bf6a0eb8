"""Whether the service lives, can answer, and how much it has been asked."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse

from integritetskoll.api.examples import FOREIGN, SIGNED_OUT, UNAVAILABLE
from integritetskoll.api.models import State
from integritetskoll.api.routes import can_check

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
    await run_in_threadpool(can_check, request)
    return JSONResponse({"status": "ready"})


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    responses={401: SIGNED_OUT, 403: FOREIGN},
    summary="Counts of requests",
)
async def metrics(request: Request) -> PlainTextResponse:
    """Return counts by method, route and status in Prometheus' text format.

    They are of one process, and no verdict is a label. Where there are keys, an admin's is needed.
    """
    return PlainTextResponse(request.app.state.counts.exposition())
