"""Where a pattern can begin: one that would be tried on every letter is tried there only.

What is found is what `scan` finds, as long as each match begins at one of the places; the tests
hold the patterns to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

import regex

from integritetskoll.text.recognizers.base import TIMEOUT

_NUMBER = re.compile(r"\d+")


def scan_at(
    pattern: regex.Pattern[str], text: str, places: Iterable[int]
) -> Iterator[regex.Match[str]]:
    """Yield the matches that begin at `places` (ascending), none over another.

    Raises TimeoutError.
    """
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place, timeout=TIMEOUT)):
            end = match.end()
            yield match


def at_numbers(text: str, *, reach: int = 0) -> Iterator[int]:
    """Yield where each run of digits begins and, with a reach in characters, what stands before.

    That is every place from the start of the word before the one with the digit.
    """
    done = 0
    for number in _NUMBER.finditer(text):
        start = number.start()
        if reach:
            low = max(done, start - reach)
            word = text.rfind(" ", low, start)
            before = text.rfind(" ", low, word) if word >= 0 else -1
            yield from range(max(low, before + 1), start)
        yield start
        done = start + 1


def at_words(folded: str, heads: Iterable[str]) -> list[int]:
    """Return the places, ascending, where a word of a case-folded text begins with a head."""
    found = set()
    for head in heads:
        place = folded.find(head)
        while place >= 0:
            if not place or not folded[place - 1].isalnum():
                found.add(place)
            place = folded.find(head, place + 1)
    return sorted(found)


def heads_of(alternatives: str) -> frozenset[str]:
    """Return the letters that each alternative of a pattern surely begins with.

    Raises ValueError for one that begins with no letter at all.
    """
    heads: set[str] = set()
    for alternative in _outermost(alternatives):
        if alternative.startswith("(?:"):
            heads |= heads_of(_first_group(alternative))
            continue
        letters = re.match(r"[\w -]*", alternative)
        head = letters.group() if letters else ""
        after = alternative[len(head) :][:1]
        head = head[:-1] if after in {"?", "*", "{"} else head
        if not head:
            raise ValueError(alternative)
        heads.add(head)
    return frozenset(head for head in heads if not head.startswith(tuple(heads - {head})))


def _first_group(alternative: str) -> str:
    end = list(accumulate((sign == "(") - (sign == ")") for sign in alternative)).index(0)
    if alternative[end + 1 : end + 2] in {"?", "*", "{"}:
        raise ValueError(alternative)
    return alternative[len("(?:") : end]


def _outermost(alternatives: str) -> Iterator[str]:
    depth, part = 0, ""
    for sign in alternatives:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield part
            part = ""
        else:
            part += sign
    yield part
