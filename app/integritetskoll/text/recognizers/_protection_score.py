"""A learned score for sentences that tell of protection in words that no rule has.

A linear model over hashed words and pairs of words (Weinberger et al. 2009, "Feature hashing for
large scale multitask learning"), trained by models/recipe/hints.py on texts of our own. The file
holds one small number for each bucket and no word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from integritetskoll.text.pipeline.shipped import find_shipped
from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._patterns import rows
from integritetskoll.text.recognizers._people import Names
from integritetskoll.text.recognizers._protection_words import (
    GAPS,
    LENGTHS,
    Piece,
    laid_out,
    pieces,
)

FOLDER, FILE = "hints", "weights.npz"
_USUAL, _ROOT = 60, 0.25
"""Words and pairs of words of a usual unit; the root of their number that a sum is divided by."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: whole numbers, so that a sum is the same wherever a sentence stands."""

    buckets: npt.NDArray[np.int8]
    scale: float
    """the score is the sum of the numbers times this over a root of the words, plus `bias`"""
    bias: float
    threshold: float
    """a unit with a score above it tells"""
    doubt: float
    """where no unit has a score above it, no rule is believed"""


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment, or two neighbours, with a score above the threshold."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the score says of a text."""

    telling: tuple[Unit, ...] = ()
    best: Mapping[int, float] = field(default_factory=dict)
    """by the number of each segment not below `doubt`, the best score of the units around it"""


@cache
def learned() -> Weights:
    """Read the weights that ship; PipelineError when they are missing."""
    folder = find_shipped(Path(__file__), FOLDER, FILE)
    with np.load(folder / FILE, allow_pickle=False) as file:
        return Weights(file["buckets"], *(float(value) for value in file["numbers"]))


def weigh(text: str, names: Names, cues: Cues) -> Weighed:
    """Score the units around a cue; those that tell stand in order of length and place.

    The neighbours of a segment count where it doesn't score below `doubt` by itself.
    """
    weights, near = learned(), segments_with_cue(cues)
    alone = list(pieces(text, names, cues.segments.items, sorted(near)))
    (scores,) = unit_scores(weights, alone, (1,))
    suspect = {alone[at].at for at in np.flatnonzero(scores > weights.doubt).tolist()}
    if not suspect:
        return Weighed()
    found = _with_neighbours(text, names, cues, [one for one in alone if one.at in suspect])
    telling: list[Unit] = []
    best = dict.fromkeys(suspect, weights.doubt)
    for length, scores in zip(LENGTHS, unit_scores(weights, found, LENGTHS), strict=True):
        for at in np.flatnonzero(scores > weights.doubt).tolist():
            unit = unit_at(found, at, length, suspect)
            if unit is not None:
                for number in suspect & {unit.first, unit.last}:
                    best[number] = max(best[number], float(scores[at]))
                if scores[at] > weights.threshold and _someone(found, at, length):
                    telling.append(unit)
    return Weighed(tuple(telling), best)


def telling_units(text: str, names: Names, cues: Cues) -> tuple[Unit, ...]:
    """Return the units that score above the threshold, in order of length and place."""
    return weigh(text, names, cues).telling


def _with_neighbours(text: str, names: Names, cues: Cues, known: Sequence[Piece]) -> list[Piece]:
    """Return pieces and those of the segments before and after theirs, in order."""
    segments, have = cues.segments.items, {piece.at for piece in known}
    beside = {at + step for at in have for step in (-1, 1)} & set(range(len(segments)))
    more = pieces(text, names, segments, sorted(beside - have))
    return sorted((*known, *more), key=attrgetter("at"))


def units_near(text: str, names: Names, cues: Cues) -> tuple[Set[int], list[Piece]]:
    """Return the numbers of the segments with a cue, and the pieces of these and those beside."""
    near = segments_with_cue(cues)
    alone = list(pieces(text, names, cues.segments.items, sorted(near)))
    return near, _with_neighbours(text, names, cues, alone)


def unit_at(found: Sequence[Piece], at: int, length: int, near: Set[int]) -> Unit | None:
    """Return the unit of `length` pieces, if they are neighbours and a cue stands in them."""
    first, last = found[at].at, found[at + length - 1].at
    beside = last - first <= 1 and not near.isdisjoint((first, last))
    return Unit(first, last) if beside else None


def _someone(found: Sequence[Piece], at: int, length: int) -> bool:
    """Whether somebody stands in the unit or just before."""
    before = found[at - 1 : at] if at and found[at].at - found[at - 1].at <= 1 else []
    return any(piece.someone for piece in (*before, *found[at : at + length]))


def unit_scores(
    weights: Weights, found: Sequence[Piece], lengths: Sequence[int]
) -> list[npt.NDArray[np.float64]]:
    """Score every so many neighbouring pieces, for each of `lengths`. Linear in the words."""
    if not found:
        return [np.zeros(0) for _ in lengths]
    row = laid_out(found)
    sums = [np.zeros(max(0, len(found) - length + 1), np.int64) for length in lengths]
    sizes = [each.copy() for each in sums]
    for gap in GAPS:
        running = np.zeros(len(row.codes) - gap + 1, np.int64)
        np.cumsum(weights.buckets[row.buckets(gap)], dtype=np.int64, out=running[1:])
        for number, length in enumerate(lengths):
            starts, ends = row.spans(gap, length)
            sums[number] += (running[ends] - running[starts]).sum(0)
            sizes[number] += (ends - starts).sum(0)
    return [
        total * weights.scale * shortening(size) + weights.bias
        for total, size in zip(sums, sizes, strict=True)
    ]


def shortening(sizes: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """What the sum of a unit is multiplied by, so that many words alone don't make it large."""
    return np.power(np.maximum(sizes, 1) / _USUAL, -_ROOT)


def segments_with_cue(cues: Cues) -> frozenset[int]:
    """Return the numbers of the segments that are worth scoring."""
    lowered, segments, found = cues.lowered, cues.segments, set()
    for cue, begins in _cue_letters():
        place = lowered.find(cue)
        while place >= 0:
            if begins and lowered[place - 1 : place].isalnum():
                place = lowered.find(cue, place + 1)
            else:
                number = segments.at(place)
                found.add(number)
                place = lowered.find(cue, segments.items[number].end)
    return frozenset(found)


@cache
def _cue_letters() -> tuple[tuple[str, bool], ...]:
    """The cues, and whether a word must begin there; none in which another stands."""
    cues = set(next(row[1] for row in rows("protection_cues") if row[0] == "learned").split("|"))
    least = sorted(cue for cue in cues if not any(o in f" {cue}" for o in cues - {cue}))
    return tuple((cue.removeprefix(" "), cue.startswith(" ")) for cue in least)
