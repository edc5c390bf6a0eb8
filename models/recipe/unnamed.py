"""Train the learned scores of passages that name nobody, on our own texts.

Run `python -m models.recipe.unnamed` (some minutes on one core); `--held-out` instead leaves out in
turn all that one hand wrote and prints what is found in it, by threshold. How:
models/recipe/learned.py, with a whole text as one unit.

One score tells what a school says to everybody of "eleven" and "barnet" from notes about one pupil:
both kinds stand in `tests/data/information.txt`; further information are near misses of the
sensitive categories that speak of pupils or guardians, further notes their hits, where neither
names anybody. The other tells notes from all that speaks of nobody: information, near misses of
all kinds, teaching, ordinary texts.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.sensitive import DATA, MEASURED
from integritetskoll.plain.normalize import normalize
from integritetskoll.text.pipeline import load_pipeline
from integritetskoll.text.recognizers._learned_features import features_of
from integritetskoll.text.recognizers._passage_scores import INFORMATION, NOTE
from models.recipe.learned import Model, Text, fit, print_curve, read, segments_of, write

INFORMS, SURELY = 1.0, 2.5
"""From which score on nobody is meant by "eleven"; nor by who is described."""
OF_ONE = 2.0
"""From which score on somebody is meant though no word points at anybody."""
_OF_PUPILS = re.compile(r"(?i)\b(?:elev|barn|vårdnadshavar|förälder|föräldr)\w*")
_OTHERS = 100
"""Added to the hands of the tables that were not written for this."""


@dataclass(frozen=True)
class Given:
    """A text that names nobody, and whether it speaks of pupils or guardians."""

    text: Text
    of_pupils: bool


def given_texts(nlp: Any) -> Iterator[Given]:
    """Read all texts with the shipped pipeline, but for those that name somebody."""
    for name, raw, hand in read(DATA / "information.txt"):
        yield _given(nlp, raw, name == "notes", hand)[0]
    tables = [DATA / "sensitive" / f"{category.lower()}.txt" for category in MEASURED]
    for path in (*tables, *(DATA / f"{name}.txt" for name in ("teaching", "ordinary", "harmless"))):
        for name, raw, hand in read(path):
            found, named = _given(nlp, raw, name == "hits", _OTHERS + hand)
            if not named:
                yield Given(found.text, found.of_pupils and path in tables)


def _given(nlp: Any, raw: str, notes: bool, hand: int) -> tuple[Given, bool]:
    text = normalize(raw).text
    with nlp.memory_zone():
        doc = nlp(text)
        unit = np.concatenate([np.zeros(0, np.intp), *segments_of(features_of(text, doc))])
        named = any(entity.label_ == "PER" for entity in doc.ents)
    units = [unit.astype(np.int32)] if len(unit) else []
    of_pupils = hand < _OTHERS or _OF_PUPILS.search(raw) is not None
    return Given(Text(NOTE if notes else "", units, hand), of_pupils), named


def train(given: Sequence[Given], score: str) -> Model:
    """Fit one of the two scores."""
    known = [g for g in given if g.text.units]
    notes = [g.text.units[0] for g in known if g.text.tells]
    if score == NOTE:
        return fit(notes, [g.text.units[0] for g in known if not g.text.tells])
    return fit([g.text.units[0] for g in known if not g.text.tells and g.of_pupils], notes)


def held_out(given: Sequence[Given], score: str) -> Iterator[tuple[Text, float]]:
    """Yield the texts written for this with their score by a model that saw none of that hand."""
    for hand in sorted({g.text.hand for g in given if g.text.hand < _OTHERS}):
        model = train([g for g in given if g.text.hand != hand], score)
        for text in (g.text for g in given if g.text.hand == hand):
            tells = bool(text.tells) == (score == NOTE)
            yield Text(score if tells else "", text.units, hand), model.best(text)


def main() -> None:
    """Train on all of the development part and write the weights of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure on hands left out")
    options = parser.parse_args()
    given = list(given_texts(load_pipeline()))
    for score in (INFORMATION, NOTE):
        if options.held_out:
            print(score)
            print_curve(held_out(given, score), np.arange(-2, 6, 1.0))
        elif score == NOTE:
            write(score, train(given, score), threshold=OF_ONE, doubt=OF_ONE)
        else:
            write(score, train(given, score), threshold=SURELY, doubt=INFORMS)


if __name__ == "__main__":
    main()
