"""What single words are to a learned score: letters as signs, hashes of words, classes of words.

The classes stand in people.tsv and protection_words.tsv; where a word has several, the last counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from integritetskoll.text.recognizers._patterns import rows, word_classes

Hashes: TypeAlias = npt.NDArray[np.uint64]
Places: TypeAlias = npt.NDArray[np.intp]

SHOWN = 0x250
"""Characters below may be letters of a word; those of other scripts stand between words."""
MARKS = "?!:"
"""Signs below their number stand for these."""
SPACE, DIGIT = 32, 48
LONGEST = 40
"""Letters of a word that are read."""
NAME, NUMBER, CLASS = (np.uint64(number) for number in (12, 13, 14))
_KINDS_FROM = 100
_PEOPLE = ("pronoun", "definite", "person", "generic", "owner", "kin")
_POSITIONS: Hashes = np.random.default_rng(1).integers(1, 2**63, LONGEST, np.uint64) | np.uint64(1)
"""What a letter is multiplied by at each place of a word: the sum is the word's hash."""
_SLOT_BITS, _TRIES = 14, 64
"""Bits that tell stems apart, and factors tried before one bit more is taken."""
_SALT = np.uint64(0xC2B2AE3D27D4EB4F)


def prefixes(signs: Hashes, starts: Places, lengths: Places) -> Hashes:
    """Hashes of the first one, two, ... letters of each word: shape (words, letters)."""
    longest = int(lengths.max())
    places = starts[:, None] + np.arange(longest)
    letters = signs[np.minimum(places, len(signs) - 1)] + _SALT
    letters *= _POSITIONS[:longest]
    letters[np.arange(longest) >= lengths[:, None]] = 0
    return np.cumsum(letters, axis=1, dtype=np.uint64)


@cache
def sign_table() -> Hashes:
    """What each character counts as: itself in a word, one sign for digits, a mark, or a space."""
    signs = np.full(SHOWN + 1, SPACE, np.uint64)
    for code in range(SHOWN):
        if chr(code).isdigit():
            signs[code] = DIGIT
        elif chr(code).isalpha():
            signs[code] = code
    for number, mark in enumerate(MARKS):
        signs[ord(mark)] = number
    return signs


def _hash(word: str) -> np.uint64:
    signs = sign_table()[[min(ord(letter), SHOWN) for letter in word[:LONGEST]]]
    found: np.uint64 = prefixes(signs, np.zeros(1, np.intp), np.array([len(signs)]))[0, -1]
    return found


def _kinds() -> Iterator[tuple[str, int]]:
    """Each word or stem (with an asterisk) and the number of its class; the first is the last."""
    people = word_classes("people")
    number = _KINDS_FROM
    for _kind, words in rows("protection_words"):
        number += 1
        yield from ((word, number) for word in words.split())
    for kind in _PEOPLE:
        number += 1
        yield from ((word, number) for word in people[kind])


@cache
def meant_kinds() -> npt.NDArray[np.bool_]:
    """For each class by its number, whether it is names or words for somebody in particular."""
    people = word_classes("people")
    words = {*people["pronoun"], *people["definite"], *people["person"]}
    found = np.zeros(1 + max(code for _, code in _kinds()), np.bool_)
    found[[int(NAME), *(code for word, code in _kinds() if word in words)]] = True
    return found


@cache
def known_words() -> tuple[Hashes, Hashes]:
    """The hashes of known words, sorted, and their classes."""
    return _sorted({word: number for word, number in _kinds() if word[-1] != "*"})


@dataclass(frozen=True, slots=True)
class Stems:
    """The hashes of stems and their classes; a few bits of a hash tell its only place in `slots`.

    So one look tells whether a word begins with a stem, and which.
    """

    hashes: Hashes
    kinds: Hashes
    slots: npt.NDArray[np.int16]
    factor: np.uint64
    shift: np.uint64

    def look_up(self, parts: Hashes) -> tuple[Places, Hashes]:
        """Return the rows in which a stem stands, in order, and its class, the longest last.

        `parts` are the `prefixes` of words.
        """
        numbers = self.slots[((parts * self.factor) >> self.shift).astype(np.intp)]
        rows, lengths = np.nonzero(self.hashes[numbers] == parts)
        return rows, self.kinds[numbers[rows, lengths]]


@cache
def known_stems() -> Stems:
    """Return the stems among the words that have a class."""
    hashes, kinds = _sorted({word[:-1]: number for word, number in _kinds() if word[-1] == "*"})
    chance = np.random.default_rng(1)
    for bits in count(_SLOT_BITS):
        shift = np.uint64(64 - bits)
        for factor in chance.integers(1, 2**63, _TRIES, np.uint64) | np.uint64(1):
            places = ((hashes * factor) >> shift).astype(np.intp)
            slots = np.zeros(2**bits, np.int16)
            slots[places] = np.arange(len(hashes))
            if (slots[places] == np.arange(len(hashes))).all():
                return Stems(hashes, kinds, slots, factor, shift)
    raise AssertionError


def _sorted(known: Mapping[str, int]) -> tuple[Hashes, Hashes]:
    pairs = sorted((int(_hash(word)), number) for word, number in known.items())
    return np.array([h for h, _ in pairs], np.uint64), np.array([n for _, n in pairs], np.uint64)
