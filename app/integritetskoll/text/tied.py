"""All findings of a text, each tied to whom it is about, or to nobody.

What a story, a lesson or general information says is about nobody; all else is for `text.link`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Link, Role
from integritetskoll.plain.segments import Segments
from integritetskoll.text.contact import tie_contacts
from integritetskoll.text.guesses import TOLD, telling
from integritetskoll.text.identity import number_persons, one_role_each
from integritetskoll.text.link import NOBODY, Of, PersonSpan, Tie, tie
from integritetskoll.text.overlap import Candidate
from integritetskoll.text.recognizers._passage_scores import Passage
from integritetskoll.text.taught import NOBODYS, taught
from integritetskoll.text.told import told
from integritetskoll.text.unnamed import unnamed
from integritetskoll.text.view import meets

# A class is said of a group, whoever else stands in the sentence.
_GROUP_CODES = frozenset({"school_class", "school_year", "school_group"})
_SOMEBODY = Tie(Link.NAMED)
_NOBODYS = MappingProxyType(
    {Entity.ORGANIZATION: Link.NONE, Entity.SCHOOL: Link.NONE, Entity.LOCATION: Link.INDIRECT}
)
"""How these tie to a definite noun for somebody ("Rädda Barnens vecka" speaks of nobody)."""
_GROUP_WORDS = regex.compile(
    r"\b(?:klassen|gruppen|eleverna|barnen|ungarna|avdelningen|vi alla|hela (?:klassen|gruppen))\b",
    regex.IGNORECASE,
)


def tie_all(
    candidates: Sequence[Candidate],
    text: str,
    segments: Segments,
    scored: Sequence[Passage],
    *,
    about_one: bool,
) -> list[Finding]:
    """Return the candidates of a plain text as findings; `scored` are its passages.

    `about_one`: the document is about one pupil.
    """
    people = [c for c in candidates if c.entity == Entity.PERSON]
    shown = [Role(c.facts.get("role", Role.PUPIL)) for c in people]
    real = {place for place, c in enumerate(people) if "namesake" in c.facts}
    numbers = number_persons([text[c.start : c.end] for c in people], shown, real)
    roles = one_role_each(shown, numbers)
    persons = [
        PersonSpan(c.start, c.end, roles[number], number)
        for c, number in zip(people, numbers, strict=True)
    ]
    lesson = taught(text, segments, scored, persons, candidates)
    if lesson.persons:
        roles |= dict.fromkeys(lesson.persons, Role.FICTION)
        persons = [replace(span, role=roles[span.index]) for span in persons]
    named = {span.start: span for span in persons}
    groups = _groups(candidates, text)
    stories = told(text, segments, persons, candidates)
    notes = unnamed(segments, scored, persons)
    tells = telling(candidates, segments)
    findings = []
    for c in candidates:
        if c.entity == Entity.PERSON:
            span = named[c.start]
            link = Link.NONE if span.role == Role.FICTION else Link.NAMED
            tied, role = Tie(link, span.index), span.role
        elif c.code in _GROUP_CODES:
            tied, role = Tie(Link.GROUP, None), None
        elif _speaks_of_nobody(c, segments, stories, lesson.segments):
            tied, role = NOBODY, None
        else:
            tied = tie(
                (c.start, c.end),
                text=text,
                segments=segments,
                persons=persons,
                groups=groups,
                of=Of.PUPIL if about_one else notes.of(c.entity, segments.at(c.start)),
                tells=tells(c),
            )
            if tied == _SOMEBODY and c.entity in _NOBODYS:
                tied = Tie(_NOBODYS[c.entity])
            described = _described_in_a_class(c, tied, segments, groups)
            if notes.is_nobodys(c.entity, segments.at(c.start), tied, grouped=described):
                tied = NOBODY
            role = None if tied.person is None else roles.get(tied.person)
            if c.facts.get("needs") == "named" and not (_names_a_pupil(tied, role) or described):
                tied, role = NOBODY, None
        findings.append(_finding(c, text, tied, role))
    return tie_contacts(findings, segments)


def _speaks_of_nobody(
    candidate: Candidate, segments: Segments, told_of: frozenset[int], taught_in: frozenset[int]
) -> bool:
    """Whether it stands in a story or the like, or in a passage that teaches."""
    at = segments.at(candidate.start)
    return (candidate.entity in TOLD and at in told_of) or (
        candidate.entity in NOBODYS and at in taught_in
    )


def _names_a_pupil(tied: Tie, role: Role | None) -> bool:
    return tied.link is Link.NAMED and role in {Role.PUPIL, Role.GUARDIAN, None}


def _described_in_a_class(
    candidate: Candidate, tied: Tie, segments: Segments, groups: Sequence[tuple[int, int]]
) -> bool:
    """Whether it speaks of "a boy in 5B", which is as good as a name."""
    segment = segments.items[segments.at(candidate.start)]
    return tied.link is Link.INDIRECT and meets(groups, segment.start, segment.end)


def _groups(candidates: Sequence[Candidate], text: str) -> list[tuple[int, int]]:
    classes = [(c.start, c.end) for c in candidates if c.entity == Entity.SCHOOL_CLASS]
    return sorted(classes + [match.span() for match in _GROUP_WORDS.finditer(text)])


def _finding(candidate: Candidate, text: str, tied: Tie, role: Role | None) -> Finding:
    return Finding(
        entity=candidate.entity,
        start=candidate.start,
        end=candidate.end,
        score=candidate.score,
        code=candidate.code,
        text=text[candidate.start : candidate.end],
        link=tied.link,
        role=role,
        person=tied.person,
        facts=candidate.facts,
    )
