"""The calls of LanguageTool's protocol, with the Context in the address where one is given.

Clients can set an address and nothing else, so `/v2/written_assessment/unikum` names document
type and destination. Some clients add `/v2` to any address themselves: both spellings work.
Errors are plain text, as LanguageTool's are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from integritetskoll.api.languagetool.answer import LANGUAGES, SOFTWARE, answer
from integritetskoll.api.languagetool.described import CALLS, describe
from integritetskoll.api.languagetool.params import Params, read_params
from integritetskoll.api.languagetool.rules import all_rules
from integritetskoll.api.languagetool.text import Checked, checked_text
from integritetskoll.api.problems import BadRequestError, language_of
from integritetskoll.api.routes import can_check, checker_of
from integritetskoll.api.worded import WordedRoute, in_words
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.errors import DraftError, IntegritetskollError, TooLargeError
from integritetskoll.report.wording import wording

PREFIXES = ("/v2", "/v2/{document_type}/{destination}", "/v2/{document_type}/{destination}/v2")
BAD_REQUEST = 400


class PlainRoute(WordedRoute):
    """A route whose errors are plain text."""

    def worded(self, request: Request, status: int, code: str, **facts: Any) -> Response:
        """Return the error as LanguageTool's clients show it."""
        return in_words(request, status, code, **facts)

    def status(self, error: IntegritetskollError) -> int:
        """Return 400 for a wrong draft, as the protocol does."""
        wrong = isinstance(error, DraftError) and not isinstance(error, TooLargeError)
        return BAD_REQUEST if wrong else super().status(error)


router = APIRouter(tags=["languagetool"], route_class=PlainRoute)


def context_of(request: Request) -> Context:
    """Return the Context that the address names; raises BadRequestError 404 for unknown names."""
    policy, school = request.app.state.policy, request.app.state.settings.school
    names = request.path_params
    if not names:
        return Context(school=school)
    destination, document_type = names["destination"], names["document_type"]
    for name, known, code in (
        (destination, policy.destinations, "unknown_destination"),
        (document_type, policy.document_types, "unknown_document_type"),
    ):
        if name not in known:
            raise BadRequestError(404, code, known=", ".join(known))
    return Context(destination, document_type, school=school)


async def check(request: Request) -> JSONResponse:
    """Check a text, or annotated text in `data`."""
    context = context_of(request)
    params = await read_params(request)
    return JSONResponse(await run_in_threadpool(_check, request, params, context))


def _check(request: Request, params: Params, context: Context) -> Any:
    checked: Checked = checked_text(params)
    checker = checker_of(request)
    language = language_of(request)
    report = None
    if checked.shown.strip():
        report = checker.check(Draft(checked.shown, context), wording=language)
    about_one = checker.policy.document_types[context.document_type].about_one
    return answer(report, checked, params, wording(language), about_one=about_one)


def languages(request: Request) -> JSONResponse:
    """Return the languages there are: clients look for theirs before they ask."""
    context_of(request)
    names = ("name", "code", "longCode")
    return JSONResponse([dict(zip(names, one, strict=True)) for one in LANGUAGES])


def info(request: Request) -> JSONResponse:
    """Return what software answers."""
    context_of(request)
    return JSONResponse({"software": SOFTWARE})


def max_text_length(request: Request) -> PlainTextResponse:
    """Return the longest text that is taken, in characters."""
    context_of(request)
    return PlainTextResponse(str(request.app.state.settings.max_text))


def config_info(request: Request) -> JSONResponse:
    """Return the limit and every rule that may be switched off."""
    context_of(request)
    words = wording(language_of(request))
    rules = []
    for rule in all_rules():
        shown: dict[str, Any] = rule.as_dict(words)
        rules.append(
            {
                "ruleId": rule.id,
                "description": shown["description"],
                "categoryId": shown["category"]["id"],
                "categoryName": shown["category"]["name"],
                "locQualityIssueType": shown["issueType"],
            }
        )
    limit = {"maxTextLength": request.app.state.settings.max_text}
    return JSONResponse({"software": SOFTWARE, "parameter": limit, "rules": rules})


def health(request: Request) -> PlainTextResponse:
    """Answer 200 where checks can be made, 503 where not."""
    context_of(request)
    can_check(request)
    return PlainTextResponse("OK")


def options() -> Response:
    """Say which methods there are; a browser's own question is answered before this."""
    return Response(status_code=204, headers={"allow": "GET, HEAD, OPTIONS, POST"})


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "check": check,
    "languages": languages,
    "info": info,
    "maxtextlength": max_text_length,
    "configinfo": config_info,
    "healthcheck": health,
}
for prefix in PREFIXES:
    # The schema shows each call once more with its context; `/v2` said twice is only put up with.
    shown = prefix != PREFIXES[-1]
    for name, one in CALLS.items():
        for method in one.methods:
            router.add_api_route(
                f"{prefix}/{name}", FUNCTIONS[name], methods=[method], include_in_schema=shown,
                **describe(prefix, name, method),
            )  # fmt: skip
    router.add_api_route(
        f"{prefix}/check", options, methods=["OPTIONS"], include_in_schema=False,
        response_model=None,
    )  # fmt: skip
