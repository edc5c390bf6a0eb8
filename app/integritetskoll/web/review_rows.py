"""A review as its page shows it: the rows by need, each with its text, its report and its parts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from integritetskoll.domain.verdict import Verdict
from integritetskoll.report.json import to_dict
from integritetskoll.report.wording import Wording
from integritetskoll.review.run import FileReview, Reviewed
from integritetskoll.review.told import PARTS, class_name, error_of, part_of

UNREAD = "unread"


def shown(done: FileReview, words: Wording) -> dict[str, Any]:
    """Return what a page shows of a review; no rows when the whole file is blocked."""
    places = {id(one): at for at, one in enumerate(done.rows)}
    rows = [_row(one, places[id(one)], words) for one in done.by_need]
    counts = Counter(row["kind"] for row in rows)
    return {
        "blocked": done.blocked,
        "summary": words.text("blocked", "summary") if done.blocked else "",
        "advice": [words.text("blocked", "advice")] if done.blocked else [],
        "rows": rows,
        "counts": {str(kind): counts[kind] for kind in (*Verdict, UNREAD)},
        "classes": [{"name": name, "count": count} for name, count in _classes(done, words)],
        "footer": words.text("footer", "support"),
    }


def _classes(done: FileReview, words: Wording) -> list[tuple[str, int]]:
    """Return how many findings there are of what people call the same."""
    found: Counter[str] = Counter()
    for entity, code, count in done.classes:
        found[class_name(entity, code, words)] += count
    return found.most_common()


def _row(one: Reviewed, at: int, words: Wording) -> dict[str, Any]:
    report = one.report
    return {
        "at": at,
        "row": one.row.number,
        "part": one.row.part,
        "label": one.row.label,
        "text": one.row.text,
        "kind": str(report.verdict) if report else UNREAD,
        "verdict": words.text("verdicts", report.verdict) if report else "",
        "summary": report.summary if report else error_of(one, words),
        "report": to_dict(report) if report else None,
        "parts": {name: part_of(one, name, words) for name in PARTS},
    }
