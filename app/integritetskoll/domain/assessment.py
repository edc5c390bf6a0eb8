"""The overall assessment (samlad bedömning): five factors and the rules that fired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from integritetskoll.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Reason:
    """A key of the wording files and what fills its gaps."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Factor:
    """One of sensitivity, context, purpose, spread, consequence: its level, 0 to `max`."""

    name: str
    level: int
    max: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Rule:
    """A floor or hard stop that fired, and the verdict it demands at least."""

    code: str
    verdict: Verdict
    reason: Reason


@dataclass(frozen=True, slots=True)
class Assessment:
    """The five factors in fixed order and every rule that fired."""

    factors: tuple[Factor, ...]
    rules: tuple[Rule, ...]

    @property
    def score(self) -> int:
        """The sum of the levels, 0 to 17."""
        return sum(factor.level for factor in self.factors)
