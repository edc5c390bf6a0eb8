"""Places: where somebody lives, comes from or will be.

A place weighs little alone; with a time or a small group it tells where children are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.persons.tokens import Names
from integritetskoll.text.persons.wordlists import not_by_itself
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer
from integritetskoll.text.recognizers.model_entities import entities
from integritetskoll.text.recognizers.starts import at_words, heads_of, scan_at

_LABELS = frozenset({"LOC", "GPE", "LOCATION"})
_PREPOSITIONS = "i |till |från |på |vid |utanför |nära |via |mot |runt "
_HEADS = heads_of(_PREPOSITIONS)
_AFTER_PREPOSITION = regex.compile(
    rf"\b(?:{_PREPOSITIONS})(?P<name>\p{{Lu}}\p{{Ll}}+(?:-\p{{Lu}}\p{{Ll}}+)?)(?![\p{{L}}\d]| \d)"
)


class LocationRecognizer(SwedishRecognizer):
    """The pipeline's places, and known place names after a preposition."""

    ENTITIES = (Entity.LOCATION,)
    CODES = ("location",)
    WANTS_NAMES = True

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield every place; Monday, maths and Lucia are none."""
        spans = set(entities(text, doc, _LABELS))
        spans |= set(self._known(text)) if self._table is not None else set()
        last = 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start >= last:
                last = end
                yield Hit(Entity.LOCATION, start, end, "location")

    def _known(self, text: str) -> Iterable[tuple[int, int]]:
        spans = [
            match.span("name")
            for match in scan_at(_AFTER_PREPOSITION, text, at_words(text, _HEADS))
        ]
        names = Names(self._table)
        names.read({text[start:end].lower() for start, end in spans})
        for start, end in spans:
            known = names.of(text[start:end].lower())
            if known.place and known.given < 3 and text[start:end].lower() not in not_by_itself():
                yield start, end
