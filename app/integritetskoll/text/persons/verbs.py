"""Where verbs stand, as far as the pipeline can tell."""

from __future__ import annotations

from typing import Any

from spacy.attrs import IDX, POS
from spacy.symbols import AUX, VERB

_VERBS = frozenset({AUX, VERB})
_COPULAS = frozenset("är var blir blev".split())
_PLURALS = ("na", "da", "ta")


def verb_places(doc: Any) -> frozenset[int]:
    """The first letters of verbs; "cyklar" is none in "Rosa cyklar är stulna"."""
    places, parts = doc.to_array([IDX, POS]).T.tolist() if len(doc) else ([], [])
    return frozenset(
        place
        for at, (place, part) in enumerate(zip(places, parts, strict=True))
        if part in _VERBS and not _is_plural_noun(doc, at)
    )


def _is_plural_noun(doc: Any, at: int) -> bool:
    """Whether what is told of it in the plural follows: it's a noun then."""
    return (
        at + 2 < len(doc)
        and doc[at + 1].lower_ in _COPULAS
        and doc[at + 2].lower_.endswith(_PLURALS)
    )
