"""A learned score for sentences that tell of protection in words that no rule has.

A linear model over hashed words and pairs of words (Weinberger et al. 2009, "Feature hashing for
large scale multitask learning"), trained by models/recipe/hints.py on texts of our own. The file
holds one small number for each bucket and no word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from integritetskoll.plain.segments import Segment
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


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: whole numbers, so that a sum is the same wherever a sentence stands."""

    buckets: npt.NDArray[np.int8]
    scale: float
    """the score is the sum of the numbers times this, plus `bias`"""
    bias: float
    threshold: float
    """a unit with a score above it tells"""


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment, or two neighbours, with a score above the threshold."""

    first: int
    last: int


@cache
def learned() -> Weights:
    """Read the weights that ship; PipelineError when they are missing."""
    folder = find_shipped(Path(__file__), FOLDER, FILE)
    with np.load(folder / FILE, allow_pickle=False) as file:
        scale, bias, threshold = (float(value) for value in file["numbers"])
        return Weights(file["buckets"], scale, bias, threshold)


def telling_units(text: str, names: Names, cues: Cues) -> Iterator[Unit]:
    """Yield the units around a cue that score above the threshold, in order."""
    near = cues.holding_any(_cue_letters())
    if not near:
        return
    segments: Sequence[Segment] = cues.segments.items
    around = {at + step for at in near for step in (-1, 0, 1)} & set(range(len(segments)))
    found = list(pieces(text, names, segments, sorted(around)))
    if not found:
        return
    weights = learned()
    least = (weights.threshold - weights.bias) / weights.scale
    for length, sums in zip(LENGTHS, unit_sums(weights.buckets, found), strict=True):
        for at in np.flatnonzero(sums > least):
            unit = found[at : at + length]
            if _counts(found, int(at), length) and any(piece.at in near for piece in unit):
                yield Unit(unit[0].at, unit[-1].at)


def _counts(found: Sequence[Piece], at: int, length: int) -> bool:
    """Whether pieces stand side by side, and somebody stands in them or just before."""
    unit = found[at : at + length]
    together = unit[-1].at - unit[0].at <= 1
    before = found[at - 1 : at] if at and found[at].at - found[at - 1].at <= 1 else []
    return together and any(piece.someone for piece in (*before, *unit))


def unit_sums(numbers: npt.NDArray[np.int8], found: Sequence[Piece]) -> list[npt.NDArray[np.int64]]:
    """Sum the numbers of each piece, and of each two neighbours. Linear in the words."""
    row = laid_out(found)
    sums = [np.zeros(max(0, len(found) - length + 1), np.int64) for length in LENGTHS]
    for gap in GAPS:
        running = np.zeros(len(row.codes) - gap + 1, np.int64)
        np.cumsum(numbers[row.buckets(gap)], dtype=np.int64, out=running[1:])
        for number, length in enumerate(LENGTHS):
            starts, ends = row.spans(gap, length)
            sums[number] += (running[ends] - running[starts]).sum(0)
    return sums


@cache
def _cue_letters() -> tuple[str, ...]:
    return tuple(next(row[1] for row in rows("protection_cues") if row[0] == "learned").split("|"))
