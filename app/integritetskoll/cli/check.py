"""`integritetskoll check` and `integritetskoll redact`: drafts from files or standard input."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integritetskoll.checker import Checker
from integritetskoll.cli.exits import UNREADABLE, complain
from integritetskoll.cli.files import STANDARD_INPUT, read_text
from integritetskoll.cli.options import say
from integritetskoll.cli.pictures import is_picture, pictures_in, read_picture
from integritetskoll.cli.progress import followed
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError
from integritetskoll.report.explained import explained_lines
from integritetskoll.report.json import to_dict
from integritetskoll.report.model import Report
from integritetskoll.report.sarif import File, sarif
from integritetskoll.report.terminal import console, report_lines
from integritetskoll.report.wording import Language, wording

OF_THE_CONTEXT = ("unknown_destination", "unknown_document_type", "unknown_purpose")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a file: a text with its Report, or the error that kept it from one."""

    name: str
    text: str = dataclasses.field(repr=False)
    report: Report | None = None
    error: DraftError | None = None

    def as_dict(self, language: Language) -> dict[str, Any]:
        """Return it for JSON; the text stays out."""
        if self.report is not None:
            return {"file": self.name, "report": to_dict(self.report)}
        code = self.error.code if self.error else "internal"
        return {"file": self.name, "error": {"code": code, "message": _message(self, language)}}


def check_files(
    checker: Checker,
    names: Sequence[str],
    context: Context,
    *,
    language: Language,
    form: str,
    explained: bool = False,
) -> int:
    """Check every file, print what came out (`plain`, `json`, `sarif`), return the exit code.

    `explained`: say after each report why its findings are findings (JSON keeps to the contract).
    A file that can't be read does not stop the others, and is the exit code's business first.
    Raises DraftError for an unknown name in the context: no file would fare better.
    """
    found = [one for name in names for one in _below(name)]
    steps = followed(found, say("checking", language))
    done = [check_file(checker, name, context, language) for name in steps]
    for one in done:
        if one.error:
            complain(_message(one, language), language)
    if form == "json":
        _print_json(done, language)
    elif form == "sarif":
        _print_sarif(done, language)
    else:
        _print(done, checker, language, explained=explained)
        if len(found) > len(names):
            _print_sum(done, language)
    if any(one.error for one in done):
        return UNREADABLE
    return Verdict.worst(*(one.report.verdict for one in done if one.report)).rank


def _below(name: str) -> list[str]:
    """Return the pictures below a folder, and any other name as it is."""
    if name == STANDARD_INPUT or not Path(name).is_dir():
        return [name]
    return [str(path) for path in pictures_in(Path(name))] or [name]


def check_file(checker: Checker, name: str, context: Context, language: Language) -> Checked:
    """Check one file."""
    shown = shown_name(name, language)
    if name != STANDARD_INPUT and Path(name).is_dir():
        return Checked(shown, "", error=DraftError("folder_without_pictures", file=shown))
    try:
        if name != STANDARD_INPUT and is_picture(name):
            image = read_picture(name, shown=shown, max_file=checker.max_file)
            draft = Draft("", context, images=(image,))
            return Checked(shown, "", report=checker.check(draft, wording=language))
        text = read_text(name, shown=shown, max_text=checker.max_text)
        return Checked(shown, text, report=checker.check(Draft(text, context), wording=language))
    except DraftError as error:
        if error.code in OF_THE_CONTEXT:
            raise
        return Checked(shown, "", error=error)


def redact_file(checker: Checker, name: str, context: Context, *, language: Language) -> int:
    """Print the redacted text of a file and return the exit code; raises DraftError."""
    text = read_text(name, shown=shown_name(name, language), max_text=checker.max_text)
    done = checker.redact(Draft(text, context), wording=language)
    if done.text is None:
        complain(" ".join((done.report.summary, *done.report.advice)), language, plain=True)
        return done.report.verdict.rank
    at_terminal = sys.stdout.isatty() and not done.text.endswith("\n")
    sys.stdout.write(done.text + ("\n" if at_terminal else ""))
    return 0


def shown_name(name: str, language: Language) -> str:
    """Return what to call a file in a message."""
    return say("standard_input", language) if name == STANDARD_INPUT else name


def _message(one: Checked, language: Language) -> str:
    """Return the sentence of a file's error, which names the file."""
    if one.error is None:
        return ""
    words = wording(language)
    why = words.text("errors", one.error.code, **one.error.facts)
    return why if "file" in one.error.facts else f"{one.name}: {why}"


def _print_json(done: Sequence[Checked], language: Language) -> None:
    whole: Any = [one.as_dict(language) for one in done]
    if len(done) == 1:
        if done[0].report is None:
            return
        whole = to_dict(done[0].report)
    sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _print_sarif(done: Sequence[Checked], language: Language) -> None:
    files = [File(one.name, one.text, one.report, _message(one, language) or None) for one in done]
    whole = sarif(files, wording(language))
    sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _print_sum(done: Sequence[Checked], language: Language) -> None:
    """Print how many files got which verdict: a folder has more than one screen holds."""
    words = wording(language)
    counts = Counter(one.report.verdict for one in done if one.report)
    parts = [f"{counts[v]} {words.text('verdicts', v).lower()}" for v in Verdict if counts[v]]
    broken = sum(1 for one in done if one.report is None)
    parts += [say("checked_unread", language, count=broken)] if broken else []
    console().print(say("checked", language, count=len(done), parts=", ".join(parts)))


def _print(
    done: Sequence[Checked], checker: Checker, language: Language, *, explained: bool
) -> None:
    screen = console()
    for one in done:
        if one.report is None:
            continue
        if len(done) > 1:
            screen.rule(one.name, align="left", style="bold", characters="-")
        shown = report_lines(
            one.report,
            one.text,
            policy=checker.policy,
            language=language,
            ascii_only=screen.options.ascii_only,
        )
        screen.print(shown)
        if explained and one.report.findings:
            screen.print(explained_lines(one.report, language=language))
