"""Texts from files or standard input: UTF-8 or a clear error, never a guess."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

from integritetskoll.errors import DraftError, TooLargeError

STANDARD_INPUT = "-"
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BYTES_OF_A_CODE_POINT = 4
PRINTABLE = frozenset("\t\n\r\f\v\x1b")
MOST_CONTROLS = 0.1
"""The share of control characters above which decodable bytes are still no text."""


def read_text(name: str, *, shown: str, max_text: int) -> str:
    """Return the text of a file without its byte order mark; `-` is standard input.

    Offsets of a report count from the first character after the mark. Raises DraftError
    (`file_...`, fact `file`) or TooLargeError.
    """
    limit = max_text * BYTES_OF_A_CODE_POINT + len(codecs.BOM_UTF8)
    raw = _read(name, shown, limit)
    if len(raw) > limit:
        if b"\0" in raw:
            raise DraftError("file_binary", file=shown)
        raise TooLargeError("text_too_long", limit=max_text)
    if raw.startswith(UTF16):
        raise DraftError("file_utf16", file=shown)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DraftError("file_binary" if b"\0" in raw else "file_not_utf8", file=shown) from None
    controls = sum(c < " " and c not in PRINTABLE for c in text)
    if controls > MOST_CONTROLS * len(text):
        raise DraftError("file_binary", file=shown)
    return text


def _read(name: str, shown: str, limit: int) -> bytes:
    """Return at most one byte more than `limit`, enough to see that it is passed."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(limit + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise DraftError("file_missing", file=shown) from None
    except IsADirectoryError:
        raise DraftError("file_is_folder", file=shown) from None
    except (OSError, ValueError):
        raise DraftError("file_unreadable", file=shown) from None
