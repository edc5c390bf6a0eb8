"""The training examples in the order they are learned from: endless, shuffled, always changed."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.training import Example

from models.recipe import change, corpora, render, written
from models.recipe.names import Names
from models.recipe.sources import Sentence

Run = list[Sentence]
Draw = Callable[[random.Random], str]
_REPEATS = {"klintan": 2, "gold": 2, "talbanken": 2, "auto": 1}
_WRITTEN = 4


@dataclass(frozen=True, slots=True)
class Material:
    """What examples are made of.

    `others` draws a name of a label that is not a person's, `patterns` makes one draft, `written`
    are drafts written by hand, `tagged` holds parts of speech.
    """

    corpora: dict[str, list[Sentence]]
    names: Names
    others: Mapping[str, Draw]
    patterns: Callable[[random.Random], Run]
    drafts: int
    written: list[written.Draft]
    tagged: list[Example]


def batches(
    nlp: Language, material: Material, *, seed: int, words: int
) -> Iterator[tuple[list[Example], list[str]]]:
    """Batches of about `words` tokens, for ever, each with the parts that learn nothing from it.

    Names come in batches of their own, so that the tagger does not work on what it can't learn
    from. One example of names goes with each batch of parts of speech: spaCy hands no gradient
    on to the shared vectors when the last part of the pipeline learns nothing.
    """
    rng = random.Random(seed)
    names: list[Example] = []
    tagged: list[Example] = []
    while True:
        for example, has_names in _epoch(nlp, material, rng):
            (names if has_names else tagged).append(example)
            if _words(names) >= words:
                yield names, ["morphologizer"]
                names = []
            if names and _words(tagged) >= words:
                yield [*tagged, names.pop()], []
                tagged = []


def _words(batch: list[Example]) -> int:
    return sum(map(len, batch))


def _epoch(nlp: Language, material: Material, rng: random.Random) -> Iterator[tuple[Example, bool]]:
    jobs: list[Run | Example | written.Draft | None] = list(material.tagged)
    for name, sentences in material.corpora.items():
        for _ in range(_REPEATS[name]):
            jobs += corpora.documents(sentences, rng)
    jobs += [None] * material.drafts
    jobs += material.written * _WRITTEN
    rng.shuffle(jobs)
    for job in jobs:
        if isinstance(job, Example):
            yield job, False
            continue
        run = _changed(job, material, rng)
        yield render.example(nlp, joined(run, rng, lines=not isinstance(job, list))), True


def _changed(job: Run | written.Draft | None, material: Material, rng: random.Random) -> Run:
    if isinstance(job, written.Draft):
        return noisy([written.varied(job, material.names, material.others, rng)], rng)
    return varied(job, material, rng) if job else noisy(material.patterns(rng), rng)


def varied(run: Run, material: Material, rng: random.Random) -> Run:
    """Other names of persons, places and organisations in corpus sentences, then noise."""
    if rng.random() < 0.6:
        run = [change.swap_names(part, material.names, rng) for part in run]
    for label, draw in material.others.items():
        if rng.random() < 0.5:
            run = [change.swap_others(part, label, draw, rng) for part in run]
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
