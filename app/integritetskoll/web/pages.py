"""What the templates show: labels in the language of the page, a report with its text cut up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

from integritetskoll.domain.finding import Source
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import IntegritetskollError
from integritetskoll.policy.schema import Audience, Policy
from integritetskoll.report.marks import Piece, pieces
from integritetskoll.report.model import Redaction
from integritetskoll.report.wording import Language, wording
from integritetskoll.web import outline
from integritetskoll.web.fields import Fields
from integritetskoll.web.sentences import sentences
from integritetskoll.web.told import shown_of, told

Option = tuple[str, str]
COOKIE = "integritetskoll_session"
UNAUTHORIZED = 401
WITH_SCRIPTS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
        "img-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
}
"""Own scripts only, which make no markup out of text; pictures that were chosen are shown."""

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.globals.update(outline=outline, told=told)


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with what a person needs to see of it."""

    number: int
    entity: str
    text: str
    severity: str
    message: str
    suggestions: Sequence[str]
    source: Source


@dataclass(frozen=True, slots=True)
class Page:
    """A language with the choices of a policy in it. `path` is where the page lies."""

    language: Language
    policy: Policy
    max_text: int
    max_file: int
    path: str = "/"
    signed_in: bool = False

    @property
    def file_limit(self) -> str:
        """The largest picture file, in megabytes."""
        return f"{self.max_file / 1_000_000:g}"

    @property
    def limit(self) -> str:
        """The longest text, written for people."""
        return f"{self.max_text:,}".replace(",", "\u00a0")

    def say(self, code: str, **facts: object) -> str:
        """Return a sentence of the pages."""
        return wording(self.language).text("web", code, **facts)

    def own(self, section: str, code: str, **facts: object) -> str:
        """Return a sentence of the web's own."""
        return sentences(self.language).text(section, code, **facts)

    def to(self, path: str) -> str:
        """Return an address in the language of the page."""
        return f"{path}?lang=en" if self.language == "en" else path

    def error(self, code: str, **facts: object) -> str:
        """Return the sentence of an error."""
        return wording(self.language).text("errors", code, **facts)

    def refusal(self, error: IntegritetskollError) -> str:
        """Return why a page has no answer; who must sign in hears what becomes of the draft."""
        if error.code == "sign_in_first":
            return self.own("page", "signed_out")
        return self.error(error.code, **error.facts)

    def label(self, kind: str, name: str) -> str:
        """Return what a purpose, audience, group or factor is called."""
        return wording(self.language).text("labels", f"{kind}.{name}")

    def verdict(self, verdict: Verdict) -> str:
        """Return the word of a verdict."""
        return wording(self.language).text("verdicts", verdict)

    def question(self, code: str) -> str:
        """Return a question that only the writer can answer."""
        return wording(self.language).text("questions", code)

    def destination(self, name: str) -> str:
        """Return what a destination is called."""
        return str(getattr(self.policy.destinations[name].label, self.language))

    @property
    def opens(self) -> frozenset[str]:
        """The destinations that anybody can read."""
        return frozenset(n for n, one in self.policy.destinations.items() if one.open)

    @property
    def destinations(self) -> list[tuple[str, list[Option]]]:
        """The destinations by group, in the order of the policy."""
        groups: dict[str, list[Option]] = {}
        for name, one in self.policy.destinations.items():
            groups.setdefault(one.group, []).append((name, self.destination(name)))
        return [(self.label("group", group), options) for group, options in groups.items()]

    @property
    def document_types(self) -> list[Option]:
        """The document types."""
        types = self.policy.document_types
        return [(name, getattr(one.label, self.language)) for name, one in types.items()]

    @property
    def purposes(self) -> list[Option]:
        """The purposes."""
        return [(name, self.label("purpose", name)) for name in self.policy.purposes]

    @property
    def audiences(self) -> list[Option]:
        """The audiences, first that none is named."""
        named = [(name, self.label("audience", name)) for name in get_args(Audience)]
        return [("", self.say("audience_none")), *named]

    def cards(self, done: Redaction, text: str) -> list[Card]:
        """Return the findings as cards, numbered as the marks are."""
        entities = wording(self.language).sections["entities"]
        return [
            Card(
                number, entities[finding.entity], shown_of(finding, text),
                finding.severity, finding.message, finding.suggestions, finding.source,
            )
            for number, finding in enumerate(done.report.findings, start=1)
        ]  # fmt: skip

    def summary(self, done: Redaction) -> str:
        """Return the summary without the word of the verdict, which the heading says."""
        return done.report.summary.removeprefix(f"{self.verdict(done.report.verdict)}. ")


def page_of(request: Request, language: Language, path: str = "/") -> Page:
    """Return the page that a request is about."""
    state = request.app.state
    settings = state.settings
    return Page(
        language, state.policy, settings.max_text, settings.max_file, path,
        signed_in=COOKIE in request.cookies,
    )  # fmt: skip


def form_page(
    page: Page,
    fields: Fields,
    *,
    done: Redaction | None = None,
    error: str | None = None,
    status: int = 200,
) -> HTMLResponse:
    """Return the form as it stands, with an answer or an error where there is one."""
    marked: list[Piece] = []
    if done is not None:
        marked = list(pieces(fields.text, done.report.findings))
    return scripted(
        "form.html", page=page, fields=fields, done=done, marked=marked, error=error,
        signed_out=status == UNAUTHORIZED, status=status,
    )  # fmt: skip


def scripted(template: str, **facts: Any) -> HTMLResponse:
    """Return a page that has scripts; they may ask this service, and nobody else."""
    page = render(template, **facts)
    page.headers.update(WITH_SCRIPTS)
    return page


def render(template: str, *, status: int = 200, **facts: Any) -> HTMLResponse:
    """Return a page."""
    return HTMLResponse(TEMPLATES.get_template(template).render(**facts), status)
