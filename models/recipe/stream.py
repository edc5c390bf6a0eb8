"""The training examples in the order they are learned from: endless, shuffled, always changed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.training import Example

from models.recipe import change, corpora, render
from models.recipe.names import Names
from models.recipe.sources import Sentence

Run = list[Sentence]
_REPEATS = {"klintan": 2, "gold": 2, "talbanken": 2, "auto": 1}


@dataclass(frozen=True, slots=True)
class Material:
    """What examples are made of; `patterns` makes one draft, `tagged` holds parts of speech."""

    corpora: dict[str, list[Sentence]]
    names: Names
    places: list[str]
    patterns: Callable[[random.Random], Run] | None
    drafts: int
    tagged: list[Example]


def batches(nlp: Language, material: Material, *, seed: int, words: int) -> Iterator[list[Example]]:
    """Batches of about `words` tokens, for ever."""
    rng = random.Random(seed)
    batch: list[Example] = []
    size = 0
    while True:
        for example in _epoch(nlp, material, rng):
            batch.append(example)
            size += len(example)
            if size >= words:
                yield batch
                batch, size = [], 0


def _epoch(nlp: Language, material: Material, rng: random.Random) -> Iterator[Example]:
    jobs: list[Run | Example | None] = list(material.tagged)
    for name, sentences in material.corpora.items():
        for _ in range(_REPEATS[name]):
            jobs += corpora.documents(sentences, rng)
    if material.patterns:
        jobs += [None] * material.drafts
    rng.shuffle(jobs)
    for job in jobs:
        if isinstance(job, Example):
            yield job
            continue
        run = varied(job, material, rng) if job else noisy(material.patterns(rng), rng)
        yield render.example(nlp, joined(run, rng, lines=not job))


def varied(run: Run, material: Material, rng: random.Random) -> Run:
    """Other names and places in corpus sentences, then noise."""
    if rng.random() < 0.6:
        run = [change.swap_names(part, material.names, rng) for part in run]
    if rng.random() < 0.5:
        run = [change.swap_places(part, material.places, rng) for part in run]
    return noisy(run, rng)


def noisy(run: Run, rng: random.Random) -> Run:
    """The same noise over a whole run: spelling, then case."""
    if rng.random() < 0.08:
        run = [change.misspell(part, rng) for part in run]
    seed = rng.random()
    return [change.change_case(part, random.Random(seed)) for part in run]


def joined(run: Run, rng: random.Random, *, lines: bool) -> render.Pieces:
    """Sentences with spaces between them; corpus sentences now and then on lines of their own."""
    between = "" if lines else rng.choices([" ", "\n", "\n\n"], [80, 12, 8])[0]
    found: render.Pieces = []
    for part in run:
        found += render.pieces(part)
        if between:
            found.append((between, "O"))
    return found[:-1] if between else found
