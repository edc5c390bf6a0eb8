"""Whom a sentence tells of that names and points at nobody, where its learned score says it tells.

"Handlederna är opererade." says nothing of anybody by itself, but behind "Kan ni hjälpa Isabella?"
it does. So does a letter that is signed ("Jag fick en knäpp i ryggen /Håkan"), and a sentence with
a role, a relative or a number for a name ("min svåger", "elev 3").
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.segments import Kind
from integritetskoll.text import frames
from integritetskoll.text.frames import Points
from integritetskoll.text.view import PersonSpan, Tie, View, between

NEAR = 3
"""Sentences on either side in which somebody is named who may be meant."""
FAR = 5
"""Sentences or rows on either side in which a note says whom all this is about."""
_NOTE = 30
"""Characters before a name that hold such a note."""
_NAME = regex.compile(r"(?<=[\p{L}\d,;)] )\p{Lu}\p{Ll}+|\b\p{Lu}\.(?! \p{Lu}\p{Ll})")
"""A capital letter inside a sentence, an initial: somebody, where such a sentence tells."""


def noted(seen: View) -> Tie | None:
    """Return whom a note beside a finding names as the one it is about ("Elev: Zack")."""
    items = seen.segments.items
    low, high = max(0, seen.at - FAR), min(len(items), seen.at + FAR + 1)
    for person in between(seen.persons, items[low].start, items[high - 1].end):
        if person.role in {Role.FICTION, Role.STAFF}:
            continue
        begins = max(items[seen.segments.at(person.start)].start, person.start - _NOTE)
        if frames.noted(fold_case(seen.text[begins : person.start])):
            return Tie(Link.NAMED, person.index)
    return None


def whom(seen: View, found: Tie, *, staff: bool) -> Tie | None:
    """Return whom a telling sentence is about, given that it is `found` to be tied to nobody.

    `staff`: it may be about somebody at work who isn't named.
    """
    window = seen.window
    real = any(person.role is not Role.FICTION for person in seen.near)
    if real or frames.story(window) or frames.opens_general(window):
        return None  # a retelling, what a member of staff does for others, whoever it fits
    if found.person is not None:
        return _before_the_fiction(seen)
    own = frames.writes(window)
    person = next(_beside(seen, staff=own), None)
    if person is not None:
        return Tie(Link.NAMED, person.index)
    if frames.general(window):
        return None
    if own or frames.somebody(window, staff=staff) or frames.points(window) is Points.YOU:
        return Tie(Link.INDIRECT)
    return Tie(Link.INDIRECT) if _NAME.search(seen.text, seen.low, seen.high) else None


def _beside(seen: View, *, staff: bool) -> Iterator[PersonSpan]:
    """Yield the persons of the paragraph, nearest first; staff where the writer is meant."""
    unwanted = {Role.FICTION} if staff else {Role.FICTION, Role.STAFF}
    items = seen.segments.items
    for away in range(1, NEAR + 1):
        for at in (seen.at - away, seen.at + away):
            if not 0 <= at < len(items) or items[at].paragraph != seen.segment.paragraph:
                continue
            if items[at].kind is seen.segment.kind is not Kind.SENTENCE:
                continue  # a sibling of the list
            persons = between(seen.persons, items[at].start, items[at].end)
            yield from (p for p in persons if p.role not in unwanted)


def _before_the_fiction(seen: View) -> Tie | None:
    """Tie to whom a sentence speaks of before it names a god or a character; not in a sum."""
    if not seen.near or any(map(str.isdigit, seen.text[seen.low : seen.high])):
        return None
    before = fold_case(seen.text[seen.low : seen.near[0].start])
    told_of = {Points.DESCRIBED, Points.KNOWN, Points.PRONOUN}
    return Tie(Link.INDIRECT) if frames.points(before) in told_of else None
