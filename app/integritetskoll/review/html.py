"""A review as one HTML page without scripts or anything from elsewhere.

The template escapes everything that comes from a file.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from integritetskoll.report.marks import pieces
from integritetskoll.report.wording import Wording
from integritetskoll.review.run import FileReview, Reviewed
from integritetskoll.review.told import PARTS, class_name, error_of, part_of


def to_html(done: FileReview, words: Wording) -> str:
    """Return the page of a review, the rows that need attention first."""
    most = max((count for _, _, count in done.classes), default=1)
    page = _template().render(
        done=done,
        language=words.language,
        say=lambda code, **facts: words.text("review", code, **facts),
        blocked=words.text("blocked", "summary") if done.blocked else None,
        rows=[_row(one, words) for one in done.by_need],
        parts=PARTS,
        classes=[
            {"name": class_name(e, c, words), "count": n, "share": round(100 * n / most)}
            for e, c, n in done.classes
        ],
        footer=words.text("footer", "support"),
    )
    return str(page)


def _row(one: Reviewed, words: Wording) -> dict[str, Any]:
    report = one.report
    findings = list(report.findings) if report else []
    return {
        "number": one.row.number,
        "part": one.row.part,
        "label": one.row.label,
        "kind": str(report.verdict) if report else "unread",
        "verdict": words.text("verdicts", report.verdict) if report else "",
        "summary": report.summary if report else error_of(one, words),
        "pieces": list(pieces(one.row.text, findings)) if one.row.text else [],
        "findings": findings,
        "parts": [(name, part_of(one, name, words)) for name in PARTS] if one.criteria else [],
        "advice": report.advice if report else (),
    }


@cache
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("integritetskoll.review", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")
