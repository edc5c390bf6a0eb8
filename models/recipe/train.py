"""Train the pipeline that ships: `python -m models.recipe.train [FOLDER]`.

Reads the data in FOLDER (else in the environment's `SHARED`, else in `../shared`) and writes
`models/sv_integritetskoll`. The same data, seed and machine give the same weights. Training goes in
rounds, each from the averaged weights of the one before; `--steps` and `--rate` make one round of
their own, `--start` goes on from a trained pipeline of the same shape, and `--mix` takes the middle
between what comes out and an earlier one.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam

from integritetskoll.text.pipeline import load_pipeline
from models.recipe import (
    build,
    corpora,
    counts,
    drafts,
    held_out,
    package,
    score,
    speech,
    stream,
    written,
)
from models.recipe import names as bags
from models.recipe.fill import load as load_fill
from models.recipe.named_after import any_organisation, any_place, any_work
from models.recipe.sources import OUT

SEED = 1
WARM = 200
WORDS = 1200
DRAFTS = 14000
RATE = 0.002
DROP = 0.15
EVERY = 1000
BOLDER = 0.5
"""What is added in the end to the score that a person's name begins: one missed costs more."""
MIXED = 0.5
"""The share of the weights that comes from an earlier pipeline."""
VERSION = "0.5.0"


@dataclass(frozen=True, slots=True)
class Round:
    """How many steps, and the highest learning rate of them."""

    steps: int
    rate: float


ROUNDS = (Round(4400, RATE), Round(4500, 0.0012), Round(4000, 0.0008))


def material(nlp: Language, table: Any, *, everything: bool) -> stream.Material:
    """All that examples are made of; `everything` adds the development part."""
    names = bags.load()
    parts = corpora.training(table)
    if everything:
        for name, rows in corpora.development().items():
            parts[name] = parts[name] + rows
    tagged = speech.examples(nlp.vocab, speech.TRAIN, lower=True)
    fill = load_fill(names)
    others = {"LOC": partial(any_place, fill), "ORG": partial(any_organisation, fill)}
    others["MISC"] = partial(any_work, fill)
    by_hand = written.drafts("train") + (written.drafts("dev") if everything else [])
    return stream.Material(parts, names, others, drafts.maker(fill), DRAFTS, by_hand, tagged)


def rate(step: int, steps: int, top: float) -> float:
    """Learning rate: up over the first steps, then down in a line to a fiftieth."""
    return top * min(step / WARM, max(0.02, 1 - step / steps))


def learn(
    nlp: Language,
    examples: Iterator[tuple[list[Example], list[str]]],
    now: Round,
    *,
    drop: float,
    keep: Path | None = None,
) -> Language:
    """Train in place; returns a pipeline with the averaged weights.

    `keep` is a folder for the pipeline as it is at each report.
    """
    optimizer = Adam(now.rate, use_averages=True)
    start = time.time()
    losses: dict[str, float] = {}
    for step, (batch, unlearned) in enumerate(islice(examples, now.steps), 1):
        optimizer.learn_rate = rate(step, now.steps, now.rate)
        nlp.update(batch, sgd=optimizer, drop=drop, losses=losses, exclude=unlearned)
        if step % EVERY == 0:
            print(step, round(time.time() - start), report(nlp, optimizer, losses), flush=True)
            losses = {}
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                package.write(averaged(nlp, optimizer), keep / str(step))
    return averaged(nlp, optimizer)


def averaged(nlp: Language, optimizer: Adam) -> Language:
    """A clean copy with the averaged weights."""
    with nlp.use_params(optimizer.averages):
        return package.clean_copy(nlp, VERSION)


def report(nlp: Language, optimizer: Adam, losses: dict[str, float]) -> str:
    """One line about the development part, with the averaged weights."""
    found = [f"{name} {loss:.0f}" for name, loss in losses.items()]
    with nlp.use_params(optimizer.averages):
        ours = [draft.persons for draft in written.drafts("dev")]
        for texts in (held_out.drafts("dev"), ours):
            found += [str(score.drafts(nlp, texts, lower=False))]
        for name in ("klintan", "gold"):
            for lower in (False, True):
                _, tokens = score.compare(nlp, corpora.development()[name], lower=lower)
                row = tokens.figures("PER")
                found.append(f"{name}{' lower' * lower} {row['recall']:.3f}/{row['precision']:.3f}")
    return " | ".join(found)


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Train the pipeline that ships.")
    parser.add_argument("folder", nargs="?", help="the data; default: ../shared")
    parser.add_argument("--steps", type=int, help="one round of so many steps")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--rate", type=float, default=RATE, help="its highest learning rate")
    parser.add_argument("--start", help="go on from the weights of this pipeline")
    parser.add_argument("--mix", help="in the end take a share of the weights from this pipeline")
    parser.add_argument("--share", type=float, default=MIXED, help="that share")
    parser.add_argument("--try-out", action="store_true", help="keep the development part out")
    parser.add_argument("--keep", type=Path, help="a folder for the pipeline at each report")
    parser.add_argument("--drop", type=float, default=DROP, help="share of activations left out")
    options = parser.parse_args(arguments)
    if options.folder:
        os.environ["SHARED"] = options.folder
    fix_random_seed(SEED)
    table = counts.build()
    nlp = build.blank()
    build.start(nlp, table)
    if options.start:
        build.take_over(nlp, load_pipeline(options.start), table)
    rounds = (Round(options.steps, options.rate),) if options.steps else ROUNDS
    for number, now in enumerate(rounds, 1):
        made = material(nlp, table, everything=not options.try_out)
        examples = stream.batches(nlp, made, seed=SEED, words=WORDS)
        keep = options.keep and options.keep / str(number)
        nlp = learn(nlp, examples, now, drop=options.drop, keep=keep)
    build.embolden(nlp, "PER", BOLDER)
    if options.mix:
        build.mix(nlp, load_pipeline(options.mix), options.share)
    package.write(nlp, options.out)
    print(f"{options.out}: {package.size(options.out) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
