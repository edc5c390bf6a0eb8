"""Sentences that tell something sensitive in words that no table has (catalogue 2-7, 9-11, 13).

GDPR art. 9(1), recital 35 on health; offentlighets- och sekretesslagen 23 kap. on schools. People
say such things in endless ways ("får åka till Ronden varje tisdag"): a learned score knows many,
and whom a sentence speaks of is for `text.link`, as with every word of the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers._cues import segments_of
from integritetskoll.text.recognizers._learned_score import learned
from integritetskoll.text.recognizers._statement_score import (
    KINDS,
    NAME,
    SENTENCE,
    likely_kind,
    statement_scores,
)
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer
from integritetskoll.text.recognizers.whereabouts import is_over, is_past

UNSURE = "sensitive_statement"
"""The reason code where two categories are about as likely, or the score is not high."""
_LEAD, _SURE = 2.0, 2.0
"""By how much the likeliest category leads where it is named (right in twelve of thirteen); the
score of such a sentence, from which on it is sure to tell of somebody."""
_LIKELY = 1.0
"""The score from which on a word of the lexicon in the sentence is about somebody beside it."""
_CLEAR = 3.0
"""By how much it leads where it may stand beside a word of another category."""


def code_of(kind: Entity) -> str:
    """The reason code of a statement of a category that is named."""
    return f"{kind.lower()}_statement"


class SensitiveStatementRecognizer(SwedishRecognizer):
    """A whole sentence with a telling score, of its likeliest category."""

    ENTITIES = KINDS
    CODES = (UNSURE, *(code_of(kind) for kind in KINDS))

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield the sentences with a telling score; the fact `guess` is theirs alone.

        It is "sure" where the score is high, "likely" where it is high enough for a word of the
        lexicon in it. The fact `clear` is "category" where it may stand beside what such a word
        tells.
        """
        scores = statement_scores(text, doc)
        segments = segments_of(text, doc).items
        for at in np.flatnonzero(scores > learned(NAME).threshold).tolist():
            words = text[segments[at].start : segments[at].end]
            if len(words.split()) < SENTENCE:
                continue
            kind, lead = likely_kind(text, doc, at)
            start = segments[at].start + len(words) - len(words.lstrip())
            end = segments[at].start + len(words.rstrip())
            sure = scores[at] > _SURE
            over = is_past if sure else is_over
            if kind is Entity.WHEREABOUTS and over(text, start, end):
                continue
            code = code_of(kind) if lead > _LEAD and sure else UNSURE
            likely = "likely" if scores[at] > _LIKELY else "sentence"
            facts: tuple[tuple[str, str], ...] = (("guess", "sure" if sure else likely),)
            if lead > _CLEAR and sure:
                facts = (*facts, ("clear", "category"))
            yield Hit(kind, start, end, code, facts)
