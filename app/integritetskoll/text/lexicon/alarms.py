"""False alarms: the words around a match that make it a metaphor, a thing or a subject.

A row of a table names them: `>x` right after, `<x` right before, `x` near; `stem*`, `*ending`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Alarms:
    """Words, their beginnings and their endings that make a match another thing."""

    words: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]

    def tells(self, word: str) -> bool:
        """Tell whether a case-folded word is one of them."""
        return word in self.words or word.startswith(self.starts) or word.endswith(self.ends)


@cache
def alarms(patterns: tuple[str, ...]) -> tuple[Alarms, Alarms, Alarms]:
    """Return what tells right before a match, right after it, and near it."""
    left, right, near = (
        [p[1:] if mark else p for p in patterns if (p[0] if p[0] in "<>" else "") == mark]
        for mark in ("<", ">", "")
    )
    return _sorted_out(left), _sorted_out(right), _sorted_out(near)


def _sorted_out(patterns: Sequence[str]) -> Alarms:
    starts = tuple(p[:-1] for p in patterns if p.endswith("*"))
    ends = tuple(p[1:] for p in patterns if p.startswith("*") and not p.endswith("*"))
    whole = frozenset(p for p in patterns if "*" not in (p[0], p[-1]))
    return Alarms(whole, starts, ends)
