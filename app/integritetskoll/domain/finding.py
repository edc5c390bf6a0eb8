"""A finding: what was found, where, how sure, and how it ties to a person."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """How a finding ties to a person (see docs/design.md, section 2)."""

    NONE = "none"
    GROUP = "group"
    INDIRECT = "indirect"
    NAMED = "named"

    rank: int
    """Order of the links, 0 for none to 3 for named."""


for _rank, _link in enumerate(Link):
    _link.rank = _rank


class Severity(StrEnum):
    """How much a finding weighs where the draft is going."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Role(StrEnum):
    """Who a person is in the text, as far as the text shows it."""

    PUPIL = "pupil"
    GUARDIAN = "guardian"
    STAFF = "staff"
    PUBLIC = "public"
    FICTION = "fiction"


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the draft: the text, a row of a file, or a field of an image."""

    kind: str = "text"
    row: int | None = None
    file: str | None = None
    field: str | None = None
    value: str | None = dataclasses.field(default=None, repr=False)
    region: tuple[float, float, float, float] | None = None


IN_TEXT = Source()
"""The text of the draft, which is where most findings stand."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that says something about a person.

    `start` and `end` are a half-open span in code points of the text as sent, None for an image
    field as a whole. `text` is a copy of that span and never shows in `repr`. `score` is the
    measured precision of recognizer and `code`, 0 to 1. `person` numbers the persons of a draft
    in reading order from 0: the one this finding names or is tied to, None when unknown. `facts`
    are what the recognizer knows beyond the code (year of a class, polarity of a word).
    """

    entity: str
    start: int | None
    end: int | None
    score: float
    code: str
    text: str = dataclasses.field(repr=False)
    link: Link = Link.NONE
    role: Role | None = None
    person: int | None = None
    severity: Severity = Severity.LOW
    source: Source = IN_TEXT
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict, repr=False)
