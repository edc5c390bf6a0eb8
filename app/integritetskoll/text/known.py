"""What the pipeline's name table knows of words, for the register's reading of a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from integritetskoll.register.words import Word, Words, nothing_known
from integritetskoll.text.pipeline.names import NameTable, unpack, word_hash


def known_words(table: NameTable | None) -> Words:
    """Return a look-up of many words at once; without a table nothing is known of any."""
    if table is None:
        return nothing_known

    def look_up(words: Sequence[str]) -> Mapping[str, Word]:
        hashes = np.array([word_hash(word) for word in words], dtype=np.uint64)
        given, surname, common, _ = unpack(table.look_up(hashes))
        names = ((given | surname) > 0).tolist()
        return dict(zip(words, map(Word, names, common.tolist()), strict=True))

    return look_up
