"""Street addresses, farms without a street, and descriptions of where somebody's home is.

SS 637003 (addresses); Skatteverket on lägenhetsnummer (four digits). A post box is nobody's home.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer
from integritetskoll.text.recognizers.homes import homes
from integritetskoll.text.recognizers.institutions import is_institution
from integritetskoll.text.recognizers.starts import at_numbers, scan_at
from integritetskoll.text.recognizers.street_names import (
    Sure,
    lower_street_before,
    street_before,
)
from integritetskoll.text.recognizers.street_words import AFTER_NUMBER, MONTH

LETTER = r"(?: ?[A-HJ-NP-Z](?![\p{L}\d])| ?[a-h](?![\p{L}\d.:])|[ij](?![\p{L}\d]))"
NUMBER = regex.compile(
    rf"(?<=[\p{{L}}.]) (?P<number>[1-9]\d{{0,3}})(?!\d)(?P<letter>{LETTER})?"
    rf"(?P<to> ?- ?\d{{1,4}}{LETTER}?)?(?![\d\p{{L}}]|[.:,/]\d)"
)
STAIRS = (
    r"\d{1,2} ?(?:trp?\b\.?|trappor|trappa)(?: (?:ned|upp|ner|n\.?b\.?|ö\.?[gh]\.?|t[hv])\b)?"
    r"|(?:en|ett|två|tre|fyra|fem|sex) (?:trappor|trappa)(?: upp| ned| ner)?"
    r"|(?:bv|nb|ög|öh|gh|gv|n\.b\.|b\.v\.)(?!\p{L})"
)
ENTRANCE = (
    r"(?:uppg(?:\.|ång(?:en)?)?|port(?:en)?|ing(?:\.|ång(?:en)?)|hus|trapphus) ?"
    r"(?:[A-ZÅÄÖ]|\d{1,3})(?:[\p{L}\d](?!\p{L}))?(?![\p{L}\d.:])"
)
FLOOR = r"(?:vån(?:\.|ing(?:en)?)?|plan) ?\d{1,2}\b|\d{1,2}(?::[ae]|:dje|:e)? vån(?:\.|ingen|ing)?"
FLAT = r"(?:lgh|lägenhet(?:en)?|lght|läg\.?)(?:\.|:)? ?(?:nr\.? ?)?\d{1,4}\b(?!:)"
MORE = regex.compile(
    rf"(?:(?:, ?| |,?\n| - | ?/ ?|, )\(?(?:{FLAT}|{STAIRS}|{ENTRANCE}|{FLOOR})\)?){{1,4}}+",
    regex.IGNORECASE,
)
CARE_OF = regex.compile(r"\b[cC]/[oO]:? [^\n,]{2,40}(?:,? ?\n|, ?)\Z")
POSTCODE = regex.compile(r"(?:,|\n|,\n| )? {0,2}(?:SE?-)?[1-9]\d\d ?\d\d,? \p{Lu}")
CUE = regex.compile(
    r"(?:\b(?:bor|bo|bodde|bott|boende|flytta(?:r|de|t)?|flyttar in|hemma|skriven|folkbokförd(?:a)?"
    r"|bosatt|adress|postadress)\b[^.!?\n:]{0,30} (?:på|i|vid|till)(?: adressen)?"
    r"|adress(?:en|er)?(?: är| blir)?:?|\b(?:hem till|hemma på|hem på) [^.!?\n]{0,20}?(?:på|till|i)"
    r"|\badress[^.!?\n]{0,20} är|adress\t"
    r"|hem(?:ma)? på)\s*[\"'”“(*]{0,3}(?:Hus \d{1,3}\p{L}?,? )?\Z",
    regex.IGNORECASE,
)
CUE_REACH = 80
CUE_SIGNS = ("bo", "flytta", "hem", "skriv", "folkbok", "dress")
RURAL = regex.compile(r"\bHus \d{1,3}\p{L}?, By \d{1,4}\b")
LOWER_ENDINGS = (
    *(
        "gata",
        "gatan",
        "väg",
        "vägen",
        "gränd",
        "gränden",
        "torg",
        "torget",
        "allé",
        "allén",
        "stig",
    ),
    *(
        "stigen",
        "backe",
        "backen",
        "plan",
        "planen",
        "leden",
        "kaj",
        "kajen",
        "esplanaden",
        "stråket",
    ),
    *("slingan", "ringen", "liden", "höjden", "gången", "kroken", "brink", "brinken", "svängen"),
    *(
        "rundan",
        "promenaden",
        "boulevard",
        "boulevarden",
        "strädde",
        "passagen",
        "spåret",
        "vändan",
    ),
    *("vreten", "plats", "platsen", "gård", "park", "parken", "strand", "led"),
)
LONGEST_WORD = 40
YEARS = range(1500, 2100)
HOURS = range(6, 24)
SQUARES = ("torget", "torg", "parken", "planen", "platsen", "kajen")

# Where anybody may go: the school's own address, nobody's home.
OFFICE = regex.compile(
    r"(?:(?:besöks|leverans|faktura)adress(?:en)?|skolans adress|skolan ligger(?: på)?)"
    r"(?: är)?[ :,\n]*$",
    regex.IGNORECASE,
)


class StreetAddressRecognizer(SwedishRecognizer):
    """Where somebody lives: the whole address from c/o to the number of the flat."""

    ENTITIES = (Entity.STREET_ADDRESS,)
    CODES = ("street_address", "street_name", "home_description")

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every address; without a number only where the text says that someone lives."""
        done = 0
        for match in scan_at(NUMBER, text, (place - 1 for place in at_numbers(text) if place)):
            if match.start() < done or _is_ordinary_word(text, match.start()):
                continue
            start = _address_start(text, match)
            if start is not None and not _is_office(text, start):
                start, done = max(_care_of(text, start), done), _address_end(text, match)
                yield Hit(Entity.STREET_ADDRESS, start, done, "street_address")
        for start, end, code in homes(text):
            yield Hit(Entity.STREET_ADDRESS, start, end, code)


