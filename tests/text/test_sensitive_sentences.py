"""Recognizers and link together: sensitive sentences are tied, teaching sentences are not."""

from __future__ import annotations

from pathlib import Path

from integritetskoll.domain.finding import Link, Role
from integritetskoll.text.lexicon.reader import CATEGORIES

DATA = Path(__file__).parents[1] / "data"
LEAST = 0.95
"""Share of sentences that must come out right."""


def lines(name: str) -> list[str]:
    rows = (DATA / name).read_text("utf-8").splitlines()
    return [row for row in rows if row.strip() and not row.startswith("#")]


def test_sensitive_sentences_are_tied_to_somebody(checker) -> None:
    missed = []
    rows = lines("sensitive_hits.tsv")
    for row in rows:
        entity, text = row.split("\t")
        findings = checker.analyzer.analyze(text).findings
        if not any(f.entity == entity and f.link.rank >= Link.INDIRECT.rank for f in findings):
            missed.append(text)
    assert len(missed) <= (1 - LEAST) * len(rows), missed


def test_teaching_and_general_information_are_tied_to_nobody(checker) -> None:
    wrong = []
    rows = lines("sensitive_near.txt")
    for text in rows:
        findings = checker.analyzer.analyze(text).findings
        if any(
            f.entity in CATEGORIES
            and f.link is not Link.NONE
            and f.role not in {Role.FICTION, Role.PUBLIC}
            for f in findings
        ):
            wrong.append(text)
    assert len(wrong) <= (1 - LEAST) * len(rows), wrong
