"""What one finding sees of its text: its segment, a window around it, the persons in it.

Made anew for every finding and therefore cheap: persons and groups are found by bisection.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.segments import Kind, Segment, Segments
from integritetskoll.text.frames import REACH

SHORT = 80
"""Characters of the longest line that counts as a note or heading."""


class Tells(Enum):
    """What the sentence of a finding tells, apart from its words."""

    UNSURE = auto()
    SOMEBODY = auto()
    """Something sensitive of somebody, by its learned score."""
    PUPIL = auto()
    """Something of a pupil, which staff do at work for many ("Psykologen gör utredningar")."""
    PLACE = auto()
    """Where somebody is or will be."""


class Of(Enum):
    """Whom a text may be about that names nobody."""

    ANYBODY = auto()
    PUPIL = auto()
    """The document is about one pupil."""
    ONE = auto()
    """The passage tells of one who isn't named, by its learned score."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link, and the number of the person it leads to (None: nobody with a name)."""

    link: Link
    person: int | None = None


NOBODY = Tie(Link.NONE)


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A name in the plain text: half-open span, role, and the number of its person."""

    start: int
    end: int
    role: Role
    index: int


@dataclass(frozen=True, slots=True)
class View:
    """A finding at `start:end` in segment `at`, the window `low:high`, the persons `near` it."""

    text: str
    segments: Segments
    persons: Sequence[PersonSpan]
    at: int
    start: int
    end: int
    low: int
    high: int
    near: Sequence[PersonSpan]
    of: Of

    @property
    def about_one(self) -> bool:
        """Whether the document is about one pupil."""
        return self.of is Of.PUPIL

    @property
    def before(self) -> str:
        """The window up to the finding, in lower case."""
        return fold_case(self.text[self.low : self.start])

    @property
    def after(self) -> str:
        """The window behind the finding, in lower case."""
        return fold_case(self.text[self.end : self.high])

    @property
    def window(self) -> str:
        """The window, in lower case."""
        return fold_case(self.text[self.low : self.high])

    @property
    def segment(self) -> Segment:
        """The segment that the finding begins in."""
        return self.segments.items[self.at]


def view(
    span: tuple[int, int],
    text: str,
    segments: Segments,
    persons: Sequence[PersonSpan],
    *,
    of: Of,
) -> View:
    """Return what the finding at `span` sees."""
    start, end = span
    at = segments.at(start)
    segment = segments.items[at]
    low, high = max(segment.start, start - REACH), min(max(segment.end, end), end + REACH)
    near = between(persons, low, high)
    return View(text, segments, persons, at, start, end, low, high, near, of)


def between(persons: Sequence[PersonSpan], low: int, high: int) -> Sequence[PersonSpan]:
    """Return the persons that begin in `low:high`."""
    first = bisect_left(persons, low, key=lambda p: p.start)
    last = bisect_left(persons, high, key=lambda p: p.start)
    return persons[first:last]


def meets(groups: Sequence[tuple[int, int]], low: int, high: int) -> bool:
    """Tell whether a group begins in `low:high`."""
    place = bisect_left(groups, (low, low))
    return place < len(groups) and groups[place][0] < high


def is_line(seen: View, at: int) -> bool:
    """Tell whether a segment is a list item, a row, or a short line without a full stop."""
    segment = seen.segments.items[at]
    if segment.kind is not Kind.SENTENCE:
        return True
    if segment.end - segment.start > SHORT + 1:
        return False
    own_line = segment.end == len(seen.text) or seen.text[segment.end - 1] == "\n"
    return own_line and seen.text[segment.start : segment.end].rstrip()[-1:] not in ".!?…"
