"""School drafts written by hand to measure on: never trained on, made from no pattern."""

import re
from pathlib import Path

_FILE = Path(__file__).with_name("held_out_drafts.txt")
_NAME = re.compile(r"\{([^{}]+)\}")


def drafts(part: str) -> list[tuple[str, set[tuple[int, int]]]]:
    """Texts with the half-open letter spans of persons; `part` is `dev` or `test`."""
    marked = _FILE.read_text(encoding="utf-8").strip().split("\n===\n")
    return [_read(text) for text in marked[part == "test" :: 2]]


def _read(marked: str) -> tuple[str, set[tuple[int, int]]]:
    spans: set[tuple[int, int]] = set()
    text, at = "", 0
    for name in _NAME.finditer(marked):
        text += marked[at : name.start()]
        spans.add((len(text), len(text) + len(name[1])))
        text += name[1]
        at = name.end()
    return text + marked[at:], spans
