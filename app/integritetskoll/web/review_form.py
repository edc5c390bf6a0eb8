"""The form of a review: a file, where it goes, its columns, and the rows that were changed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.requests import Request

from integritetskoll.domain.draft import Context
from integritetskoll.errors import DraftError
from integritetskoll.report.wording import Language
from integritetskoll.review.rows import Columns, Row, read_rows
from integritetskoll.uploads import is_upload, read_upload
from integritetskoll.web.sentences import sentences

LARGEST = 20_000_000
"""Bytes of the largest file: a thousand assessments are one."""
DESTINATION, DOCUMENT_TYPE = "unikum", "written_assessment"
CONTEXT = Context(destination=DESTINATION, document_type=DOCUMENT_TYPE)
WANTED = frozenset({"xlsx", "html"})


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: the rows as they are now, their context, and what is wanted of them."""

    rows: tuple[Row, ...] = ()
    context: Context = dataclasses.field(default_factory=lambda: CONTEXT)
    columns: Columns = dataclasses.field(default_factory=Columns)
    wanted: str = ""


async def read_sent(request: Request, language: Language) -> Sent:
    """Read the form; raises DraftError for a file that can't be read, or for none."""
    if not is_upload(request):
        raise DraftError("wrong_multipart")
    settings = request.app.state.settings
    upload = await read_upload(request, settings)
    given = upload.fields
    if len(upload.images) != 1 or not upload.images[0].data:
        raise DraftError("upload_missing")
    file = upload.images[0]
    columns = Columns(given.get("column", "").strip(), given.get("label", "").strip())
    rows = _rows(file.data, file.name, columns, language)
    context = Context(
        destination=given.get("destination") or DESTINATION,
        document_type=DOCUMENT_TYPE,
        school=settings.school,
    )
    wanted = given.get("wanted", "")
    edits = _edits(given.get("edits", ""))
    changed = tuple(
        replace(row, text=edits[at]) if at in edits else row for at, row in enumerate(rows)
    )
    return Sent(changed, context, columns, wanted if wanted in WANTED else "")


def _rows(data: bytes, name: str, columns: Columns, language: Language) -> list[Row]:
    # A file's name may be a pupil's: errors never repeat it.
    said = sentences(language).text("review", "the_file")
    if len(data) > LARGEST:
        raise DraftError("file_too_large", file=said)
    try:
        return read_rows(data, name, columns)
    except DraftError as error:
        raise DraftError(error.code, **{**error.facts, "file": said}) from None


def _edits(raw: str) -> Mapping[int, str]:
    """Return the changed rows by their place in the file; raises DraftError."""
    try:
        given = json.loads(raw or "{}")
        return {int(at): _text(text) for at, text in given.items()}
    except (AttributeError, RecursionError, TypeError, ValueError):
        raise DraftError("wrong_form") from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
