"""Redaction: every finding replaced by a placeholder that says what stood there.

The same person gets the same placeholder, letters in reading order. The replacing is done by
presidio-anonymizer, one operator per finding. Persons of fiction and public life stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase
from types import MappingProxyType
from typing import Any

import regex
from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.text.overlap import Candidate

STAYS = frozenset({Role.FICTION, Role.PUBLIC})
ROLE_NAMES = MappingProxyType(
    {Role.PUPIL: "elev", Role.GUARDIAN: "vårdnadshavare", Role.STAFF: "personal"}
)
NAMES = MappingProxyType(
    {
        Entity.SE_PERSONNUMMER: "personnummer",
        Entity.SE_SAMORDNINGSNUMMER: "samordningsnummer",
        Entity.SE_INTERIM_NUMBER: "tillfälligt nummer",
        Entity.BIRTH_DATE: "födelsedatum",
        Entity.PHONE_NUMBER: "telefon",
        Entity.EMAIL_ADDRESS: "e-post",
        Entity.STREET_ADDRESS: "adress",
        Entity.POSTAL_ADDRESS: "postadress",
        Entity.USERNAME: "användarnamn",
        Entity.PASSWORD: "hemlig uppgift",
        Entity.BANK_ACCOUNT: "kontonummer",
        Entity.IBAN_CODE: "kontonummer",
        Entity.VEHICLE_REGISTRATION: "registreringsnummer",
        Entity.IP_ADDRESS: "nätadress",
        Entity.URL: "länk",
        Entity.SCHOOL_CLASS: "klass",
        Entity.SCHOOL: "skola",
        Entity.LOCATION: "plats",
        Entity.ORGANIZATION: "organisation",
        Entity.TRANSPORT: "resväg",
        Entity.WHEREABOUTS: "tid och plats",
        Entity.INDIRECT_IDENTIFICATION: "beskrivning av en elev",
        Entity.GRADE: "resultat",
        Entity.ABSENCE: "uppgift om närvaro",
        Entity.VALUE_WORD: "värdering",
        Entity.OPINION: "värdering",
    }
)
OTHER = "känslig uppgift"
_ALL = "|".join(map(regex.escape, sorted({*ROLE_NAMES.values(), *NAMES.values(), OTHER})))
PLACEHOLDER = regex.compile(rf"\[(?:{_ALL})(?: [A-Z]+)?\]s?")
_ENGINE: Any = AnonymizerEngine()


def outside_placeholders(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that share no character with a placeholder of an earlier cleaning."""
    if "[" not in text:
        return list(candidates)
    spans = [match.span() for match in PLACEHOLDER.finditer(text)]
    return [
        c for c in candidates if not any(c.start < end and start < c.end for start, end in spans)
    ]


def redact(text: str, findings: Sequence[Finding]) -> str:
    """Return `text` (as sent, the one the findings' spans count) with placeholders."""
    chosen = _outermost(f for f in findings if f.role not in STAYS)
    if not chosen:
        return text
    letters = _letters(chosen)
    results, operators = [], {}
    for number, finding in enumerate(chosen):
        key = f"FINDING_{number}"
        results.append(RecognizerResult(key, finding.start or 0, finding.end or 0, finding.score))
        new = {"new_value": _placeholder(finding, letters)}
        operators[key] = OperatorConfig("replace", new)
    return str(_ENGINE.anonymize(text=text, analyzer_results=results, operators=operators).text)


def _outermost(findings: Iterable[Finding]) -> list[Finding]:
    """Drop what lies inside or across another: a cut-off piece would still tell something."""
    chosen: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start or 0, -(f.end or 0))):
        if finding.start is None or finding.end is None:
            continue
        if not chosen or finding.start >= (chosen[-1].end or 0):
            chosen.append(finding)
    return chosen


def _letters(findings: Sequence[Finding]) -> dict[tuple[Role, int | None], str]:
    letters: dict[tuple[Role, int | None], str] = {}
    counts: dict[Role, int] = {}
    for finding in findings:
        key = (finding.role or Role.PUPIL, finding.person)
        if finding.entity == Entity.PERSON and key not in letters:
            letters[key] = _letter(counts.get(key[0], 0))
            counts[key[0]] = counts.get(key[0], 0) + 1
    return letters


def _letter(number: int) -> str:
    first, second = divmod(number, len(ascii_uppercase))
    return (_letter(first - 1) if first else "") + ascii_uppercase[second]


def _placeholder(finding: Finding, letters: dict[tuple[Role, int | None], str]) -> str:
    if finding.entity != Entity.PERSON:
        return f"[{NAMES.get(Entity(finding.entity), OTHER)}]"
    role = finding.role or Role.PUPIL
    genitive = "s" if finding.facts.get("genitive") else ""
    return f"[{ROLE_NAMES[role]} {letters[role, finding.person]}]{genitive}"
