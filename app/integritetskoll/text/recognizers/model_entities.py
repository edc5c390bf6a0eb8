"""What the pipeline calls a place or an organisation, without the mistakes rules can see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from integritetskoll.text.persons.initials import SHORT
from integritetskoll.text.persons.tokens import forms
from integritetskoll.text.persons.wordlists import words

_KINDS = (
    "calendar", "month", "subject", "system", "holiday", "function", "greeting", "heading", "group",
    "generic_school",
)  # fmt: skip
_EDGES = " \t\"'”“().,:;!?*•–-/"
_ODD = regex.compile(r"[@#+_=<>\d]|\n")
_SCHOOL = (
    "skola",
    "skolan",
    "skolans",
    "skolas",
    "gymnasiet",
    "gymnasium",
    "förskola",
    "förskolan",
)


def entities(text: str, doc: Any, labels: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield half-open spans of the entities of `doc` with one of `labels`, trimmed and sifted."""
    for entity in doc.ents if doc is not None else ():
        if entity.label_ not in labels:
            continue
        start, end = _trimmed(text, entity.start_char, entity.end_char)
        if start < end and _holds(text[start:end]):
            yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text.find("\n", start, end)
    end = line if line >= 0 else end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _holds(name: str) -> bool:
    lower = name.lower()
    if not name[0].isupper() or _ODD.search(name) or lower.endswith(_SCHOOL):
        return False
    if len(name) < 2 or (
        name.isupper() and name in SHORT - {"BUP", "FN", "EU", "USA", "KTH", "IMY"}
    ):
        return False
    never = words("school_words", *_KINDS)
    return not any(form in never for form in forms(lower)) and lower.split()[0] not in (
        words("school_words", "subject", "greeting")
    )
