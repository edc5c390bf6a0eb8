"""Texts written by hand for this project, each name marked.

`{p:Kim Ek}` is a person, `{l:Åmyre}` a place, `{o:Ekskolan}` an organisation, `{m:Bamse}` another
name. They stand in `written/*.txt`, each after a line `===`, or `=== !` where it tells something
sensitive of somebody or may do so. In training six of ten get other names and of some only a few
lines are shown; the texts of `test*.txt` are measured on alone.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from models.recipe import change
from models.recipe.names import Names
from models.recipe.sources import Sentence

HERE = Path(__file__).parent / "written"
TEST = "test"
JUDGED = tuple(
    f"{name}{number}"
    for name, last in (("hand", 8), ("school", 7))
    for number in range(1, last + 1)
)
"""Files where somebody has judged of every draft whether it tells something sensitive."""
LABELS = {"p": "PER", "l": "LOC", "o": "ORG", "m": "MISC"}
SWAPPED, SHORTENED = 0.6, 0.3
_BETWEEN = re.compile(r"^===( !)?\n", re.MULTILINE)
_MARK = re.compile(r"\{([plom]):([^{}]+)\}")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_INITIALS = re.compile(r"(?:\w\.? ?){1,3}|[A-ZÅÄÖ]{2,3}")

Draw = Callable[[random.Random], str]
Persons = tuple[str, set[tuple[int, int]]]
"""A text and the half-open letter spans of the persons in it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft in parts: text and label, the label "" for what is no name."""

    parts: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The draft without its marks."""
        return "".join(text for text, _ in self.parts)

    @property
    def persons(self) -> Persons:
        """The text with the spans of its persons."""
        return self.text, self.spans("PER")

    def spans(self, label: str) -> set[tuple[int, int]]:
        """Half-open letter spans of the names of a label."""
        found, at = set(), 0
        for text, own in self.parts:
            if own == label:
                found.add((at, at + len(text)))
            at += len(text)
        return found


def read(marked: str) -> Draft:
    """A draft from its marked text; ValueError for a brace that belongs to no mark."""
    parts, at = [], 0
    for mark in _MARK.finditer(marked):
        parts += [(marked[at : mark.start()], ""), (mark[2], LABELS[mark[1]])]
        at = mark.end()
    parts.append((marked[at:], ""))
    if stray := next((text for text, _ in parts if "{" in text or "}" in text), None):
        raise ValueError(stray)
    return Draft(tuple((text, label) for text, label in parts if text))


def harmless() -> list[str]:
    """Texts that tell nothing sensitive of anybody."""
    return [draft.text for name in JUDGED for draft, tells in judged(name) if not tells]


def judged(name: str) -> Iterator[tuple[Draft, bool]]:
    """Yield the drafts of a file, and whether something sensitive may be told in each."""
    return _file(HERE / f"{name}.txt")


def drafts(part: str) -> list[Draft]:
    """Texts of one part: `train` or `dev` (every eighth, chooses between settings)."""
    found = [
        draft
        for path in sorted(HERE.glob("*.txt"))
        if not path.stem.startswith(TEST)
        for draft, _ in _file(path)
    ]
    return [d for at, d in enumerate(found) if (at % 8 == 0) == (part == "dev")]


def test(name: str) -> list[Draft]:
    """Texts that are measured on alone: `test` (full of look-alikes) or `test_natural`."""
    return [draft for draft, _ in _file(HERE / f"{name}.txt")]


def _file(path: Path) -> Iterator[tuple[Draft, bool]]:
    _, *parts = _BETWEEN.split(path.read_text(encoding="utf-8"))
    for mark, marked in zip(parts[::2], parts[1::2], strict=True):
        yield read(marked.strip("\n")), bool(mark)


def varied(draft: Draft, names: Names, others: Mapping[str, Draw], rng: random.Random) -> Sentence:
    """The draft, or a few of its lines, as tokens and tags, with other names now and then."""
    parts = _some_lines(draft.parts, rng) if rng.random() < SHORTENED else draft.parts
    persons = names if rng.random() < SWAPPED else None
    seen: dict[str, str] = {}
    tokens: list[str] = []
    tags: list[str] = []
    for old, label in parts:
        new = old
        if label == "PER" and persons:
            new = _person(old, persons, rng, seen)
        elif label in others and rng.random() < change.SWAPPED / 2:
            new = _cased(old, others[label](rng))
        words = _WORDS.findall(new)
        tokens += words
        tags += [f"{'I' if row else 'B'}-{label}" if label else "O" for row in range(len(words))]
    return Sentence(tokens, tags, exact=True)


def _some_lines(
    parts: tuple[tuple[str, str], ...], rng: random.Random
) -> tuple[tuple[str, str], ...]:
    rows: list[list[tuple[str, str]]] = [[]]
    for text, label in parts:
        first, *more = [text] if label else text.split("\n")
        rows[-1].append((first, label))
        rows += [[(piece, label)] for piece in more]
    start = rng.randrange(len(rows))
    taken = rows[start : start + rng.randint(1, 3)]
    found = [part for row in taken for part in [*row, ("\n", "")]][:-1]
    return tuple(part for part in found if part[0]) or parts


def _person(text: str, names: Names, rng: random.Random, seen: dict[str, str]) -> str:
    if _INITIALS.fullmatch(text):
        return text
    return _cased(text, " ".join(change.other_name(text.split(), names, rng, seen)))


def _cased(old: str, new: str) -> str:
    if old.islower():
        return new.lower()
    return new.upper() if old.isupper() and len(old) > len("ABC") else new
