"""How much the passages of a text look like teaching, like information, like a note about somebody.

Learned scores, trained by models/recipe/teaching.py and models/recipe/unnamed.py on texts of
our own. A passage is a paragraph, and where there are several, also the whole text: a story and
the questions on it belong together, and so do a heading and the rules below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from integritetskoll.plain.segments import paragraphs
from integritetskoll.text.recognizers._cues import segments_of
from integritetskoll.text.recognizers._learned_features import features_of
from integritetskoll.text.recognizers._learned_score import Floats, learned, shortening

TEACHING = "teaching"
INFORMATION = "information"
NOTE = "note"
_ALL = (TEACHING, INFORMATION, NOTE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A half-open span of the plain text, and the log odds of what it is."""

    start: int
    end: int
    teaches: float
    """of teaching content"""
    informs: float
    """of information to everybody; among what speaks of pupils and names nobody"""
    of_one: float
    """of a note about one who isn't named; among all that names nobody"""
    whole: bool = False
    """whether it is several paragraphs, each a passage of its own"""


def passages(text: str, doc: Any, offset: int = 0) -> Sequence[Passage]:
    """Score each paragraph of a plain text, last the whole where there are several.

    `offset` is added to the places: the text may be a piece of a longer one.
    """
    features, segments = features_of(text, doc), segments_of(text, doc)
    spans = paragraphs(segments)
    if len(spans) > 1:
        spans.append((0, len(segments.items)))
    several = len(spans) > 1
    firsts, lasts = np.array(spans, np.intp).T
    sizes = np.append(0, features.sizes().cumsum())
    shorter = shortening(sizes[lasts] - sizes[firsts])

    def odds(name: str) -> Floats:
        weights = learned(name)
        sums = np.append(0, features.sums(weights.words, weights.letters).cumsum())
        scores: Floats = (sums[lasts] - sums[firsts]) * weights.scale * shorter + weights.bias
        return scores

    teaches, informs, of_one = map(odds, _ALL)
    return [
        Passage(
            segments.items[first].start + offset,
            segments.items[last - 1].end + offset,
            float(teaches[at]),
            float(informs[at]),
            float(of_one[at]),
            whole=several and at == len(spans) - 1,
        )
        for at, (first, last) in enumerate(spans)
    ]
