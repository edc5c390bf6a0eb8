"""The JSON form of a Report: plain dicts, lists and strings, in the order of the contract."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from integritetskoll.domain.finding import Source
from integritetskoll.report.model import FindingReport, Report


def to_dict(report: Report) -> dict[str, Any]:
    """Return the Report as the HTTP contract shows it."""
    return {
        "verdict": str(report.verdict),
        "summary": report.summary,
        "reference": report.reference,
        "assessment": None if report.assessment is None else _listed(asdict(report.assessment)),
        "findings": [_finding(finding) for finding in report.findings],
        "questions": [asdict(question) for question in report.questions],
        "elsewhere": {name: str(verdict) for name, verdict in report.elsewhere.items()},
        "advice": list(report.advice),
        "footer": list(report.footer),
    }


def _listed(assessment: dict[str, Any]) -> dict[str, Any]:
    factors, rules = list(assessment["factors"]), list(assessment["rules"])
    return {**assessment, "factors": factors, "rules": rules}


def _finding(finding: FindingReport) -> dict[str, Any]:
    return {
        "entity": str(finding.entity),
        "start": finding.start,
        "end": finding.end,
        "score": finding.score,
        "severity": str(finding.severity),
        "link": str(finding.link),
        "code": finding.code,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
        "source": _source(finding.source),
    }


def _source(source: Source) -> dict[str, Any]:
    if source.kind == "text":
        return {"kind": "text"}
    if source.kind == "row":
        return {"kind": "row", "row": source.row}
    region = list(source.region) if source.region else None
    return {
        "kind": source.kind,
        "file": source.file,
        "field": source.field,
        "value": source.value,
        "region": region,
    }