def _is_office(text: str, start: int) -> bool:
    """Whether the address is where anybody may go."""
    return bool(OFFICE.search(text, max(0, start - 40), start)) or is_institution(text, start)


def _is_ordinary_word(text: str, end: int) -> bool:
    last = next(reversed(text[max(0, end - LONGEST_WORD) : end].split()), "")
    return last[:1].islower() and not last.endswith(LOWER_ENDINGS)


def _address_start(text: str, match: regex.Match[str]) -> int | None:
    """Return where the address begins whose number this is, None when it is no address."""
    start, sure = street_before(text, match.start())
    rural = _rural(text, match)
    if sure is Sure.NO or rural is not None:
        return _told_in_lower_case(text, match) if rural is None else rural
    if AFTER_NUMBER.match(text, match.end()) or _is_time(text, match):
        return None
    word = text[start : match.start()]
    flat = (
        MORE.match(text, match.end()) is not None and "lgh" in text[match.end() : match.end() + 20]
    )
    told = flat or bool(POSTCODE.match(text, match.end())) or _is_told(text, start)
    if told:
        return start if sure > Sure.PLACE or _is_house(text, match) else None
    if sure is Sure.PLACE or int(match["number"]) in YEARS:
        return None
    if MONTH.match(text, match.end()) and not match["letter"]:
        return None
    hours = match["to"] and word.lower().endswith(SQUARES) and int(match["number"]) in HOURS
    return None if hours else start


def _told_in_lower_case(text: str, match: regex.Match[str]) -> int | None:
    if AFTER_NUMBER.match(text, match.end()) or not _is_house(text, match):
        return None
    starts = lower_street_before(text, match.start())
    return next((start for start in starts if _is_told(text, start)), None)


def _rural(text: str, match: regex.Match[str]) -> int | None:
    if text[match.start() - 3 : match.start()] != " By":
        return None
    found = RURAL.search(text, max(0, match.start() - 20), match.end())
    return int(found.start()) if found else None


def _is_house(text: str, match: regex.Match[str]) -> bool:
    """Refuse years and dates after the name of a place."""
    return int(match["number"]) not in YEARS and not MONTH.match(text, match.end())


def _is_time(text: str, match: regex.Match[str]) -> bool:
    before = text[max(0, match.start() - 8) : match.start()].lower()
    return before.endswith((" kl", " kl.", " klockan"))


def _is_told(text: str, start: int) -> bool:
    left = max(0, start - CUE_REACH)
    if not any(sign in text[left:start].lower() for sign in CUE_SIGNS):
        return False
    return CUE.search(text, left, start) is not None


def _care_of(text: str, start: int) -> int:
    found = CARE_OF.search(text, max(0, start - CUE_REACH), start)
    return int(found.start()) if found else start


def _address_end(text: str, match: regex.Match[str]) -> int:
    more = MORE.match(text, match.end())
    if more is None:
        return int(match.end())
    end = int(more.end())
    while text[end - 1] in "., " or (text[end - 1] == ")" and "(" not in more.group()):
        end -= 1
    return end
