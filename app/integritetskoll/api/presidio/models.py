"""What callers of Presidio's protocol get, as the OpenAPI schema shows it, under Presidio's names.

The answers are ready-made; a test holds them to these models.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

Answers = dict[int | str, dict[str, Any]]


class AnalysisExplanation(BaseModel):
    """Why there is a result: `textual_explanation` says it in words."""

    original_score: float
    pattern: str | None
    pattern_name: str | None
    recognizer: str
    regex_flags: int | None
    score: float
    score_context_improvement: float
    supportive_context_word: str
    textual_explanation: str | None
    validation_result: bool | None


class RecognizerResult(BaseModel):
    """An entity in the text. Start and end count code points, half-open."""

    analysis_explanation: AnalysisExplanation | None
    end: int = Field(ge=0)
    entity_type: str
    score: float = Field(ge=0, le=1)
    start: int = Field(ge=0)


AnalyzeAnswer = list[RecognizerResult] | list[list[RecognizerResult]]
"""The results of a text, or of each of a list of texts."""


class OperatorResult(BaseModel):
    """What an operator put where a result was; start and end are places in the new text."""

    start: int
    end: int
    entity_type: str
    text: str
    operator: str
    score: float


class AnonymizeAnswer(BaseModel):
    """The changed text and what was changed in it."""

    text: str
    items: list[OperatorResult]


class PresidioError(BaseModel):
    """An error, in Presidio's form."""

    error: str


def failure(description: str, example: str) -> dict[str, Any]:
    """Return an error answer with its example."""
    schema = {"$ref": f"#/components/schemas/{PresidioError.__name__}"}
    content = {"application/json": {"schema": schema, "example": {"error": example}}}
    return {"description": description, "content": content}


ASKING: Answers = {
    401: failure(
        "A valid key is needed", "Logga in, eller skicka en nyckel i Authorization: Bearer."
    ),
    403: failure("Another page or host name asks", "Tjänsten svarar bara under sina egna namn."),
    429: failure("Too many calls, or too many blocks today", "För många anrop. Vänta 60 sekunder."),
    500: failure(
        "Something failed here; nothing of the text is kept",
        "Något gick fel hos oss. Ingenting av utkastet är sparat.",
    ),
}
UNAVAILABLE = failure("No safe answer is possible now", "Tjänsten kan inte svara just nu.")
CHECKING: Answers = {
    **ASKING,
    400: failure("No JSON, or a field is missing", "Innehållet är inte giltig JSON."),
    413: failure(
        "The text or the body is too large", "Texten är för lång. Gränsen är 200000 tecken."
    ),
    415: failure("The body is not sent as JSON", "Skicka innehållet som application/json."),
    422: failure("A field can't be used", "Fältet allow_list saknas eller går inte att använda."),
    503: UNAVAILABLE,
}
REFUSED = failure(
    "The text is blocked",
    "Stoppat. Det här får inte publiceras eller skickas, inte heller omskrivet. "
    "Ta med utkastet till rektor, som vet vad som gäller.",
)


def body(model: type[BaseModel], example: Any) -> dict[str, Any]:
    """Return the request body of a call, whose model the schema lists by name."""
    reference = {"$ref": f"#/components/schemas/{model.__name__}"}
    examples = {"short": {"summary": "A call", "value": example}}
    content = {"application/json": {"schema": reference, "examples": examples}}
    return {"requestBody": {"required": True, "content": content}}
