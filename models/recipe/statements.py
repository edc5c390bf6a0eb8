"""Train the learned score of sensitive statements on the development part of our own texts.

Run `python -m models.recipe.statements` (two minutes on one core); `--held-out` instead leaves out
in turn all that one hand wrote and prints what is found in it, by threshold. How:
models/recipe/learned.py.

A second, smaller table tells which category a statement most likely belongs to: for each category a
logistic regression of its statements against those of all others, on folded buckets.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from bench.sensitive import DATA, MEASURED
from integritetskoll.plain.normalize import normalize
from integritetskoll.text.pipeline import load_pipeline
from integritetskoll.text.recognizers._learned_features import features_of
from integritetskoll.text.recognizers._statement_score import FOLDED, KINDS, NAME, folded
from models.recipe import written
from models.recipe.learned import (
    Model,
    Text,
    Unit,
    fit,
    held_out,
    print_curve,
    read,
    segments_of,
    train,
    write,
)

THRESHOLD = 1.0
"""Where two or three of a hundred ordinary sentences were taken for one, in hands left out."""
DRAFTS = 7
"""The hand of the drafts that were written for the names in them."""
DOUBT = -2.0
"""Below it, rules were as often wrong as right."""


def texts(nlp: Any) -> Iterator[Text]:
    """Read all texts with the shipped pipeline; each segment is a unit."""
    files = [DATA / "sensitive" / f"{category.lower()}.txt" for category in MEASURED]
    files += [DATA / f"{name}.txt" for name in ("teaching", "ordinary", "harmless")]
    for path in files:
        for name, raw, hand in read(path):
            yield Text(path.stem if name == "hits" else "", _units(nlp, raw), hand)
    for raw in written.harmless():
        yield Text("", _units(nlp, raw), DRAFTS)


def _units(nlp: Any, raw: str) -> list[Unit]:
    text = normalize(raw).text
    with nlp.memory_zone():
        units = segments_of(features_of(text, nlp(text)))
    return [unit for unit in units if len(unit)]


def kinds(given: Sequence[Text], model: Model) -> dict[str, Any]:
    """Return the tables of the categories, from the best unit of each text that tells."""
    telling = [text for text in given if text.tells and text.units]
    units = [folded(text.units[int(np.argmax(model.scores(text.units)))]) for text in telling]
    found = []
    for kind in map(str.lower, KINDS):
        own = [unit for unit, text in zip(units, telling, strict=True) if text.tells == kind]
        others = [unit for unit, text in zip(units, telling, strict=True) if text.tells != kind]
        found.append(fit(own, others))
    weights = np.array([each.weights[:FOLDED] for each in found])
    scales = np.abs(weights).max(axis=1) / 127
    return {
        "kinds": np.rint(weights / scales[:, None]).astype(np.int8),
        "kind_scales": scales,
        "kind_biases": np.array([each.bias for each in found]),
    }


def main() -> None:
    """Train on all of the development part and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure on hands left out")
    options = parser.parse_args()
    given = list(texts(load_pipeline()))
    if options.held_out:
        print_curve(held_out(given), np.arange(-1, 4.5, 0.5))
        return
    model = train(given)
    write(NAME, model, threshold=THRESHOLD, doubt=DOUBT, **kinds(given, model))


if __name__ == "__main__":
    main()
