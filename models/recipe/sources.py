"""Where the training data lies, and how its files are read. Nothing here is copied anywhere."""

import csv
import io
import json
import lzma
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BESIDE = Path(__file__).parents[3] / "shared"
OUT = Path(__file__).parents[1] / "sv_integritetskoll"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens and one tag each: `O`, `B-X`, `I-X`, or `-` where nobody knows.

    `exact`: the tokens hold all white space, so that joining them gives the text.
    """

    tokens: list[str]
    tags: list[str]
    exact: bool = False


def shared() -> Path:
    """The folder of the training data: the environment's `SHARED`, or `shared` next to us."""
    return Path(os.environ.get("SHARED") or BESIDE)


def read_tagged(path: Path) -> Iterator[Sentence]:
    """Sentences of a JSON Lines file with `tokens` and `tags`."""
    with path.open(encoding="utf-8-sig") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                yield Sentence(row["tokens"], row["tags"])


def corpus(name: str) -> list[Sentence]:
    """A whole corpus of `corpora/ner` by its file name without ending."""
    return list(read_tagged(shared() / "corpora" / "ner" / f"{name}.jsonl"))


def name_counts(kind: str) -> dict[str, int]:
    """Bearers per name; `kind` is `lastname`, `men_tilltalsnamn` or `women_tilltalsnamn`."""
    with lzma.open(shared() / "names" / f"{kind}.csv.xz", "rt", encoding="utf-8") as lines:
        return {row["name"]: int(row["persons"]) for row in csv.DictReader(lines)}


def raw_text() -> Iterator[str]:
    """Lines of all raw Swedish text."""
    for path in sorted((shared() / "corpora" / "text").glob("*.xz")):
        with lzma.open(path) as packed:
            yield from io.TextIOWrapper(packed, encoding="utf-8")


def place_names() -> list[str]:
    """Localities, municipalities and counties, as people write them."""
    cities = _column("ortsnamn.csv", "city")
    towns = [name.removesuffix(" kommun") for name in _column("kommuner.csv", "name")]
    return cities + towns + _column("lan.csv", "name")


def school_names() -> list[str]:
    """Names of school units."""
    return _column("school_units.csv", "name")


def street_names() -> list[str]:
    """Swedish street names."""
    return (shared() / "places" / "streets.txt").read_text(encoding="utf-8").split("\n")


def _column(file: str, name: str) -> list[str]:
    with (shared() / "places" / file).open(encoding="utf-8") as lines:
        return [row[name] for row in csv.DictReader(lines)]
