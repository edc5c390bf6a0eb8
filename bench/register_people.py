"""Invented people and drafts for measuring the register: names drawn by how common they are.

From the public counts of names where a folder of them is given, else from a short list. Nobody
here is a real person but by chance.
"""

from __future__ import annotations

import csv
import itertools
import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.sensitive import DATA, read

GIVEN = (
    "Elsa Alice Maja Vera Alma Astrid Ebba Ella Freja Saga Tuva Agnes Nora Selma Lilly Ines Sigrid "
    "Noah Hugo William Liam Nils Elias Oliver Adam Sam August Theo Ludvig Alexander Filip Gustav "
    "Mohammed Omar Ali Amina Fatima Leila Yusuf Zahra Anna-Lena Karl-Johan Kristoffer Terese Sofie"
).split()
SURNAMES = (
    "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson "
    "Lindqvist Ali Ahmed Hassan Lundström Wikström Fransson Holmberg Sjöqvist Forsberg Axelsson "
    "Söderberg Wallin Mattsson Nyström Ekholm Dahlqvist Löfgren Alexandersson Öberg Lind-Berg"
).split()
SCHOOLS = (
    "Granbackaskolan", "Björkängsskolan", "Åkerlundaskolan", "Norrsjöskolan", "Tallmoskolan",
    "Södra Lidens skola", "Vinterängens skola", "Hagströmska gymnasiet",
)  # fmt: skip
CLASSES = [f"{year}{letter}" for year in range(1, 10) for letter in "ABC"]
ACTS = (
    "vann skolans stafett", "läste upp sin dikt", "byggde en bro av spaghetti",
    "hjälpte till i köket",
    "berättade om sin resa", "ritade en fin affisch", "spelade fiol på avslutningen",
    "hittade på ett nytt spel", "sköt tre mål på matchen",
)  # fmt: skip
ORDINARY = (
    "I veckan har vi arbetat med bråk och procent.",
    "På fredag är det studiedag och fritids är öppet.",
    "Glöm inte gympakläder på onsdag.", "Vi har läst om vikingatiden och skrivit egna runor.",
    "Biblioteket har fått nya böcker om rymden.", "Utflykten till skogen blev lyckad trots regnet.",
    "Tack för ett fint föräldramöte.", "Provet i engelska flyttas till nästa vecka.",
    "Eleverna har odlat bönor och mätt dem varje dag.", "Ta med en frukt till onsdagens utedag.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented pupil."""

    given: str
    surname: str
    school: str
    school_class: str

    def fields(self) -> dict[str, str]:
        """Return the details as the register takes them."""
        return {
            "given_name": self.given, "surname": self.surname, "school": self.school,
            "school_class": self.school_class,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ordinary:
    """A draft, the pupils in it, and the school and class that its Context tells."""

    text: str
    pupils: tuple[Someone, ...]
    told_school: str | None
    told_class: str | None


class People:
    """Draws pupils; `folder` holds the counts of names, None for the short list."""

    def __init__(self, folder: Path | None, seed: int) -> None:
        self._draw = random.Random(seed)
        self._given = _counts(folder, "women_tilltalsnamn", "men_tilltalsnamn") or _alike(GIVEN)
        self._surnames = _counts(folder, "lastname") or _alike(SURNAMES)
        self._ordinary = [*ORDINARY, *read(DATA / "teaching.txt")["clear"]]

    def one(self, *, school: str | None = None) -> Someone:
        """Draw a pupil."""
        pick = self._draw.choice
        return Someone(
            self._name(self._given), self._name(self._surnames), school or pick(SCHOOLS),
            pick(CLASSES),
        )  # fmt: skip

    def many(self, count: int, *, long: bool = False) -> list[Someone]:
        """Draw pupils of different names; `long` ones have eight letters and more."""
        found: dict[tuple[str, str], Someone] = {}
        while len(found) < count:
            one = self.one()
            if not long or sum(map(str.isalpha, one.given + one.surname)) >= 8:
                found.setdefault((one.given, one.surname), one)
        return list(found.values())

    def draft(self) -> Ordinary:
        """Return an ordinary draft with up to four pupils of one class.

        Half the drafts name the class; half tell the school, in the text or in the Context.
        """
        draw = self._draw
        count = draw.choices((0, 1, 2, 3, 4), (30, 30, 20, 12, 8))[0]
        school, class_ = draw.choice(SCHOOLS), draw.choice(CLASSES)
        pupils = tuple(self.one(school=school) for _ in range(count))
        sentences = draw.sample(self._ordinary, draw.randint(2, 6))
        for pupil in pupils:
            name = pupil.given if draw.random() < 0.6 else f"{pupil.given} {pupil.surname}"
            sentences.append(f"{name} {draw.choice(ACTS)}.")
        in_text, told = draw.random() < 0.4, draw.random() < 0.2
        school_in, school_told = draw.random() < 0.3, draw.random() < 0.3
        if in_text:
            sentences.append(f"Hälsningar från oss i {class_}!")
        if school_in:
            sentences.append(f"Välkomna till öppet hus på {school}.")
        draw.shuffle(sentences)
        return Ordinary(
            " ".join(sentences),
            pupils,
            school if school_told else None,
            class_ if told else None,
        )

    def _name(self, names: tuple[Sequence[str], Sequence[float]]) -> str:
        return self._draw.choices(names[0], cum_weights=names[1])[0]


def _alike(names: Sequence[str]) -> tuple[Sequence[str], Sequence[float]]:
    return names, list(range(1, len(names) + 1))


def _counts(folder: Path | None, *files: str) -> tuple[Sequence[str], Sequence[float]] | None:
    if folder is None or not folder.is_dir():
        return None
    rows = [row for file in files for row in _rows(folder / f"{file}.csv.xz")]
    return [name for name, _ in rows], list(itertools.accumulate(count for _, count in rows))


def _rows(file: Path) -> Iterator[tuple[str, int]]:
    with lzma.open(file, "rt", encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            if len(row["name"]) > 1:
                yield row["name"], int(row["persons"])
