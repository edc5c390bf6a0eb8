"""A Report as LanguageTool answers: one match for each finding, in UTF-16 units.

A paragraph has no whole, and the protocol no verdict: what a client gets are the findings, and
where a block applies one neutral match over the text with the one fixed wording.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from integritetskoll import RELEASED, __version__
from integritetskoll.api.languagetool.params import Params
from integritetskoll.api.languagetool.rules import (
    VALUE_WORDS,
    Rule,
    block_rule,
    is_on,
    rule_of,
    title,
)
from integritetskoll.api.languagetool.text import Checked, units_of
from integritetskoll.domain.finding import Link, Severity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.plain.segments import Segment, Segments, split
from integritetskoll.report.model import FindingReport, Report
from integritetskoll.report.wording import Wording

AROUND = 40
"""Characters of the text on each side of a match that its `context` shows."""
LONGEST = 1000
"""Characters of a match or sentence that are repeated: a text without a full stop is one sentence,
and would come back once for each finding in it."""
LANGUAGES = (("Swedish", "sv", "sv-SE"), ("Swedish", "sv", "sv"))
SOFTWARE: dict[str, Any] = {
    "name": "Integritetskoll",
    "version": __version__,
    "buildDate": f"{RELEASED} 12:00:00 +0000",
    "apiVersion": 1,
    "premium": False,
    "premiumHint": "",
    "status": "",
}


def answer(
    report: Report | None, checked: Checked, params: Params, words: Wording, *, about_one: bool
) -> Any:
    """Return the whole answer of `check`; no Report for a text with nothing in it.

    `about_one`: the document is about one pupil, whose name is no news in it.
    """
    text = checked.shown
    segments = split(text)
    spans = checked.spans()
    code = "sv" if params.language == "sv" else "sv-SE"
    language = {"name": "Swedish", "code": code}
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {
            **language,
            "detectedLanguage": {**language, "confidence": 1.0, "source": "fixed"},
        },
        "matches": [
            {**match, "offset": start, "length": end - start}
            for match, span in _matches(report, text, params, words, segments, about_one)
            for start, end in (spans.sent(*span),)
        ],
        "sentenceRanges": [
            list(spans.sent(*_trimmed(text, one.start, one.end)))
            for one in segments.items
            if text[one.start : one.end].strip()
        ],
    }


def _matches(
    report: Report | None,
    text: str,
    params: Params,
    words: Wording,
    segments: Segments,
    about_one: bool,
) -> Iterator[tuple[dict[str, Any], tuple[int, int]]]:
    if report is None:
        return
    if report.verdict == Verdict.BLOCKED:
        # No filter and no mode takes a block away.
        message = " ".join((report.summary, *report.advice))
        short = words.text("verdicts", report.verdict)
        whole = (0, len(text))
        yield _match(message, short, (), whole, text, text[:LONGEST], block_rule(words)), whole
        return
    if params.mode == "textLevelOnly":
        # The same text comes once more with the other mode: no finding twice.
        return
    for finding in report.findings:
        span = (finding.start or 0, finding.end or 0)
        rule = rule_of(finding.entity, finding.code)
        faint = _is_faint(finding, clear=about_one or report.verdict == Verdict.CLEAR)
        if is_on(rule, params) and (params.picky or not faint):
            short = title(words.text("entities", finding.entity))
            held = segments.items[segments.at(span[0])]
            sentence = _sentence(text, held, span)
            message, instead = _told(finding, rule, words)
            yield _match(
                message, short, instead, span, text, sentence, rule.as_dict(words)
            ), span  # fmt: skip


def _told(finding: FindingReport, rule: Rule, words: Wording) -> tuple[str, tuple[str, ...]]:
    """Return the message and the replacements of a finding.

    What is suggested for a word that judges is a whole sentence: a tool would put it where the
    word stands, in the middle of another, so it is told and not offered; the shortest, because
    messages stand in menus.
    """
    if rule.category != VALUE_WORDS or not finding.suggestions:
        return finding.message, finding.suggestions
    instead = title(words.text("cli", "instead", suggestion=min(finding.suggestions, key=len)))
    return f"{finding.message} {instead}", ()


def _is_faint(finding: FindingReport, *, clear: bool) -> bool:
    """Tell whether a line under it would only disturb; `level=picky` shows these too.

    Low, and nobody's (a character of a book), or where all is well (`clear`).
    """
    return finding.severity == Severity.LOW and (finding.link == Link.NONE or clear)


def _match(
    message: str,
    short: str,
    replacements: tuple[str, ...],
    span: tuple[int, int],
    text: str,
    sentence: str,
    rule: dict[str, object],
) -> dict[str, Any]:
    return {
        "message": message,
        "shortMessage": short,
        "replacements": [{"value": one} for one in replacements],
        "offset": 0,
        "length": 0,
        "context": _context(text, *span),
        "sentence": sentence,
        "type": {"typeName": "Other"},
        "rule": rule,
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _sentence(text: str, held: Segment, span: tuple[int, int]) -> str:
    first = max(held.start, span[0] - LONGEST // 2)
    return text[first : min(max(held.end, span[1]), first + LONGEST)].strip()


def _context(text: str, start: int, end: int) -> dict[str, Any]:
    end = min(end, start + LONGEST)
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = "..." if first else "", "..." if last < len(text) else ""
    shown = before + text[first:last].replace("\n", " ").replace("\r", " ") + after
    units = units_of(shown)
    place = len(before) + start - first
    offset = units.at(place)
    return {"text": shown, "offset": offset, "length": units.at(place + end - start) - offset}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
