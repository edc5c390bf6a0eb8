"""How a draft comes to be read for persons: words, works, addresses, the pipeline's entities."""

from __future__ import annotations

from typing import Any

import regex

from integritetskoll.text.persons import works
from integritetskoll.text.persons.belongings import is_belonging
from integritetskoll.text.persons.fixed import in_compounds, in_firms, in_phrases
from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.tokens import Names, words_of
from integritetskoll.text.persons.verbs import verb_places
from integritetskoll.text.persons.wordlists import never_names
from integritetskoll.text.recognizers.base import scan

PERSON_LABELS = frozenset({"PER", "PRS", "PERSON"})
_ADDRESS = regex.compile(r"(?<![^\s@<(])[^\s@<(]++@[^\s@]++|(?:https?://|www\.)\S++")


def read(text: str, doc: Any, names: Names) -> Reading:
    """Read a plain text; `doc` is the pipeline's, or None. Raises TimeoutError."""
    reading = Reading(text, names, words_of(text))
    reading.starts = [word.start for word in reading.words]
    reading.capitals = [index for index, word in enumerate(reading.words) if word.capital]
    lowers = {word.lower for word in reading.words}
    names.read(lowers - never_names())
    reading.titles = works.titles_in(text, reading.words, lowers)
    reading.barred.update(*(reading.inside(*at) for at in works.no_names(text, reading.titles)))
    if "@" in text or "://" in text or "www." in text:
        for match in scan(_ADDRESS, text):
            reading.barred.update(reading.inside(*match.span()))
    parts = (reading.words, reading.gap, reading.capitals)
    reading.objects.update(in_phrases(*parts), in_compounds(*parts, names), in_firms(*parts, names))
    reading.barred |= reading.objects
    if doc is not None:
        _take_doc(reading, doc)
    return reading


def _take_doc(reading: Reading, doc: Any) -> None:
    tagged = reading.tagged = set()
    for entity in doc.ents:
        start, end = entity.start_char, entity.end_char
        if entity.label_ in PERSON_LABELS:
            reading.persons.append((start, end))
            tagged.update(reading.inside(start, end))
        elif not is_belonging(label := reading.text[start:end].strip(), reading.names):
            reading.others.update(dict.fromkeys(reading.inside(start, end), label))
    reading.verbs = verb_places(doc)
