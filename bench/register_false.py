"""False blocks: ordinary drafts against registers of people who are not in them.

Each draft goes once through the whole text pipeline, as a check does, and is then held against
every register. A block is told by what the draft has in common with an entry, closest first:
that the rules stop a namesake, or a given name with the class or school of an entry, is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.measure import Line
from bench.register_people import Ordinary, People, Someone
from integritetskoll.checker import Checker
from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_name
from integritetskoll.register.digest import Digester, Digests
from integritetskoll.register.forms import forms_of
from integritetskoll.register.match import Piece, draft_forms, holds_any
from integritetskoll.register.person import read_person

KEY = b"measured with this key, not used"
SIZES = (20, 200, 2_000)
BOUND_AT, MOST = 200, 0.3
"""Percent of ordinary drafts that may be blocked with so many entries though nobody is meant."""
EDITS = 2
KINDS = (
    "nobody meant", "near-names", "namesakes", "given name and class", "given name and school",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft with the forms that it asks for, their digests, and the names in it, folded."""

    draft: Ordinary
    forms: tuple[str, ...]
    digests: Digests
    names: frozenset[str]


class Entries:
    """A register of people, and what a draft has in common with it."""

    def __init__(self, people: Sequence[Someone]) -> None:
        self.index = digests(people)
        self._full = {fold_name(e.given + e.surname) for e in people}

    def why(self, asked: Asked) -> str | None:
        """Name what a blocked draft has in common with an entry, closest first; None if free."""
        if not holds_any(self.index, asked.digests):
            return None
        at = np.minimum(np.searchsorted(self.index, asked.digests), len(self.index) - 1)
        held = self.index[at] == asked.digests
        forms = [
            form.split("\0") for form, is_held in zip(asked.forms, held, strict=True) if is_held
        ]
        if any(form[0] == "n" and form[1] in asked.names for form in forms):
            return "namesakes"
        for kind, what in (("gs", "given name and school"), ("gc", "given name and class")):
            if any(form[0].startswith(kind) and form[1] in asked.names for form in forms):
                return what
        drafted = [fold_name(p.given + p.surname) for p in asked.draft.pupils]
        if any(_near(name, other) for name in drafted for other in self._full):
            return "near-names"
        return "nobody meant"


def false_blocks(checker: Checker, folder: Path | None, drafts: int) -> None:
    """Print how many ordinary drafts are blocked, by what was near an entry."""
    registers = {size: Entries(People(folder, 100 + size).many(size)) for size in SIZES}
    counts = {size: Counter[str]() for size in SIZES}
    people, wrong = People(folder, 5), list[str]()
    for _ in range(drafts):
        asked = asks(checker, people.draft())
        for size, entries in registers.items():
            why = entries.why(asked)
            counts[size][str(why)] += 1
            if why == "nobody meant" and size == BOUND_AT:
                wrong.append(asked.draft.text)
    print(f"\nblocked of {drafts} ordinary drafts")
    for size in SIZES:
        parts = (f"{kind} {counts[size][kind] / drafts:.2%}" for kind in KINDS)
        print(f"  {size:>5} entries: {', '.join(parts)}")
    nobody = counts[BOUND_AT]["nobody meant"] / drafts * 100
    print(Line(f"drafts blocked with nobody meant, {BOUND_AT} entries", nobody, MOST, "%"))
    for text in wrong[:5]:
        print(f"    {text!r}")


def asks(checker: Checker, draft: Ordinary) -> Asked:
    """Return what a draft asks for, its findings made as a check makes them."""
    findings = checker.analyzer.analyze(draft.text).findings
    forms = draft_forms(
        [Piece(draft.text, findings)],
        checker.stops.words,
        schools=[draft.told_school],
        classes=[draft.told_class],
    )
    people = [f.text for f in findings if f.entity == Entity.PERSON]
    people += [name for p in draft.pupils for name in (p.given, f"{p.given} {p.surname}")]
    names = frozenset(fold_name(part) for name in people for part in (name, *name.split()))
    return Asked(draft, tuple(forms), Digester(KEY).many(tuple(forms)), names)


def digests(people: Iterable[Someone]) -> Digests:
    """Return the sorted digests of people."""
    digester = Digester(KEY)
    forms = [digester.many(forms_of(read_person(**one.fields()))) for one in people]
    return np.sort(np.concatenate(forms))


def _near(one: str, other: str) -> bool:
    """Tell whether two folded names are at most two edits apart."""
    if abs(len(one) - len(other)) > EDITS:
        return False
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1] <= EDITS
