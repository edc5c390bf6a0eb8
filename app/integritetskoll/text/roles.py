"""Who a named person is in a text: pupil, guardian, staff, public person, or fiction.

Judged by what stands beside the name, and only where the text shows it: a pupil by default, for
the pupil is the one a mistake would hurt. Teaching content names characters, authors and rulers
(Lgr22, central content of Swedish, history, religion, natural sciences).
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from integritetskoll.domain.finding import Role
from integritetskoll.text.persons.beside import (
    Beside,
    Span,
    beside,
    sentence,
    signatures,
    without_names,
)
from integritetskoll.text.persons.role_words import (
    ABOUT,
    FICTION_TITLES,
    LIVED,
    PLAYED,
    PUBLIC_TITLES,
    STUDY,
    TEACHING,
    WORKS,
)
from integritetskoll.text.persons.tokens import forms
from integritetskoll.text.persons.wordlists import famous, words

_EXERCISE = regex.compile(
    r"(?i)\b(?:hur (?:många|mycket|långt|länge|stor|stort|gammal|fort|ofta|lång|långa)\b[^\n.?]{0,90}\?"
    r"|(?:beräkna|bestäm|räkna ut)\b|matteproblem|textuppgift|räkneproblem)"
)
_CHILD_OF_WRITER = regex.compile(
    r"(?i)\b(?:min|vår|mitt|vårt|våra|mina) (?:son|dotter|barn|pojke|flicka|kille|tjej|grabb|tös)\b"
    r"|\b(?:mamma|pappa|vårdnadshavare|mormor|morfar|farmor|farfar|bonusmamma|bonuspappa) till\b"
)
_CHILD_OF_READER = regex.compile(
    r"(?i)\b(?:din|er|ditt|ert|era|dina) (?:son|dotter|barn|pojke|flicka|kille|tjej)\b"
)
_CLASS = regex.compile(r"[ \t]*[,(]?[ \t]*(?:i |från )?(?:klass |åk ?|årskurs )?\d ?[A-Fa-f]?\b(?! ?[,.]\d)")
_ANY_CLASS = regex.compile(r"\b[1-9] ?[A-Fa-f]\b|\båk \d")
_YEARS = regex.compile(r"\b(?:1[0-8]\d\d|19[0-7]\d)(?:-tal\p{L}*)?\b|\b[ef]\.? ?[Kk]r\b")
_LIFE = regex.compile(r"(?:'s|:s)? ?(?:\((?:född )?\d{3,4}(?:-\d{2,4})?\)|[IVX]{1,5}\b(?![:.)]))")
_GREETING = frozenset({"hej", "hejsan", "hallå", "bästa", "kära", "käre"})
_JOINS = frozenset({"och", "&", ","})
_LINKING = frozenset("vår vårt våra er ert ny nya nye ordinarie biträdande bitr ansvarig är en blivande".split())
_EXERCISE_REACH = 250


def roles_of(text: str, spans: Sequence[Span]) -> list[Role]:
    """Return the role of each person span of a plain text, in the same order.

    What the text shows of a name once holds for the same name everywhere in it.
    """
    if not spans:
        return []
    signed = signatures(text)
    roles = [_role(text, span, signed) for span in spans]
    return _agreed(text, spans, roles)


def role_of(text: str, start: int, end: int) -> Role:
    """Return the role of one person, from what stands beside the name alone."""
    return _role(text, (start, end), signatures(text))


def _role(text: str, span: Span, signed: Sequence[Span]) -> Role:
    near = beside(text, span)
    name = text[span[0] : span[1]]
    if _is_fiction(text, span, near, name):
        return Role.FICTION
    if near.word in PUBLIC_TITLES or _famous(name, text, span, "public"):
        return Role.PUBLIC
    if _is_guardian(near):
        return Role.GUARDIAN
    if _is_staff(near):
        return Role.STAFF
    if any(start <= span[0] < end for start, end in signed):
        return _writer(text, span, near, next(end for start, end in signed if start <= span[0] < end))
    if _is_addressed(near) and _CHILD_OF_READER.search(text):
        return Role.GUARDIAN
    return Role.PUPIL


def _writer(text: str, span: Span, near: Beside, signature_end: int) -> Role:
    """The role of somebody whose name stands in a signature."""
    if near.after and near.after[0].lower() in words("guardians"):
        return Role.PUPIL
    if _CLASS.match(text, max(signature_end, span[1])):
        return Role.PUPIL
    return Role.GUARDIAN if _CHILD_OF_WRITER.search(text) else Role.STAFF


def _is_staff(near: Beside) -> bool:
    titles = words("staff_titles", "before", "job")
    before = without_names(near.before)
    if before and before[-1].lower().strip(".") in titles:
        return True
    return _titled_after(near, titles)


def _is_guardian(near: Beside) -> bool:
    kin = words("guardians", "kin")
    before = without_names(near.before)
    if before and before[-1].lower() in kin:
        return True
    return _titled_after(near, kin)


def _titled_after(near: Beside, titles: frozenset[str]) -> bool:
    """Whether a title follows: ", kurator", "(Tovas mamma)", "är vår nya rektor", a line below."""
    after = near.after
    opener = after[0].lower() if after else ""
    if opener not in {",", "(", "är", "\n", "-"} or (opener == "-" and near.tail[:1] == "-"):
        return False
    rest = [token for token in after[1:6]]
    while rest and (rest[0].lower() in _LINKING or _owner(rest)):
        rest.pop(0)
    if not rest or rest[0].lower() not in titles:
        return False
    definite = opener == "," and rest[0].lower().endswith(("en", "an", "n")) and opener != "("
    follows = rest[1] if len(rest) > 1 else ""
    own_name = follows[:1].isupper() and len(follows) > 1 and not follows.isupper()
    return not (own_name and opener != "\n") and not (definite and rest[0].lower()[-2:] in {"en", "an"})


def _owner(tokens: Sequence[str]) -> bool:
    """Whether a genitive name stands before the title ("Tovas mamma")."""
    return len(tokens) > 1 and tokens[0][:1].isupper() and tokens[0].endswith("s")


def _is_addressed(near: Beside) -> bool:
    return near.word in _GREETING or (
        len(near.before) > 2 and near.before[-1] in _JOINS and near.before[-3].lower() in _GREETING
    )


def _is_fiction(text: str, span: Span, near: Beside, name: str) -> bool:
    if near.after and near.after[0] == "i" and _CLASS.match(text, span[1]):
        return False
    if near.word == "av" and near.before[-2:-1] and near.before[-2].lower() in PLAYED:
        return False
    if _famous(name, text, span, "fiction"):
        return True
    before = tuple(token.lower() for token in without_names(near.before))
    word = before[-1] if before else ""
    if word in FICTION_TITLES or before[-2:] in {("rollen", "som"), ("rollerna", "som")}:
        return True
    if word == "om" and (before[-2:-1] and before[-2] in ABOUT or STUDY.intersection(before[-3:-1])):
        return True
    if _LIFE.match(text, span[1]) and " " in name or _lived(text, span, near):
        return True
    if word == "av" and " " in name and WORKS.intersection(before):
        return not _CLASS.match(text, span[1])
    return _in_exercise(text, span)


def _lived(text: str, span: Span, near: Beside) -> bool:
    verb = near.after[0].lower() if near.after else ""
    return (verb in LIVED or verb == "skrev") and bool(_YEARS.search(sentence(text, span)))


def _in_exercise(text: str, span: Span) -> bool:
    end = text.find("\n\n", span[1])
    reach = span[1] + _EXERCISE_REACH
    question = _EXERCISE.search(text, span[1], reach if end < 0 else min(end, reach))
    if not question:
        return False
    piece = text[max(0, span[0] - 60) : question.end()]
    return any(character.isdigit() for character in piece) and not _ANY_CLASS.search(piece)


def _famous(name: str, text: str, span: Span, role: str) -> bool:
    """Whether the name is one of the list: a full or unmistakable one, or one in teaching."""
    known = famous()
    for form in forms(name.lower()):
        entry = known.get(form)
        if entry and entry[1] == role:
            return entry[2] != "teaching" or _is_teaching(text, span, name)
    parts = name.lower().split()
    last = known.get(parts[-1]) or known.get(parts[-1].removesuffix("s"))
    return len(parts) > 1 and last is not None and last[1:] == (role, "alone") and (
        _is_teaching(text, span, name)
    )


def _is_teaching(text: str, span: Span, name: str) -> bool:
    """Whether the sentence around a name teaches: its words, a year, or another famous name."""
    around = sentence(text, span)
    tokens = {token.lower() for token in regex.findall(r"[\p{L}-]+", around)}
    if tokens & TEACHING or _YEARS.search(around):
        return True
    own = set(forms(name.lower()))
    return any(
        entry[2] == "alone" and form not in own
        for token in tokens
        for form in forms(token)
        if (entry := famous().get(form))
    )


def _agreed(text: str, spans: Sequence[Span], roles: list[Role]) -> list[Role]:
    """Give the same name the same role: what is shown once holds where nothing is shown."""
    shown: dict[str, Role] = {}
    for span, role in zip(spans, roles, strict=True):
        if role is not Role.PUPIL:
            for key in _keys(text[span[0] : span[1]], role):
                shown.setdefault(key, role)
    return [
        shown.get(_base(text[span[0] : span[1]]), role) if role is Role.PUPIL else role
        for span, role in zip(spans, roles, strict=True)
    ]


def _keys(name: str, role: Role) -> list[str]:
    whole = _base(name)
    parts = whole.split()
    if len(parts) == 1 or role is Role.FICTION:
        return [whole]
    return [whole, parts[0]]


def _base(name: str) -> str:
    lower = name.lower()
    for ending in ("'s", ":s"):
        lower = lower.removesuffix(ending)
    return lower
