"""How common a word is as a given name, as a surname and as an ordinary word.

Source of the counts: Statistics Sweden's lists of names in use (2020-12-31) and word counts from
public Swedish text. Only hashes and rough counts are kept, no list that can be read out.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import get_string_id

from integritetskoll.errors import PipelineError

BUCKETS = 6
KINDS = 8
_SURNAME, _COMMON, _KIND = (np.uint16(at) for at in (3, 6, 9))
_SEVEN = np.uint16(7)
_MASK = np.uint64(0xFFFFFFFF)
_EDGES = (2, 10, 100, 1000, 10_000)

Codes = NDArray[np.uint16]


def bucket(count: int) -> int:
    """Bucket of a count: 0 is under 2, then from 2, from 10, from 100, from 1,000, from 10,000."""
    return sum(count >= edge for edge in _EDGES)


def word_hash(word: str) -> int:
    """The 64-bit hash spaCy gives the lower-cased word (`Token.lower`)."""
    return int(get_string_id(word.lower()))


def pack(
    *,
    given: int = 0,
    surname: int = 0,
    common: int = 0,
    place: bool = False,
    organisation: bool = False,
    work: bool = False,
) -> int:
    """One code: three bits for each bucket from the lowest on, then one for each fact."""
    kind = int(place) << 9 | int(organisation) << 10 | int(work) << 11
    return given | surname << 3 | common << 6 | kind


def unpack(codes: Codes) -> tuple[Codes, Codes, Codes, Codes]:
    """Buckets of given name, surname and ordinary word, and a kind; shapes as `codes`.

    The kind is 0, plus 1 for a well-known place, plus 2 for a well-known organisation, plus 4 for
    a well-known product, work or event.
    """
    given, surname = codes & _SEVEN, codes >> _SURNAME & _SEVEN
    return given, surname, codes >> _COMMON & _SEVEN, codes >> _KIND & _SEVEN


@dataclass(frozen=True, slots=True)
class NameTable:
    """Sorted 32-bit hashes of lower-cased words, and a code for each.

    `keys` and `codes` have one row per word. About one unknown word in ten thousand is mistaken
    for a known one, which is what the short hashes cost.
    """

    keys: NDArray[np.uint32]
    codes: Codes
    _view: memoryview = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_view", self.keys.data)

    def look_up(self, hashes: NDArray[np.uint64]) -> Codes:
        """Codes of many words at once, given their 64-bit hashes; 0 for unknown ones."""
        if not len(self.keys):
            return np.zeros(len(hashes), dtype=np.uint16)
        short = (hashes & _MASK).astype(np.uint32)
        at = np.minimum(np.searchsorted(self.keys, short), len(self.keys) - 1)
        return np.where(self.keys[at] == short, self.codes[at], np.uint16(0))

    def code(self, word: str) -> int:
        """The code of one word as written, whatever its case; 0 when unknown."""
        short = word_hash(word) & int(_MASK)
        # A view gives plain numbers: ten times faster than the array for a single word.
        at = bisect_left(self._view, short)
        return int(self.codes[at]) if at < len(self._view) and self._view[at] == short else 0

    def given(self, word: str) -> int:
        """Bucket 0-5 of the number of bearers of the given name (edges: see `bucket`)."""
        return self.code(word) & 7

    def surname(self, word: str) -> int:
        """Bucket 0-5 of the number of bearers of the surname (edges: see `bucket`)."""
        return self.code(word) >> 3 & 7

    def common(self, word: str) -> int:
        """Bucket 0-5 of how often the word was seen lower-cased in about 8 million words."""
        return self.code(word) >> 6 & 7

    def place(self, word: str) -> bool:
        """Whether the word is a Swedish locality, municipality or county, or known abroad."""
        return bool(self.code(word) >> 9 & 1)

    def is_plain_name(self, word: str) -> bool:
        """Whether the word is a known name and (almost) never an ordinary word."""
        return bool(self.given(word) or self.surname(word)) and self.common(word) <= 1


def build_table(rows: Iterable[tuple[str, int]]) -> NameTable:
    """A table from words and codes; a word given twice keeps its last code."""
    found = {word_hash(word) & int(_MASK): code for word, code in rows}
    keys = np.array(sorted(found), dtype=np.uint32)
    return NameTable(keys, np.array([found[int(key)] for key in keys], dtype=np.uint16))


def name_table(nlp: Language) -> NameTable:
    """The name table that lies in a loaded pipeline; PipelineError when it has none."""
    for _, component in nlp.components:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            if "name_keys" in node.attrs:
                return NameTable(node.attrs["name_keys"], node.attrs["name_codes"])
    raise PipelineError("pipeline_without_names")
