"""One pass over a text for all categories: hash look-ups of words, compounds and phrases.

The pass is made once per text: its result lies in the `user_data` of spaCy's Doc, where each
category's recognizer finds it. Without such a Doc the pass is simply made again.

A word counts as a whole, with its inflection, or as part of a compound: before a known tail or a
hyphen, or, for entries written "-allergi", at the end. Never as a mere substring.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.text.lexicon import inflect, phrases
from integritetskoll.text.lexicon.alarms import alarms
from integritetskoll.text.lexicon.contest import is_contest
from integritetskoll.text.lexicon.reader import FREE, Entry, Kind, entries, tails
from integritetskoll.text.once import once

_KEY = "integritetskoll.lexicon"
_TOKEN = re.compile(
    r"[^\W_]++(?:-[^\W_]++|[:'](?:[a-zåäö]{1,3}|[aeo]rna)(?![^\W_]))*+|\n|[^\s]", re.IGNORECASE
)
_Reach: TypeAlias = tuple[list[int], list[int]]
_STOPS = frozenset("\n.!?")
_NEAR = 5
"""Tokens on either side in which a false alarm shows."""
_PART = 3
"""Letters that a part of a compound has at least."""
_MORE = _PART + 1
"""Letters by which parts are told: their first ones or their last ones, all of short parts."""
_LONGEST = 40
"""Letters of the longest word that is taken apart."""
_FORMS = {
    Kind.NOUN: inflect.noun_forms,
    Kind.ADJECTIVE: inflect.adjective_forms,
    Kind.VERB: inflect.verb_forms,
}


@dataclass(frozen=True, slots=True)
class LexiconHit:
    """A half-open span of the plain text, and what the table says about it."""

    start: int
    end: int
    code: str
    sensitivity: int
    named_only: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class _Tokens:
    folded: list[str]
    written: list[str]
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    entry: Entry


@dataclass(slots=True)
class _Index:
    """Every form of every entry, by what it is looked up with."""

    words: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    firsts: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    lasts: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    prefixes: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    tails: frozenset[str] = frozenset()
    root: phrases.Node = field(default_factory=phrases.Node)
    openings: phrases.Openings = field(default_factory=lambda: phrases.openings(phrases.Node()))
    parts: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()


def lexicon_hits(text: str, doc: Any = None) -> Mapping[Entity, tuple[LexiconHit, ...]]:
    """Return the hits of all categories in a plain text, in reading order."""
    return once(doc, _KEY, text, lambda: _all_hits(text))


def _all_hits(text: str) -> Mapping[Entity, tuple[LexiconHit, ...]]:
    tokens = _tokens(text)
    matches = [m for m in _matches(tokens) if not _false_alarm(m, tokens)]
    if any(m.entry.counts for m in matches) and is_contest(text):
        matches = [m for m in matches if not m.entry.counts]
    free = _free_until(m for m in matches if m.entry.code == FREE)
    found: dict[Entity, list[_Match]] = defaultdict(list)
    for match in matches:
        category = match.entry.category
        if match.entry.code == FREE or category is None:
            continue
        if not any(_freed(match, free[key]) for key in (None, category) if key in free):
            found[category].append(match)
    return {entity: tuple(_longest(hits, tokens)) for entity, hits in found.items()}


def _tokens(text: str) -> _Tokens:
    spans = [match.span() for match in _TOKEN.finditer(text)]
    lower = fold_case(text)
    return _Tokens(
        [lower[start:end] for start, end in spans],
        [text[start:end] for start, end in spans],
        spans,
    )


def _matches(tokens: _Tokens) -> Iterator[_Match]:
    index = _index()
    words = phrases.words_of(tokens.folded, tokens.written)
    begun = frozenset(index.openings.told_by(words))
    known = {word: _entries(word, index) for word in set(tokens.folded)}
    for place, word in enumerate(tokens.folded):
        for entry in known[word]:
            if _cased(entry, tokens.written[place]):
                yield _Match(place, place + 1, entry)
        if place in begun:
            for end, entry in phrases.walk(index.root, words, place):
                yield _Match(place, end, entry)


def _entries(word: str, index: _Index) -> Sequence[Entry]:
    """Return what a word is by itself, else as a compound."""
    hits = index.words.get(word)
    if hits or not _PART < len(word) <= _LONGEST:
        return hits or ()
    starts, ends = index.starts, index.ends
    parted = (
        word[:_MORE] in starts
        or word[:_PART] in starts
        or word[-_MORE:] in ends
        or word[-_PART:] in ends
        or "-" in word
        or ":" in word
    )
    return _compound(word, index) if parted else ()


def _cased(entry: Entry, written: str) -> bool:
    """Tell whether the word is in capitals, where the table wants it so ("ADD", "SSU")."""
    lemma = entry.variants[0]
    return lemma == lemma.lower() or written.startswith(lemma)


def _compound(word: str, index: _Index) -> list[Entry]:
    base, _, ending = word.partition(":")
    if ending:
        return index.words.get(base) or _compound(base, index)
    head, hyphen, rest = word.partition("-")
    if hyphen:
        found = index.lasts.get(rest.rpartition("-")[2]) or index.firsts.get(head)
        if found and len(rest) > 1:
            return found
    return _last(word, index) or _first_and_tail(word, index)


def _first_and_tail(word: str, index: _Index) -> list[Entry]:
    parts = index.parts
    for cut in range(len(word) - 1, _PART - 1, -1):
        start = word[:cut]
        if start not in parts:
            continue
        if start in index.prefixes:
            return index.prefixes[start]
        if word[cut:].lstrip("-") in index.tails:
            return index.firsts[start]
    return []


def _last(word: str, index: _Index) -> list[Entry]:
    if word[-_MORE:] not in index.ends and word[-_PART:] not in index.ends:
        return []
    for cut in range(2, len(word) - _PART + 1):
        if word[cut:] in index.lasts:
            return index.lasts[word[cut:]]
    return []


def _false_alarm(match: _Match, tokens: _Tokens) -> bool:
    """Tell whether a neighbour makes the match a metaphor, a thing or a subject.

    `>x` must come right after, `<x` right before, `x` within five words of the same sentence;
    an asterisk stands for any letters.
    """
    if not match.entry.false_alarm:
        return False
    before, after = _neighbours(match, tokens.folded)
    left, right, near = alarms(match.entry.false_alarm)
    return (
        any(map(near.tells, before))
        or any(map(near.tells, after))
        or any(map(left.tells, before[-1:]))
        or any(map(right.tells, after[:1]))
    )


def _neighbours(match: _Match, words: Sequence[str]) -> tuple[list[str], list[str]]:
    start, end = match.start, match.end
    while start > 0 and match.start - start < _NEAR and words[start - 1] not in _STOPS:
        start -= 1
    while end < len(words) and end - match.end < _NEAR and words[end] not in _STOPS:
        end += 1
    return list(words[start : match.start]), list(words[match.end : end])


def _free_until(matches: Iterable[_Match]) -> dict[Entity | None, _Reach]:
    """Return, per category, where its free phrases begin and how far those up to each reach."""
    reach: dict[Entity | None, _Reach] = defaultdict(lambda: ([], []))
    for match in matches:
        starts, ends = reach[match.entry.category]
        starts.append(match.start)
        ends.append(max(match.end, ends[-1]) if ends else match.end)
    return reach


def _freed(match: _Match, reach: _Reach) -> bool:
    """Tell whether a free phrase holds the match, or began before it and runs into it."""
    starts, ends = reach
    before, until = bisect_left(starts, match.start), bisect_right(starts, match.start)
    return (before > 0 and ends[before - 1] > match.start) or (
        until > 0 and ends[until - 1] >= match.end
    )


def _longest(matches: Iterable[_Match], tokens: _Tokens) -> list[LexiconHit]:
    """Return the hits of one category: of two that overlap the sure, longer, earlier one."""
    taken: set[int] = set()
    found = []
    for match in sorted(matches, key=_rank):
        places = range(match.start, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            start, end = tokens.spans[match.start][0], tokens.spans[match.end - 1][1]
            entry = match.entry
            found.append(
                LexiconHit(start, end, entry.code, entry.sensitivity, entry.named_only, entry.sure)
            )
    return sorted(found, key=lambda hit: hit.start)


def _rank(match: _Match) -> tuple[bool, int, int, int, bool]:
    entry = match.entry
    length = match.end - match.start
    return entry.named_only, -length, match.start, -entry.sensitivity, not entry.sure


@cache
def _index() -> _Index:
    index = _Index()
    for entry in entries():
        for variant in entry.variants:
            _put(index, entry, variant)
    endings = {form for tail in tails() for form in inflect.noun_forms(tail)}
    index.tails = frozenset(endings)
    index.parts = frozenset((*index.firsts, *index.prefixes))
    index.starts = frozenset(part[:_MORE] for part in index.parts)
    index.ends = frozenset(part[-_MORE:] for part in index.lasts)
    index.openings = phrases.openings(index.root)
    return index


def _put(index: _Index, entry: Entry, variant: str) -> None:
    if entry.kind is Kind.PHRASE:
        for tokens in phrases.patterns(variant):
            index.root.add(tokens, entry)
        return
    lemma = variant.removeprefix("-").lower()
    if entry.kind is Kind.PREFIX:
        index.prefixes[lemma].append(entry)
        index.words[lemma].append(entry)
        return
    forms = _FORMS[entry.kind](lemma) if entry.kind in _FORMS else {lemma, lemma + "s"}
    for form in forms:
        index.words[form].append(entry)
        if variant.startswith("-"):
            index.lasts[form].append(entry)
    if entry.kind is Kind.WORD:
        index.firsts[lemma].append(entry)
    if entry.kind is Kind.NOUN:
        for form in inflect.join_forms(lemma):
            index.firsts[form].append(entry)
