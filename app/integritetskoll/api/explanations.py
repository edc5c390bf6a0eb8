"""What stands behind findings, as callers see it: GET /api/v1/explanations."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, Field

from integritetskoll.report.explain import explanations
from integritetskoll.report.wording import Language


class GroundOut(BaseModel):
    """A provision and what it says."""

    code: str
    text: str


class ExplanationOut(BaseModel):
    """What stands behind a reason code: recognizer, why its score, and the legal grounds."""

    code: str
    entity: str
    label: str
    recognizer: str
    score: float = Field(ge=0, le=1)
    why: str
    grounds: list[GroundOut]


class ExplanationsOut(BaseModel):
    """The explanations of all reason codes, in one language."""

    language: str
    explanations: list[ExplanationOut]


def explanations_out(language: Language) -> dict[str, Any]:
    """Return the answer of GET /api/v1/explanations."""
    return {
        "language": language,
        "explanations": [
            {**asdict(one), "entity": str(one.entity), "grounds": [asdict(g) for g in one.grounds]}
            for one in explanations(language)
        ],
    }
