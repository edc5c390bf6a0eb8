"""Swedish accounts: clearing and account number, bankgiro, plusgiro and Swish.

Bankinfrastruktur (BSAB), "Bankernas kontonummer" and "10-modulen": a giro number ends in a Luhn
digit; clearing numbers have four digits, 8xxx (Swedbank) a fifth. Digits alone say nothing, so
a word or a bank's name must stand near.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex
from stdnum import luhn

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.late import compile_late
from integritetskoll.text.recognizers.base import TIMEOUT, Hit, SwedishRecognizer

_GIRO = r"\d{1,7}(?: \d{2,4}){0,3} ?- ?\d{1,4}|\d{5,8}"
_BANK = (
    r"(?:swedbank|sparbanken|handelsbanken|seb|nordea(?: personkonto)?|danske bank"
    r"|länsförsäkringar(?: bank)?|ica banken|skandia(?:banken)?|ikano(?: bank)?|sbab|avanza"
    r"|icabanken|resurs bank|marginalen(?: bank)?|forex(?: bank)?|klarna|lunar|revolut)"
)
_ACCOUNT = r"\d(?:[ -]{0,2}\d){5,14}"
_CLEARING = r"[1-9]\d{3}(?: ?- ?\d(?!\d))?"
WORDS = compile_late(
    r"(?<!\pL)(?P<what>(?P<bankgiro>bankgiro(?:t|nummer|numret|nr)?|bg-?(?:nr|nummer)?)"
    r"|(?P<plusgiro>plusgiro(?:t|nummer|nr)?|postgiro(?:t)?|pg-?(?:nr|nummer)?)"
    r"|(?P<swish>swish(?:a|ar|ade|at|as|nr|nummer|numret|-nummer)?)"
    r"|(?P<clearing>clearing(?:nr|nummer|numret)?)"
    r"|(?P<account>(?:bank|löne|spar|privat|person|klass)?konto(?:t|nr|nummer|numret)?"
    rf"|kto(?:nr)?|{_BANK}))(?!\pL)"
    r"(?P<rest>[.:,= ]{0,3}(?:(?:(?:är|på|till|via|nr|nummer|med|in|mig|oss|pengarna|konto"
    r"|kr|kronor|gärna|senast|nu|det|sker|görs|klassens|mitt|hennes|hans|vårt)[.:]?|\d{1,4} ?kr"
    rf"|\d{{1,4}} kronor|{_BANK}|(?!ring|tel|mob|nås|kontakt)\pL{{2,12}}) ?){{0,3}}"
    r"[.:,=(]{0,2} ?)",
    regex.IGNORECASE,
)
STEMS = (
    *("bankgiro", "bg", "plusgiro", "postgiro", "pg", "swish", "clearing", "konto", "kto"),
    *("bankkonto", "lönekonto", "sparkonto", "privatkonto", "personkonto", "klasskonto"),
    *("swedbank", "sparbanken", "handelsbanken", "seb", "nordea", "danske", "länsförsäkringar"),
    *("ica", "skandia", "ikano", "sbab", "avanza", "resurs", "marginalen", "forex", "klarna"),
    *("lunar", "revolut"),
)
"""How every word of WORDS begins; a plain search for them costs a fifth of the pattern."""
PAIR = compile_late(
    rf"(?P<whole>{_CLEARING}(?:[ ,;]{{0,2}} ?(?:-|/|och)? ?(?:konto(?:t|nr|nummer|numret)?"
    rf"[.:]? ?(?:är )?)?)(?P<number>{_ACCOUNT}))(?!\d)",
    regex.IGNORECASE,
)
SINGLE = compile_late(rf"(?P<whole>{_ACCOUNT})(?![\w-]|[.,:]\d)")
GIRO = compile_late(rf"(?P<whole>{_GIRO})(?![\w-]|[.,:/]\d)")
MOBILE = compile_late(
    r"(?P<whole>(?:(?:\+|00) ?46(?: ?\(0\))? ?-?|0)7[02369](?:[ -/]{0,2}\d){7})(?!\d)"
)
COMPANY = compile_late(r"(?P<whole>(?:123|90[0-9])(?:[ -]?\d){4,7})(?!\d)")

OTHER = compile_late(r"0|(?:19|20)\d\d ?- ?(?:(?:19|20)\d\d|[01]\d-[0-3]\d)(?!\d)")
"""A phone number, a span of years or a day: no clearing number begins with a zero."""


class BankAccountRecognizer(SwedishRecognizer):
    """A number that money can be sent to, with the word that says so in front of it."""

    ENTITIES = (Entity.BANK_ACCOUNT,)
    CODES = ("bank_account", "bankgiro", "plusgiro", "swish", "swish_organisation")

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the numbers, none overlapping another."""
        done = 0
        for place in _starts(fold_case(text)):
            match = WORDS.match(text, place, timeout=TIMEOUT)
            if not match:
                continue
            found = _number(text, match)
            if found and found[0] >= done:
                start, end, code = found
                done = end
                yield Hit(Entity.BANK_ACCOUNT, start, end, code)


def _starts(lowered: str) -> list[int]:
    places = []
    for stem in STEMS:
        place = lowered.find(stem)
        while place >= 0:
            places.append(place)
            place = lowered.find(stem, place + len(stem))
    return sorted(places)


def _number(text: str, words: regex.Match[str]) -> tuple[int, int, str] | None:
    place = words.end()
    if words["bankgiro"] or words["plusgiro"]:
        return _giro(text, place, "bankgiro" if words["bankgiro"] else "plusgiro")
    if words["swish"]:
        return _first(text, place, (MOBILE, "swish"), (COMPANY, "swish_organisation"))
    found = _first(text, place, (PAIR, "bank_account"), (SINGLE, "bank_account"))
    if not found or OTHER.match(text, found[0]):
        return None
    return found if 7 <= sum(c.isdigit() for c in text[found[0] : found[1]]) <= 16 else None


def _first(
    text: str, place: int, *kinds: tuple[regex.Pattern[str], str]
) -> tuple[int, int, str] | None:
    for pattern, code in kinds:
        match = pattern.match(text, place)
        if match:
            return (*match.span("whole"), code)
    return None


def _giro(text: str, place: int, code: str) -> tuple[int, int, str] | None:
    match = GIRO.match(text, place)
    if not match:
        return None
    digits = "".join(c for c in match["whole"] if c.isdigit())
    sizes = (7, 8) if code == "bankgiro" else (2, 3, 4, 5, 6, 7, 8)
    if len(digits) not in sizes or not luhn.is_valid(digits):
        return None
    return (*match.span("whole"), code)
