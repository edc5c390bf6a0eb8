"""The explanations of a Report's findings for a terminal: one block for each reason code."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from integritetskoll.report.explain import Explanation, explain
from integritetskoll.report.model import Report
from integritetskoll.report.wording import Language, Wording, wording


def explained_lines(report: Report, *, language: Language) -> RenderableType:
    """Return why the findings are findings: recognizer, score and law, each code once."""
    words = wording(language)
    title = Text(words.text("explain", "title"), style="bold")
    blocks = [_block(one, numbers, words) for one, numbers in _by_code(report, language)]
    return Group("", title, *(Padding(block, (0, 0, 0, 2)) for block in blocks))


def _by_code(report: Report, language: Language) -> Iterator[tuple[Explanation, str]]:
    keys = dict.fromkeys((f.entity, f.code) for f in report.findings)
    for entity, code in keys:
        one = explain(entity, code, language=language)
        numbers = [
            str(number)
            for number, f in enumerate(report.findings, start=1)
            if (f.entity, f.code) == (entity, code)
        ]
        if one:
            yield one, ", ".join(numbers)


def _block(one: Explanation, numbers: str, words: Wording) -> RenderableType:
    found = words.text("explain", "recognizer", name=one.recognizer, reason=one.code)
    head = Text.assemble((f"[{numbers}] {one.label}. ", "bold"), f"{found} {one.why}")
    law = words.text("explain", "grounds")
    return Group(head, *(Text(f"- {law}: {ground.text}") for ground in one.grounds))
