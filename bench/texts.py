"""Swedish school texts of any length: the samples' own prose with other invented names."""

from __future__ import annotations

import re
from itertools import count

from bench.samples import read_samples

GIVEN = (
    "Agnes Alva Amina Anton Astrid Axel Ebba Elias Ella Elsa Emil Farah Freja Greta Hamza Hugo "
    "Ines Ismail Ivar Jasmin Juni Kalle Klara Leo Lilja Loke Maja Malte Melker Mila Nils Noor "
    "Omar Oskar Ravi Saga Samira Selma Tilde Tindra"
).split()
FAMILY = (
    "Almsjö Brunnmyr Dalhage Ekmyr Forsgläntan Grankvist Haddadi Hedvall Kvistberg Lagerskog "
    "Lindhage Myrstig Rosenhage Rönnbäck Stenfalk Tallmo Vidmark Åkerhage Ängsjö Öhrmyr"
).split()
# Texts that are stopped before anything is assessed would make the check look faster.
LEFT_OUT = ("email-photo",)
NAME = re.compile(r"\b(?:" + "|".join(GIVEN) + r")\b")
SURNAME = re.compile(r"\b(?:" + "|".join(FAMILY) + r")\b")


def school_text(length: int) -> str:
    """Return `length` characters of school prose; other names each time a sample comes again."""
    samples = [s.draft.text for s in read_samples() if s.name not in LEFT_OUT]
    pieces: list[str] = []
    size = 0
    for turn in count():
        for text in samples:
            pieces.append(_renamed(text, turn))
            size += len(pieces[-1]) + 1
            if size > length:
                return "\n".join(pieces)[:length]
    raise AssertionError


def _renamed(text: str, turn: int) -> str:
    given = NAME.sub(lambda m: _shifted(GIVEN, m.group(), turn), text)
    return SURNAME.sub(lambda m: _shifted(FAMILY, m.group(), turn // len(GIVEN) + turn), given)


def _shifted(names: list[str], name: str, turn: int) -> str:
    return names[(names.index(name) + turn) % len(names)]
