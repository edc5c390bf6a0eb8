"""Numbers that open something, told by what one does with them, without the word code.

"Slå 4521 på panelen så tystnar larmet", "Inpassering: 6613", "dosan till vänster, 5592". Both a
way to enter a number and a thing that locks must stand near it. What a call in the loudspeakers
means is secret in the same way ("Fru Lindgren har besök"), and so is where a spare key lies.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.plain.late import compile_late
from integritetskoll.text.recognizers.base import scan
from integritetskoll.text.recognizers.secret_words import UNITS

_NUMBER = regex.compile(
    r"(?<![\p{L}\d.,:/+–-])(?:\d{4,6}|\d(?:-\d){3,5}|\d\d(?:-\d\d){2,3})(?: ?[#*])?+"
    r"(?![\d:/–-]|[.,]\d|\p{L})"
)
_LOCK = compile_late(
    r"larm|panel|dosa|knappsats|kortläsare|kodläsare|grind|\bport(?:en)?\b|entré|dörr|(?:nyckel"
    r"|kassa|elev|säkerhets)?skåp|hänglås|kodlås|inpasser|låset|låses?\b|låsa|nyckelbox|garage|valvet"
)
_TYPES = compile_late(
    r"\b(?:slå|slår|slås|tryck(?:er|s)?|knappa(?:r|s)?|ange(?:r|s)?|mata(?:r|s)?|skriv(?:er|s)?)"
    r"(?: (?:in|på|koden|siffrorna|bara)){0,2} *\Z"
)
_THEN = regex.compile(
    r" *(?:[#*+.,;!)]|\n|\Z|(?:och|sen|sedan|på|så|för|i|vid|samt|innan|när|följt)\b)"
)
"""What goes on behind a number that is typed, and not behind a number of things or a year."""
_OPENS = compile_late(
    r"(?:\b(?:kodas?|kodar|öppnas?|öppnar|låsa?s?|låser|larma(?:r|s)?|avlarma(?:r|s)?|stäng(?:er|s)?"
    r"|slås?|slår|aktivera(?:r|s)?|avaktivera(?:r|s)?)"
    r"(?: (?:in|av|på|upp|ut|larmet|den|det|dörren|grinden)){0,2} (?:med|genom|via)"
    r"|(?:koden|inpassering|hänglås\p{L}*|knappsats\p{L}*|dosan|panelen|kodlås\p{L}*|nyckelbox\p{L}*)"
    r"(?: (?:på|i|till|vid|är|har) [^.!?\n:,]{1,25})?(?:[:,=]| är)?) *\Z"
)
_REACH = 60
_ENTERED = 45
_CALL = compile_late(
    r"\b(?:ropa[rs]?|ropas ut|säg[es]r?s?|hörs?|hör ni|läses upp|meddelas|sänds)\b"
    r"[^.!?\n\"”“»]{0,30}"
    r"[\"”“»](?P<said>[^\"”“»\n]{3,60})[\"”“»][^.!?\n]{0,40}"
    r"\b(?:inrymning|utrymning|pågående dödligt|\bpdv\b|hot(?:et)? mot skolan|skarpt läge)"
)
_KEY = compile_late(
    r"\b(?:extra|reserv)?nyckeln? (?:till [^.!?\n]{2,30} )?(?:ligger|finns|hänger|göms?|gömd)"
    r" (?P<where>(?:under|bakom|innanför|ovanpå|i) [^.!?\n,]{0,15}?(?:matta|blomkruk|kruka"
    r"|sten(?:en)?\b"
    r"|karm|stupr|ventil|brevlåd|elskåp)\p{L}*)"
)


def opened_by(lowered: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and reason code of each such number, call and key of a text in lower case.

    Raises TimeoutError.
    """
    for match in scan(_NUMBER, lowered):
        if not UNITS.match(lowered, match.end()) and (code := _what(lowered, *match.span())):
            yield *match.span(), code
    if "rymning" in lowered or "dödligt" in lowered or "pdv" in lowered:
        yield from ((*m.span("said"), "security_code") for m in scan(_CALL, lowered))
    if "nyckel" in lowered:
        yield from ((*m.span("where"), "access_code") for m in scan(_KEY, lowered))


def _what(lowered: str, start: int, end: int) -> str | None:
    """Return the reason code of a number that is entered where something locks."""
    line = lowered.rfind("\n", 0, start) + 1
    stop = lowered.find("\n", end)
    around = lowered[
        max(line, start - _REACH) : min(len(lowered) if stop < 0 else stop, end + _REACH)
    ]
    if not _LOCK.search(around):
        return None
    begin = max(line, start - _ENTERED)
    typed = _TYPES.search(lowered, begin, start) and _THEN.match(lowered, end)
    if not typed and not _OPENS.search(lowered, begin, start):
        return None
    return "security_code" if "larm" in around else "access_code"
