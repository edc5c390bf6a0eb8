"""Whether a text that was in a file still stands in its clean copy, in any way of writing it.

One pass finds the few stretches that can be text at all; the texts are looked for in those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LEAST = 8
"""Characters from which a text that turns up in a clean copy is no chance."""
_PRINTABLE = frozenset({9, 10, 13, *range(32, 127)})
_OTHER = b"\2"
_NARROW_KINDS = bytes(1 if byte in _PRINTABLE else 2 for byte in range(256))
_WIDE_KINDS = bytes(1 if byte in _PRINTABLE else 2 if byte else 0 for byte in range(256))
"""1 for what is printable, 0 for nought, which UTF-16 has beside it, 2 for the rest."""
_RUN, _WIDE = b"\1" * LEAST, b"\1\0" * (LEAST // 2)
_NARROW, _WIDE_ONES = ("utf-8", "latin-1", "mac_roman"), ("utf-16-le", "utf-16-be")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What no text has: a value with one of these came from an offset into coded colours."""
_ASCII = re.compile(r"[\t\n\r\x20-\x7e]+")


def any_left(texts: Iterable[str], clean: bytes) -> bool:
    """Tell whether one of the texts stands in the bytes: UTF-8, old code pages, UTF-16."""
    wanted = sorted({t for t in texts if len(t) >= LEAST and not _CONTROL.search(t)})
    if not wanted:
        return False
    narrow = _stretches(clean, clean.translate(_NARROW_KINDS), _RUN)
    wide = _stretches(clean, clean.translate(_WIDE_KINDS), _WIDE)
    return any(_is_left(text, clean, narrow, wide) for text in wanted)


def _stretches(clean: bytes, kinds: bytes, run: bytes) -> bytes:
    """Return the stretches of no other kind in which a run stands, one after the other."""
    found, at = [], kinds.find(run)
    while at >= 0:
        end = kinds.find(_OTHER, at)
        end = len(kinds) if end < 0 else end
        found.append(clean[at:end])
        at = kinds.find(run, end)
    return b"\xff\xff".join(found)


def _is_left(text: str, clean: bytes, narrow: bytes, wide: bytes) -> bool:
    piece = max(_ASCII.findall(text), key=len, default="")
    may_be_narrow = len(piece) < LEAST or piece.encode() in narrow
    # Letters of ASCII: the other byte order holds what this one is without its last nought.
    may_be_wide = len(piece) <= LEAST // 2 or piece.encode("utf-16-le")[:-1] in wide
    encodings = (_NARROW if may_be_narrow else ()) + (_WIDE_ONES if may_be_wide else ())
    return any(text.encode(encoding, "replace") in clean for encoding in encodings)
