"""School drafts written by hand to measure on: never trained on, made from no pattern."""

from pathlib import Path

from models.recipe import written

_FILE = Path(__file__).with_name("held_out_drafts.txt")


def drafts(part: str) -> list[written.Persons]:
    """Texts with the half-open letter spans of persons; `part` is `dev` or `test`."""
    marked = _FILE.read_text(encoding="utf-8").strip().split("\n===\n")
    return [written.read(text).persons for text in marked[part == "test" :: 2]]
