"""The words of a plain text, and what the name table knows of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from integritetskoll.text.pipeline.features import without_marks
from integritetskoll.text.pipeline.names import NameTable, unpack, word_hash

# Linear (every repetition is possessive), so the standard module will do; it is twice as fast.
WORD = re.compile(r"[^\W\d_]++(?:[-'][^\W\d_]++)*+(?::s\b)?")
# Buckets of the name table (see `pipeline.names.bucket`): from 10, from 100, from 1,000.
SOME, MANY, MOST = 2, 3, 4
ARTICLES = frozenset({"al", "el", "ul", "abu", "ibn", "bin", "ben", "o"})
"""What is joined to a surname in front, often with a small letter ("al-Haddadi")."""
PARTICLES = frozenset(
    "von van af de la da das do dos del della der den di du el al le bin ibn bint abu ter ten zu "
    "zur thi mc mac".split()
)
KOREAN = frozenset(
    "ae ah bin bo bum chan cheol chul dae do dong eun ga geun go gyu ha hae han hee ho hoon "
    "hwa hwan hye hyo hyuk hyun il in ja jae je jeong ji jin jong joo joon ju jun jung ki ku "
    "kwang kyu kyung man mi min moon myung na nam oh rae ri rim sang seo seok seon seong "
    "seung shin si so soo sook sun sung su tae u un wan won woo yea yeon yeong yong yoo yoon "
    "young yu yun".split()
)
"""Syllables of Korean given names in common spellings (Revised Romanization, and by custom)."""
_CLEARLY = 2
_ENDINGS = ("'s", ":s", "s", "'")
GENITIVE = frozenset("s'")
"""What a genitive ends in."""


class Word(NamedTuple):
    """A word: half-open span, as written, lower-cased; capital first, capitals throughout."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    shouted: bool


class Known(NamedTuple):
    """Buckets (0 to 5) of a word as given name, surname and ordinary word, and place or not."""

    given: int = 0
    surname: int = 0
    common: int = 0
    place: bool = False

    @property
    def any_name(self) -> bool:
        """Whether anybody is called so."""
        return bool(self.given or self.surname)


NOTHING = Known()


@dataclass(slots=True)
class Names:
    """What the name table knows of the words of one text; empty without a table."""

    table: NameTable | None
    found: dict[str, Known] = field(default_factory=dict, repr=False)

    def read(self, words: Iterable[str]) -> None:
        """Look up lower-cased words, whole and without a genitive ending, all at once."""
        if self.table is None:
            return
        wanted = set(words)
        for word in [word for word in wanted if _has_forms(word)]:
            wanted.update(forms(word))
            last = word.rpartition("-")[2]
            wanted.update(forms(last))
        wanted -= self.found.keys()
        if wanted:
            self.found.update(_look_up(self.table, list(wanted)))

    def of(self, word: str) -> Known:
        """What is known of a lower-cased word: whole, else without its genitive ending."""
        first = self.found.get(word, NOTHING)
        if "-" in word and not first.given and is_korean(word.split("-")):
            return Known(given=SOME)
        if first.given or first.common > 1:
            return first
        for form in forms(word)[1:]:
            known = self.found.get(form, NOTHING)
            # Some surnames are genitives of given names: "Wilhelms" is mostly what is Wilhelm's.
            if known.any_name and (not first.surname or known.given - first.surname >= _CLEARLY):
                return known
        return self._nicknamed(word) if "-" in word and not first.any_name else first

    def _nicknamed(self, word: str) -> Known:
        """What is known of a common given name behind any word ("Rast-Ulla", "Grill-Mange")."""
        last = self.of(word.rpartition("-")[2])
        return last if last.given >= MANY else NOTHING

    def joined(self, word: Word) -> bool:
        """Whether all parts of a joined word may be names, or the whole is one ("Hyun-woo")."""
        parts = word.text.split("-")
        if all(part[:1].isupper() or part in PARTICLES for part in parts):
            return True
        return self.found.get(word.lower, NOTHING).given > 0 or is_korean(parts)


def is_korean(parts: Sequence[str]) -> bool:
    """Whether the parts of a joined word are a Korean given name, which few or none bear here."""
    return len(parts) == len(("Min", "jun")) and KOREAN.issuperset(map(str.lower, parts))


def _look_up(table: NameTable, wanted: Sequence[str]) -> Iterator[tuple[str, Known]]:
    hashes = np.array([word_hash(word) for word in wanted], dtype=np.uint64)
    columns = (part.tolist() for part in unpack(table.look_up(hashes)))
    for word, given, surname, common, kind in zip(wanted, *columns, strict=True):
        if given or surname or common or kind:
            yield word, Known(given, surname, common, bool(kind & 1))
        elif (bare := without_marks(word)) != word:
            # Names are counted without the marks that Swedish does not use ("Tuğba").
            known = Known(table.given(bare), table.surname(bare))
            if known.any_name:
                yield word, known


def _has_forms(word: str) -> bool:
    return word[-1:] in GENITIVE or "-" in word


def forms(word: str) -> list[str]:
    """A lower-cased word, itself and without the genitive ending it may have."""
    found = [word]
    if word[-1:] in GENITIVE:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                found.append(word[: -len(ending)])
                break
    if "-" in word and not is_korean(word.split("-")):
        head, _, rest = found[-1].partition("-")
        found.append(rest if head in ARTICLES else head)
    return found


def is_genitive(name: str, names: Names) -> bool:
    """Whether a name as written owns something ("Elsas", "TK:s"), and is no name in -s itself."""
    if name.endswith(("'s", ":s")):
        return True
    last = name.rpartition(" ")[2].lower()
    whole, stem = names.found.get(last, NOTHING), names.found.get(last.removesuffix("s"), NOTHING)
    if not last.endswith("s") or not stem.any_name:
        return False
    return max(stem.given - whole.given, stem.surname - whole.surname) >= _CLEARLY


def words_of(text: str) -> list[Word]:
    """All words of a text in order."""
    found: list[Word] = []
    made = tuple.__new__
    for match in WORD.finditer(text):
        word, (start, end) = match.group(), match.span()
        lower = word.lower()
        if lower == word:
            # Most words by far: made without the call of `Word`, which takes twice the time.
            found.append(made(Word, (start, end, word, lower, False, False)))
            continue
        capital = word[0] != lower[0] or ("-" in word and lower.partition("-")[0] in ARTICLES)
        shouted = capital and len(word) > 1 and word.removesuffix(":s").isupper()
        found.append(Word(start, end, word, lower, capital, shouted))
    return found
