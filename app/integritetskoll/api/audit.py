"""What a reviewer may see of a block: when it was and by which key, not why."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import JSONResponse

from integritetskoll.api.examples import FORBIDDEN, INVALID, SIGNED_OUT, UNAVAILABLE, ok

router = APIRouter(prefix="/api/v1/audit", tags=["audit"])
EXAMPLE = {
    "reference": "77d5a3c0",
    "blocks": [{"at": "2026-03-02T09:14:51+00:00", "who": "9b1c03de", "door": "form"}],
}


class BlockOut(BaseModel):
    """A block: when, by which key, at which door."""

    at: str
    who: str
    door: str


class BlocksOut(BaseModel):
    """The blocks with a reference."""

    reference: str
    blocks: list[BlockOut]


@router.get(
    "/blocks/{reference}",
    response_model=BlocksOut,
    responses={
        200: ok(EXAMPLE),
        401: SIGNED_OUT,
        403: FORBIDDEN,
        422: INVALID,
        503: UNAVAILABLE,
    },
    summary="When was a block, and by which key?",
)
def block(
    request: Request, reference: Annotated[str, Path(pattern=r"^[0-9a-f]{8}$")]
) -> JSONResponse:
    """Return time, key and door of the blocks with this reference; an empty list for none."""
    events = request.app.state.trail.show(reference=reference)
    shown = [
        {"at": one.at, "who": one.who, "door": one.door}
        for one in events
        if one.event in {"blocked", "paused"}
    ]
    return JSONResponse({"reference": reference, "blocks": shown})
