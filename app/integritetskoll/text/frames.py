"""What the words around a finding say: that they teach or inform, or whom they point at.

The words stand in `lexicon/frames.tsv`. Linguistic source: Svenska Akademiens grammatik on
definite nouns and pronouns (a definite person noun or a pronoun points back to somebody known; an
indefinite one with a relative clause and a modal verb speaks of anybody), and the frames of
teaching texts in the syllabuses (Lgr22, Gy25). Every pattern is searched in a short lower-case
window and is linear, so the standard module will do; it takes half the time.
"""

from __future__ import annotations

import re
from enum import StrEnum

from integritetskoll.text.lexicon.reader import any_of

REACH = 240
"""Characters on either side of a finding that are looked at, within its segment."""


class Points(StrEnum):
    """How a window points at somebody without naming them."""

    DESCRIBED = "described"
    """Somebody whom a few can recognise."""
    KNOWN = "known"
    """A definite pupil noun or "my pupil", "your son": the reader knows who."""
    PRONOUN = "pronoun"
    """A pronoun or a relative: somebody who was mentioned before."""
    YOU = "you"
    """The one who is addressed."""
    SELF = "self"
    """The writer."""
    SOME = "some"
    """A few or many, nobody in particular."""


_GAP = r"(?:[ ,]+[\w-]+)"
_OPEN = r" ?[\"”'(]?$"


_TEACHES_ABOUT = re.compile(
    rf"\b(?:{any_of('teach_noun')}|{any_of('teach_verb')})\b{_GAP}{{0,5}}? "
    rf"(?P<about>om|kring|rörande|angående|i ämnet){_GAP}{{0,4}}?{_OPEN}"
)
_ABOUT = re.compile(" (?:om|kring|rörande|angående|i ämnet)")
"""One of these stands in every match of `_TEACHES_ABOUT`."""
_TEACHES = re.compile(rf"\b(?P<about>{any_of('teaches')}){_GAP}{{0,6}}?[ ,]+{_OPEN}")
_ASKS = re.compile(rf"\b{any_of('asks')}(?: [\w-]+){{0,2}}?{_OPEN}")
_ASKED = re.compile(
    r"[\"”')]? (?:är|betyder|innebär|fungerar)(?: för något)?[\"”')]*"
    r"(?:[?.,]| (?:och|eller|samt|för|som)\b|$)"
)
_WHAT = re.compile(r"\b(?:vad|hur)(?: [\w-]+)? $")
_BREAKS = re.compile(rf"\b{any_of('breaks')}\b")
_LESSON = re.compile(rf"\b{any_of('lesson')}\b")
_WHOEVER = re.compile(rf"[-*•\s]*+{any_of('whoever')}\b")
_STARTS = re.compile(
    r"[-–*•\s]*+(?:hej[,!]? |(?:påminnelse|info|information|obs|viktigt)(?: om [\w-]+)?[:!]* )?"
    rf"{any_of('general_start')}\b"
)
_GENERAL = re.compile(rf"\b{any_of('general')}\b")
_STORY = re.compile(rf"\b{any_of('story')}\b")
_RETELLS = re.compile(rf"[-*•\s\"”]*+{any_of('retells')}\b")
_SERVICE = re.compile(rf"\b{any_of('service')}\b")
_ANYBODY = re.compile(rf"\b{any_of('anybody')}\b")
_SOMEBODY = re.compile(rf"\b{any_of('somebody')}(?!\w)")
_AT_WORK = re.compile(rf"\b{any_of('somebody_at_work')}(?!\w)")
_NOTED = re.compile(rf"(?:(?:^|[\n–—/|•*(-]|[.:;,] )[ \t]*{any_of('noted')}|\(om)[ \t]*:?[ \t]*$")
_SAID_OF = re.compile(
    rf"\b(?:{any_of('said_of')} (?:{any_of('said_how')} )?|{any_of('said_whose')} )$"
)
_SAYS = re.compile(rf"{any_of('said_of')} ")
_WRITES = re.compile(rf"\b{any_of('writes')}\b")
_TIMED = re.compile(rf"(?<!\w){any_of('timed')}(?!\w)")
_NO_SUBJECT = re.compile(rf"[-*•\s\"”(]*+(?:och |men |samt )?{any_of('no_subject')}\b")
_POINTS = re.compile(
    r"\b(?:" + "|".join(f"(?P<{point}>{any_of(point)})" for point in Points) + r")\b"
)

