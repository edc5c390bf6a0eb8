"""A text as numbers for learned scores: words, pairs of words and runs of letters, by hashes alone.

Words as they are written, their classes or else their stems, and the classes alone, each by itself
and in pairs; runs of letters within words tell compounds and misspellings that no list has
(Bojanowski et al. 2017, "Enriching word vectors with subword information"). Hashing gives each its
place in a table (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). A
name becomes one sign and a class another, so that nothing can be learned of who somebody is.

All is done on arrays, a few dozen steps for a text of any length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from integritetskoll.plain.fold import fold_case
from integritetskoll.text.once import once
from integritetskoll.text.recognizers._cues import segments_of
from integritetskoll.text.recognizers._learned_classes import (
    CLASS,
    DIGIT,
    LONGEST,
    MARKS,
    NAME,
    NUMBER,
    SHOWN,
    SPACE,
    Hashes,
    Places,
    known_stems,
    known_words,
    meant_kinds,
    prefixes,
    sign_table,
)

Flags: TypeAlias = npt.NDArray[np.bool_]
Span: TypeAlias = tuple[int, int]

BITS = 18
"""Words and letters each have a table of 2**18 buckets."""
_RUNS = (3, 4, 5)
_GAPS = (0, 1, 2)
"""A word alone, and pairs of words so many places apart."""
_STEM = 5
_CLASS_LETTERS = 3
"""A word of digits and letters is a class up to this length."""
_VIEWS = 3
_ONE, _TWO = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_EDGE = np.uint64(11)
_NO_PLACES: Places = np.zeros(0, np.intp)
_PERSONS = frozenset({"PER", "PRS", "PERSON"})
_KEY = "integritetskoll.features"


@dataclass(frozen=True, slots=True)
class Features:
    """Buckets of a text, and for each the number of the segment in which it stands."""

    words: Places
    word_at: Places
    letters: Places
    letter_at: Places
    someone: Flags
    """for each segment, whether a name or a word for somebody in particular stands in it"""

    @property
    def segments(self) -> int:
        """How many segments there are."""
        return len(self.someone)

    def sums(self, words: npt.NDArray[np.int8], letters: npt.NDArray[np.int8]) -> Places:
        """Return the sum of weights in each segment: whole numbers, alike wherever it stands."""
        total = np.bincount(self.word_at, words[self.words], self.segments)
        total += np.bincount(self.letter_at, letters[self.letters], self.segments)
        return total.astype(np.intp)

    def sizes(self) -> Places:
        """Return how many buckets each segment has."""
        words = np.bincount(self.word_at, minlength=self.segments)
        return words + np.bincount(self.letter_at, minlength=self.segments)


def features_of(text: str, doc: Any) -> Features:
    """Read a plain text by its segments, once for each of spaCy's Docs; names are those of it."""

    def read() -> Features:
        return features(fold_case(text), segments_of(text, doc).starts, persons_of(doc))

    return once(doc, _KEY, text, read)


def persons_of(doc: Any) -> list[Span]:
    """Return the spans of the persons that the pipeline has found, in letters."""
    persons = (e for e in getattr(doc, "ents", ()) if e.label_ in _PERSONS)
    return [(e.start_char, e.end_char) for e in persons]


def features(lowered: str, starts: Sequence[int], names: Sequence[Span]) -> Features:
    """Read a text in small letters; `starts` are those of its segments, `names` of persons."""
    begins = np.array(starts, np.intp)
    codes = np.frombuffer(f" {lowered} ".encode("utf-32-le", "surrogatepass"), np.uint32)
    signs = sign_table()[np.minimum(codes, SHOWN)]
    hidden = np.zeros(len(signs), np.intp)
    for number, (start, end) in enumerate(names, start=1):
        hidden[start + 1 : end + 1] = number
    letters, places = _runs(signs, hidden == 0)
    letter_at = np.maximum(np.searchsorted(begins, places - 1, "right") - 1, 0)
    someone = np.zeros(len(begins), np.bool_)
    words, word_at = _words(signs, hidden, begins + 1, someone)
    return Features(words, word_at, letters, letter_at, someone)


def _runs(signs: Hashes, shown: Flags) -> tuple[Places, Places]:
    """The runs of letters within a word or with its edges, and where each has its first letter."""
    inside = (signs > SPACE) & shown
    buckets, places = [_NO_PLACES], [_NO_PLACES]
    for length in _RUNS:
        count = len(signs) - length + 1
        if count <= 0:
            break
        whole = shown[:count] & shown[length - 1 :]
        mixed = np.full(count, length, np.uint64)
        for at in range(length):
            mixed ^= signs[at : at + count]
            mixed *= _ONE
            if 0 < at < length - 1:
                whole &= inside[at : at + count]
        found = np.flatnonzero(whole)
        buckets.append(_bucket(mixed[found]))
        places.append(found + ~inside[found])
    return np.concatenate(buckets), np.concatenate(places)


