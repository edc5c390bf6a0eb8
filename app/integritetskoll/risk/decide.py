"""From an assessment to a verdict, and whether a text must be stopped altogether."""

from __future__ import annotations

from collections.abc import Iterable

from integritetskoll.domain.assessment import Assessment
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding
from integritetskoll.domain.verdict import Verdict
from integritetskoll.policy.schema import Thresholds


def hints(findings: Iterable[Finding]) -> bool:
    """Tell whether a text hints that someone must not be shown or found (H2)."""
    return any(finding.entity == Entity.PROTECTED_IDENTITY_HINT for finding in findings)


def decide(assessment: Assessment, thresholds: Thresholds) -> Verdict:
    """Return the verdict: by the sum where somebody is concerned, never better than a rule."""
    return Verdict.worst(_by_sum(assessment, thresholds), *(r.verdict for r in assessment.rules))


def _by_sum(assessment: Assessment, thresholds: Thresholds) -> Verdict:
    if next(f.level for f in assessment.factors if f.name == "context") == 0:
        return Verdict.CLEAR
    if assessment.score >= thresholds.do_not_publish:
        return Verdict.DO_NOT_PUBLISH
    return Verdict.REVIEW if assessment.score >= thresholds.review else Verdict.CLEAR
