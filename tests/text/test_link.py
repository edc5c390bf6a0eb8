"""Who a finding is about: a table of marked texts, and how cheap it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from integritetskoll.domain.finding import Link, Role
from integritetskoll.plain.segments import split
from integritetskoll.text.link import Of, PersonSpan, Tells, tie
from tests.pace import stays_within

TABLE = Path(__file__).parent / "link_cases.txt"
TELLS = {"": Tells.UNSURE, "somebody": Tells.SOMEBODY, "place": Tells.PLACE}
MARK = re.compile(r"(⟦)|(⟧)|‹(?:(\w+):)?([^›]+)›|«([^»]+)»")


@dataclass(frozen=True)
class Case:
    line: int
    text: str
    span: tuple[int, int]
    persons: tuple[PersonSpan, ...]
    groups: tuple[tuple[int, int], ...]
    about_one: bool
    tells: Tells
    link: Link
    person: str | None

    def __str__(self) -> str:
        return f"{self.line}"


def read() -> list[Case]:
    """Read the table: sections `[link]` or `[link about_one|somebody|place]`, a text a line.

    ⟦finding⟧, ‹name› or ‹role:name›, «group»; ` → name` ends a line that says which person.
    """
    cases, link, given = [], Link.NONE, ""
    for number, raw in enumerate(TABLE.read_text("utf-8").splitlines(), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        if section := re.fullmatch(r"\[(\w+) ?(about_one|somebody|place)?\]", raw):
            link, given = Link(section[1]), section[2] or ""
            continue
        marked, _, person = raw.replace("\\n", "\n").replace("\\t", "\t").partition(" → ")
        cases.append(unmark(number, marked, person or None, link, given))
    return cases


def unmark(line: int, marked: str, person: str | None, link: Link, given: str) -> Case:
    text, start, end, last = "", 0, 0, 0
    persons, groups, numbers = [], [], {}
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match[1]:
            start = len(text)
        elif match[2]:
            end = len(text)
        elif match[4]:
            number = numbers.setdefault(match[4].removesuffix("s"), len(numbers))
            role = Role(match[3] or "pupil")
            persons.append(PersonSpan(len(text), len(text) + len(match[4]), role, number))
            text += match[4]
        else:
            groups.append((len(text), len(text) + len(match[5])))
            text += match[5]
    text += marked[last:]
    about_one, tells = given == "about_one", TELLS.get(given, Tells.UNSURE)
    spans = tuple(persons), tuple(groups)
    return Case(line, text, (start, end), *spans, about_one, tells, link, person)


CASES = read()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    found = tie(
        case.span,
        text=case.text,
        segments=split(case.text),
        persons=case.persons,
        groups=case.groups,
        of=Of.PUPIL if case.about_one else Of.ANYBODY,
        tells=case.tells,
    )
    assert found.link is case.link, case.text
    if case.person:
        mention = next(p for p in case.persons if p.index == found.person)
        assert case.text[mention.start : mention.end].removesuffix("s") == case.person


def test_every_link_has_cases() -> None:
    assert {case.link for case in CASES} == set(Link)


def test_many_findings_in_a_long_text_stay_cheap() -> None:
    row = "- Ravi: adhd, nötallergi och åtgärdsprogram som ingen annan ska läsa om här\n"
    text = row * 2_500
    segments = split(text)
    persons = [PersonSpan(at + 2, at + 6, Role.PUPIL, 0) for at in range(0, len(text), len(row))]

    def tie_all() -> None:
        for at in range(0, len(text), len(row)):
            tie(
                (at + 8, at + 12),
                text=text,
                segments=segments,
                persons=persons,
                groups=[],
            )

    assert stays_within(2.5, tie_all)


@pytest.mark.parametrize("filler", ["a ", "- ", "\n", "om ", "en elev ", "hans", "läser om "])
def test_no_text_makes_it_slow(filler: str) -> None:
    text = filler * (200_000 // len(filler))
    segments = split(text)

    def tie_some() -> None:
        for at in range(0, len(text), len(text) // 20):
            tie((at, at + 1), text=text, segments=segments, persons=[], groups=[])

    assert stays_within(1, tie_some)
