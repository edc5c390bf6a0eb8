"""The samples: drafts of invented people, the verdict each deserves, and its expected report.

`samples/<name>.txt` is the text, `<name>.toml` its Context with `expected` and `why` and with the
picture files, which bench/sample_pictures.py draws, under the name that the writer sees, and
`<name>.report.json` the whole Report without its reference, which differs every time. Where the
product falls short of the verdict, `falls_short` says how, and no report is kept.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Context, Draft, Image
from integritetskoll.domain.verdict import Verdict
from integritetskoll.report.json import to_dict
from integritetskoll.report.model import Report

FOLDER = Path(__file__).resolve().parent.parent / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """A draft with a title, the verdict a careful reader gives it, and why."""

    name: str
    title: str
    expected: Verdict
    why: str
    falls_short: str | None
    draft: Draft

    @property
    def golden(self) -> Path:
        """Where its expected report lies."""
        return FOLDER / f"{self.name}.report.json"

    def __str__(self) -> str:
        """Name the sample, as a test does."""
        return self.name


def read_samples(folder: Path = FOLDER) -> tuple[Sample, ...]:
    """Read all samples, by name."""
    return tuple(_samples(folder))


def _samples(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.toml")):
        facts = tomllib.loads(path.read_text("utf-8"))
        words = path.with_suffix(".txt")
        text = words.read_text("utf-8") if words.exists() else ""
        images = tuple(
            Image(one["name"], (folder / one["file"]).read_bytes())
            for one in facts.get("images", ())
        )
        draft = Draft(text, Context(**facts["context"]), images=images)
        expected = Verdict(facts["expected"])
        short = facts.get("falls_short")
        yield Sample(path.stem, facts["title"], expected, facts["why"], short, draft)


def judge(checker: Checker, sample: Sample) -> Report:
    """Check a sample."""
    return checker.check(sample.draft)


def golden_text(report: Report) -> str:
    """Return a report as its golden file holds it."""
    facts: dict[str, Any] = to_dict(report)
    del facts["reference"]
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
