"""Well-known names of places, organisations, works and persons, written from general knowledge.

They teach in two ways: corpus names are swapped for them, and each of their words that is hardly
anything else is marked in the name table, so that "Laos" and "Milan" are known not to be pupils
only.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "world"
KINDS = {
    "places": ("places", "places_sweden", "places_world"),
    "organisations": ("one_word", "clubs", "companies", "organisations", "bands"),
    "works": ("products", "works", "events"),
    "famous": ("famous",),
    "famous_given": ("famous_given",),
}
RARELY = 1
"""The highest bucket of an ordinary word that may be marked as part of a name."""
FEW = 3
"""The highest bucket of a name in use that may be marked as part of a longer name."""


@cache
def names() -> dict[str, list[str]]:
    """All names by kind."""
    return {
        kind: sorted({line for file in files for line in _lines(file)})
        for kind, files in KINDS.items()
    }


def words(kind: str, common: Callable[[str], int], borne: Callable[[str], int]) -> Iterator[str]:
    """Lower-cased words that stand for the kind: names of one word, telling words of longer ones.

    `common` and `borne` give the bucket of a word as an ordinary word and as a name of people.
    """
    for name in names()[kind]:
        parts = [part for part in name.lower().split() if len(part) > 1]
        if len(parts) == 1:
            yield parts[0]
            continue
        yield from (part for part in parts if common(part) <= RARELY and borne(part) <= FEW)


def _lines(file: str) -> list[str]:
    lines = (HERE / f"{file}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip()]
