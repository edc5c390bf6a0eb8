"""Fixed phrases, names of places and firms, and compounds that hold a name and name nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from integritetskoll.text.persons.tokens import ARTICLES, SOME, Names, Word, forms, is_korean
from integritetskoll.text.persons.wordlists import famous, fixed_phrases, named_after

Gap = Callable[[int], str]
_STREETS = ("gatan", "vägen", "torget", "skolan", "parken", "kyrkan", "hallen", "stiftelsen")
_SHORTEST = 3
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


def in_compounds(
    words: Sequence[Word], gap: Gap, capitals: Sequence[int], names: Names
) -> Iterator[int]:
    """Yield the words of "Robin Hood-hatten" and "Elsa-krona", which are things."""
    for index in (at for at in capitals if "-" in words[at].text):
        head, _, tail = words[index].text.rpartition("-")
        if (
            not head
            or len(tail) < _SHORTEST
            or not tail.islower()
            or _is_joined_name(head, tail, names)
        ):
            continue
        yield index
        if index and words[index - 1].capital and gap(index - 1) == " ":
            lower = head.lower()
            if names.of(lower).surname >= SOME or f"{words[index - 1].lower} {lower}" in famous():
                yield index - 1


def _is_joined_name(head: str, tail: str, names: Names) -> bool:
    known = names.of(tail)
    named = known.given >= SOME or not known.common or head.lower() in ARTICLES
    return named or is_korean([head, tail])


def in_firms(
    words: Sequence[Word], gap: Gap, capitals: Sequence[int], names: Names
) -> Iterator[int]:
    """Yield the words of "Nisses Godis": whose shop it is, and what it sells with a capital."""
    for index in capitals:
        lower = words[index].lower
        if lower[-1] != "s" or gap(index) != " " or not words[index + 1].capital:
            continue
        following = words[index + 1].lower
        sold = following.endswith(named_after("firm")) and not names.of(following).surname
        if sold and names.of(forms(lower)[-1]).any_name:
            yield from (index, index + 1)
