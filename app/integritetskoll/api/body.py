"""Read a JSON body strictly: media type, UTF-8 and JSON are each refused with their own code."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from integritetskoll.api.problems import BadRequestError

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class JsonRoute(APIRoute):
    """A route whose body, where it takes one, is read by `read_json` before anything else."""

    def get_route_handler(self) -> Handler:
        """Return the handler with the strict reading in front."""
        handle = super().get_route_handler()
        if self.body_field is None:
            return handle

        async def read_and_handle(request: Request) -> Response:
            await read_json(request)
            return await handle(request)

        return read_and_handle


async def read_json(request: Request) -> None:
    """Parse the body and leave it with the request, where the framework looks for it.

    Raises BadRequestError: 415 `wrong_media_type`, 422 `invalid_utf8` or `invalid_json`.
    """
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type != "application/json":
        raise BadRequestError(415, "wrong_media_type")
    raw = await request.body()
    try:
        parsed = json.loads(raw.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise BadRequestError(422, "invalid_utf8") from None
    except (ValueError, RecursionError):
        raise BadRequestError(422, "invalid_json") from None
    request._json = parsed  # noqa: SLF001 - where Request.json() keeps what it parsed
    if isinstance(parsed, dict):
        request.scope["integritetskoll.wording"] = parsed.get("wording")
