"""Base forms by look-up: a hashed table of endings, with compounds read from their last part.

The table holds no words: for each known form a hash and the number of an edit ("cut two letters,
add an a"). A form that is not there takes the edit of its longest known end, so "matteläxorna"
follows "läxorna". Source: the Swedish table of spacy-lookups-data (MIT) and the lemmas of
UD Swedish-Talbanken and SweLL (CC BY-SA 4.0).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy import parts_of_speech as spacy_pos
from spacy.attrs import LEMMA, LOWER, ORTH, POS
from spacy.language import Language
from spacy.tokens import Doc

from integritetskoll.text.pipeline.names import word_hash

SHORTEST_END = 4
_MASK = 0xFFFFFFFF
_TOP_BYTE = np.uint64(56)
_ADJ = int(spacy_pos.ADJ)
_BASES = frozenset((int(spacy_pos.NOUN), _ADJ, int(spacy_pos.ADV)))
_KEPT = frozenset(
    int(part) for part in (spacy_pos.PROPN, spacy_pos.PUNCT, spacy_pos.NUM, spacy_pos.SYM)
)

Edit = tuple[int, str]


@dataclass(slots=True)
class LemmaTable:
    """Sorted 32-bit hashes of forms; for each one edit, and one flag: is it a base form too."""

    keys: NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, dtype=np.uint32))
    codes: NDArray[np.uint16] = field(default_factory=lambda: np.zeros(0, dtype=np.uint16))
    edits: list[Edit] = field(default_factory=list)

    def look_up(self, hashes: list[int]) -> list[int]:
        """Codes of many hashes at once: twice the number of the edit, plus the flag; -1 unknown."""
        if not len(self.keys) or not hashes:
            return [-1] * len(hashes)
        short = np.array([value & _MASK for value in hashes], dtype=np.uint32)
        at = np.minimum(np.searchsorted(self.keys, short), len(self.keys) - 1)
        found: list[int] = np.where(self.keys[at] == short, self.codes[at].astype(int), -1).tolist()
        return found

    def codes_of(self, forms: list[str]) -> list[int]:
        """One code for each lower-cased form, its own or that of its longest known end; else -1."""
        codes = self.look_up([word_hash(form) for form in forms])
        rest = [row for row, code in enumerate(codes) if code < 0]
        ends = [[word_hash(end) for end in _ends(forms[row])] for row in rest]
        found = iter(self.look_up([value for row in ends for value in row]))
        for row, values in zip(rest, ends, strict=True):
            known = [code for code in islice(found, len(values)) if code >= 0]
            codes[row] = known[0] if known else -1
        return codes

    def lemma(self, form: str, code: int, pos: int) -> str:
        """The base form of a lower-cased form; `pos` is spaCy's number of the part of speech.

        A noun that is a base form already stays as it is.
        """
        bare = pos == _ADJ and form.endswith("a")
        if code < 0 or (code & 1 and pos in _BASES and not bare):
            return form
        cut, ending = self.edits[code >> 1]
        return form[: len(form) - cut] + ending if cut <= len(form) else form


def _ends(form: str) -> list[str]:
    return [form[at:] for at in range(1, len(form) - SHORTEST_END + 1)]


class LookupLemmas:
    """Pipeline component that sets `Token.lemma_`; needs `Token.pos_` to tell nouns from verbs."""

    def __init__(self) -> None:
        self.table = LemmaTable()

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token; names, numbers and marks are their own."""
        seen = np.asarray(doc.to_array([ORTH, LOWER, POS]), dtype=np.uint64).reshape(-1, 3)
        _, first, back = np.unique(
            seen[:, 0] ^ seen[:, 2] << _TOP_BYTE, return_index=True, return_inverse=True
        )
        lemmas = self._lemmas(doc.vocab.strings, *seen[first].T.tolist())
        ids = np.array(lemmas, dtype=np.uint64)[back.reshape(-1)]
        return doc.from_array([LEMMA], ids) if len(doc) else doc

    def _lemmas(self, strings: Any, orth: list[int], lower: list[int], pos: list[int]) -> list[int]:
        """Hashes of the lemmas of distinct words, given the hashes of their forms."""
        forms = [strings[value] for value in lower]
        return [
            whole
            if part in _KEPT or form.isspace()
            else strings.add(self.table.lemma(form, code, part))
            for whole, form, part, code in zip(
                orth, forms, pos, self.table.codes_of(forms), strict=True
            )
        ]

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """The table, packed; `exclude` is there because spaCy passes it."""
        table = self.table
        packed: bytes = srsly.msgpack_dumps(
            {"keys": table.keys.tobytes(), "codes": table.codes.tobytes(), "edits": table.edits}
        )
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "LookupLemmas":  # noqa: ARG002
        """Take the table that `to_bytes` packed."""
        loaded: dict[str, Any] = srsly.msgpack_loads(data)
        self.table = LemmaTable(
            np.frombuffer(loaded["keys"], dtype=np.uint32),
            np.frombuffer(loaded["codes"], dtype=np.uint16),
            [(cut, ending) for cut, ending in loaded["edits"]],
        )
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the table as one file in the folder `path`."""
        Path(path).mkdir(exist_ok=True)
        (Path(path) / "lemmas").write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "LookupLemmas":  # noqa: ARG002
        """Read the table that `to_disk` wrote."""
        return self.from_bytes((Path(path) / "lemmas").read_bytes())


@Language.factory("integritetskoll_lemmas", assigns=["token.lemma"], requires=["token.pos"])
def make_lemmatizer(nlp: Language, name: str) -> LookupLemmas:  # noqa: ARG001
    """Make the component for spaCy, with an empty table until one is read."""
    return LookupLemmas()
