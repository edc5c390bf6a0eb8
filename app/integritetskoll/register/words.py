"""What is known of words: whether one is a name, and how common it is otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Word(NamedTuple):
    """`name`: somebody is called so. `common`: 0 to 5, how often the word stands for others."""

    name: bool = False
    common: int = 0


Words = Callable[[Sequence[str]], Mapping[str, Word]]
"""Lower-cased words in, what is known of each out."""


def nothing_known(words: Sequence[str]) -> Mapping[str, Word]:
    """Know nothing of any word: for a pipeline that has no name table."""
    return dict.fromkeys(words, Word())
