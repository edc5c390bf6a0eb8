"""The calls of the register, for admins: put somebody in, take somebody out, count.

Nothing here lists or looks up; taking out answers the same whether there was an entry or not.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from integritetskoll.api.body import JsonRoute
from integritetskoll.api.examples import FORBIDDEN, INVALID, SIGNED_OUT, UNAVAILABLE, ok
from integritetskoll.api.models import Incoming
from integritetskoll.errors import RegisterError
from integritetskoll.register.admin import RegisterOffice
from integritetskoll.register.person import LONGEST, Person, read_person

router = APIRouter(prefix="/api/v1/register", route_class=JsonRoute, tags=["register"])
Text = Annotated[str, Field(max_length=LONGEST)]
MOST = 5_000
REFUSED: dict[int | str, dict[str, Any]] = {
    401: SIGNED_OUT,
    403: FORBIDDEN,
    422: INVALID,
    503: UNAVAILABLE,
}


class EntryIn(Incoming):
    """The details of a person; empty or left out where unknown."""

    given_name: Text = ""
    surname: Text = ""
    aliases: Annotated[list[Text], Field(max_length=20)] | Text = Field(
        "", description="Other names, as a list or with | between."
    )
    personnummer: Text = ""
    school: Text = ""
    school_class: Text = ""
    end_date: Text = Field("", description="When to look at it again: yyyy-mm-dd.")

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        """Hide the details."""
        return []

    def person(self) -> Person:
        """Return the person; raises RegisterError."""
        aliases = self.aliases if isinstance(self.aliases, str) else "|".join(self.aliases)
        details = self.model_dump(include=set(EntryIn.model_fields))
        return read_person(**{**details, "aliases": aliases})


class EntriesIn(Incoming):
    """Entries to put in, all or none."""

    entries: list[EntryIn] = Field(min_length=1, max_length=MOST)


class RemoveIn(EntryIn):
    """The same details as were put in, or the reference of the entry."""

    reference: Text = ""


class EntryOut(BaseModel):
    """The reference of an entry that was put in."""

    reference: str


class EntriesOut(BaseModel):
    """The references of entries that were put in, in their order."""

    references: list[str]


class StatusOut(BaseModel):
    """Counts, and whether they are so few that a block tells something."""

    entries: int
    due: int
    without_date: int
    few: bool


def _office(request: Request) -> RegisterOffice:
    return RegisterOffice(request.app.state.settings)


@router.post(
    "/entries",
    status_code=201,
    response_model=EntryOut | EntriesOut,
    responses={201: ok({"reference": "3f0c9a71be"}), **REFUSED},
    summary="Put somebody in",
)
def add(request: Request, body: EntriesIn | EntryIn) -> JSONResponse:
    """Return the references of the entries. What was put in can't be read back."""
    one = isinstance(body, EntryIn)
    persons = [body.person()] if isinstance(body, EntryIn) else [e.person() for e in body.entries]
    references = _office(request).add(persons)
    request.app.state.note("entry_added", references[0] if one else "")
    answer = {"reference": references[0]} if one else {"references": references}
    return JSONResponse(answer, 201)


@router.delete("/entries", status_code=204, responses=REFUSED, summary="Take somebody out")
def remove(request: Request, body: RemoveIn) -> Response:
    """Answer 204 whether there was an entry or not."""
    details = body.model_dump(exclude={"reference"})
    if body.reference and any(details.values()):
        raise RegisterError("entry_or_reference")
    if body.reference:
        _office(request).remove_reference(body.reference)
    else:
        _office(request).remove(body.person())
    request.app.state.note("entry_removed", body.reference)
    return Response(status_code=204)


@router.get(
    "/status",
    response_model=StatusOut,
    responses={200: ok({"entries": 41, "due": 2, "without_date": 7, "few": False}), **REFUSED},
    summary="Count the entries",
)
def status(request: Request) -> JSONResponse:
    """Return counts only: entries, those due, those without a date, whether they are few."""
    counts = _office(request).status()
    return JSONResponse(
        {
            "entries": counts.entries,
            "due": counts.due,
            "without_date": counts.without_date,
            "few": counts.few,
        }
    )
