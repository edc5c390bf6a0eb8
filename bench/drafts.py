"""Whole drafts with their right verdicts: how many come out right, too mild or too hard.

Run `python -m bench.drafts`; `--show` lists those that don't come out right. The drafts in
`tests/data/drafts.jsonl` were written for this, with verdicts by the design document alone; `or`
are verdicts that are as good, `tells` what a careful reader wants to be pointed out, by entity.
Those in `drafts_aside.jsonl` are by another hand and were not read; they are never shown.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integritetskoll.assemble import build_checker
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.verdict import Verdict
from integritetskoll.settings import Settings

FILE = Path(__file__).parents[1] / "tests" / "data" / "drafts.jsonl"
ASIDE = FILE.with_name("drafts_aside.jsonl")
ORDER = (Verdict.CLEAR, Verdict.REVIEW, Verdict.DO_NOT_PUBLISH, Verdict.BLOCKED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one draft; a blocked one shows no findings, and all of it counts as found."""

    text: str
    wanted: tuple[Verdict, ...]
    given: Verdict
    told: int
    """places that tell something"""
    found: int
    """those that are found with their entity"""

    @property
    def right(self) -> bool:
        """Whether the verdict is one of those wanted."""
        return self.given in self.wanted

    @property
    def mild(self) -> bool:
        """Whether it is milder than each of those wanted."""
        return ORDER.index(self.given) < min(map(ORDER.index, self.wanted))

    @property
    def hard(self) -> bool:
        """Whether it is harder than each of those wanted."""
        return ORDER.index(self.given) > max(map(ORDER.index, self.wanted))


def read(path: Path = FILE) -> list[dict[str, Any]]:
    """Read the drafts, one a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def outcomes(checker: Checker, rows: Iterable[dict[str, Any]]) -> Iterator[Outcome]:
    """Check each draft where it was going, with the protection check answered."""
    for row in rows:
        context = Context(
            destination=row["destination"],
            document_type=row["document_type"],
            protected_identity_checked=True,
        )
        report = checker.check(Draft(row["text"], context))
        given = Verdict(report.verdict)
        found = sum(
            given is Verdict.BLOCKED
            or any(
                finding.entity == entity and _meets(finding, row["text"].find(words), len(words))
                for finding in report.findings
            )
            for entity, words in row["tells"]
        )
        wanted = tuple(Verdict(verdict) for verdict in (row["verdict"], *row["or"]))
        yield Outcome(row["text"], wanted, given, len(row["tells"]), found)


def _meets(finding: Any, start: int, length: int) -> bool:
    if finding.start is None or finding.end is None:
        return False
    return bool(finding.start < start + length and start < finding.end)


def summary(all_of: Sequence[Outcome]) -> str:
    """One line of counts."""
    right, mild, hard = (
        sum(getattr(outcome, name) for outcome in all_of) for name in ("right", "mild", "hard")
    )
    told, found = sum(o.told for o in all_of), sum(o.found for o in all_of)
    return (
        f"{right} of {len(all_of)} verdicts right, {mild} too mild, {hard} too hard; "
        f"{found} of {told} places found"
    )


def main() -> None:
    """Print the figures; `--show` lists what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the wrong verdicts")
    options = parser.parse_args()
    checker = build_checker(Settings())
    every = list(outcomes(checker, read()))
    print(summary(every))
    print("kept aside:", summary(list(outcomes(checker, read(ASIDE)))))
    for outcome in every:
        if options.show and not outcome.right:
            print(f"{outcome.given}, not {outcome.wanted[0]}: {outcome.text!r}")


if __name__ == "__main__":
    main()
