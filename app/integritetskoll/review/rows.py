"""A file of assessments as rows: text, CSV, XLSX or DOCX, read in memory, never written.

What a file is, its first bytes say as well as its name: a spreadsheet with another ending is a
clear error and no guess.
"""

from __future__ import annotations

import zipfile
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath

from integritetskoll.errors import DraftError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins old Office files and every Office file under a password."""
ZIP = b"PK\x03\x04"
MOST_UNPACKED = 100_000_000
"""Bytes that a packed file may grow to: a spreadsheet of a whole school is a hundredth of it."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FLAG = 0x1


@dataclass(frozen=True, slots=True)
class Row:
    """One assessment: its number in the file (from 1), the sheet or column, whom it is about."""

    number: int
    text: str = field(repr=False)
    label: str = field(default="", repr=False)
    part: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns the reader has chosen, by heading or number; empty: found by their names."""

    text: str = ""
    label: str = ""


def read_rows(data: bytes, name: str, columns: Columns) -> list[Row]:
    """Return the assessments of a file; raises DraftError `file_...` or `column_...`."""
    from integritetskoll.review import documents, tables  # noqa: PLC0415 - openpyxl loads slowly

    kind = PurePath(name).suffix.lower()
    _refuse_locked(data, name)
    if kind == ".xlsx":
        rows = tables.from_xlsx(_unpacked(data, name), name, columns)
    elif kind == ".docx":
        rows = documents.from_docx(_unpacked(data, name), name, columns)
    elif kind == ".csv":
        rows = tables.from_csv(decoded(data, name, excel=True), name, columns)
    elif kind in {".txt", ".md", ""}:
        rows = documents.from_text(decoded(data, name))
    else:
        raise DraftError("file_kind_unknown", file=name)
    if not rows:
        raise DraftError("file_without_rows", file=name)
    return rows


def decoded(data: bytes, name: str, *, excel: bool = False) -> str:
    """Return the text of UTF-8 bytes; raises DraftError.

    `excel`: what isn't UTF-8 may be Windows-1252, in which Swedish Excel saves CSV files.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DraftError("file_utf16", file=name)
    if b"\0" in data or data.startswith((OLE, ZIP)):
        raise DraftError("file_binary", file=name)
    for encoding in ("utf-8-sig", "cp1252") if excel else ("utf-8-sig",):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding).replace("\r\n", "\n")
    raise DraftError("file_not_utf8", file=name)


def _refuse_locked(data: bytes, name: str) -> None:
    if data.startswith(OLE):
        locked = _ENCRYPTED in data
        raise DraftError("file_password" if locked else "file_kind_unknown", file=name)


def _unpacked(data: bytes, name: str) -> BytesIO:
    """Return a packed Office file after a look at its table: no bomb, no password."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise DraftError("file_broken", file=name) from None
    if any(part.flag_bits & _FLAG for part in parts):
        raise DraftError("file_password", file=name)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise DraftError("file_too_large", file=name)
    return BytesIO(data)
