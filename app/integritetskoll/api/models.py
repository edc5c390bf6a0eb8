"""What a caller sends and gets, as the OpenAPI schema shows it (docs/design.md, section 7)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from integritetskoll.domain.draft import Context, Draft, Ignored
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link, Severity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.report.wording import Language

Purpose = Literal["needed", "inform", "show", "unknown"]
Audience = Literal["one", "group", "staff", "school", "everyone"]
Name = Annotated[str, Field(max_length=200)]


class Incoming(BaseModel):
    """Base of what callers send: no field that nobody reads, no input in an error's text."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class ContextIn(Incoming):
    """Where the draft is going. Every field may be left out or null."""

    destination: Name | None = Field(None, description="A destination of the policy; `blog`.")
    document_type: Name | None = Field(None, description="A document type of the policy; `post`.")
    purpose: Purpose | None = Field(None, description="Why it is published; `unknown`.")
    audience: Audience | None = Field(None, description="Who reads it, where one can choose.")
    school: Name | None = Field(None, description="The school the draft is about.")
    school_class: Name | None = Field(None, description="The class the draft is about.")
    images_recognisable: bool | None = Field(
        None, description="Can somebody be recognised in a picture that goes with the text?"
    )
    images_approved: bool | None = Field(
        None, description="Is publishing that picture approved by the school's routine?"
    )
    protected_identity_checked: bool | None = Field(
        None, description="Is the school's routine for protected personal data followed?"
    )

    def context(self, *, school: str | None = None) -> Context:
        """Return the Context; `school` stands in where the draft names none."""
        given = self.model_dump(exclude_none=True)
        return Context(**{"school": school, **given})


class IgnoredIn(Incoming):
    """A finding that the writer has judged to be nobody."""

    entity: Name = Field(description="The entity of the finding.")
    text: str = Field(repr=False, description="The text of the finding, in any case of letters.")


class CheckRequest(Incoming):
    """A text to check."""

    text: str = Field(
        repr=False, description="The draft. Spans of the answer count its code points."
    )
    context: ContextIn | None = None
    wording: Language | None = Field(None, description="The language of the answer; `sv`.")
    ignored: list[IgnoredIn] | None = Field(
        None, description="Findings that the writer has judged to be nobody."
    )

    @property
    def language(self) -> Language:
        """The language of the answer."""
        return self.wording or "sv"

    def draft(self, *, school: str | None = None) -> Draft:
        """Return the draft; `school` stands in where it names none."""
        ignored = tuple(Ignored(one.entity, one.text) for one in self.ignored or ())
        context = (self.context or ContextIn()).context(school=school)
        return Draft(self.text, context, ignored)


class Factor(BaseModel):
    """One of the five factors of the assessment."""

    factor: Literal["sensitivity", "context", "purpose", "spread", "consequence"]
    level: int = Field(ge=0, le=4)
    max: int = Field(ge=2, le=4)
    reason: str


class Message(BaseModel):
    """A machine code and its sentence."""

    code: str
    message: str


class Assessment(BaseModel):
    """The overall assessment: the sum, the factors and the rules that fired."""

    score: int = Field(ge=0, le=17)
    factors: list[Factor] = Field(min_length=5, max_length=5)
    rules: list[Message]


class Source(BaseModel):
    """Where in the draft a finding lies. Keys other than `kind` come with rows and images."""

    kind: Literal["text", "row", "image"]
    row: int | None = None
    file: str | None = None
    field: str | None = None
    value: str | None = None
    region: list[float] | None = None


class Finding(BaseModel):
    """A place that says something about a person."""

    entity: Entity
    start: int | None = Field(description="First code point, from 0.")
    end: int | None = Field(description="The code point after the last.")
    score: float = Field(ge=0, le=1, description="Measured precision of the reason code.")
    severity: Severity
    link: Link = Field(description="How the finding ties to a person.")
    code: str
    message: str
    suggestions: list[str] = Field(description="What could stand there instead.")
    source: Source


class Report(BaseModel):
    """The whole answer. When blocked: no assessment, findings, questions or elsewhere."""

    verdict: Verdict
    summary: str
    reference: str = Field(
        description="Names this answer only; nothing of the draft is stored under it."
    )
    assessment: Assessment | None
    findings: list[Finding]
    questions: list[Message]
    elsewhere: dict[str, Verdict]
    advice: list[str]
    footer: list[str]


class Redaction(BaseModel):
    """The Report of a draft and its text with placeholders; null when blocked."""

    report: Report
    text: str | None


class Named(BaseModel):
    """A name that requests use, and what people call it."""

    name: str
    label: str


class DestinationOut(Named):
    """Somewhere a draft can go."""

    group: str
    group_label: str
    open: bool = Field(description="Can anybody read it?")
    spread: int = Field(ge=0, le=4)


class QuestionOut(Message):
    """A question that the writer must answer, and the field of `context` that answers it."""

    field: str


class WordingOut(BaseModel):
    """The language of the labels, the languages there are, and what things are called."""

    language: Language
    languages: list[Language]
    verdicts: dict[str, str]
    factors: dict[str, str]
    entities: dict[str, str]


class PolicyOut(BaseModel):
    """What an installation knows: what may stand in `context`, and what to call it."""

    name: str
    version: str
    max_text: int
    destinations: list[DestinationOut]
    document_types: list[Named]
    purposes: list[Named]
    audiences: list[Named]
    questions: list[QuestionOut]
    wording: WordingOut


class State(BaseModel):
    """The state of the service."""

    status: Literal["ok", "ready"]


class FieldProblem(BaseModel):
    """A field that is wrong, as a JSON pointer into the body, and why."""

    pointer: str
    code: str
    detail: str


class Problem(BaseModel):
    """An error answer (RFC 9457). It never repeats what was sent."""

    type: str = Field(description="A link to the description of the problem.")
    title: str
    status: int
    detail: str
    code: str = Field(description="The machine's name of the problem.")
    errors: list[FieldProblem] | None = Field(None, description="The fields that are wrong.")


def component_schemas(*models: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON schemas of models that no route names, for the OpenAPI components."""
    schemas: dict[str, Any] = {}
    for model in models:
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= schema.pop("$defs", {})
        schemas[model.__name__] = schema
    return schemas
