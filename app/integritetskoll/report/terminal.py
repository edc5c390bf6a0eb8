"""A Report for a terminal: the text with its findings marked, the factors as bars, what to do.

Readable without colour too: every mark has its brackets and number, every bar its figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from integritetskoll.domain.finding import Severity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.policy.schema import Policy
from integritetskoll.report.marks import pieces, quoted
from integritetskoll.report.model import AssessmentReport, FindingReport, Report
from integritetskoll.report.wording import Language, Wording, wording

VERDICT_STYLES = {
    Verdict.CLEAR: "bold black on green",
    Verdict.REVIEW: "bold black on yellow",
    Verdict.DO_NOT_PUBLISH: "bold white on red",
    Verdict.BLOCKED: "bold white on black",
}
MARK_STYLES = {
    Severity.LOW: "underline cyan",
    Severity.MEDIUM: "bold black on yellow",
    Severity.HIGH: "bold white on red",
}
# What a terminal would act on (ESC), or lets letters change places (bidirectional overrides).
_ACTING = [*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
HARMLESS = {code: "\ufffd" for code in _ACTING if chr(code) not in "\n\t\r"} | {0x0D: None}


def report_lines(
    report: Report, text: str, *, policy: Policy, language: Language, ascii_only: bool = False
) -> RenderableType:
    """Return the whole Report of `text` for printing."""
    words = wording(language)
    parts: list[RenderableType] = [_verdict(report, words)]
    if report.findings:
        if text:
            parts += _section(words.text("cli", "text"), marked(text, report.findings, ascii_only))
        parts += _section(words.text("cli", "findings"), _findings(report, text, words))
    if report.assessment:
        title = words.text("cli", "assessment", score=report.assessment.score)
        parts += _section(title, _factors(report.assessment, words, ascii_only))
    parts += _list(words.text("cli", "advice"), report.advice)
    parts += _list(words.text("cli", "questions"), [one.message for one in report.questions])
    parts += _list(words.text("cli", "elsewhere"), _elsewhere(report, policy, words))
    parts += ["", *(Text(line, style="dim") for line in report.footer)]
    parts.append(Text(words.text("cli", "reference", reference=report.reference), style="dim"))
    return Group(*parts)


def marked(text: str, findings: Iterable[FindingReport], ascii_only: bool) -> Text:
    """Return the text with each finding in brackets, coloured, and its number after it."""
    before, after = ("<<", ">>") if ascii_only else ("«", "»")
    line = Text()
    for piece in pieces(text, list(findings)):
        shown = piece.text.translate(HARMLESS)
        if piece.severity is None:
            line.append(shown)
            continue
        style = MARK_STYLES[piece.severity]
        numbers = ",".join(map(str, piece.numbers))
        line.append(f"{before}{shown}{after}", style).append(f"[{numbers}]", "bold")
    return line


def console(*, error: bool = False) -> Console:
    """Return a console that colours on a terminal only, never under NO_COLOR."""
    return Console(stderr=error, highlight=False, markup=False, emoji=False, soft_wrap=False)


def _verdict(report: Report, words: Wording) -> Text:
    word = words.text("verdicts", report.verdict)
    rest = report.summary.removeprefix(f"{word}. ")
    return Text.assemble((f" {word.upper()} ", VERDICT_STYLES[report.verdict]), " ", rest)


def _section(title: str, content: RenderableType) -> list[RenderableType]:
    return ["", Text(title, style="bold"), Padding(content, (0, 0, 0, 2), expand=False)]


def _list(title: str, sentences: Iterable[str]) -> list[RenderableType]:
    items = [Text(f"- {sentence}") for sentence in sentences]
    return _section(title, Group(*items)) if items else []


def _findings(report: Report, text: str, words: Wording) -> Table:
    table = Table.grid(padding=(0, 1))
    for number, finding in enumerate(report.findings, start=1):
        words_of_it = quoted(finding, text).translate(HARMLESS)
        entity = words.text("entities", finding.entity)
        said = Text.assemble((words_of_it, "bold"), f" ({entity}): {finding.message}")
        if finding.source.kind == "image":
            place = f"{finding.source.file} {finding.source.field or ''}".rstrip()
            said.append(f"\n{place.translate(HARMLESS)}", "dim")
        for suggestion in finding.suggestions:
            said.append("\n" + words.text("cli", "instead", suggestion=suggestion), "green")
        table.add_row(Text(f"[{number}]", "bold"), said)
    return table


def _factors(assessment: AssessmentReport, words: Wording, ascii_only: bool) -> Group:
    full, empty = ("#", ".") if ascii_only else ("■", "□")
    table = Table.grid(padding=(0, 1))
    for factor in assessment.factors:
        bar = full * factor.level + empty * (factor.max - factor.level)
        label = words.text("labels", f"factor.{factor.factor}")
        table.add_row(label, f"{bar:<4} {factor.level}/{factor.max}", Text(factor.reason))
    rules = [Text(f"- {rule.message}") for rule in assessment.rules]
    return Group(table, *rules)


def _elsewhere(report: Report, policy: Policy, words: Wording) -> Iterator[str]:
    for name, verdict in report.elsewhere.items():
        label = getattr(policy.destinations[name].label, words.language)
        yield f"{label}: {words.text('verdicts', verdict)}"
