"""Base forms by look-up: a hashed table of endings, with compounds read from their last part.

The table holds no words: for each known form a hash and the number of an edit ("cut two letters,
add an a"). A form that is not there takes the edit of its longest known end, so "matteläxorna"
follows "läxorna". Source: the Swedish table of spacy-lookups-data (MIT) and the lemmas of
UD Swedish-Talbanken and SweLL (CC BY-SA 4.0).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from integritetskoll.text.pipeline.names import word_hash

SHORTEST_END = 4
_MASK = 0xFFFFFFFF
_NAMES, _BASES = frozenset({"PROPN"}), frozenset({"NOUN", "ADJ", "ADV"})
_KEPT = frozenset({"PUNCT", "NUM", "SYM", "SPACE"})

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
        """One code for each lower-cased form, from its longest known end; -1 when none is known."""
        ends = [[word_hash(end) for end in _ends(form)] for form in forms]
        flat = iter(self.look_up([value for row in ends for value in row]))
        return [next((code for code in found if code >= 0), -1) for found in
                [[next(flat) for _ in row] for row in ends]]

    def lemma(self, form: str, code: int, pos: str) -> str:
        """The base form of a lower-cased form; a noun that is one already stays as it is."""
        bare = pos == "ADJ" and form.endswith("a")
        if code < 0 or (code & 1 and pos in _BASES and not bare):
            return form
        cut, ending = self.edits[code >> 1]
        return form[: len(form) - cut] + ending if cut < len(form) else form


def _ends(form: str) -> list[str]:
    return [form, *(form[at:] for at in range(1, len(form) - SHORTEST_END + 1))]


class LookupLemmas:
    """Pipeline component that sets `Token.lemma_`; needs `Token.pos_` to tell nouns from verbs."""

    def __init__(self) -> None:
        self.table = LemmaTable()

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token; names lose a genitive s only through the table."""
        forms = list({token.lower: token.lower_ for token in doc}.values())
        codes = dict(zip(forms, self.table.codes_of(forms), strict=True))
        for token in doc:
            pos, form = token.pos_, token.lower_
            if pos in _NAMES or pos in _KEPT:
                token.lemma_ = token.text
            else:
                token.lemma_ = self.table.lemma(form, codes[form], pos)
        return doc

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
