"""What the learned scores share: texts as units, training, measuring on hands left out, weights.

Multiple-instance logistic regression (Andrews, Tsochantaridis & Hofmann 2002): a text that tells
has at least one telling unit, and training finds which; one that doesn't has none. In each step
half of the weights are left out (Srivastava et al. 2014, "Dropout"), drawn from a fixed seed: no
word may decide alone. The same texts and machine give the same weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from integritetskoll.text.recognizers._learned_features import BITS, Features
from integritetskoll.text.recognizers._learned_score import shortening

OUT = Path(__file__).parents[1] / "learned"
SIZE = 2**BITS
ROUNDS = 3
STEPS = 120
DROPPED = 0.5
RATE = 0.03
DECAY = 3e-5
"""How strongly weights are pulled to zero."""
Unit = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Text:
    """A text: its units, what it tells ("" for nothing), and who wrote it."""

    tells: str
    units: list[Unit]
    hand: int
    sentences: list[Any] = field(default_factory=list)
    """the words of each unit, where they are read once more"""


@dataclass(frozen=True)
class Model:
    """A weight for each bucket, those of letters after those of words, and one always added."""

    weights: Floats
    bias: float

    def scores(self, units: Sequence[Unit]) -> Floats:
        """The score of each unit: the logarithm of the odds that it tells."""
        sums = np.array([self.weights[unit].sum() for unit in units])
        return sums * shortening(np.array([len(unit) for unit in units], np.intp)) + self.bias

    def best(self, text: Text) -> float:
        """The score of the text: that of its best unit."""
        return float(self.scores(text.units).max()) if text.units else -np.inf


def read(path: Path) -> Iterator[tuple[str, str, int]]:
    r"""Yield section, text and hand of each line outside the parts kept aside; `\n` and `\t`."""
    name, hand = "", 1
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line[1:-1]
        elif line.startswith("# hand"):
            hand = int(line.split()[2].rstrip(":"))
        elif line.strip() and not line.startswith("#") and not name.startswith("kept"):
            yield name, line.replace("\\n", "\n").replace("\\t", "\t"), hand


def segments_of(features: Features) -> list[Unit]:
    """The buckets of each segment, those of letters counted on from those of words."""
    return [
        np.concatenate(
            [
                features.words[features.word_at == at],
                features.letters[features.letter_at == at] + SIZE,
            ]
        )
        for at in range(features.segments)
    ]


def train(given: Sequence[Text], *, rate: float = RATE) -> Model:
    """Fit the weights; after each round only the best unit of a text that tells counts."""
    against = [unit for text in given if not text.tells for unit in text.units]
    telling = [text.units for text in given if text.tells and text.units]
    model = fit([unit for units in telling for unit in units], against, rate=rate)
    for _ in range(ROUNDS - 1):
        best = [units[int(np.argmax(model.scores(units)))] for units in telling]
        model = fit(best, against, rate=rate)
    return model


def fit(telling: Sequence[Unit], against: Sequence[Unit], *, rate: float = RATE) -> Model:
    """Logistic regression with Adam (Kingma & Ba 2015) over all units at once."""
    units = [*telling, *against]
    lengths = np.array([len(unit) for unit in units])
    starts = np.concatenate(([0], lengths.cumsum()[:-1]))
    shorter, draw = shortening(lengths), np.random.default_rng(0)
    used, columns = np.unique(np.concatenate(units), return_inverse=True)
    wanted = np.repeat([1.0, 0.0], [len(telling), len(against)])
    weights, bias = np.zeros(len(used) + 1), -2.0
    weights[-1] = bias
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        kept = (draw.random(len(used)) > DROPPED) / (1 - DROPPED)
        scores = np.add.reduceat((weights[:-1] * kept)[columns], starts) * shorter + weights[-1]
        error = (1 / (1 + np.exp(-scores)) - wanted) / len(units)
        parts = np.repeat(error * shorter, lengths)
        slope = np.append(np.bincount(columns, parts, len(used)) * kept, error.sum())
        slope[:-1] += DECAY * weights[:-1]
        first += 0.1 * (slope - first)
        second += 0.001 * (slope**2 - second)
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    full = np.zeros(2 * SIZE)
    full[used] = weights[:-1]
    return Model(full, float(weights[-1]))


def held_out(given: Sequence[Text]) -> Iterator[tuple[Text, float]]:
    """Yield each text with its score by a model that saw nothing of the hand that wrote it."""
    for hand in sorted({text.hand for text in given}):
        model = train([text for text in given if text.hand != hand])
        yield from ((text, model.best(text)) for text in given if text.hand == hand)


def print_curve(scored: Iterable[tuple[Text, float]], thresholds: Iterable[float]) -> None:
    """Print how many texts that tell and that don't score above each threshold."""
    known = list(scored)
    telling = [score for text, score in known if text.tells]
    silent = [score for text, score in known if not text.tells]
    for least in thresholds:
        right, wrong = (sum(score > least for score in part) for part in (telling, silent))
        print(
            f"{least:5.1f}  {right} of {len(telling)} found ({right / len(telling):.3f}), "
            f"{wrong} of {len(silent)} wrongly ({wrong / len(silent):.4f})"
        )


def write(name: str, model: Model, *, threshold: float, doubt: float, **more: Any) -> None:
    """Write the weights as whole numbers of one byte, the largest as 127."""
    scale = float(np.abs(model.weights).max()) / 127
    small = np.rint(model.weights / scale).astype(np.int8)
    OUT.mkdir(exist_ok=True)
    np.savez_compressed(
        OUT / f"{name}.npz",
        words=small[:SIZE],
        letters=small[SIZE:],
        numbers=np.array([scale, model.bias, threshold, doubt]),
        **more,
    )
