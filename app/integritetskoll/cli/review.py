"""`integritetskoll review`: many assessments at once, as a table, XLSX, HTML or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

from integritetskoll.checker import Checker
from integritetskoll.cli.exits import UNREADABLE, complain
from integritetskoll.domain.draft import Context
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import DraftError
from integritetskoll.report.terminal import HARMLESS, VERDICT_STYLES, console
from integritetskoll.report.wording import Language, Wording, wording
from integritetskoll.review.html import to_html
from integritetskoll.review.json import review_to_dict
from integritetskoll.review.rows import Columns, read_rows
from integritetskoll.review.run import FileReview, Reviewed, review, whole
from integritetskoll.review.told import PARTS, error_of
from integritetskoll.review.xlsx import to_xlsx

LARGEST = 20_000_000
"""Bytes of the largest file: a thousand assessments are one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command is asked to write. Where there are several files, their names go first."""

    columns: Columns
    xlsx: Path | None = None
    html: Path | None = None
    as_json: bool = False


def review_files(
    checker: Checker, names: Sequence[str], context: Context, wanted: Wanted, *, language: Language
) -> int:
    """Review files, print and write what is wanted; return the exit code of the worst."""
    done: list[FileReview] = []
    failed = False
    for name in names:
        try:
            done.append(_one(checker, name, context, wanted, language))
        except DraftError as error:
            if error.code.startswith("unknown_"):
                raise
            failed = True
            complain(_why(error, name, language), language)
    _print(done, wanted, language)
    for one in done:
        _write(one, wanted, wording(language), several=len(names) > 1)
    if failed or any(row.error for one in done for row in one.rows):
        return UNREADABLE
    return max((one.verdict.rank for one in done), default=0)


def _one(
    checker: Checker, name: str, context: Context, wanted: Wanted, language: Language
) -> FileReview:
    rows = read_rows(_bytes(name), name, wanted.columns)
    screen = Console(stderr=True)
    steps = review(checker, rows, context, wording=language)
    shown = track(
        steps, total=len(rows), console=screen, transient=True, disable=not screen.is_terminal,
        description=Path(name).name,
    )  # fmt: skip
    return whole(Path(name).name, shown)


def _bytes(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise DraftError("file_missing", file=name) from None
    except IsADirectoryError:
        raise DraftError("file_is_folder", file=name) from None
    except (OSError, ValueError):
        raise DraftError("file_unreadable", file=name) from None
    if len(data) > LARGEST:
        raise DraftError("file_too_large", file=name)
    return data


def _why(error: DraftError, name: str, language: Language) -> str:
    facts = {"file": name, **error.facts}
    return wording(language).text("errors", error.code, **facts)


def _print(done: Sequence[FileReview], wanted: Wanted, language: Language) -> None:
    words = wording(language)
    if wanted.as_json:
        whole = [{"file": one.name, **review_to_dict(one, words)} for one in done]
        sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
        return
    screen = console()
    for one in done:
        screen.rule(Text(one.name.translate(HARMLESS)), align="left", characters="-")
        if one.blocked:
            screen.print(Text(words.text("blocked", "summary"), VERDICT_STYLES[Verdict.BLOCKED]))
            screen.print(Text(words.text("blocked", "advice")))
        else:
            screen.print(_table(one, words))


def _table(one: FileReview, words: Wording) -> Table:
    table = Table(pad_edge=False)
    for column in ("row", "label", "verdict", "found", "lacks"):
        table.add_column(words.text("review", column), overflow="fold")
    for row in one.by_need:
        verdict = row.report.verdict if row.report else None
        said = words.text("verdicts", verdict) if verdict else error_of(row, words)
        findings = row.report.findings if row.report else ()
        quoted = [row.row.text[f.start : f.end] for f in findings if f.entity != Entity.PERSON]
        lacks = [words.text("review", part) for part in PARTS if _lacks(row, part)]
        table.add_row(
            str(row.row.number),
            Text(" ".join((row.row.label, row.row.part)).strip().translate(HARMLESS)),
            Text(said, VERDICT_STYLES[verdict] if verdict else "bold red"),
            Text(", ".join(dict.fromkeys(quoted)).translate(HARMLESS)),
            ", ".join(lacks).lower(),
        )
    return table


def _lacks(row: Reviewed, part: str) -> bool:
    asked = row.criteria is not None and not row.criteria.preschool
    return asked and not getattr(row.criteria, part)


def _write(one: FileReview, wanted: Wanted, words: Wording, *, several: bool) -> None:
    if wanted.xlsx is not None:
        _save(_named(wanted.xlsx, one, several=several), to_xlsx(one, words))
    if wanted.html is not None:
        _save(_named(wanted.html, one, several=several), to_html(one, words).encode())


def _named(path: Path, one: FileReview, *, several: bool) -> Path:
    return path.with_name(f"{Path(one.name).stem}-{path.name}") if several else path


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError:
        raise DraftError("file_unwritable", file=str(path)) from None
