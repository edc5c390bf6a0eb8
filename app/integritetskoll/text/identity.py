"""Which mentions are the same person: "Elsa Lind", "Elsas" and "elsa" are one, in reading order."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

import regex

from integritetskoll.domain.finding import Role
from integritetskoll.plain.fold import fold_marks

_PARTS = regex.compile(r"[^\s.,;:/\"()\[\]_#@]+")


@dataclass(slots=True)
class _Known:
    names: list[tuple[str, ...]]
    fiction: bool


def number_persons(
    mentions: Sequence[str], roles: Sequence[Role] = (), real: Container[int] = ()
) -> list[int]:
    """Return, for each mention (a name as written, in reading order), its person from 0.

    Two mentions are one person when all their parts agree (genitive -s aside), when a given name
    stands alone and one known person bears it, when a surname does, or when a part is shortened
    to its initial. A character met after a pupil of that name is somebody else: "Harry läser
    Harry Potter". So is a pupil whom the text tells apart from one: `real`, places of mentions.
    """
    known: list[_Known] = []
    by_first: dict[str, list[int]] = {}
    numbers = []
    for place, mention in enumerate(mentions):
        fiction = bool(roles) and roles[place] == Role.FICTION
        parts = tuple(_base(part) for part in _PARTS.findall(fold_marks(mention))) or (mention,)
        key = parts[0][:1]
        meant = {True} if fiction else {False} if place in real else {True, False}
        alike = (n for n in by_first.get(key, ()) if known[n].fiction in meant)
        match = next((n for n in alike if _same(known[n], parts)), None)
        if match is None and len(parts) == 1:
            match = _by_surname(known, parts[0], meant)
        if match is None:
            match = len(known)
            known.append(_Known([], fiction))
            by_first.setdefault(key, []).append(match)
        if parts not in known[match].names:
            known[match].names.append(parts)
        numbers.append(match)
    return numbers


def one_role_each(shown: Sequence[Role], numbers: Sequence[int]) -> dict[int, Role]:
    """Give a person one role: what the text shows somewhere holds everywhere in it."""
    roles: dict[int, Role] = {}
    for role, number in zip(shown, numbers, strict=True):
        if roles.get(number, Role.PUPIL) == Role.PUPIL:
            roles[number] = role
    return roles


def _by_surname(known: Sequence[_Known], part: str, meant: Container[bool]) -> int | None:
    """The one known person with this surname ("Elsa Lind … Lind"), None when nobody or several."""
    found = [
        n
        for n, person in enumerate(known)
        if person.fiction in meant
        and any(len(name) > 1 and _part_agrees(part, name[-1]) for name in person.names)
    ]
    return found[0] if len(found) == 1 else None


def _same(person: _Known, parts: tuple[str, ...]) -> bool:
    return any(_agree(name, parts) for name in person.names)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if len(one) == 1:
        return _part_agrees(one[0], other[0])
    return _part_agrees(one[0], other[0]) and _part_agrees(one[-1], other[-1], initial=True)


def _part_agrees(one: str, other: str, *, initial: bool = False) -> bool:
    if one == other or one + "s" == other or other + "s" == one:
        return True
    return initial and min(len(one), len(other)) == 1 and one[0] == other[0]


def _base(part: str) -> str:
    return part.removesuffix("'s").strip("'-") or part
