"""Learned scores of the segments of a text: weights by bucket, as training left them.

Logistic regression over the buckets of `_learned_features`: the score of a segment, or of two
neighbours, is the logarithm of the odds that it tells what was trained for. The files hold one
small number for each bucket and no word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from integritetskoll.text.pipeline.shipped import find_shipped
from integritetskoll.text.recognizers._learned_features import Features

Floats: TypeAlias = npt.NDArray[np.float64]
FOLDER = "learned"
_USUAL, _ROOT = 60, 0.25
"""Buckets of a usual segment; the root of their number that a sum is divided by."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: whole numbers, so that a sum is the same wherever a segment stands."""

    words: npt.NDArray[np.int8]
    letters: npt.NDArray[np.int8]
    scale: float
    bias: float
    threshold: float
    """a score above it tells"""
    doubt: float
    """where no score is above it, no rule is believed"""


@cache
def learned(name: str) -> Weights:
    """Read the weights that ship under this name; PipelineError when they are missing."""
    file = f"{name}.npz"
    with np.load(find_shipped(Path(__file__), FOLDER, file) / file, allow_pickle=False) as stored:
        numbers = (float(value) for value in stored["numbers"])
        return Weights(stored["words"], stored["letters"], *numbers)


def scores(weights: Weights, features: Features, length: int = 1) -> Floats:
    """Score every `length` neighbouring segments: shape (segments - length + 1,)."""
    sums, sizes = features.sums(weights.words, weights.letters), features.sizes()
    if length > 1:
        ones = np.ones(length, np.intp)
        if len(sums) < length:
            return np.zeros(0)
        sums, sizes = np.convolve(sums, ones, "valid"), np.convolve(sizes, ones, "valid")
    found: Floats = sums * weights.scale * shortening(sizes) + weights.bias
    return found


def shortening(sizes: npt.NDArray[np.intp]) -> Floats:
    """What a sum is multiplied by, so that many words alone don't make it large."""
    found: Floats = np.power(np.maximum(sizes, 1) / _USUAL, -_ROOT)
    return found
