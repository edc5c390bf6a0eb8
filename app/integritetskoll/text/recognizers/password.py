"""Passwords, and the codes of `opening_codes`: doors, lockers, alarms, classes and games.

GDPR, article 32, and IMY's advice on authentication: a secret must not stand in a text. Codes of
a school's safety work are secret under offentlighets- och sekretesslagen (2009:400) 18 and 23.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.opened_by import opened_by
from integritetskoll.text.recognizers.opening_codes import opening_codes
from integritetskoll.text.recognizers.secret_shape import (
    OPEN,
    SAID,
    SHORTEST,
    SHOWN,
    closed,
    is_made_up,
    is_ordinary,
    is_word_alone,
)
from integritetskoll.text.recognizers.secret_words import NO_PASSWORDS
from integritetskoll.text.recognizers.table_columns import SEPARATORS, cells_under

PASSWORD = regex.compile(
    rf"(?:lösen(?:ord|fras)?(?P<definite>et|en)?|\b(?:password|passwd|passphrase|pwd|psw|pw))"
    rf"(?!\p{{L}})(?:{SAID}| (?P<near>{OPEN}{{4,64}}+))"
)
CHANGED = regex.compile(
    rf"\b(?:byt|ändra|sätt|satt)\p{{L}}* (?:\p{{L}}+ ){{0,3}}?lösen(?:ord)?(?:et)? till {SHOWN}"
)
PAIR = regex.compile(
    r"\b(?:inlogg\p{L}*|logga[rd]?e? in|login|konto(?:t)?|användar\p{L}*|wi-?fi|wlan)"
    rf"(?: är| med| som| så här|:| =)* [\p{{L}}\d._@-]{{3,40}}"
    rf"(?: ?[/|] ?|, | och | med )(?P<open>{OPEN}{{6,64}}+)"
)
HEADING = regex.compile(r"lösen(?:ord)?|password|pw|pin(?:-?kod)?")
CODE_HEADING = regex.compile(r"(?:port|skåps?|dörr|lås|inloggnings|engångs)?-?kod")
SIGNS = ("lösen", "passw", "passp", "pw", "psw")
PAIR_SIGNS = ("logg", "login", "konto", "användar", "wifi", "wi-fi", "wlan")
PREDICATIVE = ("t", "as", "ts")
"""Endings of what one says about a password ("är bytt"): "lösenord" is neuter."""


class PasswordRecognizer(SwedishRecognizer):
    """A secret; the span is the secret itself, never the word before it."""

    ENTITIES = (Entity.PASSWORD,)
    CODES = ("password", "access_code", "security_code", "join_code")

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every secret once."""
        seen: set[int] = set()
        for start, end, code in _candidates(text, fold_case(text)):
            if start not in seen:
                seen.add(start)
                yield Hit(Entity.PASSWORD, start, end, code)


def _candidates(text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    if any(sign in lowered for sign in SIGNS):
        yield from _passwords(text, lowered)
    if any(sign in lowered for sign in PAIR_SIGNS):
        yield from _pairs(text, lowered)
    yield from opening_codes(text, lowered)
    yield from opened_by(lowered)
    if any(separator in text for separator in SEPARATORS):
        yield from _columns(text)


def _passwords(text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    for match in scan(PASSWORD, lowered):
        group = next(name for name in ("quoted", "open", "near") if match[name])
        start = match.start(group)
        end = closed(text, start, match.end(group))
        if _is_password(text, start, end, match):
            yield start, end, "password"
    for match in scan(CHANGED, lowered):
        group = "quoted" if match["quoted"] else "open"
        start = match.start(group)
        end = closed(text, start, match.end(group))
        if match["quoted"] or is_made_up(text[start:end]):
            yield start, end, "password"


def _is_password(text: str, start: int, end: int, match: regex.Match[str]) -> bool:
    """Decide by shape and by how surely nothing but a password can stand here."""
    secret = text[start:end]
    if is_ordinary(text, start, end):
        return False
    if match["quoted"] or is_made_up(secret):
        return True
    if secret.isdigit():
        return len(secret) >= SHORTEST
    return is_word_alone(text, start, end) and _can_be_word(secret, match)


def _can_be_word(secret: str, match: regex.Match[str]) -> bool:
    if match["verb"]:
        # "Lösenord är personliga": of several, said in the plural.
        return not secret.endswith(PREDICATIVE if match["definite"] else (*PREDICATIVE, "a"))
    return bool(match["sign"] or (match["definite"] and secret.istitle()))


def _pairs(text: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    for match in scan(PAIR, lowered):
        start = match.start("open")
        end = closed(text, start, match.end("open"))
        secret = text[start:end]
        if is_made_up(secret) and secret != secret.lower():
            yield start, end, "password"


def _columns(text: str) -> Iterator[tuple[int, int, str]]:
    for heading, code in ((HEADING, "password"), (CODE_HEADING, "access_code")):
        for start, end in cells_under(text, heading):
            cell = text[start:end]
            if cell.lower() not in NO_PASSWORDS and " " not in cell and len(cell) >= SHORTEST:
                yield start, end, code
