"""Overlaps, resolved once: the longest specific entity wins.

An e-mail address is not also a URL or a person, a personnummer is not also a phone number. An
entity that says something about a span (health, whereabouts, ...) may hold another that names
someone: both stay. A letter that begins a name is an initial and no grade.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from integritetskoll.domain.entity import Entity

# Entities that name or number something: no two of these share a character. The order decides
# between equally long ones: a checked number before a guess, a guess before a proper noun.
IDENTIFIERS: tuple[Entity, ...] = (
    Entity.SE_PERSONNUMMER,
    Entity.SE_SAMORDNINGSNUMMER,
    Entity.SE_INTERIM_NUMBER,
    Entity.IBAN_CODE,
    Entity.PASSWORD,
    Entity.EMAIL_ADDRESS,
    Entity.URL,
    Entity.BANK_ACCOUNT,
    Entity.PHONE_NUMBER,
    Entity.STREET_ADDRESS,
    Entity.POSTAL_ADDRESS,
    Entity.USERNAME,
    Entity.BIRTH_DATE,
    Entity.VEHICLE_REGISTRATION,
    Entity.IP_ADDRESS,
    Entity.SCHOOL_CLASS,
    Entity.SCHOOL,
    Entity.PERSON,
    Entity.ORGANIZATION,
    Entity.LOCATION,
)
_RANK = MappingProxyType({entity: rank for rank, entity in enumerate(IDENTIFIERS)})
_WEAK = frozenset({Entity.ORGANIZATION, Entity.LOCATION})
_NUMBERS = frozenset(IDENTIFIERS[:5])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A result of a recognizer over the whole plain text."""

    entity: Entity
    start: int
    end: int
    score: float
    code: str
    facts: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def guess(self) -> bool:
        """Whether it is a whole sentence that only a learned score tells of."""
        return "guess" in self.facts


def resolve(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that stay, in reading order. Linear but for the sorting."""
    unique = {(c.entity, c.guess, c.start, c.end): c for c in candidates}
    naming = [c for c in unique.values() if c.entity in _RANK]
    saying = [c for c in unique.values() if c.entity not in _RANK]
    named = _longest(naming, key=_naming_order)
    initials = {c.start + 1 for c in named if c.entity is Entity.PERSON}
    saying = [c for c in saying if c.entity is not Entity.GRADE or c.end not in initials]
    kept = named + _by_entity(saying)
    return sorted(kept, key=lambda c: (c.start, -c.end, c.entity))


def _naming_order(candidate: Candidate) -> tuple[bool, bool, int, int, int]:
    entity = candidate.entity
    return (
        entity not in _NUMBERS,
        entity in _WEAK,
        candidate.start - candidate.end,
        _RANK[entity],
        candidate.start,
    )


def _by_entity(candidates: Sequence[Candidate]) -> list[Candidate]:
    kinds: dict[tuple[Entity, bool], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        kinds[candidate.entity, candidate.guess].append(candidate)
    kept: list[Candidate] = []
    for same in kinds.values():
        kept += _longest(same, key=lambda c: (c.start - c.end, c.start))
    return kept


def _longest(candidates: Sequence[Candidate], *, key) -> list[Candidate]:  # type: ignore[no-untyped-def]
    taken = bytearray(max((c.end for c in candidates), default=0))
    kept = []
    for candidate in sorted(candidates, key=key):
        span = slice(candidate.start, candidate.end)
        if not any(taken[span]):
            taken[span] = b"\x01" * (candidate.end - candidate.start)
            kept.append(candidate)
    return kept
