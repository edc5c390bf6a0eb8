"""The Report: the whole answer, worded, with exactly the fields of the HTTP contract."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from integritetskoll.domain.finding import IN_TEXT, Link, Severity, Source
from integritetskoll.domain.verdict import Verdict
from integritetskoll.images.clean.verified import Cleaned


@dataclass(frozen=True, slots=True)
class FactorReport:
    """A factor of the assessment with its level, the top of its scale and its reason."""

    factor: str
    level: int
    max: int
    reason: str


@dataclass(frozen=True, slots=True)
class Message:
    """A machine code and its sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class AssessmentReport:
    """The sum, the five factors and the rules that fired."""

    score: int
    factors: tuple[FactorReport, ...]
    rules: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class FindingReport:
    """A finding as the writer sees it. The span counts code points of the text as sent."""

    entity: str
    start: int | None
    end: int | None
    score: float
    severity: Severity
    link: Link
    code: str
    message: str
    suggestions: tuple[str, ...] = dataclasses.field(repr=False)
    source: Source = IN_TEXT


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer. When blocked: no assessment, findings, questions or elsewhere."""

    verdict: Verdict
    summary: str
    reference: str
    assessment: AssessmentReport | None
    findings: tuple[FindingReport, ...]
    questions: tuple[Message, ...]
    elsewhere: Mapping[str, Verdict]
    advice: tuple[str, ...]
    footer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cleaning:
    """A Report and the clean copy of a picture; None when it is blocked."""

    report: Report
    cleaned: Cleaned | None = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class Redaction:
    """A Report and the changed text; None when the draft is blocked."""

    report: Report
    text: str | None = dataclasses.field(repr=False)
