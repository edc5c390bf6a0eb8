"""Bulk: five or more persons with an attribute each is a register (catalogue, section 13).

Who stands in a list has an attribute in one of four ways: another finding of the same segment, a
cell or a few words of their own ("Ellie 34, Jakob 37", "Emil (dator)"), the label of the row
("Grupp röd: Jonna, Mehmet"), or the heading of a list of names alone ("Har inte lämnat in:").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.plain.segments import Segments

ROW = 120
"""Characters that a row of a list has at most; longer lines are prose."""
ALIKE = 5
"""Neighbours in a list, each with words of their own or none but the heading, from which on they
are more than prose that names a few."""
COUNTED = 3
"""Neighbours with a number or brackets of their own."""
WORDS = 6
"""Words of their own that somebody in a list has at most."""
_OUTSIDE = frozenset({Role.STAFF, Role.FICTION, Role.PUBLIC})
_NO_ATTRIBUTE = frozenset({Entity.PERSON, Entity.SCHOOL_CLASS, Entity.SCHOOL, Entity.LOCATION})
_CELL = regex.compile(r"[:|;\t=]|\d|(?: [-–] )|\(")
_SEPARATOR = regex.compile(r"[,;/|+&]| (?:och|samt|o) |(?<=\p{L}|\d|\))\. ")
_BRACKETS = regex.compile(r"\s*+\([^()]*+\)")
_VALUE = regex.compile(r"\d|\(\s*+[^\s)]")
_ENDS = frozenset(".!?")
_FILLING = frozenset("och samt o & + även".split())
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}-]++|\p{L}(?=\b)")
_LABEL = regex.compile(r".*[:=]|[^,;(]*[-–(]|\W*\p{So}\W*|\W*\p{L}+ \d+")
_LABELLED = 100
"""Characters that a label has at most."""
_NO_LABEL = regex.compile(
    r"(?i)\W*+(?:hej|hejsan|hallå|kära|till|från|cc|kopia|tack|grattis|hälsningar|mvh|kram|kramar)"
    r"\b[^:]{0,25}:"
)
_MARKS = regex.compile(r"[\s\d.)*•·▪◦>–-]*+")
_TICK = regex.compile(r"[✓✔✅❌✗✘☑☐☒xX]|\bok\b")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text and the persons named in it, in order; `outside`: staff and the like."""

    text: str
    persons: tuple[tuple[int, int, int], ...]
    outside: bool

    @property
    def alone(self) -> bool:
        """Whether it is a row of a list that names one person."""
        return len(self.persons) == 1 and not self.outside and len(self.text) < ROW

    @property
    def rest(self) -> str:
        """What is left of the line without the names and the signs of a list."""
        around = self.text[: self.persons[0][0]] + self.after(len(self.persons) - 1)
        return str(_MARKS.sub("", around))

    def before(self, number: int) -> str:
        """What stands between the person before, or the start of the line, and this one."""
        start = self.persons[number - 1][1] if number else 0
        return self.text[start : self.persons[number][0]]

    def after(self, number: int) -> str:
        """What stands between this person and the next one, or the end of the line."""
        last = number + 1 == len(self.persons)
        return self.text[self.persons[number][1] : None if last else self.persons[number + 1][0]]


def persons_with_attribute(
    text: str, findings: Iterable[Finding], segments: Segments, *, listed: bool
) -> int:
    """Return how many persons of a plain text stand with an attribute each.

    `listed`: the writer says that it is a list, which makes every person a row of it.
    """
    known = sorted((f for f in findings if f.start is not None), key=lambda f: (f.start, f.end))
    counted = set(_with_findings(known, segments, listed=listed))
    lines = list(_lines(text, known))
    for line in lines:
        if line.persons:
            counted.update(_with_words(line), _with_label(line))
    counted.update(_in_rows(lines), _under_heading(lines))
    return len(counted)


