"""A plain form of a text for the recognizers, with the way back to the text as sent.

Writers and word processors vary digits, dashes, spaces and letters (Unicode UAX #15, UTS #39
confusables); recognizers see one form, findings point into what was sent.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u3000"
)
LINE_ENDS = "\u0085\u2028\u2029\v\f"
INVISIBLE = "".join(
    (
        "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f",
        "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069",
        "\u3164\ufeff\uffa0\ufe0e\ufe0f",
    )
)
QUOTES = {"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'"}
# Letters of other scripts that look like a Latin one; only changed inside a word that also
# has a Latin letter, so that Greek formulas and Cyrillic words stay what they are.
LOOK_ALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТХУаеѕіјорсухԁһԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο" + "ɑɡ",
        "ABESIJKMHOPCTXYaesijopcyxdhqw" + "ABEZHIKMNOPTYXo" + "ag",
        strict=True,
    )
)
_FIXED: dict[str, str] = {
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(SPACES, " "),
    **dict.fromkeys(LINE_ENDS, "\n"),
    **dict.fromkeys(INVISIBLE, ""),
    **QUOTES,
    "\u2026": "\u2026",  # as in a text that has nothing to change
}
# One character for one: these alone leave every offset as it is.
_SAME_LENGTH = str.maketrans({c: to for c, to in _FIXED.items() if to})
_ORDINARY = regex.compile(r"[\t\n -~\u00a1-\u00ac\u00ae-\u00b3\u00b5-\u024f\u201c\u201d\u2026]*")
_WORD = regex.compile(rf"[\w{INVISIBLE}]++")
_LATIN = regex.compile(r"\p{Latin}")
# What has to be looked at: a run of ordinary characters, each without a mark after it, is not.
_CLUSTER = regex.compile(r"\r\n?|\P{M}\p{M}+|[^\t\n -~\u00a1-\u00ac\u00ae-\u00b3\u00b5-\u024f]")
_PASSES = 4


@dataclass(frozen=True, slots=True)
class Plain:
    """A normalized text and, for each of its characters, where it stands in the text as sent.

    `starts` and `ends` have one entry per character of `text`; None means that both texts are
    the same, character by character.
    """

    text: str = field(repr=False)
    starts: tuple[int, ...] | None = field(default=None, repr=False)
    ends: tuple[int, ...] | None = field(default=None, repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a half-open span of the plain text into one of the text as sent."""
        if self.starts is None or self.ends is None or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]


def normalize(text: str) -> Plain:
    """Return the plain form of `text`. Never fails, never longer than what NFKC makes of it."""
    if _ORDINARY.fullmatch(text):
        return Plain(text)
    same_length = text.translate(_SAME_LENGTH)
    if _ORDINARY.fullmatch(same_length):
        return Plain(same_length)
    plain = Plain(same_length)
    for _ in range(_PASSES):
        # What was changed may meet a mark or a look-alike that can now be changed too.
        again = _once(plain.text)
        if again is None:
            break
        plain = _chained(plain, again)
    return plain


def _once(text: str) -> Plain | None:
    """One pass over `text`; None when it has nothing to change."""
    changes = [(s, e, to) for s, e, to in _clusters(text, _mixed_places(text)) if text[s:e] != to]
    if not changes:
        return None
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, piece in changes:
        pieces += (text[done:start], piece)
        starts += (*range(done, start), *[start] * len(piece))
        ends += (*range(done + 1, start + 1), *[end] * len(piece))
        done = end
    pieces.append(text[done:])
    starts += range(done, len(text))
    ends += range(done + 1, len(text) + 1)
    return Plain("".join(pieces), tuple(starts), tuple(ends))


def _chained(first: Plain, second: Plain) -> Plain:
    if first.starts is None:
        return second
    spans = [
        first.span(start, end)
        for start, end in zip(second.starts or (), second.ends or (), strict=True)
    ]
    return Plain(second.text, tuple(s for s, _ in spans), tuple(e for _, e in spans))


def _mixed_places(text: str) -> frozenset[int]:
    return frozenset(
        place
        for word in _WORD.finditer(text)
        if not word.group().isascii() and _LATIN.search(word.group())
        for place in range(*word.span())
        if text[place] in LOOK_ALIKES
    )


def _clusters(text: str, mixed: frozenset[int]) -> Iterator[tuple[int, int, str]]:
    for match in _CLUSTER.finditer(text):
        start, end = match.span()
        cluster = match.group()
        if cluster[0] == "\r":
            piece = "\n"
        elif start in mixed:
            piece = LOOK_ALIKES[text[start]]
        else:
            piece = _plain_cluster(cluster)
        yield start, end, piece


def _plain_cluster(cluster: str) -> str:
    if len(cluster) == 1:
        return _plain_character(cluster)
    base = _plain_character(cluster[0])
    marks = "".join(mark for mark in cluster[1:] if mark not in INVISIBLE)
    # Marks that compose with nothing (struck-through or decorated text) would hide a word.
    composed = unicodedata.normalize("NFC", base + marks)
    return composed[: max(len(base), 1)] if base else ""


def _plain_character(character: str) -> str:
    fixed = _FIXED.get(character)
    if fixed is not None:
        return fixed
    if character < "\u0250":
        # Control characters separate words; NFKC would turn ¼, ², ª and their kin into digits.
        return " " if character < " " and character not in "\t\n" else character
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain.isprintable() or character.isprintable() else " "
