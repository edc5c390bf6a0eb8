"""One function for each kind of slot: what may stand there, drawn at random."""

import random
from collections.abc import Callable

from models.recipe.fill import Fill
from models.recipe.named_after import organisation, place, work

Slot = Callable[[Fill, random.Random], str]
_PARTICLES = ("von ", "af ", "de ", "van ", "al ", "Al-", "El ", "abu ", "bin ", "Mc", "O'", "da ")


def _given(fill: Fill, rng: random.Random) -> str:
    turn = rng.random()
    if turn < 0.06:
        return rng.choice(fill.lists["nicknames"])
    if turn < 0.14:
        return rng.choice(fill.lists["homographs"])
    if turn < 0.19:
        return f"{fill.names.given(rng)}-{fill.names.given(rng)}"
    if turn < 0.21:
        return f"{fill.names.given(rng)} {fill.names.given(rng)}"
    return fill.names.given(rng)


def _family(fill: Fill, rng: random.Random) -> str:
    turn = rng.random()
    if turn < 0.08:
        return rng.choice(fill.lists["homograph_surnames"])
    if turn < 0.13:
        return rng.choice(_PARTICLES) + fill.names.family(rng)
    return fill.names.family(rng)


def _full(fill: Fill, rng: random.Random) -> str:
    turn = rng.random()
    if turn < 0.75:
        first, last = fill.names.full(rng)
        return f"{first} {last}"
    if turn < 0.82:
        return fill.names.long(rng)
    first = _given(fill, rng) + (f" {_given(fill, rng)}" if turn > 0.92 else "")
    return f"{first} {_family(fill, rng)}" + (f" {_family(fill, rng)}" if turn > 0.97 else "")


def _short(fill: Fill, rng: random.Random) -> str:
    return f"{_given(fill, rng)} {_letter(fill, rng)}" + rng.choice(["", "", "."])


def _initials(fill: Fill, rng: random.Random) -> str:
    first, last = _letter(fill, rng), _letter(fill, rng)
    return rng.choice([f"{first}.{last}.", f"{first}.{last}.", f"{first}{last}"])


def _letter(_: Fill, rng: random.Random) -> str:
    return rng.choice("ABCDEFGHIJKLMNOPRSTVWYZÅÖ")


def _any(fill: Fill, rng: random.Random) -> str:
    kinds = rng.choices([_given, _full, _short, _initials], [48, 36, 12, 4])
    return kinds[0](fill, rng)


def _backwards(fill: Fill, rng: random.Random) -> str:
    first, last = fill.names.full(rng)
    return f"{last}\t{first}"


def _one(key: str) -> Slot:
    return lambda fill, rng: rng.choice(fill.lists[key])


def _heading(fill: Fill, rng: random.Random) -> str:
    words = fill.words if rng.random() < 0.5 else fill.lists["heads"]
    return rng.choice(words).capitalize()


def _word(fill: Fill, rng: random.Random) -> str:
    return rng.choice(fill.words)


def _number(_: Fill, rng: random.Random) -> str:
    return str(rng.choice([rng.randint(1, 12), rng.randint(1, 99)]))


def _clock(_: Fill, rng: random.Random) -> str:
    mark = rng.choice([".", ":", "."])
    return f"{rng.randint(7, 19)}{mark}{rng.choice(['00', '15', '30', '45', '10'])}"


def _class(_: Fill, rng: random.Random) -> str:
    year, letter = rng.randint(1, 9), rng.choice("ABCDE")
    return rng.choice(
        [
            f"{year}{letter}",
            f"{year}{letter}",
            f"{year}{letter.lower()}",
            f"åk {year}",
            f"årskurs {year}",
            f"klass {year}{letter}",
            "förskoleklassen",
            f"NA2{year}b",
            f"TE2{year}A",
            "fritids",
            f"{year}:an",
            "sexan",
            "sjuorna",
        ]
    )


def _school(fill: Fill, rng: random.Random) -> str:
    pool = fill.schools if rng.random() < 0.5 else fill.lists["schools"]
    return rng.choice(pool)


def _place(fill: Fill, rng: random.Random) -> str:
    return rng.choice(fill.places)


def _street(fill: Fill, rng: random.Random) -> str:
    return rng.choice(fill.streets if rng.random() < 0.6 else fill.lists["streets"])


def _mail(fill: Fill, rng: random.Random) -> str:
    first, last = fill.names.full(rng)
    address = f"{first}.{last}@edu.example.se".lower().replace(" ", "")
    return rng.choice([address, "rektor@example.se", "info@skola.example.se"])


def _handle(fill: Fill, rng: random.Random) -> str:
    return fill.names.given(rng).lower().replace(" ", "") + rng.choice(["_k", "08", "x"])


PERSONS: dict[str, Slot] = {
    "P": _given,
    "PF": _full,
    "PX": _any,
    "PI": _short,
    "PII": _initials,
    "PFS": _backwards,
    "E": _family,
    "H": _one("homographs"),
    "F": _one("fiction"),
}
MANY = {"PL": "P", "PFL": "PF"}
OTHERS: dict[str, Slot] = {
    "L": _place,
    "C": _one("countries"),
    "R": _street,
    "S": _school,
    "O": _one("orgs"),
    "W": _one("products"),
    "OC": organisation,
    "LC": place,
    "WC": work,
    "game": _one("games"),
    "title": _one("works"),
    "event": _one("events"),
    "brand": _one("brands"),
}
LABELS = {
    "L": "LOC",
    "C": "LOC",
    "R": "LOC",
    "S": "ORG",
    "O": "ORG",
    "W": "MISC",
    "OC": "ORG",
    "LC": "LOC",
    "WC": "MISC",
    "game": "MISC",
    "title": "MISC",
    "event": "MISC",
    "brand": "MISC",
}
FILLERS: dict[str, Slot] = {
    "K": _class,
    "N": _number,
    "n2": _number,
    "N2": _number,
    "T": _clock,
    "mail": _mail,
    "handle": _handle,
    "letter": _letter,
    "D": _one("days"),
    "M": _one("months"),
    "G": _one("roles"),
    "Z": _one("kin"),
    "B": _heading,
    "w": _word,
    "x": _one("english"),
    "A": _one("subjects"),
    "a": lambda fill, rng: _one("subjects")(fill, rng).lower(),
    "Q": _one("sentences"),
    "q": _one("chatlines"),
    "did": _one("did"),
    "does": _one("does"),
    "did2": _one("did2"),
    "things": _one("things"),
    "place": _one("indoor"),
    "tag": _one("things"),
    "year": lambda _, rng: str(rng.randint(1200, 2020)),
    "group": _one("groups"),
    "dish": _one("dishes"),
    "science": _one("science"),
    "foreign": _one("foreign"),
    "thing": _one("openings"),
}
