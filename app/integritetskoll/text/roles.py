"""Who a named person is in a text: pupil, guardian, staff, public person, or fiction.

Judged by what stands beside the name, and only where the text shows it: a pupil by default, for
the pupil is the one a mistake would hurt. Teaching content names characters, authors and rulers
(Lgr22, central content of Swedish, history, religion, natural sciences).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import regex

from integritetskoll.domain.finding import Role
from integritetskoll.text.persons.agreed import agreed
from integritetskoll.text.persons.beside import (
    Beside,
    Span,
    beside,
    signatures,
    titled_after,
    without_names,
)
from integritetskoll.text.persons.fiction import (
    CLASS_NEXT,
    fame,
    in_exercise,
    is_fiction,
    questions,
)
from integritetskoll.text.persons.figures import NOBODY, Cast
from integritetskoll.text.persons.role_words import CALLED, OFFICES, PUBLIC_TITLES, TEACHES
from integritetskoll.text.persons.staff_lists import (
    has_worked,
    headings,
    interprets,
    is_job,
    is_listed,
    is_of_new_staff,
    is_presented,
    is_reached,
    is_titled,
    presenting,
    teaches,
)
from integritetskoll.text.persons.wordlists import words

_CHILD_OF_WRITER = regex.compile(
    r"(?i)\b(?:min|vår|mitt|vårt|våra|mina) (?:son|dotter|barn|pojke|flicka|kille|tjej|grabb|tös)\b"
    r"|\b(?:mamma|pappa|vårdnadshavare|mormor|morfar|farmor|farfar|bonusmamma|bonuspappa) till\b"
)
_CHILD_OF_READER = regex.compile(
    r"(?i)\b(?:din|er|ditt|ert|era|dina) (?:son|dotter|barn|pojke|flicka|kille|tjej)\b"
)
_STAFF_MEETING = regex.compile(
    r"(?i)\b(?:apt|lsg|arbetsplatsträff\w*|(?:personal|arbetslags|ämneslags|lednings\w*|kollegie|"
    r"samverkans|lärarlags)(?:möte|träff|konferens)\w*|arbetslaget|ledningsgruppen?|"
    r"samverkansgruppen?|kollegiet|skyddsrond\w*)\b"
)
_ATTENDS = regex.compile(
    r"(?i)\b(?:(?:ej )?närvarande|frånvarande|deltagare|ordförande|sekreterare|justerare|"
    r"anmält förhinder|vid protokollet)\b"
)
_BY = frozenset({"från", "hos", "med", "av"})
_PUPIL_WRITES = regex.compile(
    r"(?i)\b(?:(?:min|vår) (?:mentor|lärare|fröken)|mina föräldrar|fröken|morsan|farsan|ja(?:g)? e"
    r"|får jag (?:byta|slippa|komma|gå|vara|sitta)|(?:hos|av) (?:kuratorn|kuran|läraren))\b"
)
_LINE = 300
_GREETING = frozenset({"hej", "hejsan", "hallå", "bästa", "kära", "käre"})
_JOINS = frozenset({"och", "&", ","})


def roles_of(text: str, spans: Sequence[Span], played: Cast = NOBODY) -> list[Role]:
    """Return the role of each person span of a plain text, in the same order.

    What the text shows of a name once holds for the same name everywhere in it.
    """
    if not spans:
        return []
    whole = _Whole(text)
    roles = [_role(text, span, whole, played) for span in spans]
    return agreed(text, spans, roles, played)


def role_of(text: str, start: int, end: int) -> Role:
    """Return the role of one person, from what stands beside the name alone."""
    return _role(text, (start, end), _Whole(text))


@dataclass(frozen=True)
class _Whole:
    """What is read once of a text, when it is asked for: few names ask for all of it."""

    text: str = field(repr=False)

    @cached_property
    def signed(self) -> Sequence[Span]:
        """Its signatures."""
        return signatures(self.text)

    @cached_property
    def questions(self) -> Sequence[Span]:
        """Where its exercises ask."""
        return questions(self.text)

    @cached_property
    def staff_meeting(self) -> bool:
        """Whether it speaks of a meeting of the staff."""
        return _STAFF_MEETING.search(self.text) is not None

    @cached_property
    def new_staff(self) -> bool:
        """Whether it presents staff."""
        return is_of_new_staff(self.text)

    @cached_property
    def presenting(self) -> Sequence[Span]:
        """Its lines that present staff."""
        return presenting(self.text)

    @cached_property
    def staff_lists(self) -> Sequence[int]:
        """Where the headings of its lists of staff end."""
        return headings(self.text)


def _role(text: str, span: Span, whole: _Whole, played: Cast = NOBODY) -> Role:
    near = beside(text, span)
    name = text[span[0] : span[1]]
    known = "" if span[0] in played.pupils else fame(name, text, span)
    if near.word in PUBLIC_TITLES or known == "public" or _presides(near):
        return Role.PUBLIC
    invented = span[0] in played.figures or is_fiction(text, span, near, known=known)
    if invented or in_exercise(text, span, whole.questions):
        return Role.FICTION
    owns = name.endswith("s") and bool(near.after) and near.after[0].lower() in kin()
    if _is_guardian(near) and near.word != "vh" and not owns:
        return Role.GUARDIAN
    if _is_staff(near) or is_titled(near.after) or (_attends(text, span) and whole.staff_meeting):
        return Role.STAFF
    if (
        ((teaches(text, span) or has_worked(text, span)) and whole.new_staff)
        or is_presented(text, span, whole.presenting)
        or interprets(text, span)
        or is_reached(text, span)
        or ("\n" in text and is_listed(text, span, whole.staff_lists))
    ):
        return Role.STAFF
    return _correspondent(text, span, near, whole.signed)


def _correspondent(text: str, span: Span, near: Beside, signed: Sequence[Span]) -> Role:
    """The role of somebody who may have written the letter, or may get it."""
    signature = next((end for start, end in signed if start <= span[0] < end), None)
    if signature:
        return _writer(text, span, near, signature)
    if _is_addressed(near) and _CHILD_OF_READER.search(text):
        return Role.GUARDIAN
    if signed and _is_addressed(near) and _CHILD_OF_WRITER.search(text):
        return Role.STAFF
    return Role.PUPIL


def _writer(text: str, span: Span, near: Beside, signature_end: int) -> Role:
    """The role of somebody whose name stands in a signature."""
    if near.after and near.after[0].lower() in words("guardians"):
        return Role.PUPIL
    if CLASS_NEXT.match(text, max(signature_end, span[1])):
        return Role.PUPIL
    if _CHILD_OF_WRITER.search(text):
        return Role.GUARDIAN
    return Role.PUPIL if _PUPIL_WRITES.search(text) else Role.STAFF


def _is_staff(near: Beside) -> bool:
    before = without_names(near.before)
    if _addresses(near.before, before) or _tells_by(near.before, before):
        return False
    if before and is_job(before[-1].lower().strip(".")):
        return True
    if len(before) > 1 and before[-1] in CALLED and is_job(before[-2].lower()):
        return True
    return bool(near.after and near.after[0] in TEACHES) or titled_after(near, is_job)


def _presides(near: Beside) -> bool:
    """Whether somebody is in the chair of a public office ("nämndens ordförande Tore Lilja")."""
    said = [token.lower() for token in near.before[-2:]]
    return said[-1:] == ["ordförande"] and not OFFICES.isdisjoint(said)


def _attends(text: str, span: Span) -> bool:
    """Whether the line is one of those in minutes that say who took part.

    Elsewhere in the minutes of a staff meeting, names may be those of pupils.
    """
    start = text.rfind("\n", 0, span[0]) + 1
    return _ATTENDS.search(text, max(start, span[0] - _LINE), span[0]) is not None


def _addresses(tokens: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a letter speaks to all who bear the title, and the name begins its matter.

    "Till alla mentorer: Kim …", but "Mentorer: Kim" and "hej mentor Kim".
    """
    spoken_to = len(before) > 1 and before[-2].lower() in {"alla", "hej", "kära", "er", "till"}
    return spoken_to and tokens[-1] in {":", ",", "!"}


def _tells_by(tokens: Sequence[str], before: Sequence[str]) -> bool:
    """Whether the title says from or with whom ("från skolläkaren: Ellinor")."""
    return tokens[-1:] == (":",) and not _BY.isdisjoint(map(str.lower, before[-3:-1]))


def kin() -> frozenset[str]:
    """Words for relatives."""
    return words("guardians", "kin")


def _is_guardian(near: Beside) -> bool:
    before = without_names(near.before)
    if before and before[-1].lower() in kin():
        return True
    return titled_after(near, kin().__contains__)


def _is_addressed(near: Beside) -> bool:
    return near.word in _GREETING or (
        len(near.before) > len("ab")
        and near.before[-1] in _JOINS
        and near.before[-3].lower() in _GREETING
    )
