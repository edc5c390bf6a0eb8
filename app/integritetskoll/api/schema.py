"""The OpenAPI schema: what the routes say, and the problem answers they share."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from integritetskoll.api.languagetool.models import LanguageToolRequest
from integritetskoll.api.models import Problem, component_schemas
from integritetskoll.api.presidio.models import PresidioError
from integritetskoll.api.presidio.requests import AnalyzeRequest, AnonymizeRequest

DESCRIPTION = """\
Tells a teacher, before anything is published, whether a text says too much about a person, why,
and what to change.

* JSON in UTF-8. Spans are half-open and count **code points** of the text as sent.
* Nothing is stored: no draft, name or finding reaches disk, log or metric.
* Errors are `application/problem+json` (RFC 9457) and never repeat the input. They come in
  Swedish, in English with `"wording": "en"` or `Accept-Language: en`.
* The same draft with the same policy gives the same report, except for `reference`.
* Off this machine every call needs a key: `Authorization: Bearer …`.
* Requests are answered under the service's own host names and from its own pages only.
"""
TAGS = [
    {"name": "check", "description": "Drafts in, reports out."},
    {"name": "policy", "description": "What may stand in a draft's context."},
    {"name": "register", "description": "Those who may not be published; an admin key is needed."},
    {"name": "audit", "description": "When something was blocked, not why."},
    {
        "name": "languagetool",
        "description": "LanguageTool's protocol: findings underlined. Offsets count UTF-16 units, "
        "errors are plain text.",
    },
    {
        "name": "presidio",
        "description": "Presidio's protocol: entities with spans in code points.",
    },
    {"name": "health", "description": "For those who run the service."},
]
UNNAMED = (Problem, LanguageToolRequest, AnalyzeRequest, AnonymizeRequest, PresidioError)
"""Models that the schema names and no route does: their bodies are read by hand."""


def openapi(app: FastAPI) -> dict[str, Any]:
    """Return the schema of an application, made once."""
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            description=app.description,
            routes=app.routes,
            tags=app.openapi_tags,
            license_info=app.license_info,
        )
        components = schema.setdefault("components", {}).setdefault("schemas", {})
        components |= component_schemas(*UNNAMED)
        app.openapi_schema = schema
    return app.openapi_schema
