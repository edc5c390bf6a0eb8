"""Web addresses that lead to one person: profiles, what somebody shares, links with a key in them.

A link to Skolverket or to the school's own page is nobody. RFC 3986 for what an address is;
`url_hosts` for whose pages they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.domain_names import host_end
from integritetskoll.text.recognizers.role_words import is_office, is_public_account
from integritetskoll.text.recognizers.url_hosts import (
    NOT_USER,
    PERSON_KEY,
    PROFILES,
    SECRET_KEY,
    SHARED,
    USER_PATH,
)

LABEL = r"[\p{L}\d](?:[-_]*+[\p{L}\d])*+"
ADDRESS = regex.compile(
    rf"(?<![\p{{L}}\d@._-])(?:https?://(?:[^\s/@<>\"]{{1,80}}@)?)?"
    rf"(?P<host>{LABEL}(?:\.{LABEL})++)(?::\d{{2,5}})?(?P<rest>[/?\#][^\s<>\"”“|\\^`]*+)?",
    regex.IGNORECASE,
)
START = regex.compile(r"https?://|www\.|\.\p{L}{2,6}(?::\d+)?/", regex.IGNORECASE)
WORD_START = regex.compile(r"[^\s<>\"”“(|\\^`\[]*+\Z")
CLOSING = ".,;:!?'*»…"
BRACKETS = {")": "(", "]": "[", "}": "{"}
REACH = 300
"""Characters before a sign of an address where the address may begin."""
SHOP_WINDOW = regex.compile(r"^(?:www|m|mobile|web|touch|old|[a-z]{2}(?:-[a-z]{2})?)\.(?=\S+\.)")
"""What stands before the host that counts: "m.facebook.com", "se.linkedin.com"."""
PERSONAL_SITES = regex.compile(
    r"(?P<name>[\w-]+)\.(?:blogg\.se|blogspot\.\w+|tumblr\.com|wordpress\.com|weebly\.com"
    r"|substack\.com"
    r"|carrd\.co|github\.io|itch\.io|neocities\.org|wixsite\.com|webnode\.se|bandcamp\.com)",
    regex.IGNORECASE,
)
PERSONNUMMER = regex.compile(
    r"(?<!\d)(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])[-+]?\d{4}(?!\d)"
)
PATH_KEY = regex.compile(
    r"/(?:reset|invite|inbjudan|verify|verifiera|confirm|bekrafta|unsubscribe|activate|aktivera"
    r"|magic|token|join)/(?=[\w-]*\d)[\w-]{8,}",
    regex.IGNORECASE,
)
SECRET_LENGTH = 6


class SwedishUrlRecognizer(SwedishRecognizer):
    """An address of a person's page, of something shared, or with a personal key."""

    ENTITIES = (Entity.URL,)
    CODES = ("url_profile", "url_shared_document", "url_personal_token")

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every personal address without the punctuation that follows it."""
        done = 0
        for sign in scan(START, text):
            if sign.start() < done:
                continue
            match = ADDRESS.match(text, _begin(text, sign.start(), done))
            if match is None or match.end() <= sign.start():
                continue
            if not host_end(match["host"]):
                done = match.end()
                continue
            done = _end(text, match.start(), match.end())
            code = judge(text[match.start() : done])
            if code:
                yield Hit(Entity.URL, match.start(), done, code)


def _begin(text: str, sign: int, done: int) -> int:
    if text[sign] != ".":
        return sign
    word = WORD_START.search(text, max(done, sign - REACH), sign)
    return int(word.start()) if word else sign


def _end(text: str, start: int, end: int) -> int:
    """Give back closing punctuation and a bracket that the address never opened."""
    while end > start:
        last = text[end - 1]
        opening = BRACKETS.get(last)
        if last in CLOSING or (
            opening and text.count(opening, start, end) < text.count(last, start, end)
        ):
            end -= 1
        else:
            break
    return end


def judge(address: str) -> str | None:
    """Return the reason code of an address, None when it is nobody's."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
    except ValueError:
        return None
    host = SHOP_WINDOW.sub("", parts.hostname or "")
    if _is_shared(host, parts):
        return "url_shared_document"
    if _has_key(parts):
        return "url_personal_token"
    return "url_profile" if _is_profile(host, parts) else None


def _is_shared(host: str, parts: SplitResult) -> bool:
    pattern = SHARED.get(host)
    if pattern is not None:
        return bool(pattern.match(parts.path or "/"))
    if host.endswith(".sharepoint.com"):
        return "-my." in host or "/personal/" in parts.path or parts.path.startswith("/:")
    return False


def _is_profile(host: str, parts: SplitResult) -> bool:
    path = unquote(parts.path)
    pattern = PROFILES.get(host)
    match = pattern.match(path) if pattern else USER_PATH.match(path)
    if match is None:
        site = PERSONAL_SITES.fullmatch(host)
        return site is not None and not _is_nobody(site["name"])
    name = match.groupdict().get("name")
    return not (name and _is_nobody(name))


def _is_nobody(name: str) -> bool:
    return name.lower() in NOT_USER or (not name.isdigit() and is_public_account(name))


def _has_key(parts: SplitResult) -> bool:
    if parts.password:
        return True
    if PERSONNUMMER.search(parts.path) or PATH_KEY.search(parts.path):
        return True
    pairs = parse_qsl(parts.query) + (parse_qsl(parts.fragment) if "=" in parts.fragment else [])
    return any(_tells(key, value) for key, value in pairs)


def _tells(key: str, value: str) -> bool:
    if PERSON_KEY.fullmatch(key):
        return len(value) > 1 and not is_office(value.partition("@")[0])
    if PERSONNUMMER.fullmatch(value):
        return True
    local, at, host = value.partition("@")
    if at and host_end(host):
        return not is_office(local)
    return (
        bool(SECRET_KEY.fullmatch(key))
        and len(value) >= SECRET_LENGTH
        and any(c.isdigit() for c in value)
    )
