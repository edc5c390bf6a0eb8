"""Texts of EXIF that carry their own encoding: UserComment and its like, and Windows' XP fields."""

from __future__ import annotations

from integritetskoll.images.decode import decode

CODE = 8
"""Bytes of the character code in front (CIPA DC-008, table 9)."""


def coded_text(raw: bytes, order: str) -> str:
    """Return a UserComment: eight bytes name the encoding, which programs often get wrong."""
    code, body = raw[:CODE].rstrip(b"\0 "), raw[CODE:]
    if code == b"UNICODE":
        return _utf16(body, order)
    if code == b"JIS":
        return body.decode("iso2022_jp", "replace")
    if code in {b"ASCII", b""}:
        return plain_text(body, order)
    return decode(raw)


def plain_text(body: bytes, order: str) -> str:
    """Return a text of no encoding: some programs write UTF-16 where ASCII should be."""
    return _utf16(body, order) if is_wide(body) else decode(body)


def xp_text(raw: bytes) -> str:
    """Return a field of Windows: UTF-16, little-endian whatever the byte order of the file."""
    return raw.decode("utf-16-le", "replace").rstrip("\0")


def is_wide(body: bytes) -> bool:
    """Tell whether a text is in UTF-16: every other byte of it is nought."""
    head = body[:64]
    return len(head) > 4 and max(head[::2].count(0), head[1::2].count(0)) > len(head) // 3  # noqa: PLR2004


def _utf16(body: bytes, order: str) -> str:
    if body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return decode(body)
    if body and 0 not in body[:64]:
        try:
            return body.decode("utf-8")  # says UNICODE, means UTF-8
        except UnicodeDecodeError:
            pass
    own = "utf-16-le" if order == "<" else "utf-16-be"
    return max((body.decode(e, "replace") for e in _both(own)), key=_latin).rstrip("\0")


def _both(own: str) -> tuple[str, str]:
    return own, "utf-16-be" if own == "utf-16-le" else "utf-16-le"


def _latin(text: str) -> int:
    return sum(character < "\u0250" for character in text[:200])
