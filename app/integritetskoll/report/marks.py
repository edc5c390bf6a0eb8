"""Cut a text at its findings, for whoever shows it: a page or a terminal."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from integritetskoll.domain.finding import Severity
from integritetskoll.report.model import FindingReport

ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text inside the same findings, whose numbers (from 1) are `numbers`.

    `severity` is the worst of them, None outside all. `ends` are the findings that end here.
    """

    text: str = dataclasses.field(repr=False)
    numbers: tuple[int, ...] = ()
    severity: Severity | None = None
    ends: tuple[int, ...] = ()


def pieces(text: str, findings: Sequence[FindingReport]) -> Iterator[Piece]:
    """Yield the whole of `text` in order; findings may lie inside and across each other."""
    placed = [
        (number, finding.start, finding.end, finding.severity)
        for number, finding in enumerate(findings, start=1)
        if finding.source.kind != "image" and finding.start is not None and finding.end is not None
    ]
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    severities: dict[int, Severity] = {}
    for number, start, end, severity in placed:
        opens.setdefault(start, []).append(number)
        closes.setdefault(end, []).append(number)
        severities[number] = severity
    inside: list[int] = []
    cuts = sorted({0, len(text), *opens, *closes})
    for start, end in pairwise(cuts):
        inside = [n for n in inside if n not in closes.get(start, ())] + opens.get(start, [])
        worst = max((severities[n] for n in inside), key=ORDER.index, default=None)
        ends = tuple(n for n in inside if n in closes.get(end, ()))
        yield Piece(text[start:end], tuple(inside), worst, ends)


def quoted(finding: FindingReport, text: str) -> str:
    """Return the words of a finding: from the text, or from the field of a picture's file."""
    whole = text if finding.source.kind == "text" else finding.source.value or ""
    if finding.start is None or finding.end is None:
        return "" if finding.source.kind == "text" else whole
    return whole[finding.start : finding.end]
