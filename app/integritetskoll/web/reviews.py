"""Many written assessments at once: a file in, a table out, and the changed rows as a new file.

Nothing is kept in between: a browser in which rows were changed sends the file again with its
changes, so that rows it was never shown stay what they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse

from integritetskoll.checker import Checker
from integritetskoll.errors import AccessError, IntegritetskollError
from integritetskoll.report.marks import pieces
from integritetskoll.report.wording import Language, wording
from integritetskoll.review.html import to_html
from integritetskoll.review.run import FileReview, Reviewed, review, whole
from integritetskoll.review.xlsx import to_xlsx
from integritetskoll.web.drafts import checker_of
from integritetskoll.web.pages import UNAUTHORIZED, page_of, scripted
from integritetskoll.web.refusals import REFUSALS, TOO_LARGE, must_be_admitted, status_of
from integritetskoll.web.review_form import Sent, read_sent
from integritetskoll.web.review_rows import shown
from integritetskoll.web.sentences import language_of, sentences

router = APIRouter(include_in_schema=False)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINES = "application/x-ndjson"
JSON = "application/json"
FORBIDDEN = 403
EVERY = 5
"""Rows after which a script is told how far the review is."""


@router.get("/review")
def show(request: Request, lang: str = "sv") -> HTMLResponse:
    """Show where to put the file."""
    language = language_of(lang)
    try:
        must_be_admitted(request)
    except AccessError as error:
        return _page(
            request, language, Sent(), error=_message(error, language), status=status_of(error)
        )
    return _page(request, language, Sent())


@router.post("/review")
async def run(request: Request) -> Response:
    """Review the file: a page, a file to keep, or lines that say how far it is."""
    language = language_of(request.query_params.get("lang"))
    try:
        must_be_admitted(request)
        sent = await read_sent(request, language)
        checker = _checker(request)
        if request.headers.get("accept") == LINES:
            return StreamingResponse(_lines(checker, sent, language), media_type=LINES)
        done = await run_in_threadpool(_reviewed, checker, sent, language)
    except HTTPException as error:
        if error.status_code != TOO_LARGE:
            raise
        return _refused(request, language, _said("body_too_large", language), TOO_LARGE)
    except REFUSALS as error:
        return _refused(request, language, _message(error, language), status_of(error))
    if sent.wanted:
        return _file(done, sent.wanted, language)
    return _page(request, language, sent, done=done)


def _checker(request: Request) -> Checker:
    """Return the checker; raises UnavailableError where no safe answer can be given now."""
    checker = checker_of(request)
    if checker.stops.register:
        checker.stops.register.current()
    return checker


def _reviewed(checker: Checker, sent: Sent, language: Language) -> FileReview:
    return whole("", review(checker, sent.rows, sent.context, wording=language))


def _lines(checker: Checker, sent: Sent, language: Language) -> Iterator[str]:
    """Yield how far the review is, and at last its rows: none is shown before all are judged."""
    total = len(sent.rows)
    done: list[Reviewed] = []
    try:
        for one in review(checker, sent.rows, sent.context, wording=language):
            done.append(one)
            if len(done) % EVERY == 0:
                yield _line({"done": len(done), "total": total})
    except IntegritetskollError as error:
        yield _line({"detail": _message(error, language)})
        return
    yield _line({"done": total, "total": total, **shown(whole("", done), wording(language))})


def _line(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False) + "\n"


def _file(done: FileReview, wanted: str, language: Language) -> Response:
    """Return the review as a file; its name is neutral, as names of files tell of persons too."""
    words = wording(language)
    headers = {"content-disposition": f'attachment; filename="granskning.{wanted}"'}
    if wanted == "xlsx":
        return Response(to_xlsx(done, words), media_type=XLSX, headers=headers)
    return Response(to_html(done, words), media_type="text/html; charset=utf-8", headers=headers)


def _refused(request: Request, language: Language, message: str, status: int) -> Response:
    if request.headers.get("accept") in {LINES, JSON}:
        return JSONResponse({"detail": message}, status)
    return _page(request, language, Sent(), error=message, status=status)


def _said(code: str, language: Language, **facts: object) -> str:
    return wording(language).text("errors", code, **facts)


def _message(error: IntegritetskollError, language: Language) -> str:
    if error.code == "upload_missing":
        return sentences(language).text("review", "need_file")
    if error.code == "sign_in_first":
        return sentences(language).text("page", "signed_out")
    return _said(error.code, language, **error.facts)


def _page(
    request: Request,
    language: Language,
    sent: Sent,
    *,
    done: FileReview | None = None,
    error: str | None = None,
    status: int = 200,
) -> HTMLResponse:
    facts = shown(done, wording(language)) if done else None
    by_place = dict(enumerate(done.rows)) if done else {}
    marked = {
        at: list(pieces(one.row.text, one.report.findings))
        for at, one in by_place.items()
        if one.report and one.row.text
    }
    return scripted(
        "review.html", page=page_of(request, language, "/review"), sent=sent, done=facts,
        marked=marked, words=wording(language).sections["review"], error=error, status=status,
        signed_out=status in {UNAUTHORIZED, FORBIDDEN},
    )  # fmt: skip
