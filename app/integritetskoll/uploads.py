"""Files that come in over HTTP: read from the stream into memory, and never onto a disk.

Starlette spools what is over a megabyte into a temporary file; here the limit of the body is the
limit of the spool, so no file is ever made. Both doors read their uploads through this module.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from integritetskoll.domain.draft import Image
from integritetskoll.errors import DraftError
from integritetskoll.settings import Settings

MEDIA_TYPE = "multipart/form-data"
MOST_FILES, MOST_FIELDS = 60, 40
BYTES_OF_A_CODE_POINT = 4
FILES_AT_ONCE = 4
"""How many files of the largest size one request may carry; smaller ones in proportion."""


@dataclass(frozen=True, slots=True)
class Upload:
    """The fields of a form and its files; a file field that was left empty is none."""

    fields: Mapping[str, str] = dataclasses.field(repr=False)
    images: tuple[Image, ...]


class _InMemory(MultiPartParser):
    """Starlette's parser, strict on the encoding of fields."""

    def on_part_end(self) -> None:
        """Refuse a field that is no UTF-8, where Starlette would guess."""
        if self._current_part.file is None:
            self._current_part.data.decode("utf-8")
        super().on_part_end()


def upload_limit(settings: Settings) -> int:
    """Return the bytes that a body with files may have."""
    return settings.max_file * FILES_AT_ONCE + settings.max_text * BYTES_OF_A_CODE_POINT + 65_536


def is_upload(request: Request) -> bool:
    """Tell whether a body says that it carries files."""
    given = request.headers.get("content-type", "")
    return given.split(";")[0].strip().lower() == MEDIA_TYPE


async def read_upload(request: Request, settings: Settings) -> Upload:
    """Read the body; raises DraftError `wrong_multipart` or `invalid_utf8`."""
    parser = _InMemory(
        request.headers,
        request.stream(),
        max_files=MOST_FILES,
        max_fields=MOST_FIELDS,
        max_part_size=settings.max_text * BYTES_OF_A_CODE_POINT + 65_536,
    )
    parser.spool_max_size = upload_limit(settings) + 1
    try:
        form = await parser.parse()
    except UnicodeDecodeError:
        raise DraftError("invalid_utf8") from None
    except (MultiPartException, KeyError):
        raise DraftError("wrong_multipart") from None
    fields: dict[str, str] = {}
    images: list[Image] = []
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            data = await value.read()
            await value.close()
            if data or value.filename:
                images.append(Image(value.filename or "", data))
        else:
            fields[name] = value
    return Upload(fields, tuple(images))
