"""Absolutes and words that diminish, said of a pupil: "alltid", "aldrig", "bara", "inte ens".

They say more than the evidence shows. A suggestion and no fault: no rule fires for them alone.
Guidance on written assessments asks for when and how often instead (docs/design.md, section 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers._value_heads import excused, of_fiction
from integritetskoll.text.recognizers._value_lexicon import forms
from integritetskoll.text.recognizers._value_subjects import earlier
from integritetskoll.text.recognizers._value_tokens import CLASSES, Tokens, read
from integritetskoll.text.recognizers.base import ASSESSING, Hit, SwedishRecognizer

_MARKERS, _PAIRS, _NOT_AFTER = (
    CLASSES[name] for name in ("marker", "marker_pair", "not_before_marker")
)


class MarkerWordRecognizer(SwedishRecognizer):
    """A marker word in a clause whose subject is a person."""

    ENTITIES = (Entity.OPINION,)
    CODES = ("absolute",)

    WANTS_NAMES = True

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield each marker word that is said of somebody."""
        if not ASSESSING.get():
            return
        tokens = read(text, doc, self._table, forms())
        for n in range(len(tokens.lower)):
            end = _end(tokens, n)
            if end and _said_of_somebody(tokens, n, end) and not excused(tokens, n):
                span = tokens.spans[n][0], tokens.spans[end - 1][1]
                yield Hit(Entity.OPINION, *span, "absolute", (("theme", "absolute"),))


def _end(tokens: Tokens, n: int) -> int:
    """The token after the marker that begins at `n`; 0 when none does."""
    if tokens.word(n - 1) in _NOT_AFTER:
        return 0
    if f"{tokens.word(n)}_{tokens.word(n + 1)}" in _PAIRS:
        return n + 2
    return n + 1 if tokens.word(n) in _MARKERS else 0


def _said_of_somebody(tokens: Tokens, n: int, end: int) -> bool:
    head = end if tokens.person(end) else earlier(tokens, n)
    return head is not None and not of_fiction(tokens, head)
