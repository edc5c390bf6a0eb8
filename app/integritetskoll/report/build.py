"""Word a situation and its assessment: summary, rules, findings, questions, advice, footer."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from integritetskoll.domain.assessment import Assessment, Reason
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.domain.verdict import Verdict
from integritetskoll.report.advice import advice
from integritetskoll.report.model import (
    AssessmentReport,
    FactorReport,
    FindingReport,
    Message,
    Report,
)
from integritetskoll.report.suggest import suggestions
from integritetskoll.report.words import Words
from integritetskoll.risk.assess import severity
from integritetskoll.risk.combine import Situation, Weighed
from integritetskoll.text.criteria import Criteria

REFERENCE_BYTES = 4
MOST_NAMED = 3


def blocked(context: Context, words: Words) -> Report:
    """Return the one answer that every block gives, whatever its cause (design, section 6)."""
    return Report(
        verdict=Verdict.BLOCKED,
        summary=words.wording.text("blocked", "summary"),
        reference=_reference(),
        assessment=None,
        findings=(),
        questions=(),
        elsewhere={},
        advice=(words.wording.text("blocked", "advice"),),
        footer=footer(context, words),
    )


def build(  # noqa: PLR0913 - all that a report is made of
    verdict: Verdict,
    assessment: Assessment,
    s: Situation,
    findings: Sequence[Finding],
    elsewhere: Mapping[str, Verdict],
    *,
    draft: Draft,
    looked: bool,
    words: Words,
    criteria: Criteria | None = None,
) -> Report:
    """Return the whole worded answer for a draft that is not blocked."""
    told = advice(verdict, assessment, s, elsewhere, words, pictures=bool(draft.images))
    return Report(
        verdict=verdict,
        summary=_tied(verdict, criteria, words) or _summary(verdict, assessment, s, words),
        reference=_reference(),
        assessment=_assessment(assessment, words),
        findings=_findings(findings, s, draft.text, words),
        questions=_questions(s, draft, words),
        elsewhere=dict(elsewhere),
        advice=told + _about_criteria(assessment, criteria, words),
        footer=(*footer(s.context, words), *_not_looked(draft, words, looked=looked)),
    )


def _not_looked(draft: Draft, words: Words, *, looked: bool) -> tuple[str, ...]:
    """Say that nobody read the text in the pictures, where there are some."""
    return () if looked or not draft.images else (words.wording.text("footer", "no_ocr"),)


def _tied(verdict: Verdict, criteria: Criteria | None, words: Words) -> str | None:
    if verdict != Verdict.CLEAR or criteria is None or not criteria.tied:
        return None
    word = words.wording.text("verdicts", verdict)
    return f"{word}. {words.wording.text('summaries', 'clear.tied')}"


def _about_criteria(
    assessment: Assessment, criteria: Criteria | None, words: Words
) -> tuple[str, ...]:
    """What an assessment lacks. F5 already says to write what the pupil shows, and what next."""
    if criteria is None:
        return ()
    said = {"missing_verb", "missing_next"} if any(r.code == "F5" for r in assessment.rules) else ()
    missing = (words.say("advice", Reason(code)) for code in criteria.missing if code not in said)
    return tuple(dict.fromkeys(sentence for sentence in missing if sentence))


def footer(context: Context, words: Words) -> tuple[str, ...]:
    """Return the fixed lines; they depend on the destination and the installation only."""
    codes = ["support", "clear_means"]
    if words.policy.destinations[context.destination].open:
        codes.append("protected_identity")
    if not words.registered:
        codes.append("no_register")
    return tuple(words.wording.text("footer", code) for code in codes)


def _reference() -> str:
    return secrets.token_hex(REFERENCE_BYTES)


def _assessment(assessment: Assessment, words: Words) -> AssessmentReport:
    return AssessmentReport(
        score=assessment.score,
        factors=tuple(
            FactorReport(f.name, f.level, f.max, words.say("reasons", f.reason) or "")
            for f in assessment.factors
        ),
        rules=tuple(
            Message(rule.code, words.say("rules", rule.reason) or "") for rule in assessment.rules
        ),
    )


def _findings(
    findings: Sequence[Finding], s: Situation, text: str, words: Words
) -> tuple[FindingReport, ...]:
    listed = s.is_bulk or s.context.document_type == "list"
    about_one = s.document_type.about_one
    instead = suggestions(findings, text, words.wording, about_one=about_one, listed=listed)
    return tuple(_finding(w, s, i, words) for w, i in zip(s.weighed, instead, strict=True))


def _finding(
    weighed: Weighed, s: Situation, instead: tuple[str, ...], words: Words
) -> FindingReport:
    finding = weighed.finding
    code = finding.code
    if finding.entity == Entity.PERSON and finding.role not in {Role.PUPIL, None}:
        code = f"person_{finding.role}"
    return FindingReport(
        entity=finding.entity,
        start=finding.start,
        end=finding.end,
        score=round(finding.score, 2),
        severity=severity(weighed, s),
        link=finding.link,
        code=finding.code,
        message=_message(code, finding, s, words),
        suggestions=() if finding.source.kind == "image" else instead,
        source=finding.source,
    )


def _message(code: str, finding: Finding, s: Situation, words: Words) -> str:
    wording = words.wording
    facts = dict(finding.facts)
    if s.open and (message := wording.find("findings", f"{code}.open", **facts)):
        return message
    return (
        wording.find("findings", code, **facts)
        or wording.find("findings", finding.entity)
        or wording.text("findings", "other")
    )


def _summary(verdict: Verdict, assessment: Assessment, s: Situation, words: Words) -> str:
    word = words.wording.text("verdicts", verdict)
    worst = [rule for rule in assessment.rules if rule.verdict == verdict]
    for rule in worst:
        sentence = _rule_summary(rule.reason, s, words)
        if sentence:
            return f"{word}. {sentence}"
    return f"{word}. {_summary_by_sum(verdict, assessment, s, words)}"


def _summary_by_sum(verdict: Verdict, assessment: Assessment, s: Situation, words: Words) -> str:
    """Say what weighs most where no rule decided."""
    said = _weightiest(s)
    if assessment.factors[1].level <= 1:
        case = "nobody"
    elif verdict == Verdict.CLEAR:
        case = "somebody"
    elif assessment.factors[0].reason.code == "sensitivity.document":
        case = "document"
    else:
        case = "somebody" if said else "image"
    facts = {
        "destination": s.context.destination,
        "document_type": s.context.document_type,
        "entities": words.entities(said),
    }
    return words.say("summaries", Reason(f"{verdict}.{case}", facts)) or ""


def _weightiest(s: Situation) -> list[str]:
    """Return the kinds of data about persons, the weightiest first; names only when alone."""
    ordered = sorted((w for w in s.weighed if w.about_somebody), key=lambda w: -w.sensitivity)
    names = dict.fromkeys(w.finding.entity for w in ordered if w.sensitivity)
    beyond = [name for name in names if name != Entity.PERSON]
    return (beyond or list(names))[:MOST_NAMED]


def _rule_summary(reason: Reason, s: Situation, words: Words) -> str | None:
    code = f"{reason.code}_class" if reason.facts.get("with_class") == "True" else reason.code
    facts = {**reason.facts, "destination": s.context.destination}
    return words.say("summaries", Reason(code, facts))


def _questions(s: Situation, draft: Draft, words: Words) -> tuple[Message, ...]:
    codes = []
    if s.destination.open and s.context.protected_identity_checked is None:
        codes.append("protected_identity_checked")
    pictured = bool(draft.images) or s.context.document_type == "caption"
    if pictured and s.context.images_recognisable is None:
        codes.append("images_recognisable")
    if s.context.images_recognisable and s.context.images_approved is None:
        codes.append("images_approved")
    return tuple(Message(code, words.wording.text("questions", code)) for code in codes)
