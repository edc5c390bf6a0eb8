"""What callers of Presidio's protocol send. What Presidio has and we don't read is passed over."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from integritetskoll.api.problems import BadRequestError

Name = Annotated[str, Field(max_length=200)]
Score = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
MOST_TEXTS = 1000
MOST_RESULTS = 2000
"""The anonymizer compares results pairwise: more would keep everybody waiting."""


class Given(BaseModel):
    """Base of the requests: unknown fields are passed over, as Presidio does."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class AdHocPattern(Given):
    """A regular expression of an ad-hoc recognizer."""

    name: Name = "pattern"
    regex: str = Field(max_length=500, repr=False)
    score: Score = 0.5


class AdHocRecognizer(Given):
    """A recognizer that one request brings along."""

    name: Name | None = None
    supported_entity: Name
    patterns: list[AdHocPattern] | None = Field(None, max_length=10)
    deny_list: list[Name] | None = Field(None, max_length=1000, repr=False)
    deny_list_score: Score = 1.0


class AnalyzeRequest(Given):
    """A call of `/analyze`."""

    text: str | list[str] = Field(repr=False, description="A text, or several.")
    language: Annotated[str, Field(min_length=2, max_length=35, pattern=r"^[A-Za-z-]+$")]
    entities: list[Name] | None = Field(None, description="Only these; a block comes all the same.")
    score_threshold: Score | None = Field(None, description="Only what scores as high.")
    return_decision_process: bool | None = Field(None, description="Say why.")
    ad_hoc_recognizers: list[AdHocRecognizer] | None = Field(
        None, max_length=10, description="An expression may take one second."
    )
    allow_list: list[str] | None = Field(
        None, max_length=10_000, repr=False, description="What is no finding."
    )
    allow_list_match: Literal["exact", "regex"] | None = None

    @property
    def texts(self) -> list[str]:
        """The texts, one or many."""
        return self.text if isinstance(self.text, list) else [self.text]


class AnalyzerResult(Given):
    """A result of the analyzer, as it comes back to the anonymizer."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    score: Score
    entity_type: Annotated[str, Field(min_length=1, max_length=200)]


class AnonymizeRequest(Given):
    """A call of `/anonymize`."""

    text: str = Field(min_length=1, repr=False)
    analyzer_results: list[AnalyzerResult] = Field(max_length=MOST_RESULTS)
    anonymizers: dict[Name, dict[str, Any]] | None = Field(
        None, repr=False, description="For each entity or `DEFAULT`: `type` and what it asks for."
    )


Model = TypeVar("Model", bound=Given)


async def read(request: Request, model: type[Model]) -> Model:
    """Return the body as a model; raises BadRequestError 415, 400 or 422, which names the field."""
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if media_type != "application/json":
        raise BadRequestError(415, "wrong_media_type")
    raw = await request.body()
    try:
        given = json.loads(raw.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise BadRequestError(400, "invalid_utf8") from None
    except (ValueError, RecursionError):
        raise BadRequestError(400, "invalid_json") from None
    try:
        return model.model_validate(given)
    except ValidationError as error:
        place = error.errors(include_input=False, include_url=False)[0]["loc"]
        name = str(place[0]) if place else "text"
        missing = isinstance(given, dict) and given.get(name) in (None, "")
        raise BadRequestError(400 if missing else 422, "presidio_field", field=name) from None
