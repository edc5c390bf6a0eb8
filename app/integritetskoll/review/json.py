"""A review as JSON: the rows in the order of the file, each with its Report."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from integritetskoll.report.json import to_dict
from integritetskoll.report.wording import Wording
from integritetskoll.review.run import FileReview, Reviewed


def review_to_dict(done: FileReview, words: Wording) -> dict[str, Any]:
    """Return the review; a row that couldn't be checked has an `error` and no report."""
    blocked = words.text("blocked", "summary") if done.blocked else None
    return {
        "verdict": str(done.verdict),
        "summary": blocked,
        "advice": [words.text("blocked", "advice")] if done.blocked else [],
        "rows": [_row(row, words) for row in done.rows],
        "classes": [
            {"entity": str(entity), "code": code, "count": count}
            for entity, code, count in done.classes
        ],
    }


def _row(one: Reviewed, words: Wording) -> dict[str, Any]:
    error = one.error
    return {
        "row": one.row.number,
        "part": one.row.part,
        "report": to_dict(one.report) if one.report else None,
        "criteria": {**asdict(one.criteria), "tied": one.criteria.tied} if one.criteria else None,
        "error": None
        if error is None
        else {"code": error.code, "message": words.text("errors", error.code, **error.facts)},
    }