_STRENGTH = (
    Points.KNOWN,
    Points.DESCRIBED,
    Points.PRONOUN,
    Points.YOU,
    Points.SELF,
    Points.SOME,
)


def taught(before: str, after: str) -> int | None:
    """Return how far before the finding a teaching frame begins, None when there is none.

    "Nora berättade om diabetes" teaches; "om hennes diabetes" and "berättade att han har
    diabetes" don't.
    """
    if _ASKS.search(before) or (
        ("vad" in before or "hur" in before) and _WHAT.search(before) and _ASKED.match(after)
    ):
        return 0
    for frame in (_TEACHES_ABOUT, _TEACHES) if _ABOUT.search(before) else (_TEACHES,):
        match = frame.search(before)
        if match and not _BREAKS.search(before, match.end("about")):
            end: int = match.end("about")
            return len(before) - end
    return None


def lesson(window: str) -> bool:
    """Tell whether a sentence without a person speaks of what a class works with."""
    return _LESSON.search(window) is not None


def general(window: str) -> bool:
    """Tell whether a sentence informs anybody: conditions, instructions, rights."""
    return opens_general(window) or _GENERAL.search(window) is not None


def opens_general(window: str) -> bool:
    """Tell whether a sentence says from its first words on that it informs anybody."""
    return _STARTS.match(window) is not None


def whoever(window: str) -> bool:
    """Tell whether a sentence begins with all whom something fits ("Elever som …", "Om du …").

    Who is named after it only helps ("De som behöver tolk ringer Siv").
    """
    return _WHOEVER.match(window) is not None


def story(window: str) -> bool:
    """Tell whether a sentence retells a book, a film or history."""
    return _STORY.search(window) is not None


def retells(window: str) -> bool:
    """Tell whether a sentence begins as a retelling, so that even its names are fiction."""
    return _RETELLS.match(window) is not None


def service(window: str) -> bool:
    """Tell whether a sentence says what a member of staff does for others."""
    return _SERVICE.search(window) is not None


def points(window: str) -> Points | None:
    """Return the strongest way in which a window points at somebody."""
    found = {match.lastgroup for match in _POINTS.finditer(window)}
    strongest = next((point for point in _STRENGTH if point in found), None)
    if strongest is Points.DESCRIBED and _ANYBODY.search(window):
        return None
    return strongest


def no_subject(window: str) -> bool:
    """Tell whether a note leaves out whom it speaks of (as in "Har adhd")."""
    return _NO_SUBJECT.match(window) is not None


def somebody(window: str, *, staff: bool) -> bool:
    """Tell whether a role, a relative or a number stands for somebody ("min svåger", "elev 3").

    `staff`: or somebody at work ("vår vikarie").
    """
    return bool(_SOMEBODY.search(window) or (staff and _AT_WORK.search(window)))


def noted(before: str) -> bool:
    """Tell whether a note says before a name that all this is about it ("Elev: ", "(om ")."""
    return _NOTED.search(before) is not None


def said_of(before: str, condition: str) -> bool:
    """Tell whether a condition is said of somebody, whatever else is told ("har fått cancer")."""
    return bool(_SAID_OF.search(before) or _SAYS.match(condition))


def timed(window: str) -> bool:
    """Tell whether a sentence says when: a time of day, a day, a date, now."""
    return _TIMED.search(window) is not None


def writes(window: str) -> bool:
    """Tell whether a sentence speaks of its writer."""
    return _WRITES.search(window) is not None
