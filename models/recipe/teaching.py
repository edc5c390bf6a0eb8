"""Train the learned score of texts that name nobody real on the development part of our own texts.

Run `python -m models.recipe.teaching` (some minutes on one core); `--held-out` instead leaves out
in turn all that one hand wrote and prints what is found in it, by threshold. How:
models/recipe/learned.py, with a whole text as one unit.

Near misses of the sensitive categories and drafts that were judged harmless may teach themselves. A
first model, which hasn't seen them, tells: those it takes for teaching are learned as that, those
that name somebody and that it doesn't are learned as school life, the others are left out. Then
all is trained once more.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.sensitive import DATA, MEASURED
from integritetskoll.plain.normalize import normalize
from integritetskoll.text.pipeline import load_pipeline
from integritetskoll.text.recognizers._learned_features import features_of
from integritetskoll.text.recognizers._passage_scores import TEACHING
from integritetskoll.text.taught import is_real
from models.recipe import written
from models.recipe.learned import Model, Text, fit, print_curve, read, segments_of, write

TEACHES = "teaching"
ALONE = 1.5
"""Where a passage is believed that gives no task."""
ASKING = -1.0
"""Where a passage is believed that gives one."""
MIXED = 18
"""The first hand whose ordinary texts are stories and sums, too: they may teach themselves."""
REAL = 50
"""Added to the hands of `real.txt`: stories, plots, history, cases, and what only looks like it."""
DRAFTS = 100
"""The hand of the drafts that were written for the names in them, counted on from here."""


@dataclass(frozen=True)
class Given:
    """A text to learn from; of a doubtful one the first model tells what it is."""

    text: Text
    doubtful: bool
    named: bool
    """whether a person stands in it"""
    real: bool
    """whether words stand in it that only the day at school has"""


def given_texts(nlp: Any) -> Iterator[Given]:
    """Read all texts with the shipped pipeline."""
    sensitive = [DATA / "sensitive" / f"{category.lower()}.txt" for category in MEASURED]
    for path in sensitive:
        for name, raw, hand in read(path):
            yield _given(nlp, raw, hand, "", doubtful=name != "hits")
    for name, raw, hand in read(DATA / "real.txt"):
        yield _given(nlp, raw, REAL + hand, TEACHES if name == "nobody" else "")
    for stem in (TEACHES, "ordinary", "harmless"):
        for _, raw, hand in read(DATA / f"{stem}.txt"):
            tells, mixed = TEACHES if stem == TEACHES else "", stem != TEACHES and hand >= MIXED
            yield _given(nlp, raw, hand, tells, doubtful=mixed)
    for at, name in enumerate(written.JUDGED, start=1):
        for draft, tells in written.judged(name):
            found = _given(nlp, draft.text, DRAFTS + at, "", doubtful=not tells)
            yield Given(found.text, found.doubtful and not found.real, found.named, found.real)


def _given(nlp: Any, raw: str, hand: int, tells: str, *, doubtful: bool = False) -> Given:
    text = normalize(raw).text
    with nlp.memory_zone():
        doc = nlp(text)
        unit = np.concatenate([np.zeros(0, np.intp), *segments_of(features_of(text, doc))])
        named = any(entity.label_ == "PER" for entity in doc.ents)
    found = Text(tells, [unit.astype(np.int32)] if len(unit) else [], hand)
    return Given(found, doubtful, named, is_real(text))


def train(given: Sequence[Given]) -> Model:
    """Fit twice: to what is sure, then also to what the first model tells of the rest."""
    known = [g for g in given if g.text.units]
    sure, doubtful = ([g for g in known if g.doubtful == kind] for kind in (False, True))
    telling = [g.text.units[0] for g in sure if g.text.tells]
    against = [g.text.units[0] for g in sure if not g.text.tells]
    scores = fit(telling, against).scores([g.text.units[0] for g in doubtful])
    for one, score in zip(doubtful, scores, strict=True):
        if score > 0 and not one.real:
            telling.append(one.text.units[0])
        elif score < 0 and one.named:
            against.append(one.text.units[0])
    return fit(telling, against)


def held_out(given: Sequence[Given], hands: Collection[int] = ()) -> Iterator[tuple[Text, float]]:
    """Yield texts of known kind with their score by a model that saw nothing of their hand."""
    for hand in sorted(hands or {g.text.hand for g in given}):
        model = train([g for g in given if g.text.hand != hand])
        own = (g for g in given if g.text.hand == hand and not g.doubtful)
        yield from ((g.text, model.best(g.text)) for g in own if not g.real)


def main() -> None:
    """Train on all of the development part and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure on hands left out")
    options = parser.parse_args()
    given = list(given_texts(load_pipeline()))
    if options.held_out:
        print_curve(held_out(given), np.arange(-6, 4.5, 1.0))
    else:
        write(TEACHING, train(given), threshold=ALONE, doubt=ASKING)


if __name__ == "__main__":
    main()
