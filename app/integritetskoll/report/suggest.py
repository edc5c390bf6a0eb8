"""Suggestions for a finding: what could stand in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.report.wording import Wording
from integritetskoll.text.rewrite import rewordings

_PUPIL = frozenset({Role.PUPIL, None})
_REWORDED = frozenset({Entity.VALUE_WORD, Entity.OPINION})
_PUPILS = ("person", "person_other", "person_more")
NOTHING = ""
MOST_BEFORE = 40
# Quotation marks and emoji stand before a first word and take nothing from it.
_OPENING = regex.compile(r"[\p{Z}\p{S}\p{Cf}\p{M}\"'”“»(]++\Z")


def suggestions(
    findings: Sequence[Finding], text: str, words: Wording, *, about_one: bool, listed: bool
) -> Iterator[tuple[str, ...]]:
    """Yield the replacements of each finding, capitalised where it starts a sentence.

    `about_one`: the document is about one pupil, who is "eleven". In a list (`listed`) no words
    can stand for a name.
    """
    for finding, code in zip(findings, _codes(findings, about_one, listed), strict=True):
        if finding.entity in _REWORDED:
            yield rewordings(_themed(finding))
            continue
        found = words.find("suggestions", code, **finding.facts)
        if not found:
            yield ()
            continue
        if finding.facts.get("genitive"):
            found += words.text("suggestions", "genitive_ending")
        yield (_as_placed(found, text, finding.start or 0),)


def _themed(finding: Finding) -> dict[str, str]:
    theme = {"theme": "opinion"} if finding.entity == Entity.OPINION else {}
    return theme | dict(finding.facts)


def _codes(findings: Sequence[Finding], about_one: bool, listed: bool) -> Iterator[str]:
    known: dict[int | None, int] = {}
    for finding in findings:
        if finding.entity != Entity.PERSON:
            by_year = finding.code == "school_class" and "year" in finding.facts
            yield "school_class_year" if by_year else finding.code
        elif listed or finding.code == "person_joined":
            yield NOTHING
        elif finding.role not in _PUPIL:
            yield f"person_{finding.role}"
        else:
            yield _pupil(finding.person, known, about_one)


def _pupil(person: int | None, known: dict[int | None, int], about_one: bool) -> str:
    """Return "en elev", "en annan elev", ... by the order of pupils, "eleven" when met again."""
    again = person in known or (about_one and not known)
    order = known.setdefault(person, len(known))
    code = _PUPILS[min(order, len(_PUPILS) - 1)]
    return f"{code}_again" if again else code


def _as_placed(suggestion: str, text: str, start: int) -> str:
    before = _OPENING.sub("", text[max(0, start - MOST_BEFORE) : start])
    first = not before or before[-1] in ".!?:\n…-*•/"
    return suggestion[:1].upper() + suggestion[1:] if first else suggestion
