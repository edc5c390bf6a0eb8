"""Somebody who bears an ordinary word as a name: "Liv snattade", "Vi pratade med Storm".

The person recognizer leaves such a word alone when it opens a sentence, for most often it is a
word. Beside a sensitive finding that is too careful: there a verb, a kinship word or its place
within the sentence is enough. Words and classes: `lexicon/bearers.tsv`.
"""

from __future__ import annotations

from functools import cache

import regex

from integritetskoll.text.recognizers._patterns import word_classes

_WORD = regex.compile(r"\p{Lu}\p{Ll}++(?![\p{L}-])")
_OPENS = regex.compile(r"[\s\-*•·–\"”(|\d.)]*+(?:(?i:hej|hejsan|hallå|obs|ps)[!,.:]?\s++)?$")
_NEXT = regex.compile(r" (\p{Ll}++)|[ ]?[:|\t–-]|[ ]?\(|,")
_VERB = regex.compile(r"\p{Ll}{2,}(?:r|de|te|s|it)")
_LABELS = frozenset({"dag", "max", "sol"})
"""Words that are labels and headings when they open a line ("Dag: onsdag")."""


@cache
def _words(name: str) -> frozenset[str]:
    return word_classes("bearers")[name]


def bearers(window: str) -> list[tuple[int, int]]:
    """Return the ordinary words of a window, as written, that stand as names."""
    return [match.span() for match in _WORD.finditer(window) if _stands(window, match)]


def _stands(window: str, match: regex.Match[str]) -> bool:
    lower = match[0].lower()
    genitive = lower not in _words("name") and lower.removesuffix("s") in _words("name")
    if lower not in _words("name") and not genitive:
        return False
    if not _OPENS.match(window, 0, match.start()):
        return True
    return _opens_a_clause(window, match, lower, genitive=genitive)


def _opens_a_clause(window: str, match: regex.Match[str], lower: str, *, genitive: bool) -> bool:
    following = _NEXT.match(window, match.end())
    if following is None:
        return False
    word = following[1]
    if word is None:
        return lower not in _LABELS
    if genitive or lower[-1] in "sxz":
        return genitive or word in _words("kin") or _acts(word)
    return _acts(word)


def _acts(word: str) -> bool:
    return word in _words("verb") or (
        word not in _words("opener") and _VERB.fullmatch(word) is not None
    )
