"""The one way through the product: a draft in, a Report out. Every door calls it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.finding import Finding
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError, TooLargeError
from integritetskoll.plain.fold import fold_case
from integritetskoll.policy.schema import AUDIENCES, Policy
from integritetskoll.report.build import Words, blocked, build
from integritetskoll.report.model import Redaction, Report
from integritetskoll.report.wording import Language, wording
from integritetskoll.risk.assess import assess
from integritetskoll.risk.combine import Situation, misplaced, relevant, situation
from integritetskoll.risk.decide import decide, hints
from integritetskoll.text.analyze import TextAnalyzer, TextFindings
from integritetskoll.text.redact import redact


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks drafts by one policy with one analyzer. Stateless: nothing of a draft is kept."""

    analyzer: TextAnalyzer
    policy: Policy
    max_text: int = 200_000

    def check(self, draft: Draft, *, wording: Language = "sv") -> Report:
        """Return the Report of a draft; raises DraftError for one that can't be checked."""
        return self._check(draft, wording)[0]

    def redact(self, draft: Draft, *, wording: Language = "sv") -> Redaction:
        """Return the Report and the text without its findings; no text when blocked."""
        report, findings = self._check(draft, wording)
        if report.verdict == Verdict.BLOCKED:
            return Redaction(report, None)
        return Redaction(report, redact(draft.text, findings))

    def _check(self, draft: Draft, language: Language) -> tuple[Report, Sequence[Finding]]:
        self._accept(draft)
        words = Words(wording(language), self.policy)
        context = draft.context
        document_type = self.policy.document_types[context.document_type]
        found = self.analyzer.analyze(
            draft.text,
            about_one=document_type.about_one,
            listed=context.document_type == "list",
        )
        if hints(found.findings):
            return blocked(context, words), ()
        findings = relevant(_without_ignored(found.findings, draft), context, self.policy)
        now = self._situation(findings, context, found)
        assessment = assess(now)
        report = build(
            decide(assessment, self.policy.thresholds),
            assessment,
            now,
            findings,
            self._elsewhere(now, findings, found),
            text=draft.text,
            words=words,
        )
        return report, findings

    def _accept(self, draft: Draft) -> None:
        if not draft.text.strip():
            raise DraftError("empty_text")
        if len(draft.text) > self.max_text:
            raise TooLargeError("text_too_long", limit=self.max_text)
        if any("\ud800" <= character <= "\udfff" for character in draft.text):
            raise DraftError("lone_surrogate")
        for name, known in (
            ("destination", self.policy.destinations),
            ("document_type", self.policy.document_types),
            ("purpose", self.policy.purposes),
        ):
            if getattr(draft.context, name) not in known:
                raise DraftError(f"unknown_{name}", known=", ".join(known))
        if draft.context.audience not in (None, *AUDIENCES):
            raise DraftError("unknown_audience", known=", ".join(AUDIENCES))

    def _situation(
        self, findings: Sequence[Finding], context: Context, found: TextFindings
    ) -> Situation:
        return situation(findings, context, self.policy, unread=found.unread, bulk=found.bulk)

    def _elsewhere(
        self, now: Situation, findings: Sequence[Finding], found: TextFindings
    ) -> dict[str, Verdict]:
        """The verdict where this kind of document is at home, and what is misplaced here."""
        places = (self.policy.places[c] for c in misplaced(now) if c in {"MU", "SEK"})
        return {
            name: self._verdict_at(name, findings, now.context, found)
            for name in dict.fromkeys((*now.document_type.sensible, *places))
            if name != now.context.destination
        }

    def _verdict_at(
        self, name: str, findings: Sequence[Finding], context: Context, found: TextFindings
    ) -> Verdict:
        there = self._situation(findings, replace(context, destination=name), found)
        return decide(assess(there), self.policy.thresholds)


def _without_ignored(findings: Sequence[Finding], draft: Draft) -> list[Finding]:
    ignored = {(one.entity, fold_case(one.text)) for one in draft.ignored}
    return [f for f in findings if (f.entity, fold_case(f.text)) not in ignored]
