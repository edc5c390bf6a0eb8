"""Refresh the expected reports of the samples: `python -m bench.golden`.

Prints what changes as a diff. A report whose verdict is not the one that the sample deserves
is not written: mend the product, or say in the sample how it falls short.
"""

from __future__ import annotations

import difflib
import sys

from bench.samples import Sample, golden_text, judge, read_samples
from integritetskoll.assemble import build_checker
from integritetskoll.settings import Settings


def main() -> int:
    """Refresh every golden file; 1 when a verdict is wrong."""
    checker = build_checker(Settings())
    wrong = 0
    for sample in read_samples():
        report = judge(checker, sample)
        if report.verdict != sample.expected:
            wrong += not sample.falls_short
            why = sample.falls_short or sample.why
            print(f"{sample}: {report.verdict}, deserves {sample.expected}: {why}")
            continue
        refresh(sample, golden_text(report))
    return 1 if wrong else 0


def refresh(sample: Sample, now: str) -> None:
    """Write one golden file and show what changed in it."""
    before = sample.golden.read_text("utf-8") if sample.golden.exists() else ""
    if before == now:
        return
    name = sample.golden.name
    lines = difflib.unified_diff(
        before.splitlines(), now.splitlines(), f"before/{name}", f"now/{name}", lineterm="", n=2
    )
    print("\n".join(lines))
    sample.golden.write_text(now, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
