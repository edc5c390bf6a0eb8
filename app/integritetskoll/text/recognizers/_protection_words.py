"""A text as numbers for the learned score: words, word classes and stems, by hashes alone.

A name becomes one code and a class another, so that nothing can be learned of who somebody is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from integritetskoll.plain.segments import Segment
from integritetskoll.text.recognizers._patterns import rows, word_classes
from integritetskoll.text.recognizers._people import CLASS, WORD, Names, is_name

Codes: TypeAlias = npt.NDArray[np.uint64]
BITS = 18
"""The score keeps one weight for each of 2**18 buckets."""
GAPS = (0, 1, 2)
"""A word alone, and pairs of words so many places apart."""
VIEWS = 3
"""Words; classes, or else stems; classes alone."""
PIECE = 60
"""Words of a sentence read as one; a longer one is read in pieces."""
_STEM = 5
_LONGEST, _SHORTEST = 10, 2
_EDGE, _NAME, _CLASS, _NUMBER = (crc32(mark) for mark in (b"<edge>", b"<name>", b"<class>", b"<0>"))
_MARKS = frozenset("?:!")
_PEOPLE = ("pronoun", "definite", "person", "generic", "owner", "kin")
_LEFT, _RIGHT = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_SALT = 0xD6E8FEB86659FD93


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of a segment, or of a part of a long one: a code of each view for each word."""

    at: int
    """the number of the segment"""
    codes: tuple[list[int], list[int], list[int]]
    someone: bool
    """whether a name or a word for somebody in particular stands in it"""


def pieces(
    text: str, names: Names, segments: Sequence[Segment], which: Iterable[int]
) -> Iterator[Piece]:
    """Yield the pieces of the segments with the numbers `which`, in order."""
    for at in which:
        segment = segments[at]
        words = list(WORD.finditer(text, segment.start, segment.end))
        last = text[segment.start : segment.end].rstrip()[-1:]
        for first in range(0, len(words), PIECE):
            spans = [word.span() for word in words[first : first + PIECE]]
            yield _piece(text, names, at, spans, last)


def _piece(text: str, names: Names, at: int, spans: list[tuple[int, int]], last: str) -> Piece:
    exact: list[int] = []
    loose: list[int] = []
    classes: list[int] = []
    someone = False
    kinds = _kinds()
    for start, end in spans:
        word = text[start:end]
        code, kind = _special(text, names, start, end), 0
        lower = word.lower()
        if not code:
            code = crc32(lower.encode())
            kind = kinds.get(lower) or _by_stem(lower)
        someone = someone or code == _NAME or lower in _meant()
        exact.append(code)
        loose.append(kind or (code if code in _CODES else crc32(lower[:_STEM].encode()) + 1))
        if kind or code in _CODES:
            classes.append(kind or code)
    if last in _MARKS:
        for view in (exact, loose, classes):
            view.append(crc32(last.encode()))
    return Piece(at, (exact, loose, classes), someone)


def _special(text: str, names: Names, start: int, end: int) -> int:
    """The code of a name, a class or a number; 0 for other words."""
    if text[start].isdigit():
        return _CLASS if CLASS.fullmatch(text, start, end) else _NUMBER
    if is_name(names, text, start, end):
        return _NAME
    return _CLASS if CLASS.fullmatch(text, start, end) else 0


def _by_stem(lower: str) -> int:
    stems = _stems()
    for length in range(min(_LONGEST, len(lower)), _SHORTEST, -1):
        if found := stems.get(lower[:length]):
            return found
    return 0


@cache
def _meant() -> frozenset[str]:
    """Words that somebody in particular is called."""
    people = word_classes("people")
    return people["pronoun"] | people["definite"] | people["person"] | {"jag", "mig", "son", "en"}


@cache
def _kinds() -> Mapping[str, int]:
    people = word_classes("people")
    found = {word: crc32(b"~" + kind.encode()) for kind in _PEOPLE for word in people[kind]}
    for kind, words in rows("protection_words"):
        for word in words.split():
            if not word.endswith("*"):
                found[word] = crc32(b"~" + kind.encode())
    return found


@cache
def _stems() -> Mapping[str, int]:
    return {
        word[:-1]: crc32(b"~" + kind.encode())
        for kind, words in rows("protection_words")
        for word in words.split()
        if word.endswith("*")
    }


def laid_out(found: Sequence[Piece], view: int) -> tuple[Codes, npt.NDArray[np.intp]]:
    """Lay out pieces in one row with an edge around each; return it and where the edges are."""
    row: list[int] = [_EDGE]
    edges = [0]
    for piece in found:
        row += piece.codes[view]
        edges.append(len(row))
        row.append(_EDGE)
    return np.array(row, np.uint64), np.array(edges, np.intp)


def buckets(row: Codes, gap: int, view: int) -> npt.NDArray[np.intp]:
    """Return the bucket of each word, or of each pair of words `gap` places apart."""
    mixed = row[: len(row) - gap] * _LEFT
    if gap:
        mixed += row[gap:] * _RIGHT
    mixed ^= np.uint64(_SALT * (1 + gap + view * len(GAPS)) % 2**64)
    mixed ^= mixed >> np.uint64(29)
    return (mixed * _LEFT >> np.uint64(64 - BITS)).astype(np.intp)


_CODES = frozenset((_NAME, _CLASS, _NUMBER))
