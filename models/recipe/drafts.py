r"""School drafts made from patterns: the slots are filled, and we know where the names stand.

A pattern is a line of `patterns/*.txt`. `{slot}` is filled (`{P:s}` is a genitive,
`{P:l}` mostly lower-cased, `{P:u}` in capitals), `<a|b>` is one of its parts, `[[row]]` is
repeated, `\n` is a line break.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from models.recipe import slots
from models.recipe.change import genitive
from models.recipe.fill import Fill
from models.recipe.sources import Sentence

HERE = Path(__file__).parent
_CHOICE = re.compile(r"<([^<>]*)>")
_ROWS = re.compile(r"\[\[(.*?)\]\]")
_SLOT = re.compile(r"\{([^{}]+)\}")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_SHARE = {
    "blog": 5,
    "letters": 6,
    "assessment": 5,
    "lists": 6,
    "chat": 8,
    "fiction": 2,
    "news": 5,
    "ambiguous": 7,
    "plain": 7,
    "school": 6,
    "after": 5,
}

Pieces = list[tuple[str, str]]


@dataclass(slots=True)
class Draft:
    """One draft in the making: its pieces, and the persons met so far."""

    fill: Fill
    rng: random.Random
    pieces: Pieces = field(default_factory=list)
    met: list[str] = field(default_factory=list)

    def write(self, pattern: str) -> None:
        """Add one pattern, filled."""
        text = _chosen(_repeated(pattern, self.rng), self.rng)
        text = text.replace("\\n", "\n").replace("\\t", "\t")
        at = 0
        for slot in _SLOT.finditer(text):
            self.plain(text[at : slot.start()])
            self.slot(slot[1])
            at = slot.end()
        self.plain(text[at:])

    def plain(self, text: str) -> None:
        """Add text without names."""
        self.pieces += [(word, "O") for word in _WORDS.findall(text)]

    def named(self, words: str, label: str) -> None:
        """Add a name of one or more words."""
        parts = re.findall(r"\s+|\S+", words)
        self.pieces += [(part, ("I-" if row else "B-") + label) for row, part in enumerate(parts)]

    def slot(self, spec: str) -> None:
        """Fill one slot."""
        key, *forms = spec.split(":")
        if key in slots.MANY:
            self.many(slots.MANY[key])
        elif key in slots.PERSONS:
            self.person(key, forms)
        elif key in slots.OTHERS:
            name = slots.OTHERS[key](self.fill, self.rng)
            self.named(_form(name, forms, self.rng), slots.LABELS[key])
        else:
            self.filler(key, forms)

    def filler(self, key: str, forms: list[str]) -> None:
        """Fill a slot that is nobody's name; the fillers may hold slots."""
        capital = key.endswith(".")
        text = slots.FILLERS[key.rstrip(".")](self.fill, self.rng)
        text = _form(text[:1].upper() + text[1:] if capital else text, forms, self.rng)
        self.plain(text)

    def many(self, kind: str) -> None:
        """Fill a slot with a list of names: "Ali, Noor och Kim"."""
        size = self.rng.randint(2, 6)
        last = self.rng.choice([" och ", " och ", " & ", ", ", " samt "])
        for row in range(size):
            if row:
                self.plain(last if row == size - 1 else ", ")
            self.person(kind, [])

    def person(self, key: str, forms: list[str]) -> None:
        """Fill a slot with a person, now and then one who was met before."""
        again = key == "P" and self.met and self.rng.random() < 0.25
        name = self.rng.choice(self.met) if again else slots.PERSONS[key](self.fill, self.rng)
        if key == "P":
            self.met.append(name)
        for row, part in enumerate(name.split("\t")):
            if row:
                self.plain(", ")
            self.named(_form(part, forms, self.rng), "PER")


def _form(text: str, forms: list[str], rng: random.Random) -> str:
    for form in forms:
        if form == "s":
            text = genitive(text, rng)
        elif form == "u" or (form == "l" and rng.random() < 0.03):
            text = text.upper()
        elif form == "l" and rng.random() < 0.75:
            text = text.lower()
    return text


def _repeated(pattern: str, rng: random.Random) -> str:
    return _ROWS.sub(lambda row: row[1] * rng.randint(2, 7), pattern)


def _chosen(text: str, rng: random.Random) -> str:
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda part: rng.choice(part[1].split("|")), text)
    return text


def has_person(pattern: str) -> bool:
    """Whether the pattern has a slot for a person."""
    keys = {slot[1].split(":")[0] for slot in _SLOT.finditer(pattern)}
    return bool(keys & (slots.PERSONS.keys() | slots.MANY.keys()))


def patterns() -> dict[str, list[str]]:
    """All patterns by file."""
    return {
        path.stem: [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        for path in sorted((HERE / "patterns").glob("*.txt"))
    }


def maker(fill: Fill) -> Callable[[random.Random], list[Sentence]]:
    """A function that makes one draft of one to four patterns, mostly of one kind."""
    known = patterns()
    kinds = sorted(_SHARE)
    weights = [_SHARE[kind] for kind in kinds]

    def make(rng: random.Random) -> list[Sentence]:
        draft = Draft(fill, rng)
        kind = rng.choices(kinds, weights)[0]
        for row in range(rng.randint(1, 4)):
            if row:
                draft.plain(rng.choice([" ", "\n", "\n\n", " "]))
            if rng.random() < 0.2:
                kind = rng.choices(kinds, weights)[0]
            draft.write(rng.choice(known[kind]))
        words, tags = zip(*draft.pieces, strict=True)
        return [Sentence(list(words), list(tags), exact=True)]

    return make
