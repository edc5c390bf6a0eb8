"""Postcode and town, and a postcode that is named as one.

PostNord: five digits, the third followed by a space, 100 00 to 984 99, the town in capitals or
with a capital letter. The address of a post box is nobody's home.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.institutions import is_institution

POSTAL = regex.compile(
    r"(?<![\d.,:/+])(?P<code>[1-9]\d{2}(?P<space> ?)\d{2}),?(?: {1,2}|\t|;| \| )"
    r"(?P<town>\p{Lu}[\p{L}'-]{1,40}+)"
)
LAND = regex.compile(r"\bSE?(?:-|- | )\Z")
GLUED = regex.compile(r"(?:[\p{L}-]|(?<!\p{L}\.? \d{0,3})\d )\Z")
"""What makes the digits part of something longer, a house number aside."""
LABELLED = regex.compile(
    r"\b(?:postnummer|postnumret|postnr|post-?kod|zip)(?:et|en)?\.?(?: är| blir)?(?: ?[:=] ?|\t| )"
    r"(?P<code>(?:SE?[- ])?[1-9]\d{2} ?\d{2})(?![\d%]|[.,]\d| kr)",
    regex.IGNORECASE,
)
NEXT_WORD = regex.compile(r" (?P<word>\p{Lu}[\p{L}'-]{1,40}+|(?:i|på) \p{Lu}[\p{L}-]{1,40}+)")
BOX = regex.compile(r"\bbox \d[\d ]{0,8},?[ \n]*\Z", regex.IGNORECASE)
ADDRESS_BEFORE = regex.compile(
    r"(?:\d ?\p{L}?|lgh \d+|tr\.?|bv|nb)(?:,? ?\n|, ?| ?; ?| ?\| ?|\t)\Z|\b(?:post"
    r"|hem)?(?:adress|ort)\p{L}*"
    r"[^\n\d]{0,20}\Z|,\s?\Z|\bbor [^\n.]{0,30}\Z",
    regex.IGNORECASE,
)
FIRST_OF_TWO = frozenset(
    """
    bro gamla heliga inre lilla mellersta nedre norra nya sankt stora s:t södra upplands västra
    västerås yttre åre östra övre
    """.split()
)
NO_TOWNS = frozenset(
    """
    anmälda ansökningar antal arbetare arter barn beställ besökare bilar bilder bitar bostäder
    brev bussar böcker dagar dollar du elever en enligt ett euro exemplar fall familjer filmer
    flickor flyktingar folk fordon foton frågor för förare företag gånger gratis hektar hundar
    hushåll hus i idag invånare januari februari mars april maj juni juli augusti september
    oktober november december jobb kilo kilometer km klasser kontakta kr kronor kvinnor kvadrat
    kvadratmeter ladda liter lärare lösningar man medlemmar men meter mil miljoner miljarder
    minuter män när nu och ord om pappor patienter personer pojkar poäng procent prov rader ring
    ringa rösträkning röster sekunder sidor siffror skolor soldater st steg stycken svar svenskar
    sökande tecken tel telefon tfn timmar ton totalt träd tusen ungdomar uppgifter vi vid vuxna
    vårdnadshavare watt år åhörare åskådare är över poängen deltagare gäster användare visningar
    läsare följare biljetter mynt anställda studenter personal döda skadade hon han den det de jag
    usd sek eur moms org orgnr kontonummer faktura fakturanummer ocr bankgiro plusgiro pris priset
    summa total sverige norge danmark finland
    """.split()
)
LAST = 984
WORD_PLACES = 3


class PostalAddressRecognizer(SwedishRecognizer):
    """A postcode with its town as one finding, or a postcode that the text calls so."""

    ENTITIES = (Entity.POSTAL_ADDRESS,)
    CODES = ("postal_address", "postcode")

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every postal address of a home."""
        ends: set[int] = set()
        for match in scan(POSTAL, text):
            start, end = _begin(text, match.start()), _town_end(text, match)
            if _is_postal(text, match, start, end) and not is_institution(text, start):
                ends.add(match.end("code"))
                yield Hit(Entity.POSTAL_ADDRESS, start, end, "postal_address")
        lowered = text.lower()
        if "post" in lowered or "zip" in lowered:
            for match in scan(LABELLED, text):
                if match.end("code") not in ends:
                    start, end = match.span("code")
                    yield Hit(Entity.POSTAL_ADDRESS, start, end, "postcode")


def _begin(text: str, start: int) -> int:
    land = LAND.search(text, max(0, start - 4), start)
    return int(land.start()) if land else start


def _town_end(text: str, match: regex.Match[str]) -> int:
    """Return where the town ends: as many words as a known name has, two after "Norra"."""
    end = int(match.end("town"))
    words = [match["town"]]
    place = end
    while len(words) < WORD_PLACES:
        more = NEXT_WORD.match(text, place)
        if more is None:
            break
        words.append(more["word"])
        place = int(more.end())
        if " ".join(words).lower() in _places() or (len(words) == 2 and _goes_on(words)):
            end = place
    return end


def _goes_on(words: list[str]) -> bool:
    return words[0].lower() in FIRST_OF_TWO and words[1].lower() not in NO_TOWNS


def _is_postal(text: str, match: regex.Match[str], start: int, end: int) -> bool:
    town = text[match.start("town") : end].lower()
    before = text[max(0, start - 40) : start]
    if int(match["code"][:3]) > LAST or BOX.search(before) or GLUED.search(before):
        return False
    if town in NO_TOWNS or match["town"].lower() in NO_TOWNS:
        return False
    if town in _places() or start < match.start():
        return True
    if ADDRESS_BEFORE.search(before):
        return True
    at_line_start = not before.strip() or before.endswith("\n")
    if not match["space"]:
        return at_line_start and town.isalpha() and match["town"].isupper()
    return not match["code"].endswith("00") or at_line_start


@cache
def _places() -> frozenset[str]:
    raw = resources.files("integritetskoll.text.lexicon").joinpath("places.tsv").read_text("utf-8")
    return frozenset(line.lower() for line in raw.splitlines() if not line.startswith("#"))
