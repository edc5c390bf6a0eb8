"""What stops a draft besides its own words, and what becomes of that: register, budget, trail."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from integritetskoll.access.budget import BlockBudget
from integritetskoll.access.caller import Caller, current_caller
from integritetskoll.audit.trail import Trail
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.finding import Finding
from integritetskoll.errors import IntegritetskollError, LimitError, UnavailableError
from integritetskoll.images.field import Reading
from integritetskoll.images.judge import texts_of
from integritetskoll.register.match import Piece
from integritetskoll.register.service import Register, Snapshot
from integritetskoll.register.words import Words as KnownWords
from integritetskoll.register.words import nothing_known
from integritetskoll.risk.decide import hints

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

    def stop(
        self,
        findings: Sequence[Finding],
        pieces: Sequence[Piece],
        context: Context,
        snapshot: Snapshot,
    ) -> bool:
        """Tell whether somebody of the register is meant, or a text hints at protection.

        `pieces` are all texts of the draft: its text, the fields and file names of its images.
        Both are always asked: nothing tells which of them it was.
        """
        caller = current_caller()
        schools = (context.school, caller.school if caller else None)
        meant = snapshot.means(pieces, self.words, schools=schools, classes=(context.school_class,))
        hinted = hints(findings)
        return meant | hinted

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


def pieces_of(
    draft: Draft, readings: Sequence[Reading | None], findings: Sequence[Finding]
) -> list[Piece]:
    """Return every text of a draft with its findings: its own, those of pictures, file names."""
    inside: list[str] = []
    for image, reading in zip(draft.images, readings, strict=True):
        inside += texts_of(reading) if reading else (image.name,)
    own = Piece(draft.text, [f for f in findings if f.source.kind == "text"])
    by_value: dict[str | None, list[Finding]] = {}
    for finding in findings:
        by_value.setdefault(finding.source.value, []).append(finding)
    return [own, *(Piece(text, by_value.get(text, ())) for text in dict.fromkeys(inside))]


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


NOTHING = Stops()
"""No register: only hints stop a draft."""
