"""Sentences, rows and list items: the pieces within which a finding ties to a person.

Rules instead of a parser: school texts are full of rows, lists and headings that no treebank
has, and a rule costs microseconds. Abbreviations from Svenska skrivregler (Språkrådet).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

import regex

ABBREVIATIONS = frozenset(
    "ang bl.a m.m m.fl t.ex d.v.s dvs osv etc ca kl nr tel resp ev ex inkl exkl jfr s.k p.g.a pga "
    "o.d o.s.v f.d fr.o.m t.o.m from tom fd bl obs mfl mm tex st sid kap vol red dr prof st:t s:t "
    "jan feb mar apr jun jul aug sep sept okt nov dec mån tis ons tors tor fre lör sön uppg tfn "
    "mob åk v avd lgh c:a adr".split()
)
_BREAK = regex.compile(r"(?<![.!?…])[.!?…]++[\"'”)\]]*+(?=\s)|\n")
_ITEM = regex.compile(r"[ \t]*(?:[-*•–·▪◦]|\d{1,3}[.)]|[a-zåäö]\))[ \t]+")
_TABLE = regex.compile(r"[|\t;]")
_INITIALS = regex.compile(r"\p{L}(?:\.\p{L}){1,2}")
"""Somebody in the middle of a sentence ("T.K. i 7B saknas")."""


class Kind(StrEnum):
    """What a segment is."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Segment:
    """A half-open span of the text, its kind and the number of its paragraph."""

    start: int
    end: int
    kind: Kind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Segments:
    """All segments of a text in order; together they cover it."""

    items: tuple[Segment, ...]
    starts: tuple[int, ...]

    def at(self, place: int) -> int:
        """Return the index of the segment that holds the character at `place`."""
        return max(0, bisect_right(self.starts, place) - 1)


def paragraphs(segments: Segments) -> list[tuple[int, int]]:
    """Half-open spans of the numbers of the segments that make up each paragraph."""
    numbered = enumerate(segments.items)
    groups = (list(group) for _, group in groupby(numbered, key=lambda pair: pair[1].paragraph))
    return [(group[0][0], group[-1][0] + 1) for group in groups]


def split(text: str) -> Segments:
    """Split a plain text (see `normalize`) into segments. Linear in its length."""
    items: list[Segment] = []
    start = 0
    paragraph = 0
    for match in _BREAK.finditer(text):
        if match.group() != "\n" and not _ends_sentence(text, match.start(), match.end()):
            continue
        end = match.end()
        if text[start:end].strip():
            items.append(Segment(start, end, _kind(text, start, end, items), paragraph))
        elif items and match.group() == "\n" and text[match.start() - 1 : match.start()] == "\n":
            paragraph += 1
        start = end
    if text[start:].strip() or not items:
        items.append(Segment(start, len(text), _kind(text, start, len(text), items), paragraph))
    return Segments(tuple(items), tuple(item.start for item in items))


def _ends_sentence(text: str, start: int, end: int) -> bool:
    if text[start] != ".":
        return True
    before = start - 1
    while before >= 0 and before > start - 12 and not text[before].isspace():
        before -= 1
    word = text[before + 1 : start].lower().lstrip("(\"'”")
    after = text[end : end + 2].lstrip()[:1]
    if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        # "kl. 9" goes on; "m.m. Vi ses" doesn't.
        return after.isupper() and word in {"m.m", "mm", "osv", "etc", "o.d", "m.fl", "o.s.v"}
    if after.islower() and _INITIALS.fullmatch(word):
        return False
    return not (word.isdigit() and (after.islower() or (before < 0 or text[before] == "\n")))


def _kind(text: str, start: int, end: int, before: Sequence[Segment]) -> Kind:
    piece = text[start:end]
    if _TABLE.search(piece):
        return Kind.ROW
    at_line_start = start == 0 or text[start - 1] == "\n"
    if at_line_start and _ITEM.match(piece):
        return Kind.ITEM
    if not at_line_start and before and before[-1].kind is Kind.ITEM:
        return Kind.ITEM
    return Kind.SENTENCE
