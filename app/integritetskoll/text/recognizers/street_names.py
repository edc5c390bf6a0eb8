"""Where a street's name begins, read leftwards from its last word, and whether it is one at all."""

from __future__ import annotations

from enum import IntEnum

import regex

from integritetskoll.text.recognizers.street_words import (
    ABBREVIATED,
    ABBREVIATIONS,
    BARE,
    COMMON,
    COMMON_BY_ENDING,
    DIRECTIONS,
    LOOSE,
    LOWER,
    MOTORWAYS,
    NAMED_AFTER_PLACE,
    NOT_A_PLACE,
    NOT_ABBREVIATED,
    NOT_ADJECTIVE,
    NOT_IN_NAME,
    PARTICLES,
    STREET,
)

REACH = 70
LAST_WORD = regex.compile(r"[\p{L}\d][\p{L}\d:'-]*\.?\Z")
ORDINAL = regex.compile(r"\d{1,2}:[ae]")
GENITIVE = regex.compile(r"\p{Lu}[\p{L}'-]*(?::s|[sxz])")
ROADS = frozenset({"vägen", "väg", "gatan", "stigen", "allén"})
INITIAL = regex.compile(r"\p{Lu}\.?")
MOST_WORDS = 5


class Sure(IntEnum):
    """How surely a word is a street: what else the text must show follows from it."""

    NO = 0
    PLACE = 1
    """A capitalised word: a street or farm only beside other signs of an address."""
    NUMBERED = 2
    """A street if a house number follows."""
    NAMED = 3
    """A street even in lower case or without a number."""


def street_before(text: str, end: int) -> tuple[int, Sure]:
    """Return where the name that ends at `end` begins, and how surely it is a street."""
    left = max(0, end - REACH)
    left = max(left, text.rfind("\n", left, end) + 1)
    found = LAST_WORD.search(text, left, end)
    if found is None:
        return end, Sure.NO
    start, word = found.start(), found.group()
    if word.lower() in BARE:
        return _bare(text, left, start, word)
    sure = _compound(word)
    if sure is Sure.NO and _is_abbreviated(word):
        sure = Sure.NUMBERED
    if sure is Sure.NO:
        sure = _place(word)
    if sure is not Sure.NO and word[:1].isupper():
        start = _with_titles(text, left, start, place=sure is Sure.PLACE, word=word)
    return start, sure


def _compound(word: str) -> Sure:
    match = STREET.fullmatch(word)
    if match is None:
        return Sure.NO
    stem, ending = match["stem"].lower(), match["ending"].lower()
    capital = word[:1].isupper()
    if (len(stem) < 2 and stem not in {"å", "ö"}) or _is_common(stem, ending, capital=capital):
        return Sure.NO
    if capital:
        return Sure.NAMED if ending.startswith(("gata", "väg", "gränd")) else Sure.NUMBERED
    return Sure.NAMED if ending.endswith(LOWER) else Sure.NO


def _is_common(stem: str, ending: str, *, capital: bool) -> bool:
    if ending in ROADS and stem in (MOTORWAYS if capital else COMMON):
        return True
    return any(ending.startswith(key) and stem in stems for key, stems in _COMMON_STEMS)


_COMMON_STEMS = tuple((key, frozenset(stems.split())) for key, stems in COMMON_BY_ENDING.items())


