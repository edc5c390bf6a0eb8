"""A Report as Presidio's analyzer answers it: entities with spans in code points, and scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import regex

from integritetskoll.api.presidio.requests import AdHocRecognizer, AnalyzeRequest
from integritetskoll.api.problems import BadRequestError
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.report.model import Report
from integritetskoll.text.recognizers.catalog import RECOGNIZERS

BLOCK = "PUBLICATION_BLOCK"
"""The one entity of a text that is blocked, whatever the cause."""
TIMEOUT = 1.0
"""Seconds that a caller's own expression may take over one text."""
FLAGS = regex.DOTALL | regex.MULTILINE | regex.IGNORECASE
Row = dict[str, Any]


def rows(report: Report | None, text: str, asked: AnalyzeRequest) -> list[Row]:
    """Return the results of one text; no filter of the request takes a block away."""
    if report is not None and report.verdict == Verdict.BLOCKED:
        return [_row(BLOCK, 0, len(text), 1.0, None)]
    found = [*_found(report, asked), *_ad_hoc(text, asked)]
    allowed = _allowed(asked)
    return [
        row
        for row in sorted(found, key=lambda row: (row["start"], row["end"]))
        if _is_wanted(row, asked) and not allowed(text[row["start"] : row["end"]])
    ]


def entities() -> list[str]:
    """Return what can be found."""
    hint = {str(Entity.PROTECTED_IDENTITY_HINT)}
    found = {str(entity) for recognizer in RECOGNIZERS for entity in recognizer.ENTITIES}
    return sorted(found - hint | {BLOCK})


def recognizers() -> list[str]:
    """Return the names of the recognizers."""
    return [recognizer.__name__ for recognizer in RECOGNIZERS]


def _found(report: Report | None, asked: AnalyzeRequest) -> Iterator[Row]:
    for finding in report.findings if report else ():
        explained = None
        if asked.return_decision_process:
            explained = _explained(_recognizer_of(finding.code), finding.score, finding.message)
        yield _row(finding.entity, finding.start or 0, finding.end or 0, finding.score, explained)


def _row(entity: str, start: int, end: int, score: float, explained: Row | None) -> Row:
    return {
        "analysis_explanation": explained,
        "end": end,
        "entity_type": str(entity),
        "score": score,
        "start": start,
    }


def _explained(
    recognizer: str, score: float, why: str | None, *, pattern: tuple[str, str] | None = None
) -> Row:
    name, expression = pattern or (None, None)
    return {
        "original_score": score,
        "pattern": expression,
        "pattern_name": name,
        "recognizer": recognizer,
        "regex_flags": None,
        "score": score,
        "score_context_improvement": 0,
        "supportive_context_word": "",
        "textual_explanation": why,
        "validation_result": None,
    }


@cache
def _names() -> dict[str, str]:
    return {code: one.__name__ for one in RECOGNIZERS for code in one.CODES}


def _recognizer_of(code: str) -> str:
    return _names().get(code, "Integritetskoll")


def _is_wanted(row: Row, asked: AnalyzeRequest) -> bool:
    if asked.entities and row["entity_type"] not in asked.entities:
        return False
    return asked.score_threshold is None or bool(row["score"] >= asked.score_threshold)


def _allowed(asked: AnalyzeRequest) -> Any:
    if not asked.allow_list:
        return lambda _: False
    if asked.allow_list_match != "regex":
        return frozenset(asked.allow_list).__contains__
    expression = _compiled("|".join(asked.allow_list), "allow_list")
    return lambda word: bool(_searched(expression, word, "allow_list"))


def _ad_hoc(text: str, asked: AnalyzeRequest) -> Iterator[Row]:
    for recognizer in asked.ad_hoc_recognizers or ():
        for name, expression, score in _expressions(recognizer):
            compiled = _compiled(expression, "ad_hoc_recognizers")
            for match in _searched(compiled, text, "ad_hoc_recognizers"):
                if match.end() > match.start():
                    explained = None
                    if asked.return_decision_process:
                        explained = _explained(
                            recognizer.name or "PatternRecognizer", score, None,
                            pattern=(name, expression),
                        )  # fmt: skip
                    yield _row(
                        recognizer.supported_entity, match.start(), match.end(), score, explained
                    )


def _expressions(recognizer: AdHocRecognizer) -> Iterator[tuple[str, str, float]]:
    for pattern in recognizer.patterns or ():
        yield pattern.name, pattern.regex, pattern.score
    if recognizer.deny_list:
        words = "|".join(map(regex.escape, recognizer.deny_list))
        yield "deny_list", rf"(?<!\w)(?:{words})(?!\w)", recognizer.deny_list_score


def _compiled(expression: str, field: str) -> regex.Pattern[str]:
    try:
        return regex.compile(expression, FLAGS)
    except (regex.error, RecursionError, OverflowError, MemoryError):
        raise BadRequestError(422, "presidio_field", field=field) from None


def _searched(expression: regex.Pattern[str], text: str, field: str) -> Iterable[regex.Match[str]]:
    try:
        return tuple(expression.finditer(text, timeout=TIMEOUT))
    except TimeoutError:
        raise BadRequestError(422, "presidio_slow", field=field) from None
