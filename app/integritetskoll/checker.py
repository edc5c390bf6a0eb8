"""The one way through the product: a draft in, a Report out. Every door calls it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from integritetskoll.access.budget import BlockBudget
from integritetskoll.access.caller import Caller, current_caller
from integritetskoll.audit.trail import Trail
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.finding import Finding
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import (
    DraftError,
    IntegritetskollError,
    LimitError,
    TooLargeError,
    UnavailableError,
)
from integritetskoll.plain.fold import fold_case
from integritetskoll.policy.schema import AUDIENCES, Policy
from integritetskoll.register.match import Piece
from integritetskoll.register.service import Register, Snapshot
from integritetskoll.register.words import Words as KnownWords
from integritetskoll.register.words import nothing_known
from integritetskoll.report.build import blocked, build
from integritetskoll.report.model import Redaction, Report
from integritetskoll.report.wording import Language, wording
from integritetskoll.report.words import Words
from integritetskoll.risk.assess import assess
from integritetskoll.risk.combine import Situation, relevant, situation
from integritetskoll.risk.decide import decide, hints
from integritetskoll.text.analyze import TextAnalyzer, TextFindings
from integritetskoll.text.redact import redact

LOG = logging.getLogger("integritetskoll.stops")


@dataclass(frozen=True, slots=True)
class Stops:
    """What stops a draft and what becomes of that: the register, the budget, the trail.

    Without a register (a program that builds its own checker) only hints in the text stop.
    """

    register: Register | None = None
    budget: BlockBudget | None = None
    trail: Trail | None = None
    words: KnownWords = field(default=nothing_known, repr=False)

    def begin(self) -> Snapshot:
        """Return the register for a check that begins now.

        Raises UnavailableError where no safe answer can be given, LimitError for a caller who
        was stopped too often today.
        """
        snapshot = self.register.current() if self.register else Snapshot()
        caller = current_caller()
        if snapshot.ready and self.budget and caller:
            with _database():
                self.budget.must_not_be_spent(caller, _today())
        return snapshot

    def note(self, snapshot: Snapshot, text: str, reference: str) -> None:
        """Note that a unit was blocked, whatever the cause; raises UnavailableError, LimitError."""
        caller = current_caller()
        if not snapshot.ready or caller is None:
            return
        with _database():
            within = self.budget is None or self.budget.spend(caller, text, _today())
            self._write("blocked" if within else "paused", caller, reference)
        if not within:
            LOG.warning("the key %s was stopped too often today and pauses", caller.who)
            raise LimitError("blocked_too_often")

    def _write(self, event: str, caller: Caller, reference: str) -> None:
        if self.trail:
            self.trail.append(event, who=caller.who, door=caller.door, reference=reference)


@contextmanager
def _database() -> Iterator[None]:
    try:
        yield
    except LimitError:
        raise
    except IntegritetskollError:
        raise UnavailableError("register_unavailable") from None


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks drafts by one policy with one analyzer. Nothing of a draft is kept."""

    analyzer: TextAnalyzer
    policy: Policy
    max_text: int = 200_000
    stops: Stops = Stops()

    def check(self, draft: Draft, *, wording: Language = "sv") -> Report:
        """Return the Report of a draft; raises DraftError for one that can't be checked.

        UnavailableError where no safe answer can be given, LimitError where the caller was
        stopped too often (see `access.caller.acting_as`).
        """
        return self._check(draft, wording)[0]

    def redact(self, draft: Draft, *, wording: Language = "sv") -> Redaction:
        """Return the Report and the text without its findings; no text when blocked."""
        report, findings, text = self._check(draft, wording, redacting=True)
        del findings
        return Redaction(report, text)

    def _check(
        self, draft: Draft, language: Language, *, redacting: bool = False
    ) -> tuple[Report, Sequence[Finding], str | None]:
        """Do the whole work, then replace what came out where the draft is stopped.

        The same calls are made whether somebody is meant or not, and whatever the cause.
        """
        self._accept(draft)
        snapshot = self.stops.begin()
        words = Words(wording(language), self.policy, registered=snapshot.ready)
        context = draft.context
        document_type = self.policy.document_types[context.document_type]
        found = self.analyzer.analyze(
            draft.text,
            about_one=document_type.about_one,
            listed=context.document_type == "list",
        )
        stopped = self._is_stopped([Piece(draft.text, found.findings)], context, snapshot)
        findings = relevant(_without_ignored(found.findings, draft), context, self.policy)
        now = self._situation(findings, context, found)
        assessment = assess(now)
        report = build(
            decide(assessment, self.policy.thresholds),
            assessment,
            now,
            findings,
            self._elsewhere(findings, context, found),
            text=draft.text,
            words=words,
        )
        text = redact(draft.text, findings) if redacting else None
        if not stopped:
            return report, findings, text
        report = blocked(context, words)
        self.stops.note(snapshot, draft.text, report.reference)
        return report, (), None

    def _is_stopped(self, pieces: Sequence[Piece], context: Context, snapshot: Snapshot) -> bool:
        """Tell whether somebody of the register is meant, or a text hints at protection.

        `pieces` are all texts of the draft: its text, the fields and file names of its images.
        """
        caller = current_caller()
        schools = (context.school, caller.school if caller else None)
        meant = snapshot.means(
            pieces, self.stops.words, schools=schools, classes=(context.school_class,)
        )
        hinted = sum(hints(piece.findings) for piece in pieces)  # all of them are looked at
        return meant | bool(hinted)

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
        self, findings: Sequence[Finding], context: Context, found: TextFindings
    ) -> dict[str, Verdict]:
        names = self.policy.document_types[context.document_type].sensible
        return {
            name: self._verdict_at(name, findings, context, found)
            for name in names
            if name != context.destination
        }

    def _verdict_at(
        self, name: str, findings: Sequence[Finding], context: Context, found: TextFindings
    ) -> Verdict:
        there = self._situation(findings, replace(context, destination=name), found)
        return decide(assess(there), self.policy.thresholds)


def _without_ignored(findings: Sequence[Finding], draft: Draft) -> list[Finding]:
    ignored = {(one.entity, fold_case(one.text)) for one in draft.ignored}
    return [f for f in findings if (f.entity, fold_case(f.text)) not in ignored]
