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

from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.segments import Segments
from integritetskoll.text import frames
from integritetskoll.text.bearers import bearers
from integritetskoll.text.frames import REACH, Points
from integritetskoll.text.headed import under_heading
from integritetskoll.text.somebody import noted, whom
from integritetskoll.text.view import (
    NOBODY,
    Of,
    PersonSpan,
    Tells,
    Tie,
    View,
    between,
    meets,
    view,
)

__all__ = ["NOBODY", "Of", "PersonSpan", "Tells", "Tie", "tie"]

BACK = 5
"""Sentences that a pronoun reaches back over, within its paragraph."""


_SURE = frozenset({Points.DESCRIBED, Points.SELF})
"""Ways of pointing that stay one somebody in a sentence of general information."""
_TOLD_OF = frozenset({Points.KNOWN, Points.PRONOUN})
"""Those that do so where the sentence is telling ("hennes familj väntar på om de får stanna")."""


def tie(
    span: tuple[int, int],
    *,
    text: str,
    segments: Segments,
    persons: Sequence[PersonSpan],
    groups: Sequence[tuple[int, int]],
    of: Of = Of.ANYBODY,
    tells: Tells = Tells.UNSURE,
) -> Tie:
    """Return the tie of the finding at `span`; all spans are of the plain text, in its order.

    `groups` are spans of classes and group words. `of`: in a document about one
    pupil it is they who are "eleven", "du", "hen", and whoever a sentence without a subject speaks
    of; in a passage that tells of one who isn't named, no word need point at them.
    Where the sentence `tells` of somebody, whoever stands beside it is meant; where it tells of a
    place, a group is meant at least ("Avgång 8.10"): they have more names than any list holds.
    """
    seen = view(span, text, segments, persons, of=of)
    if _is_taught(seen):
        return NOBODY
    telling = tells in {Tells.SOMEBODY, Tells.PUPIL}
    grouped = meets(groups, seen.low, seen.high)
    found = (
        _named(seen, telling=telling)
        or _bearing(seen)
        or under_heading(seen)
        or _unnamed(seen, grouped=grouped, telling=telling)
    )
    if found == NOBODY or found.link is Link.GROUP:
        found = noted(seen) or found
    if telling and found.link.rank < Link.INDIRECT.rank:
        found = whom(seen, found, staff=tells is Tells.SOMEBODY) or found
    if tells is Tells.PLACE and found.link is Link.NONE:
        return _group_of(seen, found, grouped=grouped)
    return found


def _group_of(seen: View, found: Tie, *, grouped: bool) -> Tie:
    """Tie to the group that is somewhere at some time, with or without a word for it."""
    if frames.story(seen.window) or not (grouped or found.person is None):
        return found
    return Tie(Link.GROUP) if frames.timed(seen.window) else found


def _is_taught(seen: View) -> bool:
    reach = frames.taught(seen.before, seen.after)
    if reach is None:
        return False
    return not any(seen.start - reach <= p.start < seen.start for p in seen.near)


# ---- by name


def _named(seen: View, *, telling: bool) -> Tie | None:
    real = [p for p in seen.near if p.role is not Role.FICTION]
    if not real:
        return Tie(Link.NONE, _nearest(seen.near, seen.start).index) if seen.near else None
    anybody = not telling and real[0].start > seen.start and frames.whoever(seen.window)
    if anybody or frames.retells(seen.window):
        return NOBODY
    others = [p for p in real if p.role is not Role.STAFF]
    if not others and frames.service(seen.window):
        return NOBODY
    return Tie(Link.NAMED, _nearest(others or real, seen.start).index)


def _bearing(seen: View) -> Tie | None:
    """Tie to an ordinary word that stands as a name, in a sentence where nobody else does."""
    if not bearers(seen.text[seen.low : seen.high]):
        return None
    window = seen.window
    if frames.story(window) or frames.general(window) or frames.lesson(window):
        return None
    return Tie(Link.NAMED)


def _nearest(persons: Sequence[PersonSpan], place: int) -> PersonSpan:
    """Return the last person before `place`, else the first one after it."""
    before = [p for p in persons if p.start <= place]
    return before[-1] if before else persons[0]


# ---- without a name


def _unnamed(seen: View, *, grouped: bool, telling: bool) -> Tie:
    window = seen.window
    if frames.story(window):
        return NOBODY
    point = frames.points(window)
    sure = _SURE | _TOLD_OF if telling and not frames.opens_general(window) else _SURE
    if not seen.about_one and frames.general(window) and point not in sure:
        return NOBODY
    if point in {Points.KNOWN, Points.PRONOUN} or (point is None and frames.no_subject(window)):
        return _back(seen, point) or _group_or_one(seen, window, grouped=grouped)
    if point is Points.DESCRIBED:
        return Tie(Link.INDIRECT)
    if point is Points.SELF and not frames.lesson(window):
        return Tie(Link.INDIRECT)
    return _group_or_one(seen, window, grouped=grouped or point is Points.SOME)


def _group_or_one(seen: View, window: str, *, grouped: bool) -> Tie:
    if frames.lesson(window):
        return NOBODY
    if seen.of is Of.ONE:
        return Tie(Link.INDIRECT)
    if grouped:
        return Tie(Link.GROUP)
    return _the_one(seen) if seen.about_one else NOBODY


def _the_one(seen: View) -> Tie:
    """Tie to the pupil that the document is about, with or without a name."""
    one = next((p for p in seen.persons if p.role is Role.PUPIL), None)
    return Tie(Link.NAMED, one.index if one else None)


def _back(seen: View, point: Points | None) -> Tie | None:
    """Tie to whom a pronoun, a definite noun or a missing subject points back."""
    person = _antecedent(seen)
    if person is not None:
        link = Link.NONE if person.role is Role.FICTION else Link.NAMED
        return Tie(link, person.index)
    if seen.about_one:
        return _the_one(seen)
    if point is Points.KNOWN:
        return Tie(Link.NAMED)
    return _back_to_nobody_named(seen, point)


def _antecedent(seen: View) -> PersonSpan | None:
    last = bisect_left(seen.persons, seen.low, key=lambda p: p.start) - 1
    if last < 0:
        return None
    at = seen.segments.at(seen.persons[last].start)
    segment = seen.segments.items[at]
    if seen.at - at > BACK or seen.segment.paragraph - segment.paragraph > 1:
        return None
    same = between(seen.persons, max(segment.start, segment.end - REACH), segment.end)
    return next((p for p in same if p.role is not Role.STAFF), seen.persons[last])


def _back_to_nobody_named(seen: View, point: Points | None) -> Tie | None:
    previous = ""
    if seen.at > 0:
        segment = seen.segments.items[seen.at - 1]
        previous = fold_case(seen.text[max(segment.start, segment.end - REACH) : segment.end])
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
