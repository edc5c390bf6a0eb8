"""What the pages answer when they can't: which errors, with which status."""

from __future__ import annotations

from starlette.requests import Request

from integritetskoll.errors import (
    AccessError,
    DraftError,
    IntegritetskollError,
    LimitError,
    TooLargeError,
    UnavailableError,
)

REFUSED = "integritetskoll.refused"
"""Where the scope says why its caller may not: the gate lets some pages say it themselves."""
TOO_LARGE, CONFLICT = 413, 409
REFUSALS = (AccessError, DraftError, LimitError, UnavailableError)
_STATUS = {
    "wrong_form": 415,
    "wrong_multipart": 415,
    "role_missing": 403,
    "sign_in_first": 401,
    "blocked_too_often": 429,
}


def must_be_admitted(request: Request) -> None:
    """Raise the AccessError of a caller who may not."""
    if error := request.scope.get(REFUSED):
        raise error


def status_of(error: IntegritetskollError) -> int:
    """Return the HTTP status of an error of these."""
    if isinstance(error, TooLargeError):
        return TOO_LARGE
    return _STATUS.get(error.code, 422 if isinstance(error, DraftError) else 503)
