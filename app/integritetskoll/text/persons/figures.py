"""Which names of a text are figures of the works that it names, and which are pupils all the same.

A pupil may have the name of a figure. A class, a signature, a greeting, a byline, another pupil
beside the name, or what people do at school makes it a pupil's everywhere in the text: a pupil
taken for a figure would be hurt, a figure taken for a pupil is one question too many.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from integritetskoll.text.persons.beside import Span, beside, sentence, signatures
from integritetskoll.text.persons.fiction import CLASS_NEXT, fame
from integritetskoll.text.persons.school_life import is_of_school
from integritetskoll.text.persons.tokens import forms
from integritetskoll.text.persons.works import Title, figures_of, places, told_of

_BLOCK = regex.compile(r"\n\s*")
_JOINS = frozenset({"och", ",", "&", "+", "/", "samt", ", och", "-", "–"})
_YEARS = regex.compile(r" ?(?:år|års|[–-])")
_HEADING = 80
_ASKS = regex.compile(
    r"(?i)\b(?:varför|diskutera|fundera|beskriv|förklara|jämför|analysera|hur|vem är"
    r"|vad (?:gör|händer|tycker|tänker|känner|vill|säger))\b"
)
_INSIDE = frozenset({"i", "från", "ur", "enligt", "och", "som", "eller"})
"""Words before a title that place somebody in the work ("Ralph i boken Flugornas herre")."""
_NEAR_TITLE = 4


@dataclass(frozen=True, slots=True)
class Cast:
    """Where figures stand, and where pupils with the name of a figure do: starts of spans."""

    figures: frozenset[int] = frozenset()
    pupils: frozenset[int] = frozenset()


NOBODY = Cast()


def cast(text: str, spans: Sequence[Span], titles: Sequence[Title]) -> Cast:
    """Return who of the persons at `spans` is a figure of the works that a text names."""
    if not titles:
        return NOBODY
    names = figures_of(titles)
    named = places(titles)
    outside = [span for span in spans if not _inside(span, named)]
    alike = {span: name for span in outside if (name := _figure(text, span, names))}
    pupils = _pupils(text, outside, alike, named)
    meant = {span: name for span, name in alike.items() if name not in pupils}
    figures = _within_reach(text, meant, titles)
    real = (span[0] for span, name in alike.items() if name in pupils)
    return Cast(frozenset(figures), frozenset(real))


def _inside(span: Span, works: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end + 1 for start, end in works)


def _figure(text: str, span: Span, names: frozenset[str]) -> str:
    lower = text[span[0] : span[1]].lower()
    return next((form for form in forms(lower) if form in names), "")


def _pupils(
    text: str, spans: Sequence[Span], alike: dict[Span, str], works: Sequence[Span]
) -> set[str]:
    """The names of figures that somebody real bears in the text."""
    signed = signatures(text)
    others = [span for span in spans if _is_somebody(text, span, alike)]
    real = {
        span
        for span in alike
        if _is_real(text, span, signed, works) or _has_company(text, span, others)
    }
    beside_real = [pair for pair in pairwise(spans) if _joined(text, *pair)]
    for one, other in [*beside_real, *reversed(beside_real)]:
        if (one in real or _is_somebody(text, one, alike)) and other in alike:
            real.add(other)
        if (other in real or _is_somebody(text, other, alike)) and one in alike:
            real.add(one)
    return {alike[span] for span in real} | set(_borne(text, spans, alike))


def _borne(text: str, spans: Sequence[Span], alike: dict[Span, str]) -> Iterator[str]:
    """Yield the parts of full names that are no figure's: whose given name stands alone too."""
    for span in spans:
        name = text[span[0] : span[1]]
        if span not in alike and " " in name and not fame(name, text, span):
            yield name.lower().split()[0]


def _has_company(text: str, span: Span, others: Sequence[Span]) -> bool:
    """Whether a sentence names somebody besides who is in no work: "Anna slog Olle"."""
    said = sentence(text, span)
    begins = text.find(said, max(0, span[0] - len(said)))
    return any(begins <= other[0] < begins + len(said) for other in others)


def _is_somebody(text: str, span: Span, alike: dict[Span, str]) -> bool:
    return span not in alike and not fame(text[span[0] : span[1]], text, span)


def _joined(text: str, one: Span, other: Span) -> bool:
    return text[one[1] : other[0]].strip(" ") in _JOINS


def _is_real(text: str, span: Span, signed: Sequence[Span], works: Sequence[Span]) -> bool:
    classed = CLASS_NEXT.match(text, span[1])
    if classed and not _YEARS.match(text, classed.end()):
        return True
    if any(start <= span[0] < end for start, end in signed):
        return True
    if is_of_school(text, span, beside(text, span), works):
        return True
    return any(_has_to_do_with(text, span, start) for start, _ in works)


def _has_to_do_with(text: str, span: Span, title: int) -> bool:
    """Whether somebody reads, likes or plays a work: "Simon har valt Flugornas herre"."""
    between = text[span[1] : title]
    if title < span[1] or regex.search(r"[.!?\n:;(–]", between):
        return False
    words = between.lower().split()
    return bool(words) and words[-1].isalpha() and _INSIDE.isdisjoint(words[-_NEAR_TITLE:])


def _within_reach(text: str, meant: dict[Span, str], titles: Sequence[Title]) -> Iterator[int]:
    """Yield where figures stand: beside the title, or where their part tells of a work as well.

    A letter of the week names a book in one part and pupils in the next.
    """
    starts = [0, *(match.end() for match in _BLOCK.finditer(text))]
    ends = [*starts[1:], len(text)]
    near: dict[int, int] = {}
    for number, begins in _parts_of(text, titles, starts, ends):
        near.setdefault(number, begins)
    seen: dict[int, set[str]] = {}
    for span, name in meant.items():
        seen.setdefault(bisect_right(starts, span[0]) - 1, set()).add(name)
    for span in meant:
        part = bisect_right(starts, span[0]) - 1
        behind = near.get(part, len(text)) <= span[0]
        if behind or len(seen[part]) > 1 or _tells(sentence(text, span), text, titles):
            yield span[0]


def _parts_of(
    text: str, titles: Sequence[Title], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the parts in which a title stands and where, and the one below a heading."""
    for title in titles:
        part = bisect_right(starts, title.start) - 1
        yield part, title.start
        said = text[starts[part] : ends[part]].rstrip()
        if len(said) < _HEADING and said[-1:] != ".":
            yield part + 1, title.start


def _tells(said: str, text: str, titles: Sequence[Title]) -> bool:
    named = any(text[title.start : title.end] in said for title in titles)
    return named or told_of(said) or _ASKS.search(said) is not None
