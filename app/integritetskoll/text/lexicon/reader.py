"""The tables: one TSV per category, its entries, and the word classes that phrases name.

A line is `lemma, kind, code, sensitivity, source, false_alarm`, separated by tabs; the header of
each file says more. `teaching.tsv` holds what is free in every category.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from integritetskoll.domain.entity import Entity
from integritetskoll.text.lexicon.contest import CONTEST

FREE = "free"
"""The code of an entry that is no finding and makes every shorter hit inside it none."""
UNNAMED = "§unnamed"
"""The false alarm of an entry that says something only of a pupil who is named ("stödet")."""
SURE = "§sure"
"""The false alarm of an entry that needs no learned score to say something ("rispar sig själv")."""
_SIGN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_LETTER = re.compile(r"[a-zåäö](?![?*+{])")
CATEGORIES: tuple[Entity, ...] = (
    Entity.HEALTH,
    Entity.RELIGION,
    Entity.ETHNICITY,
    Entity.SEXUAL_ORIENTATION,
    Entity.POLITICAL_OPINION,
    Entity.UNION_MEMBERSHIP,
    Entity.BIOMETRIC,
    Entity.SOCIAL_CIRCUMSTANCES,
    Entity.PUPIL_SUPPORT,
    Entity.SCHOOL_SECRECY,
    Entity.DISCIPLINE,
    Entity.CRIMINAL_OFFENCE,
    Entity.GRADE,
    Entity.ABSENCE,
    Entity.OPINION,
)


class Kind(StrEnum):
    """How an entry varies: `word` not at all, `prefix` at its end, `phrase` by its pattern."""

    NOUN = "noun"
    ADJECTIVE = "adj"
    VERB = "verb"
    WORD = "word"
    PREFIX = "prefix"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table. `category` is None for what is free everywhere.

    `variants` are the spellings and irregular forms that the lemma column separates by `|`. A
    leading hyphen there means that it also ends compounds ("-allergi": "nötallergi").
    `named_only`: no finding unless it ties to a named pupil or one the reader knows.
    `counts`: no finding in a text about a contest.
    `sure`: a finding even where the learned score takes its sentence to tell nothing.
    """

    category: Entity | None
    variants: tuple[str, ...]
    kind: Kind
    code: str
    sensitivity: int
    source: str
    false_alarm: tuple[str, ...]
    named_only: bool = False
    counts: bool = False
    sure: bool = False


@cache
def entries() -> tuple[Entry, ...]:
    """Return every entry of every category, in the order of the tables."""
    found = [entry for category in CATEGORIES for entry in _table(category.lower(), category)]
    return (*found, *_table("teaching", None))


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """Return the classes of words that phrases name in angle brackets: `<språk>`, `<få>`."""
    return {name: frozenset(words.split()) for name, words in _rows("classes")}


@cache
def tails() -> tuple[str, ...]:
    """Return the nouns that may end a compound after any noun of the lexicon."""
    return tuple(row[0] for row in _rows("tails"))


@cache
def patterns(frame: str) -> tuple[str, ...]:
    """Return the patterns of a frame (frames.tsv)."""
    return tuple(pattern for name, pattern in _rows("frames") if name == frame)


def any_of(frame: str) -> str:
    """Return one pattern for all of a frame.

    Alternatives that begin with the same letter stand together behind it: at most places in a text
    a few letters are compared then, not a hundred words. Where one matches, none of another
    letter would, so that their order tells nothing.
    """
    parts: list[str] = []
    heads: dict[str, list[str]] = {}
    for alternative in _alternatives("|".join(patterns(frame))):
        if _LETTER.match(alternative):
            heads.setdefault(alternative[0], []).append(alternative[1:])
        else:
            parts += [*_behind(heads), alternative]
            heads = {}
    return "(?:" + "|".join([*parts, *_behind(heads)]) + ")"


def _alternatives(pattern: str) -> Iterator[str]:
    """Yield what stands between the outermost bars, and of a group that is all there its own."""
    depth, parts = 0, [""]
    for sign in _SIGN.findall(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    for part in parts:
        if part.startswith("(?:") and _closes(part) == len(part):
            yield from _alternatives(part[3:-1])
        else:
            yield part


def _closes(group: str) -> int:
    """Where the group ends that a pattern opens with."""
    depth = at = 0
    for sign in _SIGN.findall(group):
        depth, at = depth + (sign == "(") - (sign == ")"), at + len(sign)
        if not depth:
            break
    return at


def _behind(heads: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for head, rest in heads.items():
        yield head + (rest[0] if len(rest) == 1 else "(?:" + "|".join(rest) + ")")


def _table(name: str, category: Entity | None) -> Iterator[Entry]:
    for lemma, kind, code, sensitivity, source, *rest in _rows(name):
        marks = "".join(rest).replace("|", " ").split()
        alarms = tuple(mark for mark in marks if mark not in {UNNAMED, CONTEST, SURE})
        variants = tuple(part.strip() for part in lemma.split("|"))
        level = int(sensitivity)
        said = (mark in marks for mark in (UNNAMED, CONTEST, SURE))
        yield Entry(category, variants, Kind(kind), code, level, source, alarms, *said)


def _rows(name: str) -> Iterator[list[str]]:
    raw = resources.files(__package__).joinpath(f"{name}.tsv").read_text("utf-8")
    for line in raw.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
