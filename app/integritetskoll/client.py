"""A small client of the API: standard library only, typed, nothing kept.

from integritetskoll.client import Client

report = Client("http://127.0.0.1:8000").check("Elsa i 3B vann!", destination="blog")
print(report["verdict"], [finding["message"] for finding in report["findings"]])
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any, Literal, TypedDict

Verdict = Literal["clear", "review", "do_not_publish", "blocked"]
Level = Literal["low", "medium", "high"]


class Message(TypedDict):
    """A machine code and its sentence."""

    code: str
    message: str


class Factor(TypedDict):
    """One of the five factors: its level, 0 to `max`."""

    factor: str
    level: int
    max: int
    reason: str


class Assessment(TypedDict):
    """The overall assessment."""

    score: int
    factors: list[Factor]
    rules: list[Message]


class Finding(TypedDict):
    """A place of the text, `[start, end)` in code points, and what could stand there instead."""

    entity: str
    start: int | None
    end: int | None
    score: float
    severity: Level
    link: Literal["none", "group", "indirect", "named"]
    code: str
    message: str
    suggestions: list[str]
    source: dict[str, Any]


class Report(TypedDict):
    """The whole answer; `assessment` is None when blocked."""

    verdict: Verdict
    summary: str
    reference: str
    assessment: Assessment | None
    findings: list[Finding]
    questions: list[Message]
    elsewhere: dict[str, Verdict]
    advice: list[str]
    footer: list[str]


class Redaction(TypedDict):
    """A Report and the text with placeholders, None when blocked."""

    report: Report
    text: str | None


class Ignored(TypedDict):
    """A finding that the writer has judged to be nobody."""

    entity: str
    text: str


class ProblemError(Exception):
    """The service refused: HTTP `status`, machine `code`, and a sentence without the input."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code


class Client:
    """Calls one service. `key` is sent as a bearer token, `timeout` is in seconds."""

    def __init__(
        self, address: str = "http://127.0.0.1:8000", *, key: str | None = None, timeout: float = 30
    ) -> None:
        if not address.startswith(("http://", "https://")):
            raise ValueError("an address begins with http:// or https://")
        self._address = address.rstrip("/")
        self._key = key
        self._timeout = timeout

    def check(
        self,
        text: str,
        *,
        wording: Literal["sv", "en"] = "sv",
        ignored: Sequence[Ignored] = (),
        **context: str | bool | None,
    ) -> Report:
        """Return the Report of a text; `context` are fields such as `destination`."""
        report: Report = self._call("check/text", _body(text, wording, ignored, context))
        return report

    def redact(
        self,
        text: str,
        *,
        wording: Literal["sv", "en"] = "sv",
        ignored: Sequence[Ignored] = (),
        **context: str | bool | None,
    ) -> Redaction:
        """Return the Report and the text with its findings replaced."""
        redaction: Redaction = self._call("redact/text", _body(text, wording, ignored, context))
        return redaction

    def policy(self) -> dict[str, Any]:
        """Return what may stand in a context."""
        policy: dict[str, Any] = self._call("policy", None)
        return policy

    def _call(self, path: str, body: dict[str, Any] | None) -> Any:
        headers = {"content-type": "application/json"}
        if self._key:
            headers["authorization"] = f"Bearer {self._key}"
        raw = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self._address}/api/v1/{path}", raw, headers)  # noqa: S310 - checked above
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:  # noqa: S310
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                raise _problem(error) from None


def _body(
    text: str, wording: str, ignored: Sequence[Ignored], context: dict[str, str | bool | None]
) -> dict[str, Any]:
    return {"text": text, "context": context, "wording": wording, "ignored": list(ignored)}


def _problem(error: urllib.error.HTTPError) -> ProblemError:
    try:
        problem = json.load(error)
        return ProblemError(error.code, problem["code"], problem["detail"])
    except (ValueError, KeyError, TypeError):
        return ProblemError(error.code, "unknown", str(error.reason))
