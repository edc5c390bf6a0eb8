"""A text as numbers for the learned score: words, word classes and stems, by hashes alone.

A name becomes one code and a class another, so that nothing can be learned of who somebody is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from integritetskoll.plain.segments import Segment
from integritetskoll.text.pipeline.names import unpack, word_hash
from integritetskoll.text.recognizers._patterns import rows, word_classes
from integritetskoll.text.recognizers._people import CLASS, WORD, Names, is_name

Codes: TypeAlias = npt.NDArray[np.uint64]
Numbers: TypeAlias = npt.NDArray[np.intp]
Span: TypeAlias = tuple[int, int]
BITS = 18
"""The score keeps one weight for each of 2**18 buckets."""
GAPS = (0, 1, 2)
"""A word alone, and pairs of words so many places apart."""
LENGTHS = (1, 2)
"""A unit is one piece, or so many neighbours."""
VIEWS = 3
"""Words; classes, or else stems; classes alone."""
PIECE = 60
"""Words of a sentence read as one; a longer one is read in pieces."""
_STEM = 5
_FIRST = 3
"""Letters that every stem has."""
_SOME = 3
"""The least bucket of bearers for a name in small letters."""
_EDGE, _NAME, _CLASS, _NUMBER = (crc32(mark) for mark in (b"<edge>", b"<name>", b"<class>", b"<0>"))
_MARKS = frozenset("?:!")
_CLASS_WORDS = frozenset(
    "förskoleklassen etan tvåan trean fyran feman sexan sjuan åttan nian".split()
)
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
    places = [(at, segments[at].start, segments[at].end) for at in which]
    words = [[word.span() for word in WORD.finditer(text, *span)] for _, *span in places]
    named = _named(text, names, [span for spans in words for span in spans])
    for (at, start, end), spans in zip(places, words, strict=True):
        last = text[start:end].rstrip()[-1:]
        for first in range(0, len(spans), PIECE):
            yield _piece(text, named, at, spans[first : first + PIECE], last)


def _piece(text: str, named: Set[int], at: int, spans: Sequence[Span], last: str) -> Piece:
    exact: list[int] = []
    loose: list[int] = []
    classes: list[int] = []
    someone = False
    kinds, meant = _kinds(), _meant()
    for start, end in spans:
        word = text[start:end]
        code = _NAME if start in named else _mark(word)
        if code:
            someone = someone or code == _NAME
            exact.append(code)
            loose.append(code)
            classes.append(code)
            continue
        lower = word.lower()
        someone = someone or lower in meant
        exact.append(crc32(lower.encode()))
        if kind := kinds.get(lower) or _by_stem(lower):
            loose.append(kind)
            classes.append(kind)
        else:
            loose.append(crc32(lower[:_STEM].encode()) + 1)
    if last in _MARKS:
        for view in (exact, loose, classes):
            view.append(crc32(last.encode()))
    return Piece(at, (exact, loose, classes), someone)


def _mark(word: str) -> int:
    """The code of a number or a class; 0 for other words."""
    if word.isalpha():
        return _CLASS if word in _CLASS_WORDS else 0
    if CLASS.fullmatch(word):
        return _CLASS
    return _NUMBER if word[0].isdigit() else 0


def _named(text: str, names: Names, spans: Sequence[Span]) -> frozenset[int]:
    """Where names start. A word in small letters is looked at when something speaks for it."""
    if not names.tagged:
        likely = spans
    else:
        told = names.proper.union(*(range(*span) for span in names.persons))
        likely = [at for at in spans if text[at[0]].isupper() or at[0] in told or at[1] - 1 in told]
    asked = {*likely, *_counted(text, names, spans)}
    return frozenset(start for start, end in asked if is_name(names, text, start, end))


def _counted(text: str, names: Names, spans: Sequence[Span]) -> list[Span]:
    """The words in small letters that many are called; all are looked up at once."""
    if names.table is None:
        return []
    kinds = _kinds()
    words = {text[start:end] for start, end in spans}
    words = {word for word in words if word not in kinds and word[0].islower()}
    bare = [(word, each) for word in words for each in {word, word.removesuffix("s")}]
    given, *_ = unpack(names.table.look_up(np.array([word_hash(w) for _, w in bare], np.uint64)))
    many = {bare[at][0] for at in np.flatnonzero(given >= _SOME).tolist()}
    return [(start, end) for start, end in spans if text[start:end] in many] if many else []


def _by_stem(lower: str) -> int:
    for stem, code in _stems().get(lower[:_FIRST], ()):
        if lower.startswith(stem):
            return code
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
def _stems() -> Mapping[str, Sequence[tuple[str, int]]]:
    """The stems, the longest first, by the letters with which they begin."""
    found: dict[str, list[tuple[str, int]]] = {}
    for kind, words in rows("protection_words"):
        for word in words.split():
            if word.endswith("*"):
                stem = (word[:-1], crc32(b"~" + kind.encode()))
                found.setdefault(word[:_FIRST], []).append(stem)
    return {first: sorted(stems, key=lambda each: -len(each[0])) for first, stems in found.items()}


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces laid out in one row for each view, an edge around each, the rows after another."""

    codes: Codes
    salts: Codes
    """what sets the views apart, for each code"""
    edges: Numbers
    """where the edges are, for each view"""

    def buckets(self, gap: int) -> Numbers:
        """Return the bucket of each word, or of each pair of words `gap` places apart."""
        mixed = self.codes[: len(self.codes) - gap] * _LEFT
        if gap:
            mixed += self.codes[gap:] * _RIGHT
        mixed ^= self.salts[: len(mixed)] + np.uint64(_SALT * (1 + gap) % 2**64)
        mixed ^= mixed >> np.uint64(29)
        return (mixed * _LEFT >> np.uint64(64 - BITS)).astype(np.intp)

    def spans(self, gap: int, length: int) -> tuple[Numbers, Numbers]:
        """Return where the buckets of every `length` neighbours begin and end, for each view."""
        starts, ends = self.edges[:, :-length], self.edges[:, length:]
        return starts, np.maximum(starts, ends + 1 - gap)


def laid_out(found: Sequence[Piece]) -> Row:
    """Lay out the pieces."""
    row: list[int] = []
    edges: list[list[int]] = []
    sizes: list[int] = []
    for view in range(VIEWS):
        first = len(row)
        row.append(_EDGE)
        edges.append([first])
        for piece in found:
            row += piece.codes[view]
            edges[-1].append(len(row))
            row.append(_EDGE)
        sizes.append(len(row) - first)
    salts = np.repeat(_VIEW_SALTS, sizes)
    return Row(np.array(row, np.uint64), salts, np.array(edges, np.intp))


_VIEW_SALTS = np.array([_SALT * view * len(GAPS) % 2**64 for view in range(VIEWS)], np.uint64)