def _is_abbreviated(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bool(ABBREVIATED.fullmatch(word)) and (
        bare in ABBREVIATIONS or not NOT_ABBREVIATED.fullmatch(bare)
    )


def _place(word: str) -> Sure:
    capital = word[:1].isupper() and word[1:2].islower() and not word.endswith(".")
    return Sure.PLACE if capital and word.lower() not in NOT_A_PLACE else Sure.NO


def _bare(text: str, left: int, start: int, word: str) -> tuple[int, Sure]:
    """A bare "väg" or "torget" needs a name before it: "Karl XI:s väg", "Lilla Torget"."""
    before, begin = _word_before(text, left, start)
    if before and (before.lower() in DIRECTIONS or ORDINAL.fullmatch(before)):
        capital = before[:1].isupper() or ORDINAL.fullmatch(before)
        return begin, Sure.NUMBERED if capital else Sure.NO
    genitive = GENITIVE.fullmatch(before) and before.lower() not in NOT_IN_NAME
    if not genitive and _describes(before, word):
        return begin, Sure.NUMBERED
    if not genitive:
        return start, Sure.PLACE if word[:1].isupper() else Sure.NO
    first = _chain(text, left, begin)
    if word.lower() in LOOSE and first == begin:
        return begin, Sure.PLACE
    return first, Sure.NUMBERED


def _describes(before: str, word: str) -> bool:
    """Tell "Gröna gatan" and "Hagsätra torg" from "Hela vägen"."""
    lowered = before.lower()
    if not (before[:1].isupper() and before.isalpha()) or lowered in NOT_IN_NAME:
        return False
    adjective = before.endswith(("a", "å")) and lowered not in NOT_ADJECTIVE
    return word.lower() in NAMED_AFTER_PLACE or (adjective and word.lower() not in LOOSE)


def _chain(text: str, left: int, start: int) -> int:
    """Take the capitalised words before a genitive: "Anna Lindhs", "Karl XI:s"."""
    for _ in range(MOST_WORDS):
        word, begin = _word_before(text, left, start)
        if not word or word.lower() in NOT_IN_NAME:
            break
        if not (word[:1].isupper() or word in PARTICLES) or any(map(str.isdigit, word)):
            break
        start = begin
    while text[start : start + 3].split(" ", maxsplit=1)[0] in PARTICLES:
        start = text.index(" ", start) + 1
    return start


def lower_street_before(text: str, end: int) -> list[int]:
    """Return where a street in lower case that ends at `end` may begin, nearest first."""
    left = max(0, end - REACH)
    found = LAST_WORD.search(text, left, end)
    if found is None:
        return []
    match = STREET.fullmatch(found.group())
    bare = found.group().lower() in BARE
    if not bare and (match is None or _is_common(match["stem"], match["ending"], capital=False)):
        return []
    starts = [] if bare else [found.start()]
    place = found.start()
    for _ in range(MOST_WORDS - 1):
        word, place = _word_before(text, left, place)
        if not word or word.lower() in NOT_IN_NAME:
            break
        starts.append(place)
    return starts


def _with_titles(text: str, left: int, start: int, *, place: bool, word: str) -> int:
    """Take "Norra", "2:a", "S:t" before a street, "Torpet" and "Stora" before a farm."""
    indefinite = word.lower().endswith(("gata", "väg", "gränd", "torg"))
    for _ in range(MOST_WORDS):
        before, begin = _word_before(text, left, start)
        if not before or before.lower() in NOT_IN_NAME:
            break
        capital = before[:1].isupper() and before[1:2].islower()
        if not (
            ORDINAL.fullmatch(before)
            or (before[:1].isupper() and (before.lower() in DIRECTIONS or before.endswith("ska")))
            or (capital and place and before.lower() not in NOT_A_PLACE)
            or (indefinite and (GENITIVE.fullmatch(before) or INITIAL.fullmatch(before)))
        ):
            break
        start = begin
        if indefinite and GENITIVE.fullmatch(before):
            return _chain(text, left, start)
    return start


def _word_before(text: str, left: int, start: int) -> tuple[str, int]:
    if start <= left or text[start - 1] != " ":
        return "", start
    begin = text.rfind(" ", left, start - 1) + 1
    begin = max(begin, left)
    word = text[begin : start - 1]
    while word[:1] and word[0] in "(\"'”“[*":
        word, begin = word[1:], begin + 1
    return ("", start) if word[-1:] in ",;:!?)" else (word, begin)
