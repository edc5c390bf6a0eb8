"""What the recognizers of the sensitive categories share: their words stand in the lexicon.

The lexicon is walked once per text (see `lexicon.matcher`); each recognizer takes the hits of its
own category. A recognizer reports every word of its category but metaphor and fixed names of
subjects. Whether a word says something about a person, or only teaches, is for `text.link`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from integritetskoll.text.lexicon.matcher import lexicon_hits
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer


class LexiconRecognizer(SwedishRecognizer):
    """Base: subclasses set their one entity and its codes."""

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield the hits of this category; the fact `sensitivity` is the table's level, 0 to 4."""
        for entity in self.ENTITIES:
            for hit in lexicon_hits(text, doc).get(entity, ()):
                facts = (("sensitivity", str(hit.sensitivity)),)
                yield Hit(entity, hit.start, hit.end, hit.code, facts)
