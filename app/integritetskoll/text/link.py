"""How a finding ties to a person: by name, by description, as part of a group, or not at all.

A recognizer says which words are sensitive; this module says about whom. The nearest person of
the same sentence, row or list item counts, then the one a pronoun points back to, then the name
above a list. Negation and questions don't free a statement about a person; teaching, general
information and stories do, and they are decided here because only here the person is known.

Cheap on purpose: it is called for every finding, looks at a short window, and finds persons and
groups by bisection.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.segments import Kind, Segment, Segments
from integritetskoll.text import frames
from integritetskoll.text.frames import REACH, Points

BACK = 5
"""Sentences that a pronoun reaches back over, within its paragraph."""
LIST = 12
"""Lines between a list item and the name above the list."""
_SHORT = 80
_BESIDE = 16
"""Characters that a heading may have beside the name in it."""


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A name in the plain text: half-open span, role, and the number of its person."""

    start: int
    end: int
    role: Role
    index: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A link, and the number of the person it leads to (None: nobody with a name)."""

    link: Link
    person: int | None = None


NOBODY = Tie(Link.NONE)
_SURE = frozenset({Points.DESCRIBED, Points.SELF})
"""Ways of pointing that stay one somebody in a sentence of general information."""


@dataclass(frozen=True, slots=True)
class _View:
    """What one finding sees: its text, segment, window, and the persons in that window."""

    text: str
    segments: Segments
    persons: Sequence[PersonSpan]
    at: int
    start: int
    end: int
    low: int
    high: int
    near: Sequence[PersonSpan]
    about_one: bool

    @property
    def before(self) -> str:
        return fold_case(self.text[self.low : self.start])

    @property
    def after(self) -> str:
        return fold_case(self.text[self.end : self.high])

    @property
    def window(self) -> str:
        return fold_case(self.text[self.low : self.high])

    @property
    def segment(self) -> Segment:
        return self.segments.items[self.at]


def tie(
    span: tuple[int, int],
    *,
    text: str,
    segments: Segments,
    persons: Sequence[PersonSpan],
    groups: Sequence[tuple[int, int]],
    about_one: bool,
) -> Tie:
    """Return the tie of the finding at `span`; all spans are of the plain text, in its order.

    `groups` are spans of classes and group words. `about_one`: the document is about one pupil,
    who then is "eleven", "du", "hen", and whoever a sentence without a subject speaks of.
    """
    view = _view(span, text, segments, persons, about_one=about_one)
    if _is_taught(view):
        return NOBODY
    return (
        _named(view)
        or _under_heading(view)
        or _unnamed(view, grouped=_meets(groups, view.low, view.high))
    )


def _view(
    span: tuple[int, int],
    text: str,
    segments: Segments,
    persons: Sequence[PersonSpan],
    *,
    about_one: bool,
) -> _View:
    start, end = span
    at = segments.at(start)
    segment = segments.items[at]
    low, high = max(segment.start, start - REACH), min(max(segment.end, end), end + REACH)
    near = _between(persons, low, high)
    return _View(text, segments, persons, at, start, end, low, high, near, about_one)


def _between(persons: Sequence[PersonSpan], low: int, high: int) -> Sequence[PersonSpan]:
    first = bisect_left(persons, low, key=lambda p: p.start)
    last = bisect_left(persons, high, key=lambda p: p.start)
    return persons[first:last]


def _meets(groups: Sequence[tuple[int, int]], low: int, high: int) -> bool:
    place = bisect_left(groups, (low, low))
    return place < len(groups) and groups[place][0] < high


def _is_taught(view: _View) -> bool:
    reach = frames.taught(view.before, view.after)
    if reach is None:
        return False
    return not any(view.start - reach <= p.start < view.start for p in view.near)


# ---- by name


def _named(view: _View) -> Tie | None:
    real = [p for p in view.near if p.role is not Role.FICTION]
    if not real:
        return NOBODY if view.near else None
    if frames.retells(view.window):
        return NOBODY
    others = [p for p in real if p.role is not Role.STAFF]
    if not others and frames.service(view.window):
        return NOBODY
    return Tie(Link.NAMED, _nearest(others or real, view.start).index)


def _nearest(persons: Sequence[PersonSpan], place: int) -> PersonSpan:
    """Return the last person before `place`, else the first one after it."""
    before = [p for p in persons if p.start <= place]
    return before[-1] if before else persons[0]


def _under_heading(view: _View) -> Tie | None:
    """Tie a list item, row or note line to the name above it, a heading to the name below."""
    if not _is_line(view, view.at):
        return None
    person = _above(view) or _below(view)
    return Tie(Link.NAMED, person.index) if person else None


def _above(view: _View) -> PersonSpan | None:
    kind = view.segment.kind
    for at in range(view.at - 1, max(-1, view.at - LIST - 1), -1):
        segment = view.segments.items[at]
        person = _first_in(view, segment)
        line = view.text[segment.start : segment.end].strip()
        if person and segment.kind is kind and kind is not Kind.SENTENCE:
            return None  # a sibling of the list, not its heading
        if person:
            beside = len(line) - (person.end - person.start)
            return person if beside <= _BESIDE or line.endswith(":") else None
        if segment.kind is Kind.SENTENCE and (line.endswith(":") or not _is_line(view, at)):
            return None
    return None


def _below(view: _View) -> PersonSpan | None:
    if view.at + 1 >= len(view.segments.items):
        return None
    below = view.segments.items[view.at + 1]
    person = _first_in(view, below)
    if person is None or below.paragraph > view.segment.paragraph + 1:
        return None
    begins = person.start - below.start - _indent(view.text, below) <= 1
    return person if _is_line(view, view.at + 1) and (begins or below.kind is Kind.ROW) else None


def _indent(text: str, segment: Segment) -> int:
    line = text[segment.start : segment.end]
    return len(line) - len(line.lstrip(" \t-*•·–0123456789.)|"))


def _first_in(view: _View, segment: Segment) -> PersonSpan | None:
    found = _between(view.persons, segment.start, min(segment.end, segment.start + REACH))
    return next((p for p in found if p.role not in {Role.FICTION, Role.STAFF}), None)


def _is_line(view: _View, at: int) -> bool:
    """Tell whether a segment is a list item, a row, or a short line without a full stop."""
    segment = view.segments.items[at]
    if segment.kind is not Kind.SENTENCE:
        return True
    if segment.end - segment.start > _SHORT + 1:
        return False
    own_line = segment.end == len(view.text) or view.text[segment.end - 1] == "\n"
    return own_line and view.text[segment.start : segment.end].rstrip()[-1:] not in ".!?…"


# ---- without a name


def _unnamed(view: _View, *, grouped: bool) -> Tie:
    window = view.window
    if frames.story(window):
        return NOBODY
    point = frames.points(window)
    if not view.about_one and frames.general(window) and point not in _SURE:
        return NOBODY
    if point in {Points.KNOWN, Points.PRONOUN} or (point is None and frames.no_subject(window)):
        return _back(view, point) or _group_or_one(view, window, grouped=grouped)
    if point is Points.DESCRIBED:
        return Tie(Link.INDIRECT)
    if point is Points.SELF and not frames.lesson(window):
        return Tie(Link.INDIRECT)
    return _group_or_one(view, window, grouped=grouped or point is Points.SOME)


def _group_or_one(view: _View, window: str, *, grouped: bool) -> Tie:
    if frames.lesson(window):
        return NOBODY
    if grouped:
        return Tie(Link.GROUP)
    return _the_one(view) if view.about_one else NOBODY


def _the_one(view: _View) -> Tie:
    """Tie to the pupil that the document is about, with or without a name."""
    one = next((p for p in view.persons if p.role is Role.PUPIL), None)
    return Tie(Link.NAMED, one.index if one else None)


def _back(view: _View, point: Points | None) -> Tie | None:
    """Tie to whom a pronoun, a definite noun or a missing subject points back."""
    person = _antecedent(view)
    if person is not None:
        return NOBODY if person.role is Role.FICTION else Tie(Link.NAMED, person.index)
    if view.about_one:
        return _the_one(view)
    if point is Points.KNOWN:
        return Tie(Link.NAMED)
    return _back_to_nobody_named(view, point)


def _antecedent(view: _View) -> PersonSpan | None:
    last = bisect_left(view.persons, view.low, key=lambda p: p.start) - 1
    if last < 0:
        return None
    at = view.segments.at(view.persons[last].start)
    segment = view.segments.items[at]
    if view.at - at > BACK or view.segment.paragraph - segment.paragraph > 1:
        return None
    same = _between(view.persons, max(segment.start, segment.end - REACH), segment.end)
    return next((p for p in same if p.role is not Role.STAFF), view.persons[last])


def _back_to_nobody_named(view: _View, point: Points | None) -> Tie | None:
    previous = ""
    if view.at > 0:
        segment = view.segments.items[view.at - 1]
        previous = fold_case(view.text[max(segment.start, segment.end - REACH) : segment.end])
    if frames.story(previous):
        return NOBODY
    earlier = frames.points(previous)
    if earlier is Points.KNOWN:
        return Tie(Link.NAMED)
    if earlier in {Points.DESCRIBED, Points.PRONOUN}:
        return Tie(Link.INDIRECT)
    if point is None or frames.general(previous):
        return None if point is None else NOBODY
    return Tie(Link.INDIRECT)
