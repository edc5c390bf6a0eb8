"""E-mail addresses, also as people hide them from robots: "tindra (at) example (dot) se".

RFC 5321 and 6531 (letters outside ASCII), narrowed to what people write. Function mailboxes
("rektor@") are nobody: GDPR, recital 14, and IMY on addresses without a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.domain_names import host_end
from integritetskoll.text.recognizers.role_words import is_office

START = r"(?<![\p{L}\d._+-])"
WORD = r"[\p{L}\d_](?:[.+'-]*+[\p{L}\d_])*+"
LABEL = r"[\p{L}\d](?:-*+[\p{L}\d])*+"
SIGN = r"(?:@|%40|&\#64;|&commat;)"
LOCAL = regex.compile(rf"{START}{WORD}\Z")
HOST = regex.compile(rf"{SIGN}(?P<host>{LABEL}(?:\.{LABEL})++)")
LONGEST = 64
"""Characters of a local part (RFC 5321)."""
AT = r"(?P<at> ?[(\[{<] ?(?:at|a|@|snabel-?a|ät) ?[)\]}>] ?| snabel-?a | @ |@ | @| at )"
DOT = r"(?:\.| ?[(\[{<] ?(?:dot|punkt|\.) ?[)\]}>] ?| (?:dot|punkt) )"
HIDDEN = regex.compile(
    rf"{START}(?P<local>{WORD}(?:{DOT}{WORD}){{0,3}}+){AT}"
    rf"(?P<host>{LABEL}(?:{DOT}{LABEL}){{1,8}}+)",
    regex.IGNORECASE,
)
ANY_DOT = regex.compile(DOT, regex.IGNORECASE)
MARKS = ("@", "%40", "&#64;", "&commat;")
HIDING = ("@ ", " @", " at ", "snabel", "(a", "[a", "{a", "<a", "( a", "[ a", "@)", "@]", "(ät")
MACHINE = frozenset({"git", "svn", "hg"})


class SwedishEmailRecognizer(SwedishRecognizer):
    """An e-mail address of a person; function mailboxes are none."""

    ENTITIES = (Entity.EMAIL_ADDRESS,)
    CODES = ("email_address",)

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every address, exactly as far as its host is a name on the net."""
        if any(mark in text for mark in MARKS):
            yield from _plain(text)
        lowered = text.lower()
        if any(sign in lowered for sign in HIDING):
            yield from _hidden(text)


def _plain(text: str) -> Iterator[Hit]:
    for match in scan(HOST, text):
        place = match.start()
        local = LOCAL.search(text, max(0, place - LONGEST), place)
        end = host_end(match["host"]) if local else 0
        if local and end and _is_person(local.group()):
            end += match.start("host")
            yield Hit(Entity.EMAIL_ADDRESS, local.start(), end, "email_address")


def _is_person(local: str) -> bool:
    return any(c.isalnum() for c in local) and local not in MACHINE and not is_office(local)


def _hidden(text: str) -> Iterator[Hit]:
    for match in scan(HIDDEN, text):
        host = ANY_DOT.sub(".", match["host"])
        local = ANY_DOT.sub(".", match["local"])
        length = host_end(host)
        if not length or not _is_person(local) or not _is_hiding(match["at"], local, host):
            continue
        end = match.end() if length == len(host) else _raw_end(match, host[:length].count("."))
        yield Hit(Entity.EMAIL_ADDRESS, match.start("local"), end, "email_address")


def _is_hiding(at: str, local: str, host: str) -> bool:
    """Tell an address from prose: "fest @ ullared.se" and "look at example.se" are none."""
    if not any(c.isalpha() for c in local):
        return False
    built = any(c in "._" or c.isdigit() for c in local)
    if at.strip().lower() == "at" or at == " @":
        return built
    return built or at.strip() != "@" or host.count(".") > 1 or local.islower()


def _raw_end(match: regex.Match[str], dots: int) -> int:
    """Return where the label after that many dots ends in the text as it stands."""
    places = [m.start() for m in ANY_DOT.finditer(match["host"])]
    return int(match.start("host") + places[dots])
