"""Swedish registration plates: three letters, two digits, a digit or a letter.

Transportstyrelsen (TSFS 2015:63): no I, Q, V, Å, Ä or Ö, the last letter never O. "ABC 123" is
also how course codes, rooms and standards look, so it needs a word about a vehicle nearby; the
form of 2019 ("ABC 12D") hardly occurs elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan

_LETTER = "[A-HJ-PR-UW-Z]"
_LOWER = "[a-hj-pr-uw-z]"
PLATE = regex.compile(
    rf"(?<![\w/.-])(?:{_LETTER}{{3}}(?P<gap>[ -]?)\d\d(?:\d|(?P<new>[A-HJ-NPR-UW-Z]))"
    rf"|(?P<small>{_LOWER}{{3}}[ -]?\d\d[\da-hj-npr-uw-z]))(?![\w/]|-\w|[.:,]\d)"
)
DIGITS = regex.compile(r"(?<!\d)\d\d[\dA-Za-z](?![\w/])(?<=[A-Za-z][ -]?.{3})")
"""The digits of a plate are rarer than its letters."""
VEHICLE = regex.compile(
    r"(?<!\pL)(?:bil(?:en|ar|arna|ens|nummer|nr)?(?!\pL)|(?:taxi|skåp|person|last|el|tjänste|hyr"
    r"|leasing|buss|sop|brand|polis|släp|hus)bil|(?:bil|buss)skjuts|skjuts|skolskjuts|taxi|moped"
    r"|mc(?!\pL)|motorcykel|epa|a-traktor|traktor|släp|skoter|husvagn|minibuss|buss(?:en)?(?!\pL)"
    r"|fordon|parker|regnr|reg\.? ?-?nr|reg\.nummer|registreringsn|reg:|registreringsskylt|skylt"
    r"|körde|kör (?:en|in|ut|fort)|krock|rattet|volvo|saab|audi|bmw|tesla|toyota|skoda|škoda|kia"
    r"(?!\pL)|ford(?!\pL)|opel|renault|peugeot|mazda|nissan|hyundai|mercedes|volkswagen"
    r"|vw(?!\pL)|passat|golf(?!\pL)|v70|xc\d0|nummerplåt|🚗|🚕|🚙|🛵)",
    regex.IGNORECASE,
)
REGISTRATION = regex.compile(
    r"(?:regnr|reg\.? ?-?nr|reg\.nummer|registreringsn\w*|nummerplåt\w*|skylt\w*|bilnr|bilnummer"
    r"|reg)[ :.]{0,3}(?:är )?$",
    regex.IGNORECASE,
)
NOT_PLATES = frozenset(
    "MAT ENG SVE SVA BIO KEM FYS GEO REL SAM SAL ISO COR LGR LPF SFS GRN GRU KAP RUM TEL MAX NOK "
    "SEK EUR USD KUR ART BLO BOK DEL DOM EAN FSK GRP HKK HUS IDH KLA KRO LAG MUS NUM OCR ORD PED "
    "PRO REF RAD SAK SID SLO SPR SOM STG TEK TYP UPP UTB VER WEB ARK ATT DET DEN HAR KAN SKA MED "
    "FRA DAG NAT OCH PER RES EKO ENT FRE HAN HON JUR LED MAN MEN NAR PRR PSK RAT SAG SPE TRA GYM "
    "EXT BAD BMI DNA FAQ GPS HBO HTC JAS KTH LTU NBA NHL NOA PDF PSG PTS RGB RPG SMS SPF STO UEA "
    "USA USB UTC UTF XML ABS ASA AES DES SHA RSA GTX RTX AMD".split()
)
CLASS = regex.compile(r"(?:1[5-9]|2\d|3[0-5])[A-H]$")
"""A class of the upper secondary school: programme, year of start, letter ("TEK24B")."""
BEFORE, AFTER = 60, 30


class VehicleRegistrationRecognizer(SwedishRecognizer):
    """A plate of today; personal plates (any word) can't be told from words."""

    ENTITIES = (Entity.VEHICLE_REGISTRATION,)
    CODES = ("vehicle_registration",)

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield plates that have the newer form or a vehicle in their neighbourhood."""
        for digits in scan(DIGITS, text):
            place = digits.start()
            match = PLATE.match(text, max(0, place - 3)) or PLATE.match(text, max(0, place - 4))
            if match and _accepts(text, match):
                yield Hit(
                    Entity.VEHICLE_REGISTRATION, match.start(), match.end(), "vehicle_registration"
                )


def _accepts(text: str, match: regex.Match[str]) -> bool:
    before = text[max(0, match.start() - BEFORE) : match.start()]
    before = before[before.rfind("\n") + 1 :]
    named = REGISTRATION.search(before) is not None
    letters = match.group()[:3].upper()
    if named:
        return True
    if letters in NOT_PLATES or match["small"]:
        return False
    near = before + " " + text[match.end() : match.end() + AFTER].partition("\n")[0]
    alone = match["new"] and match["gap"] != "-" and not CLASS.search(match.group())
    return bool(alone) or VEHICLE.search(near) is not None
