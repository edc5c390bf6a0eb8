"""Where verbs stand, as far as the pipeline can tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IDX, POS
from spacy.symbols import AUX, VERB

if TYPE_CHECKING:
    from integritetskoll.text.persons.reading import Reading

_COPULAS = frozenset("är var blir blev".split())
_PLURALS = ("na", "da", "ta")
_PAST = re.compile(
    r" (?:[a-zåäöé]+(?:ade|[rmgl]de|[kpst]te)|bröt|skrev|drog|stod|satt|slapp|stal|skar|stack)\b"
)
"""A verb by its form, where the pipeline takes it for a participle ("Saga skapade gruppen")."""
_WITH_OTHERS = re.compile(r" och (?:hans|hennes|jag|vi)\b")


def verb_places(doc: Any) -> frozenset[int]:
    """The first letters of verbs; "cyklar" is none in "Rosa cyklar är stulna"."""
    if not len(doc):
        return frozenset()
    places, parts = doc.to_array([IDX, POS]).T
    verbs = np.flatnonzero((parts == AUX) | (parts == VERB)).tolist()
    return frozenset(int(places[at]) for at in verbs if not _is_plural_noun(doc, at))


def _is_plural_noun(doc: Any, at: int) -> bool:
    """Whether what is told of it in the plural follows: it's a noun then."""
    return (
        at + 2 < len(doc)
        and doc[at + 1].lower_ in _COPULAS
        and doc[at + 2].lower_.endswith(_PLURALS)
    )


def acts(reading: Reading, index: int) -> bool:
    """Whether a verb follows a word, or others who do something with it ("Stig och hans son")."""
    place = index
    if len(reading.lower(index + 1)) == 1 and reading.words[index + 1].capital:
        place = index + 1  # "Saga E har"
    if reading.gap(place) != " ":
        return False
    end = reading.words[place].end
    if _PAST.match(reading.text, end) or _WITH_OTHERS.match(reading.text, end):
        return True
    return reading.after(place) in reading.verbs
