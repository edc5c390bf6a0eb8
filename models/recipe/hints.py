"""Train the learned score of protection hints on the development part of our own texts.

Run `python -m models.recipe.hints` (a few minutes on one core); `--held-out` instead leaves out in
turn all that one hand wrote and prints what is found in it, by threshold. The same texts and
machine give the same weights.

Multiple-instance logistic regression (Andrews, Tsochantaridis & Hofmann 2002): a text that must
block has at least one telling sentence or pair of neighbours, and training finds which; one that
must not block has none. In each step half of the weights are left out (Srivastava et al. 2014,
"Dropout"), drawn from a fixed seed: no word may decide alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.protection import DATA, hands
from integritetskoll.plain.normalize import normalize
from integritetskoll.text.pipeline import load_pipeline, name_table
from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._people import names_of
from integritetskoll.text.recognizers._protection_score import shortening, unit_at, units_near
from integritetskoll.text.recognizers._protection_sense import Reading
from integritetskoll.text.recognizers._protection_words import (
    BITS,
    GAPS,
    LENGTHS,
    Piece,
    Row,
    laid_out,
)
from integritetskoll.text.recognizers.protected_identity_hint import by_rule

CASES = DATA.parent / "text" / "recognizers" / "cases"
OUT = Path(__file__).parents[1] / "hints" / "weights.npz"
ROUNDS = 3
STEPS = 120
DROPPED = 0.5
RATE = 0.06
DECAY = 3e-5
"""How strongly weights are pulled to zero."""
THRESHOLD = 1.5
"""Where nearly nothing was stopped wrongly in whole hands' texts that were left out in turn."""
DOUBT = -3.0
"""Below it, rules were as often wrong as right."""
_MARKS = str.maketrans("", "", "⟦⟧")
Unit = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Text:
    """A text of the development part: its units, and whether it must block."""

    blocks: bool
    units: list[Unit]
    hand: int
    """who wrote it; ordinary texts are dealt out to all hands"""


@dataclass(frozen=True)
class Model:
    """A weight for each bucket, and one that is always added."""

    weights: npt.NDArray[np.float64]
    bias: float

    def scores(self, units: Sequence[Unit]) -> npt.NDArray[np.float64]:
        """The score of each unit: the logarithm of the odds that it tells."""
        sums = np.array([self.weights[unit].sum() for unit in units])
        return sums * shortening(np.array([len(unit) for unit in units], np.int64)) + self.bias


def units_of(found: Sequence[Piece]) -> list[Unit]:
    """Each piece, and each pair of neighbours, as the buckets of its words and pairs of words."""
    row = laid_out(found)
    parts = [list(_units(row, gap)) for gap in GAPS]
    return [np.concatenate(each) for each in zip(*parts, strict=True)]


def _units(row: Row, gap: int) -> Iterator[Unit]:
    numbers = row.buckets(gap)
    for length in LENGTHS:
        for spans in np.stack(row.spans(gap, length), -1).swapaxes(0, 1):
            yield np.concatenate([numbers[start:end] for start, end in spans])


def texts(nlp: Any) -> Iterator[Text]:
    """Read the development part and ordinary texts with the shipped pipeline.

    Of the ordinary texts, those in which a rule finds a hint are left out.
    """
    table, last = name_table(nlp), 0

    def read(raw: str) -> tuple[Reading, Cues]:
        text = normalize(raw).text
        doc = nlp(text)
        cues = Cues.of(text, doc)
        return Reading(text, names_of(doc, table), cues.segments.items), cues

    for name, blocks in (("hits", True), ("near", False)):
        for hand, raws in enumerate(hands(DATA / f"protection_{name}.txt")["development"]):
            last = hand
            for raw in raws:
                yield Text(blocks, list(units(*read(raw))), hand)
    for number, raw in enumerate(ordinary()):
        reading, cues = read(raw)
        if not any(by_rule(reading, cues)):
            yield Text(False, list(units(reading, cues)), number % (last + 1))


def units(reading: Reading, cues: Cues) -> Iterator[Unit]:
    """Yield the units of a text that are scored when it is checked."""
    near, found = units_near(reading.text, reading.names, cues)
    places = [(at, length) for length in LENGTHS for at in range(len(found) + 1 - length)]
    if found:
        for (at, length), unit in zip(places, units_of(found), strict=True):
            if unit_at(found, at, length, near) is not None:
                yield unit


def ordinary() -> Iterator[str]:
    """Yield texts of other tables and tests, which tell of nobody's protection."""
    for path in sorted(CASES.glob("*.txt")):
        if path.stem != "protected_identity_hint":
            lines = (line for line in _lines(path) if not line.startswith("["))
            yield from (text.replace("\\n", "\n").replace("\\t", "\t") for text in lines)
    yield from _lines(DATA / "sensitive_near.txt")
    yield from (line.split("\t")[1] for line in _lines(DATA / "sensitive_hits.tsv"))
    yield from (json.loads(line)["text"] for line in _lines(DATA / "persons_dev.jsonl"))


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.translate(_MARKS)


def train(given: Sequence[Text]) -> Model:
    """Fit the weights; after each round only the best unit of a text that blocks counts."""
    against = [unit for text in given if not text.blocks for unit in text.units]
    telling = [text.units for text in given if text.blocks and text.units]
    model = fit([unit for units in telling for unit in units], against)
    for _ in range(ROUNDS - 1):
        best = [units[int(np.argmax(model.scores(units)))] for units in telling]
        model = fit(best, against)
    return model


def fit(telling: Sequence[Unit], against: Sequence[Unit]) -> Model:
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
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    full = np.zeros(2**BITS)
    full[used] = weights[:-1]
    return Model(full, float(weights[-1]))


def held_out(given: Sequence[Text]) -> None:
    """Print how the score alone does on what each hand wrote, left out in turn, by threshold."""
    best: list[tuple[bool, float]] = []
    for hand in sorted({text.hand for text in given}):
        model = train([text for text in given if text.hand != hand])
        left = [text for text in given if text.hand == hand and text.units]
        best += [(text.blocks, float(model.scores(text.units).max())) for text in left]
    total = sum(text.blocks for text in given)
    for least in np.arange(0, 4.5, 0.5):
        right = sum(blocks and score > least for blocks, score in best)
        wrong = sum(not blocks and score > least for blocks, score in best)
        print(f"{least:4.1f}  {right} of {total} found, {wrong} of {len(given) - total} wrongly")


def main() -> None:
    """Train on all of the development part and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure on hands left out")
    options = parser.parse_args()
    given = list(texts(load_pipeline()))
    if options.held_out:
        held_out(given)
    else:
        write(train(given))


def write(model: Model) -> None:
    """Write the weights as whole numbers of one byte, the largest as 127."""
    scale = float(np.abs(model.weights).max()) / 127
    small = np.rint(model.weights / scale).astype(np.int8)
    OUT.parent.mkdir(exist_ok=True)
    np.savez_compressed(OUT, buckets=small, numbers=np.array([scale, model.bias, THRESHOLD, DOUBT]))


if __name__ == "__main__":
    main()
