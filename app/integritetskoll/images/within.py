"""What stands within bytes that should be numbers or colours: names, and blocks that were taken in.

A wrong number makes a text a table, a wrong length or a shift takes blocks into coded colours.
Noise reads like words there, so that only whole names, numbers and the marks of blocks count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from integritetskoll.images.decode import decode

_HIGH = rb"(?:[A-Z\xc4\xc5\xc9\xd6]|\xc3[\x84\x85\x89\x96])"
_LOW = rb"(?:[a-z\xe4\xe5\xe9\xf6\xfc]|\xc3[\xa4\xa5\xa9\xb6\xbc])"
_NARROW = re.compile(
    rb"%b%b{2,20}+(?:[ -]%b%b{1,30}+){1,3}+" % (_HIGH, _LOW, _HIGH, _LOW)
    + rb"|\b\d{6,8}[-+]\d{4}\b|[\w.-]{2,60}+@[\w-]{2,60}+\.[a-z]{2,10}\b"
)
_BIG = re.compile(
    rb"\0[A-Z\xc4\xc5\xc9\xd6](?:\0[a-z\xe4\xe5\xe9\xf6\xfc]){2,20}+"
    rb"(?:\0[ -]\0[A-Z\xc4\xc5\xc9\xd6](?:\0[a-z\xe4\xe5\xe9\xf6\xfc]){1,30}+){1,3}+"
)
_LITTLE = re.compile(
    rb"[A-Z\xc4\xc5\xc9\xd6]\0(?:[a-z\xe4\xe5\xe9\xf6\xfc]\0){2,20}+"
    rb"(?:[ -]\0[A-Z\xc4\xc5\xc9\xd6]\0(?:[a-z\xe4\xe5\xe9\xf6\xfc]\0){1,30}+){1,3}+"
)
_ALL: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (_NARROW, ""), (_BIG, "utf-16-be"), (_LITTLE, "utf-16-le"),
)  # fmt: skip
_VOWEL = re.compile("[aeiouyåäöéü]", re.IGNORECASE)
_PARTS = re.compile("[ -]")
_LEAST = 7
"""Characters of the shortest name and surname that noise does not make."""
_BLOCKS = (b"Exif\0\0", b"</rdf:", b"ns.adobe.com/")
"""How the blocks begin or end that people's names stand in."""


def named_within(raw: bytes) -> Iterator[str]:
    """Yield the names, personal numbers and addresses in bytes of any kind; linear in them."""
    seen: list[str] = []
    for pattern, encoding in _ALL:
        for match in pattern.finditer(raw):
            text = match.group().decode(encoding) if encoding else decode(match.group())
            # The other byte order finds a name once more, without its last letter.
            cut = encoding == "utf-16-le" and any(one.startswith(text) for one in seen)
            if not cut and (text[0].isdigit() or "@" in text or _is_name(text)):
                seen.append(text)
                yield text


def block_within(raw: bytes) -> int:
    """Return where the first block begins that coded colours took in, -1 where none does."""
    return min((at for at in map(raw.find, _BLOCKS) if at >= 0), default=-1)


def is_damaging(raw: bytes) -> bool:
    """Tell whether the copy of a damaged file holds a name or a block: nobody knows whose."""
    return block_within(raw) >= 0 or any(True for _ in named_within(raw))


def stands_alone(name: str, text: str) -> bool:
    """Tell whether a name stands in a text with no other letter beside it."""
    return bool(re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", text))


def _is_name(text: str) -> bool:
    return len(text) >= _LEAST and all(map(_VOWEL.search, _PARTS.split(text)))
