"""From a draft's texts to one question, whether anybody of the register is meant.

The whole draft is asked for at once, in one search over all digests: the time depends on the
draft, not on who is in the register, nor on whether anybody is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding
from integritetskoll.plain.normalize import normalize
from integritetskoll.plain.tokens import glued_stretches
from integritetskoll.register.beside import Places, beside
from integritetskoll.register.digest import Digester, Digests
from integritetskoll.register.forms import form
from integritetskoll.register.places import IN_A_NAME, fold_class, fold_school
from integritetskoll.register.reading import read
from integritetskoll.register.windows import full_names, near_names, numbers
from integritetskoll.register.words import Words

MOST_SHARED = 40
"""Classes and schools that one piece of a draft lends to the others (a text and its pictures)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a draft (the text, a field or the name of a file) and what was found in it."""

    text: str = field(repr=False)
    findings: Sequence[Finding] = ()


def is_meant(
    pieces: Sequence[Piece],
    index: Digests,
    digester: Digester,
    words: Words,
    *,
    schools: Iterable[str | None] = (),
    classes: Iterable[str | None] = (),
) -> bool:
    """Tell whether the pieces together mean somebody whose digests stand in `index` (sorted).

    `schools` and `classes` are what is known from elsewhere: Context, key, setting.
    """
    asked = digester.many(draft_forms(pieces, words, schools=schools, classes=classes))
    return holds_any(index, asked)


def holds_any(index: Digests, asked: Digests) -> bool:
    """Tell whether any digest asked for stands in the sorted index."""
    if not len(index) or not len(asked):
        return False
    at = np.minimum(np.searchsorted(index, asked), len(index) - 1)
    return bool((index[at] == asked).any())


def draft_forms(
    pieces: Sequence[Piece],
    words: Words,
    *,
    schools: Iterable[str | None] = (),
    classes: Iterable[str | None] = (),
) -> set[str]:
    """Return every form that a draft asks for."""
    found: set[str] = set()
    plain = [(normalize(piece.text).text, piece.findings) for piece in pieces]
    known = _places(pieces, schools, classes)
    for text, findings in plain:
        people = _words_of_people(findings)
        reading = read(text, words, people)
        found.update("n\0" + name for name in full_names(reading))
        found.update(kind + "\0" + name for kind, name in near_names(reading))
        found.update(form("p", number) for number in _all_numbers(text, findings))
        found.update(beside(reading, _in_text(text, findings, known)))
    return found


def _words_of_people(findings: Sequence[Finding]) -> set[str]:
    return {
        word.lower()
        for finding in findings
        if finding.entity == Entity.PERSON
        for word in normalize(finding.text).text.split()
    }


def _all_numbers(text: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield from numbers(text)
    for finding in findings:
        if finding.entity.startswith("SE_"):
            plain = "".join(filter(str.isalnum, normalize(finding.text).text)).upper()
            yield plain[-10:]


def _places(
    pieces: Sequence[Piece], schools: Iterable[str | None], classes: Iterable[str | None]
) -> Places:
    """What holds for the whole draft: its Context, and what one piece says about another."""
    told = {fold_school(school) for school in schools if school}
    in_class = {fold_class(one) for one in classes if one}
    findings = [finding for piece in pieces for finding in piece.findings]
    named = {fold_school(f.text) for f in findings if f.entity == Entity.SCHOOL} - {""}
    shared = named if len(pieces) > 1 else set()
    if len(pieces) > 1:
        in_class |= set(
            [_class_of(f) for f in findings if f.entity == Entity.SCHOOL_CLASS][:MOST_SHARED]
        )
    return Places(
        classes_everywhere=frozenset(in_class - {""}),
        schools_everywhere=frozenset((told | set(sorted(shared)[:MOST_SHARED])) - {""}),
        schools_known=frozenset((told | named) - {""}),
    )


def _in_text(text: str, findings: Sequence[Finding], known: Places) -> Places:
    """Add the places that stand in one text, in their order."""
    classes = [(f.start or 0, _class_of(f)) for f in findings if f.entity == Entity.SCHOOL_CLASS]
    classes += [
        (match.start(), fold_class(match.group()))
        for start, end in glued_stretches(text)
        for match in IN_A_NAME.finditer(text, start, end)
    ]
    schools = [(f.start or 0, fold_school(f.text)) for f in findings if f.entity == Entity.SCHOOL]
    return Places(
        classes=tuple(sorted({one for one in classes if one[1]})),
        schools=tuple(sorted({one for one in schools if one[1]})),
        classes_everywhere=known.classes_everywhere,
        schools_everywhere=known.schools_everywhere,
        schools_known=known.schools_known,
    )


def _class_of(finding: Finding) -> str:
    folded = fold_class(finding.text)
    year = finding.facts.get("year")
    return year if year and finding.code == "school_year" else folded
