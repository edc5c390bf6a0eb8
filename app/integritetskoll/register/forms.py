"""From a person to the joined forms of an entry. No form is a single name, school or class."""

from __future__ import annotations

from collections.abc import Iterator

from integritetskoll.plain.fold import fold_name, join_folded
from integritetskoll.register.near import LEAST_LETTERS, held
from integritetskoll.register.person import Person
from integritetskoll.register.places import fold_class, fold_school

PARTICLES = frozenset("af av von van der den de di da dos el al bin ben ibn la le du st o".split())
SHORTEST_PART = 3


def form(kind: str, *parts: str) -> str:
    """Return the text that is digested: its kind, then its parts."""
    return "\0".join((kind, *parts))


def forms_of(person: Person) -> set[str]:
    """Return every form by which a draft can mean the person."""
    found = {form("n", name) for name in _joined(person)}
    found |= {form(*near) for near in _near(person)}
    if person.personnummer:
        found.add(form("p", person.personnummer))
    found |= set(_placed(person))
    return found


def identity_of(person: Person) -> str:
    """Return all details but the date as one text: the same for the same details.

    Not folded: Carl and Karl are two entries, and taking one out leaves the other.
    """
    names = [name.lower() for name in (person.given_name, person.surname)]
    aliases = sorted(alias.lower() for alias in person.aliases)
    places = [fold_school(person.school), fold_class(person.school_class)]
    return "\0".join((*names, "|".join(aliases), person.personnummer, *places))


def _called(person: Person) -> list[str]:
    """Given name and aliases, whole; each of several given names, for one of them is used."""
    names = [person.given_name, *person.aliases]
    parts = person.given_name.split()
    names += [part for part in parts if len(parts) > 1 and _stands_alone(part)]
    return list(dict.fromkeys(name for name in names if fold_name(name)))


def _surnames(person: Person) -> list[str]:
    """The surname whole and each part of a double one."""
    whole = person.surname
    parts = whole.replace("-", " ").split()
    names = [whole, *(part for part in parts if len(parts) > 1 and _stands_alone(part))]
    return list(dict.fromkeys(name for name in names if fold_name(name)))


def _stands_alone(part: str) -> bool:
    return len(part) >= SHORTEST_PART and part.lower() not in PARTICLES


def _pairs(person: Person) -> Iterator[tuple[str, str]]:
    for called in _called(person):
        for surname in _surnames(person):
            yield called, surname
            yield surname, called
    for alias in person.aliases:
        first, _, rest = alias.partition(" ")
        if rest:
            yield first, rest


def _joined(person: Person) -> Iterator[str]:
    for first, second in _pairs(person):
        yield fold_name(first + second)
        yield fold_by_word(f"{first} {second}")


def fold_by_word(name: str) -> str:
    """Fold word by word, as a draft's windows are; "Margit Holm" shows the difference."""
    joined = ""
    for word in name.replace("-", " ").split():
        joined = join_folded(joined, fold_name(word))
    return joined


def _near(person: Person) -> Iterator[tuple[str, str]]:
    for first, second in _pairs(person):
        name = f"{first} {second}"
        if sum(map(str.isalpha, name)) >= LEAST_LETTERS:
            yield from held(name, fold_name)
            if fold_by_word(name) != fold_name(name):
                yield from held(name, fold_by_word)


def _placed(person: Person) -> Iterator[str]:
    """Given name, or initial and surname, with class or school.

    "ca" holds at every school, "c" where the draft's school is not known, "cs" within its own.
    """
    school, place = fold_school(person.school), fold_class(person.school_class)
    called = [fold_name(name) for name in _called(person)]
    initials = list(_initials(person))
    for kind, names in (("g", called), ("i", initials)):
        for name in names:
            if place and school:
                yield form(kind + "c", name, place)
                yield form(kind + "cs", name, place, school)
            elif place:
                yield form(kind + "ca", name, place)
            if school and kind == "g":
                yield form("gs", name, school)


def _initials(person: Person) -> Iterator[str]:
    given = person.given_name
    if not given:
        return
    for letter in {fold_name(given[0]), fold_name(given)[:1]}:
        for surname in map(fold_name, _surnames(person)):
            yield join_folded(letter, surname)
            yield join_folded(surname, letter)
