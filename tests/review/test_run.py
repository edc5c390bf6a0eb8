"""Rows through the checker: each on its own, blocked ones silent, and the reports of a review."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from integritetskoll.domain.draft import Context
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError
from integritetskoll.report.wording import wording
from integritetskoll.review.html import to_html
from integritetskoll.review.json import review_to_dict
from integritetskoll.review.rows import Row
from integritetskoll.review.run import review, whole
from integritetskoll.review.xlsx import to_xlsx
from tests.review.files import BAD, GOOD, HINT

CONTEXT = Context(destination="unikum", document_type="written_assessment")
WORDS = wording("sv")


def done(checker, *texts: str):
    rows = [Row(number, text, f"Elev {number}") for number, text in enumerate(texts, 2)]
    return whole("klass.csv", review(checker, rows, CONTEXT))


def test_each_row_on_its_own(checker) -> None:
    result = done(checker, BAD, GOOD)
    assert [str(one.report.verdict) for one in result.rows] == ["review", "clear"]
    assert result.rows[0].report.findings[0].source.row == 2
    assert result.rows[1].criteria.tied
    assert not result.rows[0].criteria.tied


def test_a_row_that_cannot_be_checked_stops_no_other(checker) -> None:
    result = done(checker, "a" * 200_001, BAD)
    assert result.rows[0].error.code == "text_too_long"
    assert result.rows[1].report.verdict == Verdict.REVIEW
    assert [one.row.number for one in result.by_need] == [2, 3]


def test_a_wrong_context_is_an_error_of_the_whole(checker) -> None:
    with pytest.raises(DraftError):
        list(review(checker, [Row(1, BAD)], Context(destination="nowhere")))


def test_a_blocked_row_shows_nothing_of_itself(checker) -> None:
    result = done(checker, HINT, GOOD)
    assert result.verdict == Verdict.BLOCKED
    shown = to_html(result, WORDS) + str(review_to_dict(result, WORDS))
    assert "Kim" not in shown
    assert "Elev 2" not in shown
    assert "Elev 3" in shown


def test_more_than_five_blocked_rows_block_the_file(checker) -> None:
    assert not done(checker, *[HINT] * 5, BAD).blocked
    result = done(checker, *[HINT] * 6, BAD)
    assert result.blocked
    assert result.rows == ()
    assert result.verdict == Verdict.BLOCKED
    answer = review_to_dict(result, WORDS)
    assert answer["rows"] == []
    assert answer["classes"] == []
    assert "Nora" not in to_html(result, WORDS)
    assert b"Nora" not in to_xlsx(result, WORDS)


def test_the_workbook_has_the_rows_by_need_and_a_chart(checker) -> None:
    data = to_xlsx(done(checker, GOOD, BAD, "=1+1 visar Nora."), WORDS)
    book = load_workbook(BytesIO(data))
    rows, classes = book.worksheets
    assert rows.cell(2, 1).value == "3"
    formulas = [cell for line in rows.iter_rows() for cell in line if cell.data_type == "f"]
    assert not formulas
    assert classes._charts
    assert classes.cell(1, 2).value >= 1


def test_the_page_escapes_what_a_file_says(checker) -> None:
    page = to_html(done(checker, "Nora är lat <script>alert(1)</script>"), WORDS)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<mark" in page
    assert "http" not in page.replace("http-equiv", "")
