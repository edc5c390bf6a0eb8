"""What the slots of the patterns are filled with: names, places, and lists of words."""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path

from models.recipe import sources, world
from models.recipe.counts import dictionary, word_counts
from models.recipe.names import Names

HERE = Path(__file__).parent
OFTEN = 30


@dataclass(frozen=True, slots=True)
class Fill:
    """Everything a pattern can be filled with."""

    names: Names
    lists: dict[str, list[str]]
    places: list[str]
    schools: list[str]
    streets: list[str]
    words: list[str]
    world: dict[str, list[str]]


def load(names: Names) -> Fill:
    """Read the word lists and the places."""
    return Fill(
        names,
        word_lists(),
        sources.place_names(),
        sources.school_names(),
        [name for name in sources.street_names() if name],
        ordinary_words(),
        world.names(),
    )


def word_lists() -> dict[str, list[str]]:
    """The words that fill slots, by list."""
    raw = tomllib.loads((HERE / "wordlists.toml").read_text(encoding="utf-8"))
    return {key: _split(value) for key, value in raw.items()}


def ordinary_words() -> list[str]:
    """Words of the raw text that are no usual given name, for headings and vocabulary lists."""
    given = {
        name.lower()
        for kind in ("women_tilltalsnamn", "men_tilltalsnamn")
        for name, bearers in sources.name_counts(kind).items()
        if bearers >= OFTEN
    }
    counts = word_counts()
    often = [word for word in counts if counts[word] >= OFTEN]
    listed = random.Random(2).sample(dictionary(), len(often) // 2)
    return sorted(word for word in often + listed if len(word) > 2 and word not in given)


def _split(value: str) -> list[str]:
    if "|" in value:
        return [part.strip().replace("\n", " ") for part in value.split("|") if part.strip()]
    return [word.replace("_", " ") for word in value.split()]
