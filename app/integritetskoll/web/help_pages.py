"""The help of the product: what is checked and what is not, the law, and its own privacy."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from integritetskoll.report.wording import wording
from integritetskoll.web.pages import page_of, render
from integritetskoll.web.sentences import language_of

router = APIRouter(include_in_schema=False)


@router.get("/help")
def show(request: Request, lang: str = "sv") -> HTMLResponse:
    """Show the help in the language that is asked for."""
    language = language_of(lang)
    sections = wording(language).sections
    return render(
        "help.html",
        page=page_of(request, language, "/help"),
        grounds=sections["grounds"],
        entities=sections["entities"],
        verdicts=sections["verdicts"],
    )
