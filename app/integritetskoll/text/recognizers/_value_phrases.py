"""Phrases that judge: "ger lätt upp", "bryr sig inte", "bäst i klassen", found by their first word.

An adverb may stand between two words of a phrase ("gör inte sitt bästa").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from integritetskoll.text.recognizers._value_lexicon import Value, values
from integritetskoll.text.recognizers._value_tokens import SKIP

Words = tuple[frozenset[str], ...]


def phrases_in(lower: Sequence[str]) -> Iterator[tuple[int, int, Value]]:
    """Yield (first, end, row) for each phrase; the longest of those that begin together first."""
    known = _by_first()
    for number, word in enumerate(lower):
        if word in known:
            ends = ((_end(lower, number, words), value) for words, value in known[word])
            for end, value in sorted(ends, key=lambda pair: -pair[0]):
                if end:
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
def _by_first() -> Mapping[str, list[tuple[Words, Value]]]:
    found: dict[str, list[tuple[Words, Value]]] = defaultdict(list)
    for value in values():
        if value.kind == "phrase":
            for first, *rest in _variants(value.lemma):
                for word in first:
                    found[word].append((tuple(rest), value))
    return dict(found)


def _variants(phrase: str) -> Iterator[list[frozenset[str]]]:
    """The phrase with and without its word in brackets."""
    parts = phrase.split()
    yield [frozenset(part.strip("()").split("/")) for part in parts]
    if any(part.startswith("(") for part in parts):
        yield [frozenset(part.split("/")) for part in parts if not part.startswith("(")]
