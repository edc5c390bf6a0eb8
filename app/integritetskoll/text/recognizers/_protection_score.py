"""Sentences that tell of protection in words that no rule has, by a learned score.

Trained by models/recipe/hints.py on texts of our own. Only sentences with a cue are looked at, and
their neighbours, because a hint may need two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._learned_features import Features
from integritetskoll.text.recognizers._learned_score import learned, scores
from integritetskoll.text.recognizers._patterns import rows

NAME = "hints"
POSSIBLE = 0.75
"""The score from which on a unit without a rule is told of as possible."""
LENGTHS = (1, 2)
"""A unit is one segment, or so many neighbours."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment, or two neighbours."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the score says of a text."""

    telling: tuple[Unit, ...] = ()
    possible: tuple[Unit, ...] = ()
    """units between `POSSIBLE` and the threshold"""
    best: Mapping[int, float] = field(default_factory=dict)
    """by the number of each segment not below `doubt`, the best score of the units around it"""


def weigh(features: Features, cues: Cues) -> Weighed:
    """Score the segments with a cue; units stand in order of length and place.

    The neighbours of a segment count where it doesn't score below `doubt` by itself.
    """
    weights = learned(NAME)
    alone = scores(weights, features)
    suspect = segments_with_cue(cues, np.flatnonzero(alone > weights.doubt).tolist())
    best = dict.fromkeys(suspect, weights.doubt)
    telling: list[Unit] = []
    possible: list[Unit] = []
    for length in LENGTHS if suspect else ():
        found = alone if length == 1 else scores(weights, features, length)
        for first in np.flatnonzero(found > weights.doubt).tolist():
            unit = Unit(first, first + length - 1)
            near = suspect.intersection((unit.first, unit.last))
            for at in near:
                best[at] = max(best[at], float(found[first]))
            if near and found[first] > POSSIBLE and _someone(features, unit):
                sure = found[first] > weights.threshold
                (telling if sure else possible).append(unit)
    return Weighed(tuple(telling), tuple(possible), best)


def _someone(features: Features, unit: Unit) -> bool:
    """Whether somebody stands in the unit or just before."""
    return bool(features.someone[max(0, unit.first - 1) : unit.last + 1].any())


def segments_with_cue(cues: Cues, among: Iterable[int] | None = None) -> frozenset[int]:
    """Return the numbers of the segments, of all or `among` some, that are worth scoring."""
    numbers = range(len(cues.segments.items)) if among is None else among
    return frozenset(at for at in numbers if _has_cue(cues, at))


def _has_cue(cues: Cues, at: int) -> bool:
    segment = cues.segments.items[at]
    return any(
        _begins(cues.lowered, cue, (segment.start, segment.end), at_word=at_word)
        for cue, at_word in _cue_letters()
    )


def _begins(lowered: str, cue: str, span: tuple[int, int], *, at_word: bool) -> bool:
    """Whether a cue begins in a span, and a word with it where it must."""
    start, last = span[0], span[1] + len(cue) - 1
    place = lowered.find(cue, start, last)
    while at_word and place >= 0 and lowered[place - 1 : place].isalnum():
        place = lowered.find(cue, place + 1, last)
    return place >= 0


@cache
def _cue_letters() -> tuple[tuple[str, bool], ...]:
    """The cues, and whether a word must begin there; none in which another stands."""
    cues = set(next(row[1] for row in rows("protection_cues") if row[0] == "learned").split("|"))
    least = sorted(cue for cue in cues if not any(o in f" {cue}" for o in cues - {cue}))
    return tuple((cue.removeprefix(" "), cue.startswith(" ")) for cue in least)