def _with_findings(
    findings: Sequence[Finding], segments: Segments, *, listed: bool
) -> Iterator[int]:
    """Yield the persons of segments with about as many other findings."""
    persons: dict[int, set[int]] = defaultdict(set)
    attributes: dict[int, int] = defaultdict(int)
    for finding in findings:
        segment = segments.at(finding.start or 0)
        if finding.entity == Entity.PERSON and finding.role not in _OUTSIDE:
            persons[segment].add(_number(finding))
        elif finding.entity not in _NO_ATTRIBUTE:
            attributes[segment] += 1
    for segment, bearers in persons.items():
        if listed or attributes[segment] >= max(1, len(bearers) // 2):
            yield from bearers


def _number(finding: Finding) -> int:
    return -1 if finding.person is None else finding.person


def _lines(text: str, findings: Sequence[Finding]) -> Iterator[_Line]:
    """Yield the lines that are not blank."""
    persons = [f for f in findings if f.entity == Entity.PERSON]
    starts = [f.start or 0 for f in persons]
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        here = persons[bisect_left(starts, begin) : bisect_left(starts, end)]
        spans = (
            ((f.start or 0) - begin, (f.end or 0) - begin, _number(f))
            for f in here
            if f.role not in _OUTSIDE
        )
        if line.strip():
            yield _Line(line, tuple(spans), any(f.role in _OUTSIDE for f in here))
        begin = end + 1


def _in_rows(lines: Sequence[_Line]) -> Iterator[int]:
    """Yield the persons who have a short line for themselves with a cell, or with a few words."""
    rows = [line for line in lines if line.alone]
    for line in rows:
        if _CELL.search(line.text.strip(), 2):
            yield line.persons[0][2]
    spoken = [line.persons[0][2] for line in rows if _begins(line)]
    if len(spoken) >= ALIKE:
        yield from spoken


def _begins(line: _Line) -> bool:
    """Whether a line is a name and a few words, and no whole sentence."""
    own = line.after(0).rstrip()
    first = not _MARKS.sub("", line.before(0))
    return first and own[-1:] not in _ENDS and 0 < len(_WORD.findall(own)) <= WORDS


def _with_words(line: _Line) -> Iterator[int]:
    """Yield the persons of a line with a number, brackets or a few words of their own each."""
    run: list[int] = []
    valued = 0
    for at, (_, _, person) in enumerate(line.persons):
        own, *more = _own(line.after(at))
        value = bool(_VALUE.search(own))
        if not (value or 0 < len(_words(own)) <= WORDS):
            run, valued = [], 0
            continue
        run.append(person)
        valued += value
        last = at + 1 == len(line.persons)
        if last or not more or len(_WORD.findall(more[0])) > WORDS:
            if valued >= COUNTED or len(run) >= ALIKE:
                yield from run
            run, valued = [], 0


def _own(after: str) -> tuple[str, ...]:
    """What stands behind a name for itself, and the rest of it where a sign divides them."""
    brackets = _BRACKETS.match(after)
    begin = brackets.end() if brackets else 0
    own, *rest = _SEPARATOR.split(after[begin:], maxsplit=1)
    return (after[:begin] + own, *rest)


def _with_label(line: _Line) -> Iterator[int]:
    """Yield the persons behind the label of a row: names alone, with signs between them."""
    for at in range(len(line.persons)):
        label = line.before(at).rstrip()
        if not 0 < len(label) <= _LABELLED or not _LABEL.fullmatch(label):
            continue
        if _NO_LABEL.match(label):
            continue
        last = at
        while last + 1 < len(line.persons) and _only_joins(line.before(last + 1)):
            last += 1
        yield from (person for _, _, person in line.persons[at : last + 1])


def _only_joins(between: str) -> bool:
    """Whether nothing but signs and initials stands between two names."""
    return len(between) < ROW // 4 and all(len(word) == 1 for word in _words(between))


def _words(said: str) -> list[str]:
    """The words of what is said, but for those that only join."""
    return [word for word in _WORD.findall(said) if word not in _FILLING]


def _under_heading(lines: Sequence[_Line]) -> list[int]:
    """Return the persons of lines that are a name alone, or with a tick, below another line."""
    found: list[int] = []
    headed = False
    for number, line in enumerate(lines):
        if not line.alone:
            continue
        rest = line.rest
        ticked = bool(_TICK.search(rest)) and len(rest) <= COUNTED
        if ticked or not rest.strip(" ,;"):
            found.append(line.persons[0][2])
            headed = headed or ticked or number >= len(found)
    return found if headed and len(found) >= ALIKE else []
