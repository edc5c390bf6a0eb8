"""What the recognizers of the sensitive categories share: their words stand in the lexicon.

The lexicon is walked once per text (see `lexicon.matcher`); each recognizer takes the hits of its
own category. A recognizer reports every word of its category but metaphor and fixed names of
subjects. Whether a word says something about a person, or only teaches, is for `text.link`; what
becomes of a word in a sentence that tells nothing by its learned score, for `text.guesses`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from integritetskoll.plain.fold import fold_case
from integritetskoll.text import frames
from integritetskoll.text.lexicon.matcher import LexiconHit, lexicon_hits
from integritetskoll.text.recognizers._cues import segments_of
from integritetskoll.text.recognizers._statement_score import SENTENCE, is_silent
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer

PERSON_LABELS = frozenset({"PER", "PRS", "PERSON"})
_REACH = 40
_OWNS = regex.compile(r"\p{Lu}\p{Ll}+s \Z")
"""Whose it is: "Ellas diabetes"."""
_PASSES = regex.compile(r"(?i)panik")
"""What everybody has for a moment."""
_CONDITION = "health_condition"


class LexiconRecognizer(SwedishRecognizer):
    """Base: subclasses set their one entity and its codes."""

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield the hits of this category.

        The fact `sensitivity` is the table's level, 0 to 4; `needs` is "named" where the word
        says something only of somebody who is named; `doubted` is "sentence" where the sentence
        tells nothing sensitive by its learned score.
        """
        for entity in self.ENTITIES:
            for hit in lexicon_hits(text, doc).get(entity, ()):
                if _in_name(text, hit, doc):
                    continue
                facts: tuple[tuple[str, str], ...] = (("sensitivity", str(hit.sensitivity)),)
                if hit.named_only:
                    facts = (*facts, ("needs", "named"))
                if not hit.sure and _doubted(text, hit, doc):
                    facts = (*facts, ("doubted", "sentence"))
                yield Hit(entity, hit.start, hit.end, hit.code, facts)


def _doubted(text: str, hit: LexiconHit, doc: Any) -> bool:
    """Tell whether the sentence of the hit tells nothing sensitive by its learned score.

    Headings, cells and keywords are too short to tell. Where a condition is said of somebody ("en
    mamma har fått cancer, swisha senast onsdag"), the rest of the sentence doesn't matter.
    """
    segments = segments_of(text, doc)
    at = segments.at(hit.start)
    if not is_silent(text, doc, at):
        return False
    segment = segments.items[at]
    if hit.code == _CONDITION and not _PASSES.search(text, hit.start, hit.end):
        before = text[max(segment.start, hit.start - _REACH) : hit.start]
        said = fold_case(text[hit.start : hit.end])
        if _OWNS.search(before) or frames.said_of(fold_case(before), said):
            return False
    return len(text[segment.start : segment.end].split()) >= SENTENCE


def _in_name(text: str, hit: LexiconHit, doc: Any) -> bool:
    """Tell whether the pipeline reads the hit as part of a name: "Samer El Khatib", "Liv Frisk"."""
    if not text[hit.start].isupper() or text[hit.start : hit.end].isupper():
        return False
    return any(
        ent.label_ in PERSON_LABELS and ent.start_char <= hit.start and hit.end <= ent.end_char
        for ent in getattr(doc, "ents", ())
        if ent.end_char - ent.start_char > hit.end - hit.start
    )
