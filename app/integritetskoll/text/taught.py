"""Passages that teach, by a learned score: whoever they name is nobody real.

A sum, a plot, a case or a language exercise gives a task or asks something, and nothing in it is
of the day at school. Only with both is the score believed; without a task it must be far higher.
The words stand in `lexicon/frames.tsv` under `taught_*`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Role
from integritetskoll.plain.segments import Segments
from integritetskoll.text.guesses import TOLD
from integritetskoll.text.lexicon.reader import any_of
from integritetskoll.text.overlap import Candidate
from integritetskoll.text.recognizers._learned_score import learned
from integritetskoll.text.recognizers._passage_scores import TEACHING, Passage
from integritetskoll.text.view import PersonSpan, between

NOBODYS = TOLD | {
    Entity.LOCATION,
    Entity.OPINION,
    Entity.ORGANIZATION,
    Entity.VALUE_WORD,
}
"""What a passage that teaches says of nobody."""
_FREE = NOBODYS | {Entity.PERSON, Entity.SCHOOL_CLASS, Entity.URL}
"""Anything else that is found (a number, an address, a hint) makes a passage real."""
_CLASS_CODE = "school_class"
_LONGEST = 4000
"""Characters of the longest passage that is looked at."""
_ALONE = 2.0
"""What a single sentence must score: colleagues ask like exercises ("Hur kan vi göra Saras dag
lugnare?")."""
_PART = 1.5
"""How far below its lower bound a paragraph may score where the whole text teaches."""
_WHOLE = 5.0
"""What several paragraphs must score together that give no task."""
_NOBODY: frozenset[int] = frozenset()


_OPENS = r"(?:^|[.!?:…][\"”’')]*\s+|\n\W*)(?:\d+[.)]?|[a-z]\))?\s*(?:och |men )?"
_TASK = re.compile(rf"{_OPENS}{any_of('taught_task')}(?!\w)|_{{2,}}")
_ASKS = re.compile(rf"(?:{_OPENS}|, (?:och |men )?){any_of('taught_asks')}\b[^.?!\n]*(?=\?)")
_QUESTIONS = 2
"""Questions that make a task wherever they stand; a single one must stand last."""
_REAL = re.compile(rf"\b{any_of('taught_real')}(?!\w)")
_NAMED = re.compile(rf"\b{any_of('taught_named')}")
"""What is said of somebody in class; the name is told by its capital."""
_SENTENCES = re.compile(r"[.!?:…]\W*\s+\w|\n")
"""What parts a passage of several sentences, or a task from what it is about."""
_SIGNED = re.compile(
    r"(?:^|\s)/ ?\w+[^\w/]*$|(?:^|\s)/[A-ZÅÄÖ]|\([A-ZÅÄÖ][\w., -]{0,30}\)\W*$", re.MULTILINE
)
_LETTER = re.compile(r"^[ \t]*[Hh]ej\b|\b(?:[Hh]älsning\w*|[Mm]vh)\b", re.MULTILINE)
"""A letter speaks of real pupils, whatever stands between greeting and signature."""


@dataclass(frozen=True, slots=True)
class Taught:
    """The segments that teach, and the persons who stand nowhere else."""

    segments: frozenset[int] = _NOBODY
    persons: frozenset[int] = _NOBODY


def taught(
    text: str,
    segments: Segments,
    scored: Sequence[Passage],
    persons: Sequence[PersonSpan],
    candidates: Iterable[Candidate],
) -> Taught:
    """Return what teaches in a plain text."""
    weights = learned(TEACHING)
    if not any(p.teaches > weights.doubt for p in scored) or _LETTER.search(text):
        return Taught()
    reaching = sorted(c.start for c in candidates if _reaches(c))
    parts = [p for p in scored if not p.whole and p.teaches > weights.doubt - _PART]
    sure = [p for p in parts if _teaches(p, text, reaching)]
    if len(sure) < len(parts):
        wholes = [p for p in scored if p.whole and _teaches(p, text, reaching)]
        inside = [p for p in parts if any(w.start <= p.start < w.end for w in wholes)]
        sure = sorted({*sure, *inside}, key=lambda p: p.start)
    return _of_nobody_else(segments, frozenset(_segments(segments, sure)), persons)


def _segments(segments: Segments, sure: Iterable[Passage]) -> Iterator[int]:
    for passage in sure:
        yield from range(segments.at(passage.start), segments.at(passage.end - 1) + 1)


def _reaches(candidate: Candidate) -> bool:
    return candidate.entity not in _FREE or candidate.code == _CLASS_CODE


def _teaches(passage: Passage, text: str, reaching: Sequence[int]) -> bool:
    """Whether a passage teaches by itself; `reaching`: where somebody is within reach, sorted."""
    weights, (start, end) = learned(TEACHING), (passage.start, passage.end)
    said = text[start:end].strip()
    if passage.teaches <= weights.doubt or end - start > _LONGEST or not said or said[0].islower():
        return False
    if passage.teaches <= _ALONE and not _SENTENCES.search(said):
        return False
    near = bisect_left(reaching, start)
    if near < len(reaching) and reaching[near] < end:
        return False
    sure = passage.teaches > (_WHOLE if passage.whole else weights.threshold)
    task = gives_task(said)
    if sure and task:
        return not names_real(said)
    return (sure or task) and not is_real(said)


def gives_task(said: str) -> bool:
    """Whether a passage tells what to do, or ends with a question, or asks several."""
    lower = said.lower()
    if _TASK.search(lower):
        return True
    asked = len(_ASKS.findall(lower))
    return asked >= _QUESTIONS or (asked > 0 and said.rstrip("\"”’')").endswith("?"))


def is_real(said: str) -> bool:
    """Whether words stand in a passage that only the day at school has, or a signature."""
    return _REAL.search(said.lower()) is not None or names_real(said)


def names_real(said: str) -> bool:
    """Whether a passage says something of somebody in class, or is signed."""
    return bool(_NAMED.search(said) or _SIGNED.search(said))


def _of_nobody_else(
    segments: Segments, numbers: Collection[int], persons: Sequence[PersonSpan]
) -> Taught:
    """Leave out who stands elsewhere too or has a role of the school, and what is said of them."""
    outside = {p.index for p in persons if segments.at(p.start) not in numbers}
    real = {p.index for p in persons if p.role is Role.GUARDIAN} | outside
    kept = frozenset(
        number
        for number in numbers
        if not any(
            p.index in real
            for p in between(persons, segments.items[number].start, segments.items[number].end)
        )
    )
    inside = {p.index for p in persons if p.role is Role.PUPIL} - real
    return Taught(kept, frozenset(inside))
