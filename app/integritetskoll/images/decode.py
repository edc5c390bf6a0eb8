"""Bytes of unknown encoding made text, and readable text found between other bytes.

Cameras and programs write UTF-8, Windows Latin-1 and Mac Roman into fields that are ASCII by
their standards, and some encode twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from integritetskoll.images import limits

_LETTERS = frozenset("åäöÅÄÖéÉèüÜæøÆØñçáíóúšžčćłńôîêëïâà’”–")
_TWICE = re.compile("[ÂÃ][\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]")
_UTF16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
TABLE = "CDEFGHIJSTUVWXYZ"
"""Stands in the Huffman tables of most JPEG files (ISO/IEC 10918-1, table K.5)."""
SHORT, LONG = 5, 10
"""Characters from which a run counts as text, in small blocks and in large ones."""
LARGE = 1 << 16
PADDED, _PADDING = 1000, re.compile(r"[\t\n\r ]{40}")
MARKED = 60
"""Characters from which a run that is no text is taken apart at its marks."""


def decode(raw: bytes) -> str:
    """Return the text of bytes: UTF-8 if they are, else the likeliest of the old code pages."""
    for mark, encoding in _UTF16:
        if raw.startswith(mark):
            return raw[2 : len(raw) - len(raw) % 2].decode(encoding, "replace").strip("\0")
    raw = raw.strip(b"\0")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return max(_guesses(raw), key=_likelihood)
    return _once(text)


def _guesses(raw: bytes) -> Iterator[str]:
    for encoding in ("cp1252", "mac_roman", "cp850"):
        yield raw.decode(encoding, "replace")


def _likelihood(text: str) -> int:
    high = [c for c in text if c > "\x7f"]
    return sum(1 if c in _LETTERS else -1 for c in high)


def _once(text: str) -> str:
    """Undo one UTF-8 too many ("Ã…sa")."""
    if not _TWICE.search(text):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


# ---- readable text between other bytes

_PLAIN = rb"[\t\n\r\x20-\x7e]"
_RUNS: tuple[tuple[str, bytes], ...] = (
    ("utf-8", rb"(?:" + _PLAIN + rb"|[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x90-\xa6]){%d,20000}+"),
    ("latin-1", rb"[\t\n\r\x20-\x7e\xe5\xe4\xf6\xc5\xc4\xd6\xe9\xfc]{%d,20000}+"),
    ("utf-16-le", rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00){%d,20000}+"),
    ("utf-16-be", rb"(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]){%d,20000}+"),
)
_COMPILED = {
    least: tuple((encoding, re.compile(run % least)) for encoding, run in _RUNS)
    for least in (SHORT, LONG)
}
_WORD = re.compile(r"[A-Za-zÀ-ɏ]{3,}")
_VOWEL = re.compile(r"[aeiouyåäöéü]", re.IGNORECASE)
_MARKS = re.compile(r"[<>\"'=|;\r\n\t]+")
_NUMBERS = re.compile(r"\d{6}[-+ ]?\d{4}|@|\d{3}[- ]\d{2,3} ?\d{2}")


def readable(raw: bytes) -> Iterator[str]:
    """Yield the pieces of `raw` that read like text; linear in its length."""
    raw = raw[: limits.MAX_SWEPT]
    least = LONG if len(raw) > LARGE else SHORT
    seen: set[str] = set()
    for encoding, pattern in _COMPILED[least]:
        for match in pattern.finditer(raw):
            for text in _pieces(match.group().decode(encoding, "replace").strip(), least):
                if text in seen or (encoding == "latin-1" and text.isascii()):
                    continue
                seen.add(text)
                yield text


_ACROSS = (
    re.compile(rb"(?:" + _PLAIN + rb"|[\xc3-\xc5][\x80-\xbf]){10,}"),
    re.compile(rb"[\t\n\r\x20-\x7e\xe5\xe4\xf6\xc5\xc4\xd6\xe9\xfc]{10,}"),
)
_NAMED = re.compile("([A-ZÅÄÖÉ][a-zåäöéü]{2,})[ -]([A-ZÅÄÖÉ][a-zåäöéü]+)")
_AROUND = 200
"""Bytes before and behind the end of coded colours that are searched for a text across it."""


def named_across(raw: bytes, end: int) -> str:
    """Return a text with a name that begins before the end of coded colours, or nothing.

    Colours read like letters, so that only the shape of a given name with a surname counts. What
    stands behind the end is read anyway.
    """
    first = max(0, end - _AROUND)
    around = raw[first : end + _AROUND]
    for match in (match for pattern in _ACROSS for match in pattern.finditer(around)):
        if match.start() < end - first <= match.end():
            text, behind = decode(match.group()), decode(raw[end : first + match.end()])
            if _names(text) > _names(behind):
                return text
    return ""


def _names(text: str) -> int:
    return sum(all(map(_VOWEL.search, names)) for names in _NAMED.findall(text))


def _pieces(run: str, least: int) -> Iterator[str]:
    """Yield a run that reads like text; of markup and lists, the pieces that do.

    Markup that is long, with its padding, would be slow to judge as one text.
    """
    if reads_like_text(run) and not (len(run) > PADDED and _PADDING.search(run)):
        yield run
    elif len(run) > MARKED:
        for piece in _MARKS.split(run):
            if len(piece) >= least and reads_like_text(piece.strip()):
                yield piece.strip()


def reads_like_text(text: str) -> bool:
    """Tell words and numbers from noise: letters in words with vowels, or a shape of a number."""
    if TABLE in text:
        return False
    if _NUMBERS.search(text):
        return True
    words = [word for word in _WORD.findall(text) if _VOWEL.search(word)]
    return bool(words) and sum(map(len, words)) >= 0.5 * len(text)
