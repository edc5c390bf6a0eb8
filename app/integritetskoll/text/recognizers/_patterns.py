"""Patterns and word classes kept as data: read from the lexicon, put together from named parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import regex

LEXICON = "integritetskoll.text.lexicon"
_SCHOOL_WORDS = ("knowledge_words", "people", "value_heads")
"""Tables with words that stand in most texts of a school."""


def rows(table: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a table of the lexicon; comments and blank lines are none."""
    raw = resources.files(LEXICON).joinpath(f"{table}.tsv").read_text("utf-8")
    for line in raw.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


@cache
def parts(table: str) -> Mapping[str, str]:
    """Return the named patterns of a table, with the parts that they name put in."""
    found = {row[0]: row[1] for row in rows(table)}
    return {name: _filled(pattern, found) for name, pattern in found.items()}


@cache
def word_classes(table: str) -> Mapping[str, frozenset[str]]:
    """Return the word classes of a table."""
    return {name: frozenset(words.split()) for name, words in rows(table)}


@cache
def compiled(pattern: str, table: str) -> regex.Pattern[str]:
    """Compile a pattern of whole words, whatever their case, with the parts of `table`.

    Compiling is left to first use: it takes longer than all else that importing does.
    """
    return regex.compile(rf"(?<!\w)(?:{_filled(pattern, parts(table))})(?!\w)", regex.IGNORECASE)


@cache
def part(name: str, table: str) -> regex.Pattern[str]:
    """Compile one named pattern of a table, whatever the case."""
    return regex.compile(parts(table)[name], regex.IGNORECASE)


def _filled(pattern: str, known: Mapping[str, str]) -> str:
    while names := regex.findall(r"(?<!\?P)<(\w+)>", pattern):
        for name in names:
            pattern = pattern.replace(f"<{name}>", known[name])
    return pattern


def know_school_words(nlp: Any) -> None:
    """Make the words of some tables known for good, so that no text has to make them anew."""
    for table in _SCHOOL_WORDS:
        for words in word_classes(table).values():
            for word in filter(str.isalpha, words):
                _ = nlp.vocab[word]
