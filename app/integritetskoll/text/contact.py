"""Contact details of staff: a mentor's phone and e-mail under the letter are the mentor's.

The link module ties within a sentence or row; a signature spreads over several lines, so an
e-mail address is tied by the name in it, a phone by the staff name that stands just above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Link, Role
from integritetskoll.plain.fold import fold_marks
from integritetskoll.plain.segments import Segments

CONTACT = frozenset({Entity.EMAIL_ADDRESS, Entity.PHONE_NUMBER, Entity.URL})
REACH = 4
"""Segments that a signature may spread over."""


def tie_contacts(findings: Sequence[Finding], segments: Segments) -> list[Finding]:
    """Return the findings with contact details tied to the staff member they belong to."""
    staff = [f for f in findings if f.entity == Entity.PERSON and f.role == Role.STAFF]
    if not staff:
        return list(findings)
    return [_tied(f, staff, findings, segments) if f.entity in CONTACT else f for f in findings]


def _tied(
    finding: Finding, staff: Sequence[Finding], all_: Sequence[Finding], segments: Segments
) -> Finding:
    if finding.person is not None:
        return finding
    owner = next((s for s in staff if _in_address(s.text, finding.text)), None)
    owner = owner or _just_above(finding, staff, all_, segments)
    if owner is None:
        return finding
    return replace(finding, link=Link.NAMED, role=Role.STAFF, person=owner.person)


def _in_address(name: str, address: str) -> bool:
    if "@" not in address:
        return False
    local = fold_marks(address.partition("@")[0])
    parts = [part for part in fold_marks(name).replace("-", " ").split() if len(part) > 1]
    return len(parts) > 1 and all(part in local for part in (parts[0], parts[-1]))


def _just_above(
    finding: Finding, staff: Sequence[Finding], all_: Sequence[Finding], segments: Segments
) -> Finding | None:
    here = segments.at(finding.start or 0)
    before = [
        f
        for f in all_
        if f.entity == Entity.PERSON
        and (f.start or 0) < (finding.start or 0)
        and here - segments.at(f.start or 0) <= REACH
    ]
    return before[-1] if before and before[-1] in staff else None
