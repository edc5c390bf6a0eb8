"""Phrases that judge: "ger lätt upp", "bryr sig inte", "bäst i klassen", found by their first word.

An adverb may stand between two words of a phrase ("gör inte sitt bästa"), and the subject after the
verb that opens it ("när det blir svårt ger Ruben upp").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count, product
from operator import itemgetter

from integritetskoll.text.recognizers._patterns import rows
from integritetskoll.text.recognizers._value_lexicon import Value, values
from integritetskoll.text.recognizers._value_tokens import SKIP

Words = tuple[frozenset[str], ...]
Phrases = Mapping[str, Mapping[str, list[tuple[int, Words, Value]]]]
"""By the first word and by each second one ("" where there is none), in the order of the table."""


_ROW = itemgetter(0)


def _longest(found: tuple[int, Value]) -> int:
    return -found[0]


def _nobody(_: int) -> bool:
    return False


def phrases_in(
    lower: Sequence[str], known: Phrases, *, person: Callable[[int], bool] = _nobody
) -> Iterator[tuple[int, int, Value]]:
    """Yield (first, end, row) for each phrase; the longest of those that begin together first.

    `person` tells whether a token can be a subject, which may follow the first word.
    """
    for number, word in enumerate(lower):
        seconds = known.get(word)
        if seconds is None:
            continue
        nears = {"", *lower[number + 1 : number + 4]}  # two words may be passed over
        if here := [phrase for near in nears & seconds.keys() for phrase in seconds[near]]:
            yield from _standing(lower, number, here, person)


def _standing(
    lower: Sequence[str],
    number: int,
    here: Iterable[tuple[int, Words, Value]],
    person: Callable[[int], bool],
) -> Iterator[tuple[int, int, Value]]:
    """Yield those of the phrases that stand at a token, the longest first."""
    found, inside = [], None
    once = {phrase[0]: phrase for phrase in here}
    for _, words, value in sorted(once.values(), key=_ROW):
        end = _end(lower, number, words)
        if not end:
            inside = person(number + 1) if inside is None else inside
            end = inside and _end(lower, number + 1, words)
        if end:
            found.append((end, value))
    for end, value in sorted(found, key=_longest):
        yield number, end, value


def _end(lower: Sequence[str], start: int, words: Words) -> int:
    """The number of the token after the phrase; 0 when it doesn't stand here."""
    at = start + 1
    for allowed in words:
        if at < len(lower) and lower[at] not in allowed and lower[at] in SKIP:
            at += 1
        if at >= len(lower) or lower[at] not in allowed:
            return 0
        at += 1
    return at


@cache
def phrases(without: frozenset[str] = frozenset()) -> Phrases:
    """Return every phrase by its first word; `without` leaves some out."""
    found: dict[str, dict[str, list[tuple[int, Words, Value]]]] = {}
    row = count()
    for value in values():
        if value.kind == "phrase" and value.lemma not in without:
            for first, *rest in _variants(value.lemma):
                phrase = next(row), tuple(rest), value
                for word, second in product(first, rest[0] if rest else ("",)):
                    found.setdefault(word, {}).setdefault(second, []).append(phrase)
    return found


def _variants(phrase: str) -> Iterator[list[frozenset[str]]]:
    """The phrase with and without its word in brackets."""
    parts = phrase.split()
    yield [_allowed(part.strip("()")) for part in parts]
    if any(part.startswith("(") for part in parts):
        yield [_allowed(part) for part in parts if not part.startswith("(")]


def _allowed(part: str) -> frozenset[str]:
    """Every word that may stand in a place of a phrase: "*ta/*dra", "sin/ditt"."""
    return frozenset(form for word in part.split("/") for form in _forms(word))


def _forms(word: str) -> list[str]:
    if not word.startswith("*"):
        return [word]
    lemma = word[1:]
    known = _irregular().get(lemma)
    return [lemma, *(known or [lemma + end for end in ("r", "de", "t")])]


@cache
def _irregular() -> Mapping[str, list[str]]:
    return {lemma: forms.split() for lemma, forms in rows("value_verbs")}
