"""Word a situation and its assessment: summary, rules, findings, questions, advice, footer."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from integritetskoll.domain.assessment import Assessment, Reason
from integritetskoll.domain.draft import Context
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Role
from integritetskoll.domain.verdict import Verdict
from integritetskoll.policy.schema import InformationClass, Policy
from integritetskoll.report.model import (
    AssessmentReport,
    FactorReport,
    FindingReport,
    Message,
    Report,
)
from integritetskoll.report.suggest import suggestions
from integritetskoll.report.wording import Wording
from integritetskoll.risk.assess import severity
from integritetskoll.risk.combine import Situation, misplaced

REFERENCE_BYTES = 4


@dataclass(frozen=True, slots=True)
class Words:
    """Wording with the policy's own names for destinations and document types."""

    wording: Wording
    policy: Policy

    def say(self, section: str, reason: Reason) -> str | None:
        """Return the sentence of a reason with policy names in its gaps."""
        return self.wording.find(section, reason.code, **self._named(reason.facts))

    def _named(self, facts: Mapping[str, str]) -> dict[str, str]:
        named = dict(facts)
        language = self.wording.language
        for gap in ("destination", "place"):
            if gap in facts:
                named[gap] = getattr(self.policy.destinations[facts[gap]].definite, language)
        if "document_type" in facts:
            label = self.policy.document_types[facts["document_type"]].label
            named["document_type"] = getattr(label, language).lower()
        if "entity" in facts:
            named["entity"] = self.wording.text("entities", facts["entity"])
        return named


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


def build(
    verdict: Verdict,
    assessment: Assessment,
    s: Situation,
    findings: Sequence[Finding],
    elsewhere: Mapping[str, Verdict],
    *,
    text: str,
    words: Words,
) -> Report:
    """Return the whole worded answer for a draft that is not blocked."""
    return Report(
        verdict=verdict,
        summary=_summary(verdict, assessment, s, words),
        reference=_reference(),
        assessment=_assessment(assessment, words),
        findings=tuple(_finding(f, s, text, words) for f in findings),
        questions=_questions(s, words),
        elsewhere=dict(elsewhere),
        advice=_advice(verdict, assessment, s, elsewhere, words),
        footer=footer(s.context, words),
    )


def footer(context: Context, words: Words) -> tuple[str, ...]:
    """Return the fixed lines; they depend on the destination only."""
    codes = ["support", "clear_means"]
    if words.policy.destinations[context.destination].open:
        codes.append("protected_identity")
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


def _finding(finding: Finding, s: Situation, text: str, words: Words) -> FindingReport:
    wording = words.wording
    code = finding.code
    if finding.entity == Entity.PERSON and finding.role not in {Role.PUPIL, None}:
        code = f"person_{finding.role}"
    return FindingReport(
        entity=finding.entity,
        start=finding.start,
        end=finding.end,
        score=round(finding.score, 2),
        severity=severity(finding, s),
        link=finding.link,
        code=finding.code,
        message=_message(code, finding, s, words),
        suggestions=suggestions(finding, text, wording),
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
    context = next(f for f in assessment.factors if f.name == "context")
    facts = {"destination": s.context.destination}
    code = f"{verdict}.{'nobody' if context.level <= 1 else 'somebody'}"
    return f"{word}. {words.say('summaries', Reason(code, facts)) or ''}".strip()


def _rule_summary(reason: Reason, s: Situation, words: Words) -> str | None:
    code = f"{reason.code}_class" if reason.facts.get("with_class") == "True" else reason.code
    facts = {**reason.facts, "destination": s.context.destination}
    return words.say("summaries", Reason(code, facts))


def _questions(s: Situation, words: Words) -> tuple[Message, ...]:
    codes = []
    if s.destination.open and s.context.protected_identity_checked is None:
        codes.append("protected_identity_checked")
    if s.context.document_type == "caption" and s.context.images_recognisable is None:
        codes.append("images_recognisable")
    if s.context.images_recognisable and s.context.images_approved is None:
        codes.append("images_approved")
    return tuple(Message(code, words.wording.text("questions", code)) for code in codes)


def _advice(
    verdict: Verdict,
    assessment: Assessment,
    s: Situation,
    elsewhere: Mapping[str, Verdict],
    words: Words,
) -> tuple[str, ...]:
    if verdict == Verdict.CLEAR:
        return _told(words, Reason(f"clear_{s.context.destination}"), Reason("clear_pictures"))[:1]
    reasons = [_rule_advice(rule.reason, s) for rule in assessment.rules]
    told = {"MU"} if any(rule.code == "H3" for rule in assessment.rules) else set()
    moves = [_move(c, s) for c in misplaced(s) if c not in told]
    reasons += moves
    reasons += [Reason(f"entity_{e}") for e in dict.fromkeys(w.finding.entity for w in s.weighed)]
    named = {move.facts["place"] for move in moves}
    better = [n for n, other in elsewhere.items() if other == Verdict.CLEAR and n not in named]
    reasons += [Reason("elsewhere", {"destination": name}) for name in better]
    return _told(words, *reasons)


def _rule_advice(reason: Reason, s: Situation) -> Reason:
    year = next((w.finding.facts["year"] for w in s.weighed if "year" in w.finding.facts), None)
    facts = {**reason.facts, "place": s.policy.places["SEK"], "year": year or ""}
    if reason.code == "F4" and year:
        return Reason("F4_year", facts)
    return Reason(reason.code, facts)


def _move(information: InformationClass, s: Situation) -> Reason:
    facts = {"destination": s.context.destination, "place": s.policy.places[information]}
    return Reason(f"class_{information}", facts)


def _told(words: Words, *reasons: Reason) -> tuple[str, ...]:
    told = (words.say("advice", reason) for reason in reasons)
    return tuple(dict.fromkeys(sentence for sentence in told if sentence))
