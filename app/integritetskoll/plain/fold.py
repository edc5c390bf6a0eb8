"""Folding: two spellings that a reader takes for the same word get the same form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from integritetskoll.plain.normalize import LOOK_ALIKES

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


# Spellings of one name, as Swedish has them (Gustaf/Gustav, Qvist/Kvist, Alexander/Aleksander,
# Therese/Terese, Christoffer/Kristofer). "ks" and "x" become one letter, so that one typing
# error stays one.
_SPELLINGS = (
    ("ph", "f"), ("th", "t"), ("ch", "k"), ("qu", "kv"), ("ck", "k"), ("c", "k"), ("q", "k"),
    ("w", "v"), ("f", "v"), ("ks", "x"),
)  # fmt: skip
_TWICE = re.compile(r"([^\W\d_])\1++")
_OTHER = re.compile(r"[\W\d_]++")
_SAME_LOOK = str.maketrans(LOOK_ALIKES)


def fold_name(text: str) -> str:
    """Fold a name or joined names: letters only, spelling variants and double letters alike.

    "Anna-Carin Qvist" and "annakarinkvist" become the same. Not for showing.
    """
    bare = text.lower() if text.isascii() else fold_marks(text.translate(_SAME_LOOK))
    if not bare.isalpha():
        bare = _OTHER.sub("", bare)
    bare = _TWICE.sub(_once, bare)
    for spelling, plain in _SPELLINGS:
        if spelling in bare:
            bare = bare.replace(spelling, plain)
    return _TWICE.sub(_once, bare)


def _once(match: re.Match[str]) -> str:
    return match[1]


def join_folded(first: str, second: str) -> str:
    """Join two folded names as one would be folded; a letter that meets itself stands once."""
    return first + second[1:] if first[-1:] == second[:1] else first + second
