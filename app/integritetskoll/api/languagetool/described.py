"""How the calls of LanguageTool's protocol stand in the OpenAPI schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse

from integritetskoll.api.languagetool.models import (
    LanguageToolAnswer,
    LanguageToolConfig,
    LanguageToolInfo,
    LanguageToolKnown,
    LanguageToolRequest,
)

NOT_FOUND = 404
Answers = dict[int | str, dict[str, Any]]
REFERENCE = {"$ref": f"#/components/schemas/{LanguageToolRequest.__name__}"}
FIELDS = {"text": "Elsa i 3B vann skolans stafett!", "language": "sv-SE"}
NAMES = {
    "document_type": ("A document type of the policy.", "written_assessment"),
    "destination": ("A destination of the policy.", "unikum"),
}


def text(description: str, example: str) -> dict[str, Any]:
    """Return an answer in plain text."""
    content = {"text/plain": {"schema": {"type": "string"}, "example": example}}
    return {"description": description, "content": content}


WRONG = text("A field is missing or wrong", "Fel: Fältet language saknas.")
SIGNED_OUT = text(
    "A valid key is needed", "Fel: Logga in, eller skicka en nyckel i Authorization: Bearer."
)
FOREIGN = text("Another page or host name asks", "Fel: Tjänsten svarar bara under sina egna namn.")
UNKNOWN = text("The address names what the policy has not", "Fel: Sidan eller anropet finns inte.")
TOO_LARGE = text(
    "The text or the body is too large", "Fel: Texten är för lång. Gränsen är 200000 tecken."
)
TOO_OFTEN = text(
    "Too many calls, or too many blocks today", "Fel: För många anrop. Vänta 60 sekunder."
)
INTERNAL = text(
    "Something failed here; nothing of the draft is kept",
    "Fel: Något gick fel hos oss. Ingenting av utkastet är sparat.",
)
UNAVAILABLE = text("No safe answer is possible now", "Fel: Tjänsten kan inte svara just nu.")

ASKING: Answers = {401: SIGNED_OUT, 403: FOREIGN, 404: UNKNOWN, 429: TOO_OFTEN, 500: INTERNAL}
CHECKING: Answers = {**ASKING, 400: WRONG, 413: TOO_LARGE, 503: UNAVAILABLE}


@dataclass(frozen=True, slots=True)
class Call:
    """A call: what it is for, and the model of its answer; plain text where there is none."""

    summary: str
    answer: Any
    refusals: Answers
    methods: tuple[str, ...] = ("GET",)


CALLS = {
    "check": Call("Check a text", LanguageToolAnswer, CHECKING, ("GET", "POST")),
    "languages": Call("The languages there are", list[LanguageToolKnown], ASKING),
    "info": Call("What software answers", LanguageToolInfo, ASKING),
    "maxtextlength": Call("The longest text, in characters", None, ASKING),
    "configinfo": Call("The limit and the rules", LanguageToolConfig, ASKING),
    "healthcheck": Call("Can texts be checked?", None, {**ASKING, 503: UNAVAILABLE}),
}


def describe(prefix: str, name: str, method: str) -> dict[str, Any]:
    """Return what a route says of itself in the schema."""
    call = CALLS[name]
    parameters = [*_path(prefix), *(_query() if (name, method) == ("check", "GET") else ())]
    extra: dict[str, Any] = {"parameters": parameters} if parameters else {}
    named = "{" in prefix
    return {
        "response_model": call.answer,
        "response_class": JSONResponse if call.answer else PlainTextResponse,
        "responses": {key: one for key, one in call.refusals.items() if named or key != NOT_FOUND},
        "summary": f"{call.summary}, for one destination" if named else call.summary,
        "openapi_extra": extra | (_body() if method == "POST" else {}),
    }


def _body() -> dict[str, Any]:
    """Return the request body of a check: a form, or the same fields as JSON."""
    examples = {"short": {"summary": "Only a text", "value": FIELDS}}
    content = {"schema": REFERENCE, "examples": examples}
    kinds = ("application/x-www-form-urlencoded", "application/json")
    return {"requestBody": {"required": True, "content": dict.fromkeys(kinds, content)}}


def _query() -> Iterator[dict[str, Any]]:
    """Yield the same fields as parameters of a query."""
    schema = LanguageToolRequest.model_json_schema()
    for name, field in schema["properties"].items():
        kept = {key: value for key, value in field.items() if key not in {"title", "description"}}
        yield {
            "name": name,
            "in": "query",
            "required": name in schema["required"],
            "description": field.get("description", ""),
            "schema": kept,
        }


def _path(prefix: str) -> Iterator[dict[str, Any]]:
    """Yield the parameters of an address that names the context."""
    for name, (description, example) in NAMES.items():
        if f"{{{name}}}" in prefix:
            yield {
                "name": name,
                "in": "path",
                "required": True,
                "description": description,
                "schema": {"type": "string", "examples": [example]},
            }
