"""One file's findings: its texts through the recognizers, the rest by what each field is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Link, Role, Source
from integritetskoll.images.field import Field, Reading
from integritetskoll.images.judge.by_kind import CODES, by_kind
from integritetskoll.images.judge.strict import counts, is_sure
from integritetskoll.images.judge.texts import Joined, is_strict, join

__all__ = ["CODES", "Analyzed", "Judged", "judge"]


class Analyzed(Protocol):
    """What the recognizers return for a text."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings in reading order."""

    @property
    def unread(self) -> bool:
        """Whether a part was not read."""

    @property
    def bulk(self) -> int:
        """Persons with an attribute each."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings of a file, whether a part was not read, persons with an attribute each."""

    findings: tuple[Finding, ...]
    unread: bool
    bulk: int


_SENSITIVE = frozenset(
    {
        Entity.HEALTH, Entity.RELIGION, Entity.ETHNICITY, Entity.SEXUAL_ORIENTATION,
        Entity.POLITICAL_OPINION, Entity.UNION_MEMBERSHIP, Entity.BIOMETRIC, Entity.PUPIL_SUPPORT,
        Entity.SOCIAL_CIRCUMSTANCES, Entity.SCHOOL_SECRECY, Entity.DISCIPLINE,
        Entity.CRIMINAL_OFFENCE, Entity.GRADE, Entity.ABSENCE,
    }
)  # fmt: skip
_NAMING = frozenset({"face_tag", "author", "device_owner"})
"""Codes that tell of the person whom a field names: the same one again would be no news."""
_KEYWORD = 40
"""Characters up to which a value is a keyword: it is said of the picture, and who is in it."""


def judge(reading: Reading, analyze: Callable[[str], Analyzed]) -> Judged:
    """Return the findings of a file. Spans point into the value of their field."""
    joined = join(reading.fields)
    own = list(by_kind(reading))
    unread, bulk = bool(reading.unread) or not joined.whole, 0
    if joined.text:
        analyzed = analyze(joined.text)
        placed = _placed(reading, joined, analyzed.findings)
        own += [f for f in placed if f.entity != Entity.PERSON or _is_news(f, own)]
        unread, bulk = unread or analyzed.unread, analyzed.bulk
    return Judged(tuple(_tied(own)), unread, bulk)


def _is_news(person: Finding, own: Sequence[Finding]) -> bool:
    """Tell whether a person is more than what the kind of the field has told already.

    In the name of an agency only a whole name is one: "ESA" and "Jupiter" read like names, too.
    """
    codes = {f.code for f in own if f.source == person.source}
    if "author_organisation" in codes and person.code != "person_full_name":
        return False
    return not codes & _NAMING


def _placed(reading: Reading, joined: Joined, findings: Sequence[Finding]) -> Iterator[Finding]:
    for finding in findings:
        start, fields = joined.at(finding.start or 0)
        value = fields[0].value
        if (finding.end or 0) > start + len(value):
            continue
        if is_strict(fields) and not is_sure(finding, value):
            continue
        for one in fields:
            if counts(finding, one.kind, value):
                yield _in_field(reading, one, finding, start)


def _in_field(reading: Reading, one: Field, finding: Finding, start: int) -> Finding:
    source = Source("image", None, reading.file, one.name, one.value, one.region)
    low, high = (finding.start or 0) - start, (finding.end or 0) - start
    return replace(finding, start=low, end=high, source=source)


def _tied(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Tie keywords ("diabetes") to those whom the same file names: they are said of the picture."""
    somebody = any(
        f.entity in {Entity.PERSON, Entity.FACE_TAG} and f.role not in {Role.STAFF, Role.FICTION}
        for f in findings
    )
    for finding in findings:
        value = finding.source.value or ""
        loose = finding.entity in _SENSITIVE and finding.link.rank < Link.INDIRECT.rank
        if somebody and loose and len(value) <= _KEYWORD:
            yield replace(finding, link=Link.NAMED)
        else:
            yield finding
