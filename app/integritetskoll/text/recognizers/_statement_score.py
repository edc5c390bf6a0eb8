"""Whether a sentence tells something sensitive about somebody, by a learned score.

Trained by models/recipe/statements.py on texts of our own: it knows thousands of ways to say such
things, and doubts a word of the lexicon in a sentence that tells nothing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from integritetskoll.domain.entity import Entity
from integritetskoll.text.lexicon.reader import CATEGORIES
from integritetskoll.text.once import once
from integritetskoll.text.pipeline.shipped import find_shipped
from integritetskoll.text.recognizers._learned_classes import Places
from integritetskoll.text.recognizers._learned_features import BITS, features_of
from integritetskoll.text.recognizers._learned_score import FOLDER, Floats, learned, scores

NAME = "statements"
KINDS = tuple(sorted({*CATEGORIES, Entity.WHEREABOUTS} - {Entity.OPINION}))
"""The categories that a statement may belong to, in the order of the second table."""
SENTENCE = 5
"""Words from which on a segment can be judged as a sentence; headings and cells are too short."""
_FOLD = 15
"""Words and letters each have 2**15 buckets in the second table."""
FOLDED = 2 ** (_FOLD + 1)
_KEY = "integritetskoll.statements"


def statement_scores(text: str, doc: Any) -> Floats:
    """Return the score of each segment of a plain text, told once for each of spaCy's Docs."""
    return once(doc, _KEY, text, lambda: scores(learned(NAME), features_of(text, doc)))


def likely_kind(text: str, doc: Any, segment: int) -> tuple[Entity, float]:
    """Return the likeliest category of a statement, and by how much it leads the next."""
    features = features_of(text, doc)
    words = features.words[features.word_at == segment]
    letters = features.letters[features.letter_at == segment] + 2**BITS
    table, scale, bias = _kinds()
    rows = table[folded(np.concatenate([words, letters]))]
    found = np.add.reduce(rows, 0, np.int32) * scale + bias
    first, second = np.argsort(-found)[:2]
    return KINDS[first], float(found[first] - found[second])


def folded(buckets: Places) -> Places:
    """Return the buckets in the second table; those of letters stand after those of words."""
    letters = buckets >= 2**BITS
    places: Places = buckets % 2**_FOLD + letters * 2**_FOLD
    return places


@cache
def _kinds() -> tuple[npt.NDArray[np.int8], Floats, Floats]:
    """The table by bucket and category: whole numbers, what each is multiplied by, a bias each."""
    file = f"{NAME}.npz"
    with np.load(find_shipped(Path(__file__), FOLDER, file) / file, allow_pickle=False) as stored:
        table = np.ascontiguousarray(stored["kinds"].T)
        return table, stored["kind_scales"], stored["kind_biases"]
