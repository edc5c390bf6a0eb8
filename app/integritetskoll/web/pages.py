"""What the templates show: labels in the language of the page, a report with its text cut up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import jinja2
from starlette.responses import HTMLResponse

from integritetskoll.domain.finding import Source
from integritetskoll.domain.verdict import Verdict
from integritetskoll.policy.schema import Audience, Policy
from integritetskoll.report.marks import Piece, pieces, quoted
from integritetskoll.report.model import Redaction
from integritetskoll.report.wording import Language, wording
from integritetskoll.web.fields import Fields

Option = tuple[str, str]

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


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
    """A language with the choices of a policy in it."""

    language: Language
    policy: Policy
    max_text: int
    max_file: int

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

    def error(self, code: str, **facts: object) -> str:
        """Return the sentence of an error."""
        return wording(self.language).text("errors", code, **facts)

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
                number, entities[finding.entity], quoted(finding, text),
                finding.severity, finding.message, finding.suggestions, finding.source,
            )
            for number, finding in enumerate(done.report.findings, start=1)
        ]  # fmt: skip

    def summary(self, done: Redaction) -> str:
        """Return the summary without the word of the verdict, which the heading says."""
        return done.report.summary.removeprefix(f"{self.verdict(done.report.verdict)}. ")


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
    return render(
        "form.html", page=page, fields=fields, done=done, marked=marked, error=error, status=status
    )


def render(template: str, *, status: int = 200, **facts: Any) -> HTMLResponse:
    """Return a page."""
    return HTMLResponse(TEMPLATES.get_template(template).render(**facts), status)
