"""Whether an address is that of a school, a museum or an office: nobody's home.

The address of an authority or a place for the public is no personal data (GDPR, recital 14), and
a school's page gives its own.
"""

from __future__ import annotations

import regex

REACH = 120
"""Characters before an address that may name the institution."""
HOUSE = regex.compile(
    r"(?<![\p{L}])\p{L}{0,30}?(?:skolan?|skolor|gymnasie(?:t|skolan?)|gymnasium|bibliotek(?:et)?"
    r"|museet|museum|kyrkan?|församlingshem(?:met)?|hallen|hall|badhuset|simhall(?:en)?|teatern?"
    r"|stadshuset|kommunhuset|kommunhus|rådhuset|vårdcentral(?:en)?|arenan?|kommun|förvaltning(?:en)?"
    r"|lekland|expedition(?:en)?|restaurang(?:en)?|fritidsgård(?:en)?|kulturhuset|folkets hus"
    r"|medborgarkontoret|ridskolan|tandvård(?:en)?|mottagning(?:en)?|polisen|biograf(?:en)?)"
    r"(?: (?:i|på) \p{Lu}\p{L}{1,20})?(?: (?:finns|ligger|håller till|hittar ni))?(?: nu)?"
    r"(?: på| i|,|:|\n|\t|;| -)(?: på)? ?"
    r"(?:(?:Besöks|Post|Gatu)?[Aa]dress:? )?"
    r"(?:\p{Lu}[\p{L} .:'-]{1,40} \d{1,4} ?\p{L}?(?:, ?|\n| )|Box \d{1,5}(?:, ?|\n))?\Z",
    regex.IGNORECASE,
)
HOME = regex.compile(
    r"(?<!\p{L})(?:bor|bodde|bo|granne|bredvid|nära|intill|hemma|flytt\p{L}*|mittemot|mitt emot"
    r"|vid|elev|hem)(?!\p{L})",
    regex.IGNORECASE,
)


def is_institution(text: str, start: int) -> bool:
    """Whether an institution is named just before the address that starts at `start`."""
    before = text[max(0, start - REACH) : start]
    found = HOUSE.search(before)
    if found is None:
        return False
    line = before.rfind("\n", 0, found.start()) + 1
    return HOME.search(before, line) is None
