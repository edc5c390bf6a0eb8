"""Suggestions for a finding: what could stand in its place."""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.report.wording import Wording
from integritetskoll.text.rewrite import rewordings

_PUPIL = frozenset({Role.PUPIL, None})


def suggestions(finding: Finding, text: str, words: Wording) -> tuple[str, ...]:
    """Return replacements, capitalised where the finding starts a sentence."""
    code = finding.code
    facts = dict(finding.facts)
    if finding.entity == Entity.OPINION:
        facts = {"theme": "opinion"} | facts
    if finding.entity in {Entity.VALUE_WORD, Entity.OPINION}:
        return rewordings(facts)
    if finding.entity == Entity.PERSON:
        code = "person" if finding.role in _PUPIL else f"person_{finding.role}"
    elif finding.code == "school_class" and "year" in facts:
        code = "school_class_year"
    found = words.find("suggestions", code, **facts)
    if not found:
        return ()
    if finding.facts.get("genitive"):
        found += words.text("suggestions", "genitive_ending")
    return (_as_placed(found, text, finding.start or 0),)


def _as_placed(suggestion: str, text: str, start: int) -> str:
    before = text[:start].rstrip(" \"'”»(")
    first = not before or before[-1] in ".!?:\n…-*•/"
    return suggestion[:1].upper() + suggestion[1:] if first else suggestion
