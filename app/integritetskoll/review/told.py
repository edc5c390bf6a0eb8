"""The words of a review's table, whoever shows it."""

from __future__ import annotations

from integritetskoll.report.wording import Wording
from integritetskoll.review.run import Reviewed

COLUMNS = (
    "row", "part", "label", "verdict", "text", "content", "verb", "level", "next_step", "advice",
)  # fmt: skip
PARTS = ("content", "verb", "level", "next_step")
_OWN_NAMES = frozenset(("value_word", "value_word_positive", "value_word_soft", "describes_pupil"))


def told(one: Reviewed, words: Wording) -> tuple[str, ...]:
    """Return the cells of a row, in the order of `COLUMNS`."""
    if one.error is not None:
        said, advice = words.text("review", "unread"), error_of(one, words)
    else:
        said = words.text("verdicts", one.report.verdict) if one.report else ""
        advice = "\n".join(one.report.advice) if one.report else ""
    parts = (part_of(one, name, words) for name in PARTS)
    row = one.row
    return (str(row.number), row.part, row.label, said, row.text, *parts, advice)


def part_of(one: Reviewed, name: str, words: Wording) -> str:
    """Say whether a part of what ties it to the criteria is there; nothing where unasked."""
    if one.criteria is None or one.criteria.preschool:
        return ""
    return words.text("review", "there" if getattr(one.criteria, name) else "missing")


def error_of(one: Reviewed, words: Wording) -> str:
    """Return the sentence of a row's error."""
    return words.text("errors", one.error.code, **one.error.facts) if one.error else ""


def class_name(entity: str, code: str, words: Wording) -> str:
    """Return what a class of findings is called."""
    if code in _OWN_NAMES:
        return words.text("review", f"class_{code}")
    return words.text("entities", entity)
