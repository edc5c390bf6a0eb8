"""The joined forms that a draft asks for: windows of one to four tokens, folded as entries are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import regex

from integritetskoll.plain.fold import fold_name, join_folded
from integritetskoll.plain.tokens import Token, spelled
from integritetskoll.register.forms import PARTICLES
from integritetskoll.register.near import asked
from integritetskoll.register.reading import COMMON, Reading

WIDEST = 4
SHORTEST_NEAR = 5
"""Folded letters under which no draft's word can be a long name."""
_NUMBER = regex.compile(
    r"(?<!\d)(?:\d{2})?(?P<y>\d{2})[ ./-]?(?P<m>\d{2})[ ./-]?(?P<d>\d{2})[ .+/-]{0,3}"
    r"(?P<last>(?:\d{2}|[A-Za-z]\d|[A-Za-z]{2})\d{2})(?!\d)"
)
_LINE, _CELL = 2, 1
_AND = frozenset({"och", "o", "samt", "and"})


def numbers(text: str) -> Iterator[str]:
    """Yield the last ten characters of all that has the shape of a personnummer."""
    if sum(map(str.isdigit, text)) < 8:  # noqa: PLR2004 - digits of an interim number
        return
    for match in _NUMBER.finditer(text, overlapped=True):
        yield f"{match['y']}{match['m']}{match['d']}{match['last']}".upper()


def full_names(r: Reading) -> Iterator[str]:
    """Yield what may be a full name, folded."""
    return chain(_windows(r), _with_more_between(r), map(fold_name, spelled(r.tokens)))


def near_names(r: Reading) -> Iterator[tuple[str, str]]:
    """Yield kind and form of what may be a long full name with a typing error."""
    seen: set[str] = set()
    for start, first in enumerate(r.tokens):
        short = len(first.text) == 1 or first.text.lower() in PARTICLES
        if short or not r.long[start] or r.halved(start):
            continue
        name, plain = r.folded[start], r.plain[start]
        seen.update(_near_alone(r, start, first))
        for at in range(start + 1, min(start + WIDEST, len(r.tokens))):
            inside = r.long[at] or r.tokens[at].text in PARTICLES
            if not inside or _breaks(r, start, at) or len(r.tokens[at].text) == 1:
                break
            name = join_folded(name, r.folded[at])
            plain = plain or r.plain[at]
            if plain and len(name) >= SHORTEST_NEAR:
                seen.update(_bare(name, r.tokens[at]))
    return chain.from_iterable(map(asked, seen))


def _near_alone(r: Reading, at: int, token: Token) -> Iterator[str]:
    """A whole name in one word: a handle, or a word that nobody knows."""
    if len(r.folded[at]) >= SHORTEST_NEAR and _alone(r, at) and (token.glued or token.capital):
        yield from _bare(r.folded[at], token)


def _windows(r: Reading) -> Iterator[str]:
    count = len(r.tokens)
    for start in range(count):
        if r.tokens[start].gap == "-" and r.halved(start):
            continue
        name, sure = r.folded[start], r.sure[start]
        if _alone(r, start):
            yield from _bare(name, r.tokens[start])
        for at in range(start + 1, min(start + WIDEST, count)):
            token = r.tokens[at]
            if token.gap is None or (token.gap != " " and _breaks(r, start, at)):
                break
            folded = r.folded[at]
            name = name + folded[1:] if name[-1:] == folded[:1] else name + folded
            sure = sure or r.sure[at]
            if sure:
                yield name
                if token.text[-1] in "sS":
                    yield name[:-1]


def _bare(name: str, last: Token) -> Iterator[str]:
    """A folded name, and the same without what may be its genitive."""
    yield name
    if last.text[-1] in "sS":
        yield name[:-1]


def _alone(r: Reading, at: int) -> bool:
    """Whether one word may be a whole name: "tuvalind", but not the name "Torsten" (Tor Sten)."""
    word = r.words[at]
    if r.tokens[at].glued:
        return word.common < COMMON
    return not word.name and not word.common


def _breaks(r: Reading, start: int, at: int) -> bool:
    """Whether no name goes on to `at`: "Elsa Lind, Tuva Berg" has no "Lind, Tuva" in it."""
    gap = r.tokens[at].gap
    if gap is None:
        return True
    kind = _kind(gap)
    before = r.tokens[start].gap
    if not kind or not start or before is None or _kind(before) >= kind:
        return False
    return r.plain[start - 1] and r.tokens[start - 1].capital


def _kind(gap: str) -> int:
    if "\n" in gap:
        return _LINE
    return _CELL if any(sign in gap for sign in ",;\t|/") else 0


def _with_more_between(r: Reading) -> Iterator[str]:
    """Given name and surname with another name between: "Tuva M. Lind", "Tuva och Elsa Lind"."""
    for at in range(2, len(r.tokens)):
        token, middle, first = r.tokens[at], r.tokens[at - 1], r.tokens[at - 2]
        if not token.capital or token.gap not in {" ", ". "} or not middle.capital:
            continue
        if first.capital and middle.gap in {" ", " & ", " + "}:
            yield from _bare(join_folded(r.folded[at - 2], r.folded[at]), token)
        elif at > 2 and first.text.lower() in _AND and r.tokens[at - 3].capital:  # noqa: PLR2004
            yield from _bare(join_folded(r.folded[at - 3], r.folded[at]), token)
