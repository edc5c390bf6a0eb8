"""The joined forms that a draft asks for: windows of one to four tokens, folded as entries are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import regex

from integritetskoll.plain.fold import fold_name, join_folded
from integritetskoll.plain.tokens import spelled
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
        if _alone(r, start) and (first.glued or first.capital):
            seen.update(_ending("", r, start))
        for at in range(start + 1, min(start + WIDEST, len(r.tokens))):
            inside = r.long[at] or r.tokens[at].text in PARTICLES
            if not inside or _breaks(r, start, at) or len(r.tokens[at].text) == 1:
                break
            plain = plain or r.plain[at]
            if plain:
                seen.update(_ending(name, r, at))
            name = join_folded(name, r.folded[at])
    return chain.from_iterable(asked(name) for name in seen if len(name) >= SHORTEST_NEAR)


def _windows(r: Reading) -> Iterator[str]:
    count = len(r.tokens)
    for start in range(count):
        if r.tokens[start].gap == "-" and r.halved(start):
            continue
        name, sure = r.folded[start], r.sure[start]
        if _alone(r, start):
            yield from _ending("", r, start)
        for at in range(start + 1, min(start + WIDEST, count)):
            gap = r.tokens[at].gap
            if gap is None or (gap != " " and _breaks(r, start, at)):
                break
            sure = sure or r.sure[at]
            folded, stem = r.folded[at], r.stems[at]
            if stem and sure:
                yield join_folded(name, stem)
            name = name + folded[1:] if name[-1:] == folded[:1] else name + folded
            if sure:
                yield name


def _ending(name: str, r: Reading, at: int) -> Iterator[str]:
    """A folded name that ends with a token, and the same without what may be its genitive."""
    yield join_folded(name, r.folded[at])
    if r.stems[at]:
        yield join_folded(name, r.stems[at])


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
            yield from _ending(r.folded[at - 2], r, at)
        elif at > 2 and first.text.lower() in _AND and r.tokens[at - 3].capital:  # noqa: PLR2004
            yield from _ending(r.folded[at - 3], r, at)
