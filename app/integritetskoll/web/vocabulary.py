"""The words that the scripts of the pages use: one answer in the language of the page."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse

from integritetskoll.domain.entity import Entity
from integritetskoll.policy.schema import Policy
from integritetskoll.report.explain import explanations, grounds_of
from integritetskoll.report.wording import Language, wording
from integritetskoll.web.sentences import language_of, sentences
from integritetskoll.web.told import BY_CODE

router = APIRouter(include_in_schema=False)
SHARED = (
    "advice", "assessment", "elsewhere", "factor", "factors", "level", "level_of", "questions",
    "reference", "why",
)  # fmt: skip
"""Sentences of the plain pages that the scripts say too."""
FACTOR = "factor."


@router.get("/words")
def words(request: Request, lang: str = "sv") -> JSONResponse:
    """Return what the scripts say, and what things are called."""
    return JSONResponse(vocabulary(language_of(lang), request.app.state.policy))


def vocabulary(language: Language, policy: Policy) -> dict[str, Any]:
    """Return the words of a language; destinations are called as the policy has it."""
    own, shared = sentences(language).sections, wording(language).sections
    labels = shared["labels"]
    return {
        "live": own["live"],
        "review": {**shared["review"], **own["review"]},
        "told": own["told"],
        "page": {**{code: shared["web"][code] for code in SHARED}, **own["page"]},
        "entities": shared["entities"],
        "verdicts": shared["verdicts"],
        "factors": {
            name.removeprefix(FACTOR): label
            for name, label in labels.items()
            if name.startswith(FACTOR)
        },
        "destinations": {
            name: getattr(one.label, language) for name, one in policy.destinations.items()
        },
        "grounds": shared["grounds"],
        "grounds_by_entity": {str(one): grounds_of(one, "") for one in Entity},
        "grounds_by_code": _by_code(language),
        "told_by_code": BY_CODE,
    }


def _by_code(language: Language) -> dict[str, list[str]]:
    """Return the grounds of codes that have others than their entity."""
    return {
        one.code: [ground.code for ground in one.grounds]
        for one in explanations(language)
        if tuple(ground.code for ground in one.grounds) != grounds_of(one.entity, "")
    }
