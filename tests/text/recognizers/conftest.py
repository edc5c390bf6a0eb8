"""The one runner of the recognizer tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
SECTION = re.compile(
    r"\[(?:hits (?P<entity>[A-Z_]+) (?P<code>\w+)|misses(?: (?P<miss>[A-Z_]+))?)\]"
)


@dataclass(frozen=True)
class Case:
    """One line of a table: a text, the spans that are marked in it, entity and code."""

    table: str
    line: int
    text: str
    spans: tuple[tuple[int, int], ...]
    entity: str | None
    code: str | None

    def __str__(self) -> str:
        return f"{self.table}:{self.line}"


def read_table(path: Path) -> list[Case]:
    """Read a table: `[hits ENTITY code]` or `[misses]`, then a text a line.

    ⟦ and ⟧ mark what must be found, `\\n` and `\\t` stand for themselves, `#` starts a comment.
    """
    cases: list[Case] = []
    entity = code = None
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), 1):
        line = raw.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        if match := SECTION.fullmatch(line.strip()):
            entity, code = match["entity"] or match["miss"], match["code"]
            continue
        text, spans = unmark(line.replace("\\n", "\n").replace("\\t", "\t"))
        assert bool(spans) == bool(code), f"{path.name}:{number} marks and section disagree"
        cases.append(Case(path.stem, number, text, spans, entity, code))
    return cases


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Split a marked text into the text and its half-open spans."""
    text, spans, start = "", [], 0
    for piece in re.split("([⟦⟧])", marked):
        if piece == "⟦":
            start = len(text)
        elif piece == "⟧":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, tuple(spans)
