"""Titles of books, plays, films, games and myths in a text, and the figures of those works.

Read by pupils of all ages (Lgr22 and Gy25, central content of Swedish and languages: fiction for
children, youths and adults, myths, theatre, film). The list is `lexicon/works.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from importlib import resources
from typing import NamedTuple

import regex

from integritetskoll.text.persons.tokens import WORD, Word
from integritetskoll.text.persons.wordlists import famous

_LIST = resources.files("integritetskoll.text").joinpath("lexicon", "works.tsv")
_MARKS = "?^"
_PAIR = regex.compile(r"(\p{Lu}\p{L}+) (?:och|&|und|and) (\p{Lu}\p{L}+)")
_QUOTES = "\"”“»«'’*_"
_CUE = regex.compile(
    r"(?i)(?:\p{L}*(?:bok|boken|film|filmen|serie|serien|pjäs|pjäsen|roman|romanen|novell"
    r"|novellen"
    r"|musikal|musikalen|opera|operan|spelet|saga|sagan|myten|klassikern|dramat"
    r"|berättelsen)(?: om)?"
    r"|\b(?:vi|ni|jag|har|ska|att|eleverna|klassen|\p{Ll}{2,6}orna) (?:nu )?(?:läser|läst|läste"
    r"|läsa"
    r"|ser|sett|såg|spelar|spelat|tittar på|tittat på|tittade på)(?: klart| ut| om| ur)?)[ :,]*\Z"
)
_BY = regex.compile(r"(?:[”\"'’*_] ?)?,? (?:\(?av|by|von) \p{Lu}[\p{L}.]* \p{Lu}")
_TOLD = regex.compile(
    r"(?i)\b(?:läs(?:er|t|te|a)?|bok|boken|roman|romanen|novellen|pjäsen?|filmen?|serien"
    r"|musikalen?|operan?|teater|teatern|scen|scenen|slutet|kapitel|kapitlet|handlingen|sagan"
    r"|myten"
    r"|karaktär\p{L}*|huvudperson\p{L}*)\b"
)
_THE = "The "
_COMMON = frozenset(
    "och det alla gick god hennes hittar hon han som från går små var när där inte".split()
)
"""Words by which no title is looked for if it has another."""
_REACH = 60


class Title(NamedTuple):
    """Where a work is named, half-open; `row` is its row of the list, `pair` its two names."""

    start: int
    end: int
    row: int
    pair: bool = False


class _Entry(NamedTuple):
    lower: str
    offset: int
    row: int
    mark: str


class _Table(NamedTuple):
    """Titles by their longest word, pairs of title names by the first, figures as they stand."""

    titles: dict[str, list[_Entry]]
    pairs: dict[str, list[tuple[str, int]]]
    figures: list[str]


def titles_in(text: str, words: Sequence[Word], lowers: Set[str]) -> list[Title]:
    """Return where works are named in a text; `lowers` are its words in lower case."""
    keys = _keys() & lowers
    if not keys:
        return []
    titles = _table().titles
    found: set[Title] = set()
    for word in words:
        if word.lower in keys and word.lower in titles:
            found.update(_at(text, word, titles[word.lower]))
    return sorted(found or set(_pairs(text, words, keys, lowers)))


def figures_of(titles: Sequence[Title]) -> frozenset[str]:
    """Return the figures of the works that are named, in lower case."""
    rows = {title.row for title in titles}
    return frozenset(name for row in rows for name in _table().figures[row].lower().split(", "))


def places(titles: Sequence[Title]) -> list[tuple[int, int]]:
    """Return the spans of titles, without names that stand by themselves."""
    return [(title.start, title.end) for title in titles if not title.pair]


def no_names(text: str, titles: Sequence[Title]) -> Iterator[tuple[int, int]]:
    """Yield the spans of titles that are no name of a figure as well ("Pippi Långstrump")."""
    for start, end in places(titles):
        entry = famous().get(text[start:end].lower())
        if entry is None or (entry[2] == "teaching" and not _is_borne(text, start, end)):
            yield start, end


def _is_borne(text: str, start: int, end: int) -> bool:
    """Whether a title of one name may be somebody's, where nothing speaks of works."""
    quoted = text[start - 1 : start] in set(_QUOTES)
    inside = text[max(0, start - 3) : start] in {" i ", "ur "}
    return not (
        quoted or inside or " " in text[start:end] or told_of(text) or _is_work(text, start, end)
    )


def told_of(text: str) -> bool:
    """Whether a text speaks of reading, plays or films."""
    return _TOLD.search(text) is not None


def _at(text: str, word: Word, entries: Sequence[_Entry]) -> Iterator[Title]:
    for lower, offset, row, mark in entries:
        start = word.start - offset
        end = start + len(lower)
        if start < 0 or text[start:end].lower() != lower or text[start - 1 : start].isalpha():
            continue
        small = not text[start].isupper() and lower[0].isalpha()
        if small and (mark or " " not in lower):
            continue
        if mark != "?" or _is_work(text, start, end):
            yield Title(start, end, row)


def _is_work(text: str, start: int, end: int) -> bool:
    """Whether the words beside an everyday title say that it is one."""
    head = text[max(0, start - _REACH) : start].rstrip(_QUOTES)
    if _CUE.search(head) or _BY.match(text, end):
        return True
    quoted = text[start - 1 : start] in set(_QUOTES) and text[end : end + 1] in set(_QUOTES)
    return quoted and told_of(text[max(0, start - 2 * _REACH) : end + 2 * _REACH])


def _pairs(text: str, words: Sequence[Word], keys: Set[str], lowers: Set[str]) -> Iterator[Title]:
    """Yield pairs of names that are a title, where each stands by itself in words of reading."""
    pairs = _table().pairs
    for one in keys:
        for other, row in pairs.get(one, ()):
            if other in lowers and told_of(text):
                yield from (
                    Title(word.start, word.end, row, pair=True)
                    for word in words
                    if word.capital and word.lower in {one, other}
                )


def _rarity(word: re.Match[str]) -> tuple[bool, int]:
    return word[0] not in _COMMON, len(word[0])


@cache
def _keys() -> frozenset[str]:
    """The words by which the table is looked up: one set, for one step through a text."""
    return frozenset(_table().titles.keys() | _table().pairs.keys())


@cache
def _table() -> _Table:
    table = _Table({}, {}, [])
    for line in _LIST.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            titles, _, figures = line.split("\t")
            row = len(table.figures)
            table.figures.append(figures)
            for title in titles.split("|"):
                _enter(table, title, row)
    return table


def _enter(table: _Table, title: str, row: int) -> None:
    mark = title[-1] if title[-1] in _MARKS else ""
    bare = title.removesuffix(mark)
    if bare.startswith(_THE) and bare.count(" ") > 1:
        bare = bare.removeprefix(_THE)
    lower = bare.lower()
    longest = max(WORD.finditer(lower), key=_rarity)
    entry = _Entry(lower, longest.start(), row, mark)
    table.titles.setdefault(longest[0], []).append(entry)
    if longest.end() == len(bare) and lower[-1] != "s":
        table.titles.setdefault(f"{longest[0]}s", []).append(entry)
    if not mark and " " in bare and (pair := _PAIR.fullmatch(bare)):
        table.pairs.setdefault(pair[1].lower(), []).append((pair[2].lower(), row))
