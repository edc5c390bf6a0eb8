"""How people write a name, by kind of variation: what the register must know again."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator

from bench.register_people import Someone

LOOKS = str.maketrans("aeopcxyAEOPCXTHKMB", "аеорсхуАЕОРСХТНКМВ")
SPELLINGS = (
    ("kv", "qv"), ("qv", "kv"), ("k", "c"), ("c", "k"), ("v", "w"), ("w", "v"), ("f", "ph"),
    ("ks", "x"), ("x", "ks"), ("t", "th"), ("th", "t"), ("ph", "f"), ("é", "e"), ("e", "é"),
    ("ss", "s"), ("l", "ll"), ("nn", "n"), ("tt", "t"), ("n", "nn"), ("f", "v"),
)  # fmt: skip
Variation = Callable[[Someone, random.Random], Iterator[str]]


def exact(p: Someone, draw: random.Random) -> Iterator[str]:
    """The full name in a sentence."""
    yield f"I dag fick {p.given} {p.surname} ta emot priset."
    yield f"{p.given} {p.surname} vann."
    yield draw.choice((f"Närvarande: {p.given} {p.surname}", f"- {p.given} {p.surname}\n- fika"))


def genitive(p: Someone, _: random.Random) -> Iterator[str]:
    """The full name with a genitive."""
    yield f"Det här är {p.given} {p.surname}s teckning."


def case(p: Someone, _: random.Random) -> Iterator[str]:
    """Lower and upper case."""
    yield f"idag vann {p.given} {p.surname}".lower()
    yield f"GRATTIS {p.given} {p.surname}!".upper()


def diacritics(p: Someone, _: random.Random) -> Iterator[str]:
    """Without rings and dots."""
    bare = f"{p.given} {p.surname}".translate(str.maketrans("åäöéüÅÄÖÉÜ", "aaoeuAAOEU"))
    yield f"I dag vann {bare} loppet."


def spelling(p: Someone, draw: random.Random) -> Iterator[str]:
    """Another spelling of the same name."""
    name = f"{p.given} {p.surname}"
    ways = [(a, b) for a, b in SPELLINGS if a in name]
    if ways:
        old, new = draw.choice(ways)
        yield f"I dag vann {name.replace(old, new)} loppet."


def typing_error(p: Someone, draw: random.Random) -> Iterator[str]:
    """One letter too many, too few, another, or two swapped, not the first."""
    name = f"{p.given} {p.surname}"
    at = draw.choice([i for i in range(1, len(name)) if name[i].isalpha() and name[i].islower()])
    letter = draw.choice([c for c in string.ascii_lowercase if c != name[at]])
    yield f"I dag vann {name[:at]}{letter}{name[at + 1 :]} loppet."
    yield f"I dag vann {name[:at]}{name[at + 1 :]} loppet."
    yield f"I dag vann {name[:at]}{letter}{name[at:]} loppet."
    if name[at : at + 2].isalpha() and len(name[at : at + 2]) == 2:
        yield f"I dag vann {name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]} loppet."


def separators(p: Someone, _: random.Random) -> Iterator[str]:
    """Hyphen or space, or none, within the names."""
    name = f"{p.given} {p.surname}"
    if "-" in name:
        yield f"I dag vann {name.replace('-', ' ')} loppet."
        yield f"I dag vann {name.replace('-', '')} loppet."
    yield f"I dag vann {p.given}-{p.surname} loppet."


def reversed_order(p: Someone, _: random.Random) -> Iterator[str]:
    """Surname first."""
    yield f"Elev: {p.surname}, {p.given}"
    yield f"{p.surname} {p.given}\n"
    yield f"7;{p.surname};{p.given};närvarande"


def split_letters(p: Someone, _: random.Random) -> Iterator[str]:
    """Letters that stand apart."""
    yield f"Hälsa {' '.join(p.given)} {' '.join(p.surname)} från oss"
    yield f"Vi såg {' '.join(p.given)} {p.surname}!"
    yield "Till " + ".".join(filter(str.isalpha, p.given + p.surname))


def look_alikes(p: Someone, _: random.Random) -> Iterator[str]:
    """Letters of other scripts that look alike."""
    yield f"I dag vann {p.given.translate(LOOKS)} {p.surname.translate(LOOKS)} loppet."


def hashtags(p: Someone, _: random.Random) -> Iterator[str]:
    """Hashtags and handles."""
    plain = "".join(filter(str.isalpha, p.given)), "".join(filter(str.isalpha, p.surname))
    yield f"Så bra! #{plain[0]}{plain[1]}"
    yield f"Tack @{plain[0].lower()}.{plain[1].lower()} för bilden"
    yield f"#{''.join(plain).lower()} är bäst"


def addresses(p: Someone, _: random.Random) -> Iterator[str]:
    """E-mail local parts."""
    bare = f"{p.given}.{p.surname}".lower().translate(str.maketrans("åäöéü ", "aaoeu-"))
    yield f"Skriv till {bare}@example.se i dag."
    first, last = bare.split(".", 1)
    yield f"Skriv till {last}.{first}@example.se i dag."


def file_names(p: Someone, _: random.Random) -> Iterator[str]:
    """File names."""
    name = f"{p.given}_{p.surname}".lower().replace(" ", "_")
    yield f"{name}_{p.school_class.lower()}.jpg"
    yield f"Bilden {name.replace('_', '-')}.png är med."


def given_and_class(p: Someone, _: random.Random) -> Iterator[str]:
    """Given name and class."""
    yield f"{p.given} i {p.school_class} vann stafetten."
    yield f"Klass {p.school_class} har haft temadag. Allra längst hoppade {p.given}."
    yield f"{p.given.lower()}_{p.school_class.lower()}.jpg"


def given_and_school(p: Someone, _: random.Random) -> Iterator[str]:
    """Given name and school."""
    yield f"{p.given} på {p.school} vann stafetten."


def initial_and_class(p: Someone, _: random.Random) -> Iterator[str]:
    """Initial, surname and class."""
    yield f"{p.given[0]}. {p.surname} i {p.school_class} vann."
    yield f"Klass {p.school_class}: {p.given[0]} {p.surname}"


VARIATIONS: tuple[Variation, ...] = (
    exact, genitive, case, diacritics, spelling, typing_error, separators, reversed_order,
    split_letters, look_alikes, hashtags, addresses, file_names, given_and_class, given_and_school,
    initial_and_class,
)  # fmt: skip