def _words(signs: Hashes, hidden: Places, begins: Places, someone: Flags) -> tuple[Places, Places]:
    """The buckets of words and pairs of words, and the segment of each; notes `someone`."""
    starts, ends = _tokens(signs)
    name = hidden[starts]
    first = np.append(True, (name[1:] == 0) | (name[1:] != name[:-1]))[: len(name)]
    starts, ends, name = starts[first], ends[first], name[first]
    if not len(starts):
        return _NO_PLACES, _NO_PLACES
    at = np.maximum(np.searchsorted(begins, starts, "right") - 1, 0)
    exact, loose, kinds = _read(signs, starts, ends, name > 0)
    some = kinds > 0
    someone[at[meant_kinds()[kinds.astype(np.intp)]]] = True
    views = ((exact, at), (loose, at), (kinds[some], at[some]))
    found = [pair for view in range(_VIEWS) for pair in _paired(*views[view], view)]
    return np.concatenate([b for b, _ in found]), np.concatenate([p for _, p in found])


def _tokens(signs: Hashes) -> tuple[Places, Places]:
    """Half-open spans of words, numbers and marks."""
    turns = np.flatnonzero(np.diff(signs > SPACE, prepend=False, append=False))
    marks = np.flatnonzero(signs < len(MARKS))
    starts, ends = np.append(turns[0::2], marks), np.append(turns[1::2], marks + 1)
    order = np.argsort(starts, kind="stable")
    return starts[order], ends[order]


def _read(
    signs: Hashes, starts: Places, ends: Places, named: Flags
) -> tuple[Hashes, Hashes, Hashes]:
    """Hashes of words, of their classes or else stems, and of their classes (0 for none)."""
    lengths = np.minimum(ends - starts, LONGEST)
    parts = prefixes(signs, starts, lengths)
    every, last = np.arange(len(starts)), lengths - 1
    exact = parts[every, last]
    kinds = np.zeros(len(starts), np.uint64)
    begun, stemmed = known_stems().look_up(parts)
    kinds[begun] = stemmed
    _mark(kinds, known_words(), exact)
    digits = signs[starts] == DIGIT
    numbers = digits & ((signs[ends - 1] == DIGIT) | (lengths > _CLASS_LETTERS))
    kinds[digits] = CLASS
    kinds[numbers] = NUMBER
    kinds[named] = NAME
    exact = np.where(digits | named, kinds, exact)
    stems = parts[every, np.minimum(last, _STEM - 1)] + _ONE
    return exact, np.where(kinds > 0, kinds, stems), kinds


def _mark(kinds: Hashes, known: tuple[Hashes, Hashes], words: Hashes) -> None:
    """Note the class of the words that are known."""
    hashes, codes = known
    place = np.minimum(np.searchsorted(hashes, words), len(hashes) - 1)
    hit = hashes[place] == words
    kinds[hit] = codes[place[hit]]


def _paired(words: Hashes, at: Places, view: int) -> Iterator[tuple[Places, Places]]:
    """Yield buckets and segments: of each word, then of pairs, with an edge on either side."""
    if not len(words):
        return
    firsts = np.flatnonzero(np.diff(at, prepend=-1))
    counts = np.diff(firsts, append=len(at))
    numbers = np.repeat(np.arange(len(firsts)), counts)
    owners = np.repeat(at[firsts], counts + 2)
    row = np.full(len(owners), _EDGE, np.uint64)
    row[np.arange(len(words)) + 2 * numbers + 1] = words
    for gap in _GAPS:
        salt = np.uint64(1 + view * len(_GAPS) + gap)
        if not gap:
            yield _bucket(words * _TWO + salt), at
            continue
        whole = owners[:-gap] == owners[gap:]
        mixed = row[:-gap] * _ONE + row[gap:] * _TWO + salt
        yield _bucket(mixed[whole]), owners[gap:][whole]


def _bucket(hashes: Hashes) -> Places:
    mixed = hashes ^ (hashes >> np.uint64(29))
    mixed *= _ONE
    mixed ^= mixed >> np.uint64(32)
    mixed *= _TWO
    return (mixed >> np.uint64(64 - BITS)).astype(np.intp)
