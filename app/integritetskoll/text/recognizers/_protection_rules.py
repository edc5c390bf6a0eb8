"""The rules of protection.tsv: what to look for, and where the person stands.

Markers are the words of the authorities: folkbokföringslagen 16 § (skyddad folkbokföring, before
2019 kvarskrivning), lagen 1991:483 (fingerade personuppgifter), Skatteverket's sekretessmarkering,
lagen 1988:688 (kontaktförbud, in speech still besöksförbud), lagen 2024:79 (skyddat boende). The
hints are ways of asking for the same silence without a word from the law.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from integritetskoll.text.recognizers._patterns import compiled, rows
from integritetskoll.text.recognizers._people import Who

MARKER = "protection_marker"
IMAGE = "protection_hint_image"
LIST = "protection_hint_list"
PLACE = "protection_hint_place"
NAME = "protection_hint_name"
_PARTS = "protection_parts"
_BETWEEN = regex.compile(r"\W")
_FIRST = 3
"""Letters by which cues are looked up."""


class Side(StrEnum):
    """Where the person of a rule stands."""

    LEFT = "left"
    """the subject, before the phrase"""
    WHO = "who"
    """the group `who` of the pattern, or inside it"""
    NEAR = "near"
    """the closest mention in the sentence, left before right"""
    ANY = "any"
    """anywhere in the sentence, or a name in the one before when the rule is `wide`"""
    SELF = "self"
    """the phrase itself names somebody in particular: "jag har skyddad identitet"."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason code, a pattern, where its person stands, and words that make it harmless.

    `cues` are groups of small letters: the pattern is only tried where each group has one that
    stands in the sentence. `needs` must stand somewhere in the same sentence (for a `wide` rule
    in those around it; for a `header` rule, anywhere in the paragraph before), `unless` must not;
    somebody must be meant as clearly as `least` says. An `alone` rule counts only where no other
    does.
    """

    code: str
    side: Side
    cues: tuple[frozenset[str], ...]
    pattern: str
    needs: str = ""
    unless: str = ""
    wide: bool = False
    header: bool = False
    alone: bool = False
    least: Who = Who.INDEFINITE

    def fits(self, sentence: str, window: str) -> bool:
        """Tell whether the words around allow it: `needs` is there, `unless` isn't."""
        if self.needs and not compiled(self.needs, _PARTS).search(window):
            return False
        return not (self.unless and compiled(self.unless, _PARTS).search(sentence))

    def compiled(self) -> regex.Pattern[str]:
        """Return the pattern, compiled when it is first asked for."""
        return compiled(self.pattern, _PARTS)


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the table."""
    groups = {row[0]: row[1] for row in rows("protection_cues")}
    return tuple(_rule(row, groups) for row in rows("protection"))


def rules_for(lowered: str) -> list[Rule]:
    """Return the rules whose small letters stand in a sentence."""
    cues, free = _bits()
    found = list(free)
    for cue in _cues_in(lowered):
        for group, bits in cues[cue]:
            found[group] |= bits
    every = found[0]
    for bits in found[1:]:
        every &= bits
    return list(_rules_of(every))


def _rules_of(bits: int) -> Iterator[Rule]:
    while bits:
        last = bits & -bits
        yield rules()[last.bit_length() - 1]
        bits ^= last


def _cues_in(lowered: str) -> Iterator[str]:
    """Yield the cues that stand in a sentence; only those of whose first letters it has a trace."""
    known = _by_first()
    lowered = f"{lowered}\n {_BETWEEN.sub(' ', lowered)}"
    firsts = {lowered[at : at + _FIRST] for at in range(len(lowered))}
    for first in known.keys() & {"", *firsts}:
        yield from (cue for cue in known[first] if cue in lowered)


@cache
def _by_first() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for cue in _bits()[0]:
        found[cue[:_FIRST] if len(cue) >= _FIRST else ""].append(cue)
    return found


@cache
def _bits() -> tuple[Mapping[str, Sequence[tuple[int, int]]], Sequence[int]]:
    """For each cue, by number of group, the rules that need it; and the rules without the group.

    Rules stand as the bits of whole numbers, which are put together in one step.
    """
    groups = range(max(len(rule.cues) for rule in rules()))
    found: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    free = [0 for _ in groups]
    for at, rule in enumerate(rules()):
        for group in groups:
            free[group] |= (len(rule.cues) <= group) << at
        for group, cues in enumerate(rule.cues):
            for cue in cues:
                found[cue][group] |= 1 << at
    return {cue: tuple(each.items()) for cue, each in found.items()}, free


def _rule(row: list[str], groups: dict[str, str]) -> Rule:
    code, side, cues, pattern, needs, unless, flags = [*row, "", "", ""][:7]
    least = flags.partition("least=")[2].partition(" ")[0]
    return Rule(
        code,
        Side(side),
        tuple(
            frozenset(cue for name in group.split("|") for cue in groups.get(name, name).split("|"))
            for group in cues.split(" + ")
        ),
        pattern,
        needs,
        unless,
        "wide" in flags,
        "header" in flags,
        "alone" in flags,
        Who[least.upper()] if least else Who.INDEFINITE,
    )
