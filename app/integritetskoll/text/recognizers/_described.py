"""The other side of the list: a clause that is about the pupil and not about any knowledge.

People invent expressions daily ("svävar iväg", "är ett yrväder"). So a clause whose subject is the
pupil must speak of knowledge (a verb, a content, a level) or of plain arrangement; what does
neither describes the pupil. Rules over parts of speech; nothing is found where none are tagged.
"""

from __future__ import annotations

from collections.abc import Iterator

from integritetskoll.text.recognizers._about import about
from integritetskoll.text.recognizers._clauses import finite, subject_of
from integritetskoll.text.recognizers._notes import apposition, noun_phrase
from integritetskoll.text.recognizers._predicates import predicate
from integritetskoll.text.recognizers._value_heads import excused, of_fiction
from integritetskoll.text.recognizers._value_tokens import ENDS, Tokens

Span = tuple[int, int, int]
"""First token, token after the last, token of the person."""
_RESETS = ENDS | frozenset('"”“»')


def described(tokens: Tokens, taken: set[int]) -> Iterator[Span]:
    """Yield the clauses that describe a pupil and hold none of the `taken` tokens."""
    if not tokens.tags:
        return
    for first, end, head in [*_all(tokens), *about(tokens)]:
        free = taken.isdisjoint(range(first, end)) and not excused(tokens, first)
        if free and not of_fiction(tokens, head):
            taken.update(range(first, end))
            yield first, end, head


def _all(tokens: Tokens) -> Iterator[Span]:
    head: int | None = None
    for n, word in enumerate(tokens.lower):
        if word in _RESETS:
            head = None
        elif finite(tokens, n):
            head = subject_of(tokens, n, head)
            if head is not None and (found := predicate(tokens, n, head)) is not None:
                yield found
        elif (other := noun_phrase(tokens, n) or apposition(tokens, n)) is not None:
            yield other
