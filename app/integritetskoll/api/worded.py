"""Routes whose errors are worded in the form of a protocol that is not ours."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from integritetskoll.api.problems import language_of, status_of
from integritetskoll.errors import IntegritetskollError
from integritetskoll.report.wording import Wording, wording

INTERNAL, TOO_LARGE = 500, 413
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class WordedRoute(APIRoute):
    """A route that answers an error by `worded`; a protocol writes that, and may set statuses."""

    def worded(self, request: Request, status: int, code: str, **facts: Any) -> Response:
        """Return the answer to an error with this code of ours."""
        raise NotImplementedError

    def status(self, error: IntegritetskollError) -> int:
        """Return the HTTP status of one of our errors."""
        return status_of(error)

    def get_route_handler(self) -> Handler:
        """Return the handler with the errors worded."""
        handle = super().get_route_handler()

        async def handle_worded(request: Request) -> Response:
            try:
                return await handle(request)
            except HTTPException as error:
                code = "body_too_large" if error.status_code == TOO_LARGE else "bad_request"
                return self.worded(request, error.status_code, code)
            except IntegritetskollError as error:
                return self.worded(request, self.status(error), error.code, **error.facts)

        return handle_worded


def in_words(request: Request, status: int, code: str, **facts: Any) -> PlainTextResponse:
    """Return an error as one plain sentence."""
    words = wording(language_of(request))
    sentence = sentence_of(words, status, code, **facts)
    return PlainTextResponse(words.text("cli", "error", message=sentence), status)


def in_json(request: Request, status: int, code: str, **facts: Any) -> JSONResponse:
    """Return an error as Presidio's services do."""
    return JSONResponse(
        {"error": sentence_of(wording(language_of(request)), status, code, **facts)}, status
    )


def sentence_of(words: Wording, status: int, code: str, **facts: Any) -> str:
    """Return the sentence of an error; what went wrong inside us says no more than that."""
    return words.text("errors", "internal" if status == INTERNAL else code, **facts)
