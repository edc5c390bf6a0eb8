"""What stands in a row beside a name alone: a grade, what somebody doesn't eat.

"Haile, Saron – B" in a list of grades and "Diyar - jordnötter" in one of meals say as much as whole
sentences (catalogue 2.1 and 6.1; Skollagen (2010:800) 10 and 15 kap. on grades A to F).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from integritetskoll.text.persons.wordlists import words

Span = tuple[int, int]

ROWS = 3
"""Rows of grades from which on single letters are grades."""
MEALS = 2
"""Rows of meals from which on a food is what somebody doesn't eat."""
_NO_GROUPS = frozenset("EF")
"""Letters that few groups have."""
_ABOVE = 160
"""Characters above a list that say what it is of."""
_NAME = r"[A-ZÅÄÖÉ][\w'-]+(?: [A-ZÅÄÖÉ][\w'-]+){0,3}(?:, ?[A-ZÅÄÖÉ][\w'-]+)?"
_START = r"(?:^|(?<=[,;:] ))[ \t]*+(?:(?:[-*•–]|\d{1,2}[.)])[ \t]*+)?"
_GAP = r" *+[-–—:,/|\t][ \t]*+"
_GRADE = re.compile(
    rf"{_START}(?P<name>{_NAME})(?P<gap>{_GAP}| )(?P<value>[A-F])[+-]?"
    r"(?=[ \t]*+(?:$|[,;/|\t(–.-]))",
    re.MULTILINE,
)
_ANY_GRADE = re.compile(r"[ \t,/|–:-][A-F][+-]?[ \t]*+(?:$|[,;/|\t(–.-])", re.MULTILINE)
_LETTER = re.compile(
    rf"{_START}{_NAME}(?:{_GAP}| )[A-ZÅÄÖ](?=[ \t]*+(?:$|[,;/|\t(]))", re.MULTILINE
)
_OF_GRADES = re.compile(
    r"(?i)\b(?:\w*betyg\w*|prognos\w*|kurs(?:en)?|slutomdöme\w*|np|prov\w*|resultat\w*|bedömning\w*)\b"
)
_FOOD = re.compile(
    rf"{_START}{_NAME}{_GAP}(?i:(?:ej|inte|inga|utan|tål ej|tål inte) )?"
    r"(?P<value>(?i:laktos\w*|gluten\w*|mjölk\w*|ägg\w*|nötter|nöt|jordnöt\w*|hasselnöt\w*|cashew\w*|mandel"
    r"|soja\w*|fisk|skaldjur\w*|räkor|sesam\w*|selleri|senap|vete\w*|ärtor|baljväxter|kiwi|citrus\w*"
    r"|komjölk\w*|lupin\w*|paprika|tomat\w*|äpple\w*|jordgubb\w*))\b",
    re.MULTILINE,
)
_OF_MEALS = re.compile(
    r"(?i)\b\w*(?:kost(?:er|lista\w*)?|allergi\w*|matlista\w*|matsal\w*|måltid\w*|överkänslig\w*"
    r"|mat (?:till|på|för)|lunch\w*|mellanmål\w*|mellis|grillning\w*|fika)\b"
)

_MEALS = (
    *("kost", "allergi", "matlista", "matsal", "måltid", "överkänslig", "mat till", "mat på"),
    *("mat för", "lunch", "mellanmål", "mellis", "grillning", "fika"),
)
"""One of these stands in every match of `_OF_MEALS`."""


def grades(text: str) -> Iterator[Span]:
    """Yield the letters of a list of grades; surnames' initials and groups are none."""
    if len(_ANY_GRADE.findall(text)) < ROWS:
        return
    for rows in _lists(text, list(_GRADE.finditer(text))):
        if len(rows) >= ROWS and _are_grades(text, rows):
            yield from (row.span("value") for row in rows)


def _are_grades(text: str, rows: Sequence[re.Match[str]]) -> bool:
    letters = {row["value"] for row in rows}
    parted = all(row["gap"] != " " for row in rows)
    told = _says(text, rows[0].start(), _OF_GRADES) or _below_a_subject(text, rows[0])
    if len(letters) == 1 or not (told or (parted and letters & _NO_GROUPS)):
        return False
    alike = len(_LETTER.findall(text, rows[0].start(), rows[-1].end())) == len(rows)
    return parted or (alike and all(" " in row["name"] for row in rows))


def foods(text: str) -> Iterator[Span]:
    """Yield what somebody doesn't eat in a list of meals."""
    lower = text.lower()
    if not any(sign in lower for sign in _MEALS):
        return
    rows = list(_FOOD.finditer(text))
    if len(rows) >= MEALS and _says(text, rows[0].start(), _OF_MEALS):
        yield from (row.span("value") for row in rows)


def _lists(text: str, rows: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the rows that follow each other, with at most one line of something else between."""
    together: list[re.Match[str]] = []
    for row in rows:
        if together and text.count("\n", together[-1].end(), row.start()) > len("\n\n"):
            yield together
            together = []
        together.append(row)
    if together:
        yield together


def _says(text: str, place: int, what: re.Pattern[str]) -> bool:
    return what.search(text, max(0, place - _ABOVE), place + _ABOVE // 4) is not None


def _below_a_subject(text: str, row: re.Match[str]) -> bool:
    """Whether the name of a subject stands above the list, or opens its line."""
    begins = max(0, row.start() - _ABOVE)
    above = re.findall(r"[^\W\d_]+", text[begins : row.start()].lower())
    return not words("school_words", "subject").isdisjoint(above)
