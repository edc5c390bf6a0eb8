"""Why something is a finding: which recognizer, why its score, and the law behind it.

The Report itself keeps to the fields of the contract; who wants to know more looks its reason
code up here (`integritetskoll check --explain`, GET /api/v1/explanations).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from integritetskoll.domain.entity import Entity
from integritetskoll.report.wording import Language, Wording, wording
from integritetskoll.text.recognizers.base import is_measured, score_of
from integritetskoll.text.recognizers.catalog import RECOGNIZERS


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision: its key in the wording files and what it says, in a sentence or two."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stands behind a reason code of an entity. `score`: 0 to 1; `why`: whence it comes."""

    code: str
    entity: Entity
    label: str
    recognizer: str
    score: float
    why: str
    grounds: tuple[Ground, ...]


@cache
def explanations(language: Language) -> tuple[Explanation, ...]:
    """Return the explanation of every code that a recognizer can give, by entity and code."""
    words = wording(language)
    found = {
        (entity, code): _explanation(entity, code, recognizer.__name__, words)
        for recognizer in RECOGNIZERS
        for entity in recognizer.ENTITIES
        for code in recognizer.CODES
    }
    return tuple(found[key] for key in sorted(found))


def explain(entity: str, code: str, *, language: Language) -> Explanation | None:
    """Return the explanation of a finding, or None for one that no recognizer gives."""
    return _by_key(language).get((entity, code))


@cache
def _by_key(language: Language) -> Mapping[tuple[str, str], Explanation]:
    return {(one.entity, one.code): one for one in explanations(language)}


def _explanation(entity: Entity, code: str, recognizer: str, words: Wording) -> Explanation:
    score = score_of(code)
    why = "measured" if is_measured(code) else "assumed"
    return Explanation(
        code=code,
        entity=entity,
        label=words.text("entities", entity),
        recognizer=recognizer,
        score=score,
        why=words.text("explain", why, percent=round(100 * score)),
        grounds=tuple(Ground(g, words.text("grounds", g)) for g in grounds_of(entity, code)),
    )


def grounds_of(entity: Entity, code: str) -> tuple[str, ...]:
    """Return the keys of the provisions behind a code, the nearest first."""
    table = _table()
    return tuple(table["codes"].get(code) or table["entities"][entity])


@cache
def _table() -> Mapping[str, Mapping[str, list[str]]]:
    raw = resources.files(__package__).joinpath("grounds.toml").read_text("utf-8")
    return tomllib.loads(raw)
