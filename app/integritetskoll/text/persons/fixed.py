"""Fixed phrases and names of places that hold a name and name nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from integritetskoll.text.persons.tokens import Word
from integritetskoll.text.persons.wordlists import fixed_phrases

Gap = Callable[[int], str]
_STREETS = ("gatan", "vägen", "torget", "skolan", "parken", "kyrkan", "hallen", "stiftelsen")
_PLACES = frozenset({"gata", "torg", "kyrka", "allé", "väg"})


def in_phrases(words: Sequence[Word], gap: Gap, capitals: Sequence[int]) -> Iterator[int]:
    """Yield the words of "Fia med knuff", "Mors dag", "Karl Johansgatan", which name nobody.

    `gap` gives the text between a word and the next one, `capitals` where capitals stand.
    """
    table = fixed_phrases()
    for index in capitals:
        for parts in table.get(words[index].lower, ()):
            last = index + len(parts) - 1
            same = [word.lower for word in words[index : last + 1]] == list(parts)
            if same and all(gap(i) == " " for i in range(index, last)):
                yield from range(index, last + 1)
        yield from _in_place_name(words, gap, index)


def _in_place_name(words: Sequence[Word], gap: Gap, index: int) -> Iterator[int]:
    if gap(index) != " ":
        return
    following = words[index + 1].lower
    if words[index + 1].capital and following.endswith(_STREETS):
        if len(following) > len("johans") and "s" in following[:-4]:
            yield index
        return
    whole = index and words[index - 1].capital and gap(index - 1) == " "
    if whole and following in _PLACES and words[index].lower.endswith("s"):
        yield from (index - 1, index)
