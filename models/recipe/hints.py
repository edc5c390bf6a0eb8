"""Train the learned score of protection hints on the development part of our own texts.

Run `python -m models.recipe.hints` (two minutes on one core); `--held-out` instead leaves out in
turn all that one hand wrote and prints what is found in it, by threshold. How:
models/recipe/learned.py.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from bench.protection import DATA, hands
from integritetskoll.plain.normalize import normalize
from integritetskoll.text.pipeline import load_pipeline, name_table
from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._learned_features import Features, features_of
from integritetskoll.text.recognizers._people import names_of
from integritetskoll.text.recognizers._protection_score import NAME, segments_with_cue
from integritetskoll.text.recognizers._protection_sense import Reading
from integritetskoll.text.recognizers.protected_identity_hint import by_rule
from models.recipe.learned import (
    Text,
    Unit,
    held_out,
    print_curve,
    read,
    segments_of,
    train,
    write,
)

CASES = DATA.parent / "text" / "recognizers" / "cases"
THRESHOLD = 2.25
"""Where one in a hundred near misses, and one in six of what the score before wrongly took for a
hint, were stopped when they were left out of the training."""
DOUBT = -0.5
"""Below it, rules were as often wrong as right."""
NEAR_MISSES = 11
"""The first hand whose ordinary texts are near misses of what is sensitive: with them as further
texts that tell of nobody's protection, fewer hints are found."""
_MARKS = str.maketrans("", "", "⟦⟧")


def texts(nlp: Any) -> Iterator[Text]:
    """Read the development part and ordinary texts with the shipped pipeline.

    Of the ordinary texts, those in which a rule finds a hint are left out.
    """
    table, last = name_table(nlp), 0

    def seen(raw: str) -> tuple[Reading, Cues, Features]:
        text = normalize(raw).text
        with nlp.memory_zone():
            doc = nlp(text)
            cues, features = Cues.of(text, doc), features_of(text, doc)
            return Reading(text, names_of(doc, table), cues.segments.items), cues, features

    for name, tells in (("hits", "hint"), ("near", "")):
        for hand, raws in enumerate(hands(DATA / f"protection_{name}.txt")["development"]):
            last = hand
            for raw in raws:
                _, cues, features = seen(raw)
                yield Text(tells, list(units(cues, features)), hand)
    for number, raw in enumerate(ordinary()):
        reading, cues, features = seen(raw)
        if not any(by_rule(reading, cues)):
            yield Text("", list(units(cues, features)), number % (last + 1))


def units(cues: Cues, features: Features) -> Iterator[Unit]:
    """Yield the units of a text that are scored when it is checked."""
    near, parts = segments_with_cue(cues), segments_of(features)
    for at, part in enumerate(parts):
        if at in near:
            yield part
        if at + 1 < len(parts) and not near.isdisjoint((at, at + 1)):
            yield np.concatenate([part, parts[at + 1]])


def ordinary() -> Iterator[str]:
    """Yield texts of other tables and tests, which tell of nobody's protection."""
    for path in sorted(CASES.glob("*.txt")):
        if path.stem != "protected_identity_hint":
            lines = (line for line in _lines(path) if not line.startswith("["))
            yield from (text.replace("\\n", "\n").replace("\\t", "\t") for text in lines)
    yield from _lines(DATA / "sensitive_near.txt")
    yield from (text for _, text, hand in read(DATA / "ordinary.txt") if hand < NEAR_MISSES)
    yield from (line.split("\t")[1] for line in _lines(DATA / "sensitive_hits.tsv"))
    yield from (json.loads(line)["text"] for line in _lines(DATA / "persons_dev.jsonl"))


def _lines(path: Any) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.translate(_MARKS)


def main() -> None:
    """Train on all of the development part and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="measure on hands left out")
    options = parser.parse_args()
    given = [text for text in texts(load_pipeline()) if text.units or text.tells]
    if options.held_out:
        print_curve(held_out(given), np.arange(0, 4.5, 0.5))
    else:
        write(NAME, train(given), threshold=THRESHOLD, doubt=DOUBT)


if __name__ == "__main__":
    main()
