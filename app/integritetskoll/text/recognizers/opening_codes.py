"""Codes that open something: doors, lockers, alarms, a class in Classroom, a game."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.plain.late import compile_late
from integritetskoll.text.recognizers.base import scan
from integritetskoll.text.recognizers.secret_shape import (
    SAID,
    SHORTEST,
    closed,
    is_made_up,
    is_ordinary,
    is_word_alone,
)
from integritetskoll.text.recognizers.secret_words import (
    JOIN,
    JOIN_KINDS,
    LOCKS,
    NO_SECRET_KINDS,
    SECURITY,
    SECURITY_KINDS,
    UNITS,
)

CODE = compile_late(rf"(?:kod|(?P<phrase>kodord))(?:en|et)?(?!\p{{L}}){SAID}")
PIN = compile_late(rf"\b(?P<kind>game |kahoot[ -]?)?pin(?:-?numret|-?nummer)?(?!\p{{L}}){SAID}")
GAME = compile_late(
    r"\b(?:kahoot(?:\.it)?|menti(?:meter|\.com)?|blooket|quizizz|gimkit|google classroom|classroom"
    r"|socrative|nearpod)"
    r"(?:(?: ?[:=] ?| är |,? (?:och |med )?(?:skriv|ange|kod|pin|koden)(?: in)? )"
    r"(?P<said>(?=[^\s]*\d)[a-z\d]{5,8}(?![\p{L}\d.:])|\d{3,4} ?\d{3,4}(?![\d.:]))"
    r"| (?P<near>\d{3,4} \d{3,4}|\d{5,8})(?![\d.:]))"
)
LOCK = compile_late(
    r"\b(?:(?:häng|kod|cykel|skåps)lås(?:kod)?|larm)(?:et|en)?"
    r"(?: har| är|:| =|(?: \p{L}+){1,3} (?:med|koden))? ?"
    r"(?P<open>\d{4,6}|\d{1,2}(?:-\d{1,2}){2,3})(?![\d.:/-])"
)
GROUPED = compile_late(r"\d{2,4} \d{2,4}(?! ?\d)")
KIND = compile_late(r"\p{L}[\p{L}:]*(?:-\p{L}*)?\Z")
COURSE = compile_late(r"[A-ZÅÄÖ]{3,}\d{0,2}[A-ZÅÄÖ]*\d*[a-zA-ZÅÄÖ]?\d*")
LONG_KINDS = tuple(kind for kind in NO_SECRET_KINDS if len(kind) > len("kod"))
LONGEST_KIND = 30
LONGEST_CODE = 10
LONGEST_PIN = 8
REACH = 60
"""Characters before a code that may say what it opens."""
TAUGHT = ("binär ", "binära ", "genetisk ", "genetiska ", "morse ", "html-", "i ")
ADJECTIVE = ("t", "ad", "as")


def opening_codes(text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and reason code of every such code; `lowered` is `text` in lower case."""
    if "kod" in lowered:
        yield from _codes(text, lowered)
    if "pin" in lowered:
        yield from _pins(text, lowered)
    if JOIN.search(lowered):
        for match in scan(GAME, lowered):
            yield *match.span("said" if match["said"] else "near"), "join_code"
    if "lås" in lowered or "larm" in lowered:
        for match in scan(LOCK, lowered):
            if not UNITS.match(lowered, match.end()):
                security = match.group().startswith("larm")
                yield *match.span("open"), "security_code" if security else "access_code"


def _codes(text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    for match in scan(CODE, lowered):
        prefix = _prefix(lowered, match.start())
        code = _kind_of(prefix, lowered, match)
        if code is None:
            continue
        if match["quoted"]:
            yield *match.span("quoted"), code
            continue
        start, end = match.span("open")
        grouped = GROUPED.match(text, start) if _may_group(match, code) else None
        if grouped:
            yield *grouped.span(), code
            continue
        end = start + len(text[start : closed(text, start, end)].rstrip("#*"))
        if _is_code(text, start, end, match, bare=not prefix) and _suits(
            text, start, end, match, code
        ):
            yield start, end, code


def _may_group(match: regex.Match[str], code: str) -> bool:
    return code == "join_code" or bool(match["sign"] or match["verb"])


def _prefix(lowered: str, place: int) -> str:
    found = KIND.search(lowered, max(0, place - LONGEST_KIND), place)
    return found.group().strip("-:") if found else ""


def _kind_of(prefix: str, lowered: str, match: regex.Match[str]) -> str | None:
    """Return the reason code for what the code opens, None when it opens nothing."""
    around = lowered[max(0, match.start() - REACH) : match.start()].rpartition("\n")[2]
    if prefix.endswith(SECURITY_KINDS):
        return "security_code"
    if prefix.endswith(JOIN_KINDS) or (prefix == "kurs" and JOIN.search(around)):
        return "join_code"
    if prefix in NO_SECRET_KINDS or prefix.endswith(LONG_KINDS):
        return None
    return "access_code" if prefix else _kind_around(around, match["target"] or "")


def _kind_around(around: str, target: str) -> str | None:
    if around.endswith(TAUGHT):
        return None
    if SECURITY.search(target) or SECURITY.search(around[-REACH // 2 :]):
        return "security_code"
    return "join_code" if JOIN.search(target) or JOIN.search(around) else "access_code"


def _is_code(text: str, start: int, end: int, match: regex.Match[str], *, bare: bool) -> bool:
    """Tell a code by its shape; a bare "kod" asks for more than "portkod"."""
    secret = text[start:end]
    said = bool(match["sign"] or match["verb"])
    if is_ordinary(text, start, end):
        return False
    if secret.isdigit():
        lost = match["target"] and not said and not LOCKS.search(match["target"])
        return not lost and SHORTEST - (not bare) <= len(secret) <= LONGEST_CODE
    if is_made_up(secret):
        return "." not in secret and (said or not bare or sum(map(str.isdigit, secret)) > 1)
    return said and is_word_alone(text, start, end)


def _suits(text: str, start: int, end: int, match: regex.Match[str], code: str) -> bool:
    """Refuse course codes, and words where only numbers serve as codes."""
    secret = text[start:end]
    if COURSE.fullmatch(secret) and not secret.isalpha() and not (match["sign"] or match["verb"]):
        return False
    if not secret.isalpha() or is_made_up(secret):
        return True
    if code == "join_code":
        return secret.islower() and len("abcdef") <= len(secret) <= len("abcdefgh")
    spoken = code == "security_code" or bool(match["phrase"])
    return spoken and not secret.endswith(ADJECTIVE)


def _pins(text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    for match in scan(PIN, lowered):
        if match["quoted"]:
            continue
        start, end = match.span("open")
        grouped = GROUPED.match(text, start)
        if match["kind"] and grouped:
            start, end = grouped.span()
        end = closed(text, start, end)
        digits = text[start:end].replace(" ", "")
        if digits.isdigit() and SHORTEST <= len(digits) <= LONGEST_PIN:
            yield start, end, "join_code" if match["kind"] else "access_code"
