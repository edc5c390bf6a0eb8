"""Whether a sentence tells something sensitive about somebody, by learned scores.

Trained by models/recipe/statements.py on texts of our own: it knows thousands of ways to say such
things, and doubts a word of the lexicon in a sentence that tells nothing. A linear score reads
every sentence; those that it can't tell for sure are read once more, in the order of their words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.text.lexicon.reader import CATEGORIES
from integritetskoll.text.once import once
from integritetskoll.text.pipeline.shipped import find_shipped
from integritetskoll.text.recognizers._cues import segments_of
from integritetskoll.text.recognizers._learned_classes import Places
from integritetskoll.text.recognizers._learned_features import BITS, features_of, persons_of
from integritetskoll.text.recognizers._learned_score import FOLDER, Floats, learned, scores
from integritetskoll.text.recognizers._sentence_reader import Reals, Word, sentence_reader, words_of

NAME = "statements"
KINDS = tuple(sorted({*CATEGORIES, Entity.WHEREABOUTS} - {Entity.OPINION}))
"""The categories that a statement may belong to, in the order of the second table."""
SENTENCE = 5
"""Words from which on a segment can be judged as a sentence; headings and cells are too short."""
UNSURE_FROM, UNSURE_TO = -0.8, 1.25
"""Linear scores between which a sentence is read once more; beyond them it changes nothing."""
SHARE, KIND_SHARE = 0.5, 1.0
"""What the closer reading counts beside the linear scores."""
_FOLD = 15
"""Words and letters each have 2**15 buckets in the second table."""
FOLDED = 2 ** (_FOLD + 1)
_KEY = "integritetskoll.statements"


@dataclass(frozen=True, slots=True)
class Scored:
    """The score of each segment, and by number what the closer reading says of some."""

    linear: Floats
    """without the closer reading"""
    scores: Floats
    kinds: dict[int, Reals]


def statement_scores(text: str, doc: Any) -> Floats:
    """Return the score of each segment of a plain text, told once for each of spaCy's Docs."""
    return _scored(text, doc).scores


def is_silent(text: str, doc: Any, segment: int) -> bool:
    """Tell whether a segment tells nothing, so that no rule about it is believed.

    The linear score alone decides: the closer reading knows few rare words.
    """
    return bool(_scored(text, doc).linear[segment] <= learned(NAME).doubt)


def likely_kind(text: str, doc: Any, segment: int) -> tuple[Entity, float]:
    """Return the likeliest category of a statement, and by how much it leads the next."""
    features = features_of(text, doc)
    words = features.words[features.word_at == segment]
    letters = features.letters[features.letter_at == segment] + 2**BITS
    table, scale, bias = _kinds()
    rows = table.take(folded(np.concatenate([words, letters])), 0)
    found = np.add.reduce(rows, 0, np.int32) * scale + bias
    read = _scored(text, doc).kinds.get(segment)
    if read is not None:
        found = found + KIND_SHARE * read[1:]
    first, second = np.argsort(-found)[:2]
    return KINDS[first], float(found[first] - found[second])


def folded(buckets: Places) -> Places:
    """Return the buckets in the second table; those of letters stand after those of words."""
    letters = buckets >= 2**BITS
    places: Places = buckets % 2**_FOLD + letters * 2**_FOLD
    return places


def _scored(text: str, doc: Any) -> Scored:
    return once(doc, _KEY, text, lambda: _score(text, doc))


def _score(text: str, doc: Any) -> Scored:
    linear = scores(learned(NAME), features_of(text, doc))
    unsure = np.flatnonzero((linear > UNSURE_FROM) & (linear < UNSURE_TO)).tolist()
    kinds, found = _read(text, doc, unsure), linear.copy()
    for at, read in kinds.items():
        found[at] += SHARE * read[0]
    return Scored(linear, found, kinds)


def _read(text: str, doc: Any, numbers: Iterable[int]) -> dict[int, Reals]:
    """Read segments of a text once more, but for those of too few words."""
    lowered, names, segments = fold_case(text), persons_of(doc), segments_of(text, doc).items
    known: dict[str, Word] = {}
    sentences = {}
    for at in numbers:
        words = words_of(lowered, (segments[at].start, segments[at].end), names, known)
        if len(words) >= SENTENCE:
            sentences[at] = words
    if not sentences:
        return {}
    read = sentence_reader(NAME).read(list(sentences.values()))
    return dict(zip(sentences, read, strict=True))


@cache
def _kinds() -> tuple[npt.NDArray[np.int8], Floats, Floats]:
    """The table by bucket and category: whole numbers, what each is multiplied by, a bias each."""
    file = f"{NAME}.npz"
    with np.load(find_shipped(Path(__file__), FOLDER, file) / file, allow_pickle=False) as stored:
        table = np.ascontiguousarray(stored["kinds"].T)
        return table, stored["kind_scales"], stored["kind_biases"]
