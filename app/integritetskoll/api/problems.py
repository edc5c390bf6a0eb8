"""Every error as `application/problem+json` (RFC 9457), worded, never repeating the input.

Pydantic's messages can hold what was sent, and so can the name of an unknown field: only our own
codes, our own field names and positions go out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse

from integritetskoll.errors import (
    AccessError,
    DraftError,
    ImageError,
    IntegritetskollError,
    LimitError,
    RegisterError,
    StorageError,
    TooLargeError,
    UnavailableError,
)
from integritetskoll.report.wording import LANGUAGES, Language, wording

MEDIA_TYPE = "application/problem+json"
INTERNAL = HTTPStatus.INTERNAL_SERVER_ERROR
UNAVAILABLE = HTTPStatus.SERVICE_UNAVAILABLE
STATES_OF_KEY = ("key_missing", "key_unreadable", "key_open_to_others", "key_in_data_folder")
"""Whose wording names a file of the installation: for the operator, not for a caller."""
STATUS_CODES = {
    400: "bad_request",
    403: "foreign_origin",
    404: "not_found",
    405: "method_not_allowed",
    413: "body_too_large",
    415: "wrong_media_type",
    503: "unavailable",
}
TITLES = {413: "Content Too Large", 422: "Unprocessable Content"}
"""The names of RFC 9110, which Python has from 3.13 on: the same answer on every Python."""
_STATUSES: tuple[tuple[type[IntegritetskollError], int], ...] = (
    (TooLargeError, 413),
    (DraftError, 422),
    (LimitError, 429),
    (UnavailableError, 503),
    (StorageError, 503),
)
_OF_THE_REGISTER = {"entry": 422, "key": 503}
FIELD_CODES = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
    "literal_error": "field_not_one_of",
    "string_too_long": "field_too_long",
    "string_unicode": "lone_surrogate",
}
FIELD_TYPES = {
    "string_type": "string",
    "bool_type": "boolean",
    "list_type": "list",
    "model_type": "object",
    "model_attributes_type": "object",
    "dict_type": "object",
}


class BadRequestError(IntegritetskollError):
    """A request that can't be read; `status` is its HTTP status."""

    def __init__(self, status: int, code: str, **facts: Any) -> None:
        super().__init__(code, **facts)
        self.status = status


class ProblemResponse(JSONResponse):
    """A JSON answer with the media type of problems."""

    media_type = MEDIA_TYPE


def problem(
    status: int,
    code: str,
    *,
    language: Language,
    errors: Sequence[Mapping[str, str]] | None = None,
    headers: Mapping[str, str] | None = None,
    **facts: Any,
) -> ProblemResponse:
    """Return the answer for an error by its code; `facts` fill the wording."""
    content: dict[str, Any] = {
        "type": f"/docs#{code}",
        "title": TITLES.get(status) or HTTPStatus(status).phrase,
        "status": status,
        "detail": wording(language).text("errors", code, **facts),
        "code": code,
    }
    if errors:
        content["errors"] = list(errors)
    return ProblemResponse(content, status, headers)


def status_of(error: IntegritetskollError) -> int:
    """Return the HTTP status of one of our errors."""
    match error:
        case BadRequestError():
            return error.status
        case AccessError():
            return 403 if error.code == "role_missing" else 401
        case RegisterError():
            return _OF_THE_REGISTER.get(error.code.partition("_")[0], 409)
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)


def language_of(request: Request) -> Language:
    """Return the language of an answer: the body's `wording`, else Accept-Language, else sv."""
    asked = request.scope.get("integritetskoll.wording")
    for language in LANGUAGES:
        if asked == language:
            return language
    return _preferred(request.headers.get("accept-language", ""))


def _preferred(header: str) -> Language:
    best: Language = "sv"
    weight = 0.0
    for part in header.lower().split(",")[:20]:
        name, _, quality = part.strip().partition(";q=")
        try:
            now = float(quality) if quality else 1.0
        except ValueError:
            continue
        for language in LANGUAGES:
            if name.split("-")[0] == language and now > weight:
                best, weight = language, now
    return best


def on_own_error(request: Request, error: Exception) -> ProblemResponse:
    """Answer one of our own errors."""
    if not isinstance(error, IntegritetskollError):
        raise error
    language = language_of(request)
    status = status_of(error)
    if status == INTERNAL:
        return problem(status, "internal", language=language)
    if isinstance(error, StorageError) or (status == UNAVAILABLE and error.code in STATES_OF_KEY):
        return problem(status, "unavailable", language=language)
    errors = None
    if isinstance(error, DraftError):
        detail = wording(language).text("errors", error.code, **error.facts)
        errors = [{"pointer": _pointer_of(error), "code": error.code, "detail": detail}]
    return problem(status, error.code, language=language, errors=errors, **error.facts)


def _pointer_of(error: DraftError) -> str:
    if isinstance(error, ImageError):
        return f"#/files/{max(0, int(error.facts.get('number', 1)) - 1)}"
    if error.code in {"no_files", "too_many_images", "wrong_multipart"}:
        return "#/files"
    field = error.code.removeprefix("unknown_")
    return f"#/context/{field}" if field != error.code else "#/text"


def on_invalid_request(request: Request, error: Exception) -> ProblemResponse:
    """Answer a body or query that does not fit its model: pointers and codes, no values."""
    if not isinstance(error, RequestValidationError):
        raise error
    language = language_of(request)
    errors = _once(_field_problem(one, language) for one in error.errors())
    return problem(422, "invalid_request", language=language, errors=errors)


def _once(errors: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return list({tuple(error.items()): error for error in errors}.values())


def _field_problem(error: Mapping[str, Any], language: Language) -> dict[str, str]:
    kind = error["type"]
    place = [part for part in error["loc"][1:] if isinstance(part, int | str)]
    if kind == "extra_forbidden":
        place.pop()
    code = FIELD_CODES.get(kind, "field_wrong_type")
    words = wording(language)
    facts = {
        "expected": words.text("errors", f"type_{FIELD_TYPES.get(kind, 'other')}"),
        "known": error.get("ctx", {}).get("expected", "").replace("'", ""),
        "limit": error.get("ctx", {}).get("max_length", ""),
    }
    pointer = "#" + "".join(f"/{part}" for part in place)
    return {"pointer": pointer, "code": code, "detail": words.text("errors", code, **facts)}
