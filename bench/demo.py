"""Check every sample and print a table: `python -m bench.demo`, or `make demo`."""

from __future__ import annotations

import sys
from collections import Counter
from time import perf_counter

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bench.samples import Sample, judge, read_samples
from integritetskoll.assemble import build_checker
from integritetskoll.domain.verdict import Verdict
from integritetskoll.report.model import Report
from integritetskoll.report.wording import wording
from integritetskoll.settings import Settings

WIDTHS = {"Sample": 28, "Where": 11, "What": 18, "Verdict": 14, "Sum": 3, "Rules": 8, "Found": 5}
WIDTH = 120
"""Columns that the table needs; a narrower terminal breaks its lines."""
STYLES = {
    Verdict.CLEAR: "green",
    Verdict.REVIEW: "yellow",
    Verdict.DO_NOT_PUBLISH: "red",
    Verdict.BLOCKED: "bold white on red",
}


def main() -> int:
    """Print one row per sample; 1 when a verdict differs from the one it deserves."""
    checker = build_checker(Settings())
    table = Table(box=SIMPLE)
    for heading in ("Sample", "Where", "What", "Verdict", "Sum", "Rules", "Found", "ms"):
        table.add_column(heading, no_wrap=True, min_width=WIDTHS.get(heading))
    verdicts: Counter[Verdict] = Counter()
    wrong = 0
    for sample in read_samples():
        started = perf_counter()
        report = judge(checker, sample)
        table.add_row(*row(sample, report), f"{(perf_counter() - started) * 1000:.0f}")
        verdicts[report.verdict] += 1
        wrong += report.verdict != sample.expected and not sample.falls_short
    console = Console()
    console.width = max(console.width, WIDTH)
    console.print(table)
    shown = wording("sv").sections["verdicts"]
    console.print(" · ".join(f"{shown[verdict]}: {verdicts[verdict]}" for verdict in Verdict))
    return 1 if wrong else 0


def row(sample: Sample, report: Report) -> tuple[str, ...]:
    """Return the cells of one sample; its verdict carries a mark when it is not the deserved."""
    word = wording("sv").text("verdicts", report.verdict)
    mark = "" if report.verdict == sample.expected else f" ≠ {sample.expected}"
    assessment = report.assessment
    return (
        sample.name,
        sample.draft.context.destination,
        sample.draft.context.document_type,
        f"[{STYLES[report.verdict]}]{word}[/]{mark}",
        str(assessment.score) if assessment else "–",
        " ".join(rule.code for rule in assessment.rules) if assessment else "–",
        str(len(report.findings)),
    )


if __name__ == "__main__":
    sys.exit(main())
