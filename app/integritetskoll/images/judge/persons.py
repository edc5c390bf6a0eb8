"""Persons of a picture beside those of the draft it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from integritetskoll.domain.finding import Finding
from integritetskoll.plain.fold import fold_case


def numbered_on(new: Sequence[Finding], before: Sequence[Finding]) -> list[Finding]:
    """Number the persons of a picture after those of the draft so far; the same name, the same."""
    known = {fold_case(f.text): f.person for f in before if f.person is not None}
    first = max((f.person for f in before if f.person is not None), default=-1) + 1
    same = {f.person: known[fold_case(f.text)] for f in new if fold_case(f.text) in known}
    return [
        f if f.person is None else replace(f, person=same.get(f.person, f.person + first))
        for f in new
    ]
