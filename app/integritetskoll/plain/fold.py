"""Folding: two spellings that a reader takes for the same word get the same form."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_KEEP = str.maketrans({"ø": "ö", "æ": "ä", "ß": "ss", "đ": "d", "ł": "l", "ð": "d", "þ": "th"})


def fold_case(text: str) -> str:
    """Lower-case for comparing; one character stays one character (unlike str.casefold)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] or c for c in text)


def fold_marks(text: str) -> str:
    """Lower-case and without diacritics: "Åsa" and "asa" are alike. The length may change."""
    return "".join(map(_bare, text.lower().translate(_KEEP)))


@lru_cache(maxsize=1024)
def _bare(character: str) -> str:
    # Single characters only: the cache can never hold a word that somebody wrote.
    return "".join(
        c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c)
    )
