"""Reports as SARIF 2.1.0, for checks that run before something is merged or published.

A result has a place and a reason; of the text it holds at most value words that a rule quotes.
Columns count code points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from integritetskoll import __version__
from integritetskoll.domain.finding import Severity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.report.model import Report
from integritetskoll.report.wording import Wording

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Mapping[Severity, str] = {
    Severity.LOW: "note",
    Severity.MEDIUM: "warning",
    Severity.HIGH: "error",
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.REVIEW: "warning",
    Verdict.DO_NOT_PUBLISH: "error",
    Verdict.BLOCKED: "error",
}
VERDICT_ID = "verdict"


@dataclass(frozen=True, slots=True)
class File:
    """A file that was checked, or the sentence that says why it could not be."""

    name: str
    text: str = field(default="", repr=False)
    report: Report | None = None
    error: str | None = None


def sarif(files: Sequence[File], words: Wording) -> dict[str, Any]:
    """Return one run over the files: a result for each verdict that is not clear and finding."""
    results = [result for file in files for result in _results(file)]
    codes = sorted({result["ruleId"] for result in results})
    unread = [_notification(file) for file in files if file.error]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Integritetskoll",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(code, words) for code in codes],
                    }
                },
                "invocations": [
                    {
                        "executionSuccessful": not unread,
                        "toolExecutionNotifications": unread,
                    }
                ],
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _results(file: File) -> Iterator[dict[str, Any]]:
    report = file.report
    if report is None:
        return
    lines = _line_starts(file.text)
    if report.verdict in VERDICTS:
        said = " ".join((report.summary, *report.advice))
        span = (0, len(file.text.rstrip()))
        yield _result(VERDICT_ID, VERDICTS[report.verdict], said, file.name, span, lines)
    for finding in report.findings:
        if finding.start is not None and finding.end is not None:
            said = " ".join((finding.message, *(f"→ {one}" for one in finding.suggestions)))
            span = (finding.start, finding.end)
            level = LEVELS[finding.severity]
            yield _result(finding.code, level, said, file.name, span, lines)


def _result(
    code: str, level: str, said: str, name: str, span: tuple[int, int], lines: Sequence[int]
) -> dict[str, Any]:
    (line, column), (end_line, end_column) = (_position(place, lines) for place in span)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span[0],
        "charLength": span[1] - span[0],
    }
    place = {"artifactLocation": {"uri": _uri(name)}, "region": region}
    return {
        "ruleId": code,
        "level": level,
        "message": {"text": said},
        "locations": [{"physicalLocation": place}],
    }


def _rule(code: str, words: Wording) -> dict[str, Any]:
    sentence = words.find("findings", code) or words.text("cli", "verdict_rule")
    return {"id": code, "shortDescription": {"text": sentence}}


def _notification(file: File) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(file.name)}}}
    return {"level": "error", "message": {"text": file.error or ""}, "locations": [place]}


def _line_starts(text: str) -> list[int]:
    return [0, *(place + 1 for place in _line_ends(text))]


def _line_ends(text: str) -> Iterable[int]:
    return (place for place, one in enumerate(text) if one == "\n")


def _position(place: int, lines: Sequence[int]) -> tuple[int, int]:
    line = bisect_right(lines, place)
    return line, place - lines[line - 1] + 1


def _uri(name: str) -> str:
    return quote(name.replace("\\", "/"))
