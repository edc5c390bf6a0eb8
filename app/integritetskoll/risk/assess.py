"""The overall assessment of a situation: five factors and every rule that fires."""

from __future__ import annotations

from integritetskoll.domain.assessment import Assessment
from integritetskoll.domain.finding import Link, Severity
from integritetskoll.risk import factors
from integritetskoll.risk.combine import ATTRIBUTE, Situation, Weighed
from integritetskoll.risk.rules import RULES


def assess(s: Situation) -> Assessment:
    """Weigh a situation. The same situation gives the same assessment."""
    rules = tuple(rule for rule in (fires(s) for fires in RULES) if rule)
    right = belongs(s, broken=any(rule.code in _breaking(s) for rule in rules))
    return Assessment(
        factors=(
            factors.sensitivity(s, right=right),
            factors.context(s),
            factors.purpose(s, right=right),
            factors.spread(s),
            factors.consequence(s),
        ),
        rules=rules,
    )


def _breaking(s: Situation) -> frozenset[str]:
    """Rules that no right place makes up for; F5 is one where knowledge is assessed."""
    assessed = {"F5"} if s.document_type.of_knowledge else set()
    return frozenset({"H1", "H3"} | assessed)


def belongs(s: Situation, *, broken: bool) -> bool:
    """Tell whether this is the right thing in the right system, with no rule broken."""
    limit = s.destination.right_level(s.context.document_type)
    return limit is not None and not broken and factors.raw_sensitivity(s) <= limit


def severity(weighed: Weighed, s: Situation) -> Severity:
    """Return how much one finding weighs where the draft is going."""
    finding = weighed.finding
    if weighed.link == Link.NONE or weighed.sensitivity == 0:
        codes = (*s.policy.rules.security, *s.policy.rules.hard_stop)
        return Severity.HIGH if finding.code in codes else Severity.LOW
    if weighed.sensitivity >= 3:  # noqa: PLR2004 - personnummer and above
        return Severity.HIGH
    return _middle(weighed, s)


def _middle(weighed: Weighed, s: Situation) -> Severity:
    if weighed.sensitivity >= ATTRIBUTE or weighed.finding.entity == "WHEREABOUTS":
        return Severity.HIGH if s.open and weighed.consequence >= 3 else Severity.MEDIUM  # noqa: PLR2004
    named = weighed.about_somebody and s.spread >= 2  # noqa: PLR2004 - beyond one family
    return Severity.MEDIUM if named else Severity.LOW
