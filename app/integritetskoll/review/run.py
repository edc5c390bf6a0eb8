"""Check every row of a file on its own, and say what became of the whole.

A row that can't be checked is an error of that row; the others go on. A blocked row shows nothing
of itself, and more than five of them block the file (docs/design.md, section 6): who sends a
class list must not learn from it who is on the school's own list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.finding import Source
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError
from integritetskoll.report.model import FindingReport, Report
from integritetskoll.report.wording import Language
from integritetskoll.review.rows import Row
from integritetskoll.text.criteria import Criteria

MOST_BLOCKED = 5
_OF_THE_CONTEXT = "unknown_"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A row with its Report, or the code of why there is none. A blocked row has no text."""

    row: Row
    report: Report | None = field(default=None, repr=False)
    criteria: Criteria | None = None
    error: DraftError | None = None

    @property
    def need(self) -> tuple[int, int]:
        """How much it needs attention; the larger, the more. What wasn't read comes first."""
        if self.report is None:
            return (len(Verdict), 0)
        return (self.report.verdict.rank, len(self.report.findings))


@dataclass(frozen=True, slots=True)
class FileReview:
    """All rows of a file. `blocked`: the whole file is, and no row is shown."""

    name: str
    rows: tuple[Reviewed, ...]
    blocked: bool = False

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of its rows."""
        if self.blocked:
            return Verdict.BLOCKED
        return Verdict.worst(Verdict.CLEAR, *(r.report.verdict for r in self.rows if r.report))

    @property
    def by_need(self) -> list[Reviewed]:
        """The rows, those that need attention first, else in the order of the file."""
        return sorted(self.rows, key=lambda r: (-r.need[0], -r.need[1], r.row.number))

    @property
    def classes(self) -> list[tuple[str, str, int]]:
        """Entity, code and how many findings, the most frequent first."""
        found: Counter[tuple[str, str]] = Counter(
            (f.entity, f.code) for r in self.rows if r.report for f in r.report.findings
        )
        return [(entity, code, count) for (entity, code), count in found.most_common()]


def review(
    checker: Checker, rows: Iterable[Row], context: Context, *, wording: Language = "sv"
) -> Iterator[Reviewed]:
    """Yield each row with its Report; raises DraftError where the Context is wrong."""
    for row in rows:
        draft = Draft(row.text, context)
        try:
            report = checker.check(draft, wording=wording)
        except DraftError as error:
            if error.code.startswith(_OF_THE_CONTEXT):
                raise
            yield Reviewed(replace(row, text=""), error=error)
            continue
        if report.verdict == Verdict.BLOCKED:
            yield Reviewed(Row(row.number, ""), report)
            continue
        yield Reviewed(row, _of_row(report, row.number), checker.criteria(draft))


def whole(name: str, rows: Iterable[Reviewed]) -> FileReview:
    """Return the review of a file, without rows when too many of them are blocked."""
    done = tuple(rows)
    blocked = sum(r.report is not None and r.report.verdict == Verdict.BLOCKED for r in done)
    if blocked > MOST_BLOCKED:
        return FileReview(name, (), blocked=True)
    return FileReview(name, done)


def _of_row(report: Report, number: int) -> Report:
    def placed(finding: FindingReport) -> FindingReport:
        return replace(finding, source=Source("row", row=number))

    return replace(report, findings=tuple(placed(finding) for finding in report.findings))
