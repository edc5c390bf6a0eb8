"""The five factors of the overall assessment, each a level with its reason.

Scheme: sensitivity 0-4, context 0-3, purpose 0-2, spread 0-4, consequence 0-4; the guide on
cloud services asks for exactly these five.
"""

from __future__ import annotations

from integritetskoll.domain.assessment import Factor, Reason
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link
from integritetskoll.risk.combine import ATTRIBUTE, PUPILS, Situation, Weighed

MAXIMA = {"sensitivity": 4, "context": 3, "purpose": 2, "spread": 4, "consequence": 4}
_CODES_OF_CLASS = frozenset({"school_class", "school_group", "school_group_revealing"})


def sensitivity(s: Situation, *, right: bool) -> Factor:
    """How sensitive the most sensitive thing is; in the right system it counts 0."""
    level, reason = _sensitivity(s)
    if right and level:
        facts = {"destination": s.context.destination, "document_type": s.context.document_type}
        return _factor("sensitivity", 0, Reason("sensitivity.right_system", facts))
    return _factor("sensitivity", level, reason)


def raw_sensitivity(s: Situation) -> int:
    """Return the level before the right system counts it 0."""
    return _sensitivity(s)[0]


def _sensitivity(s: Situation) -> tuple[int, Reason]:
    worst = max((w for w in s.weighed if w.link != Link.NONE), key=_by_sensitivity, default=None)
    level = worst.sensitivity if worst else 0
    reason = Reason(f"sensitivity.{worst.finding.entity}") if worst and level else None
    by_type = s.document_type.sensitivity
    if by_type > level:
        level = by_type
        reason = Reason("sensitivity.document", {"document_type": s.context.document_type})
    if s.context.images_recognisable and level < 1:
        level, reason = 1, Reason("sensitivity.image")
    if s.is_bulk and 0 < level < MAXIMA["sensitivity"]:
        level, reason = level + 1, Reason("sensitivity.bulk", {"count": str(s.bulk)})
    return level, reason or Reason("sensitivity.none")


def _by_sensitivity(w: Weighed) -> tuple[int, int, int]:
    return w.sensitivity, w.link.rank, -(w.finding.start or 0)


def context(s: Situation) -> Factor:
    """How easily a reader knows who it is about."""
    level, code = _context(s)
    return _factor("context", level, Reason(f"context.{code}"))


def _context(s: Situation) -> tuple[int, str]:
    if s.document_type.about_one:
        return 3, "about_one"
    named = [w for w in s.weighed if w.link == Link.NAMED and w.finding.role in PUPILS]
    people = [w for w in named if w.finding.entity == Entity.PERSON]
    if people and (beside := _beside_a_name(s, people)):
        return 3, beside
    if any(w.finding.entity != Entity.PERSON and _identifies(s, w) for w in named):
        return 3, "person_and_attribute"
    if people:
        return 2, "first_name"
    return _without_a_name(s)


def _beside_a_name(s: Situation, people: list[Weighed]) -> str | None:
    if has_class(s):
        return "name_and_class"
    if has_school(s):
        return "name_and_school"
    return "full_name" if any(is_full_name(w) for w in people) else None


def _without_a_name(s: Situation) -> tuple[int, str]:
    if any(w.about_somebody for w in s.weighed):
        return 2, "indirect"
    if s.context.images_recognisable:
        return 2, "image"
    if any(w.link == Link.GROUP for w in s.weighed):
        return 1, "group"
    return (
        (1, "staff") if any(w.free and w.link == Link.NAMED for w in s.weighed) else (0, "nobody")
    )


def _identifies(s: Situation, w: Weighed) -> bool:
    # Where the readers know the class, a given name with a fact is as good as a full name; a
    # number such as the personnummer names its bearer anywhere.
    alone = s.policy.entities[Entity(w.finding.entity)].link == Link.NAMED
    return alone or (w.sensitivity >= ATTRIBUTE and not s.open)


def has_class(s: Situation) -> bool:
    """Tell whether a class (not just a year) is in the text or the Context."""
    return bool(s.context.school_class) or any(w.finding.code in _CODES_OF_CLASS for w in s.weighed)


def has_school(s: Situation) -> bool:
    """Tell whether the school is in the text or the Context."""
    return bool(s.context.school) or any(w.finding.entity == Entity.SCHOOL for w in s.weighed)


def is_full_name(w: Weighed) -> bool:
    """Tell whether the finding is a given name with a surname."""
    return w.finding.code == "person_full_name"


def purpose(s: Situation, *, right: bool) -> Factor:
    """What it is for; a document in its right system is there because the task needs it."""
    answer = s.context.purpose
    if answer == "unknown" and right:
        return _factor("purpose", 0, Reason("purpose.right_system"))
    level = s.policy.purposes[answer]  # type: ignore[index]
    return _factor("purpose", level, Reason(f"purpose.{answer}"))


def spread(s: Situation) -> Factor:
    """How far it can go."""
    facts = {"destination": s.context.destination}
    return _factor("spread", s.spread, Reason(f"spread.{s.spread}", facts))


def consequence(s: Situation) -> Factor:
    """What it can lead to: the worst of the findings, the document and the pictures."""
    worst = max((w for w in s.weighed if w.link != Link.NONE), key=_by_consequence, default=None)
    level = _consequence(s, worst) if worst else 0
    reason = Reason(f"consequence.{worst.finding.entity}") if worst and level else None
    if s.document_type.consequence > level:
        level = s.document_type.consequence
        reason = Reason("consequence.document", {"document_type": s.context.document_type})
    if s.context.images_recognisable and level < 2:  # noqa: PLR2004 - a wrong picture of a pupil
        level, reason = 2, Reason("consequence.image")
    return _factor("consequence", level, reason or Reason("consequence.none"))


def _consequence(s: Situation, w: Weighed) -> int:
    # A name alone harms nobody among those who know the child anyway.
    near = s.spread < 3 and w.finding.entity == Entity.PERSON  # noqa: PLR2004
    return 0 if near else w.consequence


def _by_consequence(w: Weighed) -> tuple[int, int, int]:
    return w.consequence, w.sensitivity, -(w.finding.start or 0)


def _factor(name: str, level: int, reason: Reason) -> Factor:
    return Factor(name, level, MAXIMA[name], reason)
