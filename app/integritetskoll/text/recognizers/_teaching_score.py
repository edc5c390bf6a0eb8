"""How much the passages of a text look like teaching content, by a learned score.

Trained by models/recipe/teaching.py on texts of our own. A passage is a paragraph, and where there
are several, also the whole text: a story and the questions on it belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from integritetskoll.plain.segments import paragraphs
from integritetskoll.text.recognizers._cues import segments_of
from integritetskoll.text.recognizers._learned_features import features_of
from integritetskoll.text.recognizers._learned_score import learned, shortening

NAME = "teaching"


@dataclass(frozen=True, slots=True)
class Passage:
    """A half-open span of the plain text, and the log odds that it is teaching content."""

    start: int
    end: int
    score: float
    whole: bool = False
    """whether it is several paragraphs, each a passage of its own"""


def passages(text: str, doc: Any, offset: int = 0) -> Sequence[Passage]:
    """Score each paragraph of a plain text, last the whole where there are several.

    `offset` is added to the places: the text may be a piece of a longer one.
    """
    weights, features = learned(NAME), features_of(text, doc)
    segments = segments_of(text, doc)
    spans = paragraphs(segments)
    if len(spans) > 1:
        spans.append((0, len(segments.items)))
    sums = np.append(0, features.sums(weights.words, weights.letters).cumsum())
    sizes = np.append(0, features.sizes().cumsum())
    firsts, lasts = np.array(spans, np.intp).T
    held = sums[lasts] - sums[firsts]
    scores = held * weights.scale * shortening(sizes[lasts] - sizes[firsts]) + weights.bias
    places = [
        (segments.items[a].start + offset, segments.items[b - 1].end + offset) for a, b in spans
    ]
    several = len(spans) > 1
    return [
        Passage(start, end, float(score), whole=several and at == len(spans) - 1)
        for at, ((start, end), score) in enumerate(zip(places, scores, strict=True))
    ]
