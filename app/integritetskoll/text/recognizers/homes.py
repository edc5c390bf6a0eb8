"""Homes told without a house number: a street, a farm, "the yellow house beside the shop"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.plain.fold import fold_case
from integritetskoll.text.recognizers.starts import at_words, scan_at
from integritetskoll.text.recognizers.street_names import MOST_WORDS, Sure, street_before

MOVES = regex.compile(
    r"(?i:\b(?:bor|bo|flytta(?:r|t)?|bosatt|boende|hemma|huset|lägenheten|villan|radhuset"
    r"|adress(?:en)?)(?: (?!(?:i|till|från|på)\b)[\p{L}-]+){0,5}?"
    r"(?: (?:på|till|vid|i|längs)|:| är)(?: adressen)? )"
)
WORD = regex.compile(r"[\p{L}\d:'-]++(?: |(?P<stop>))")
NAMED_ENDINGS = ("gata", "gatan", "väg", "vägen", "gränd", "gränden", "stigen", "allén")
FARM = regex.compile(
    r"(?:(?<=\b(?:bor|flyttat|flyttar|bosatt) (?:på|i|till|vid) )|(?<=dress: ))"
    r"(?:Torpet|Gården|Villa|Villan|Stugan|Prästgården|Backstugan|Soldattorpet|Kvarnen|Fastigheten"
    r"|Ladugården|Herrgården|Koloniområdet|Campingen)"
    r" (?!Villekulla)\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?"
)
HOUSE = (
    r"(?:huset|villan|radhuset|hyreshuset|höghuset|parhuset|kedjehuset|stugan|torpet|gården|kåken"
    r"|hus|villa|radhus|stuga|torp|gård|lägenhet|lägenheten"
    r"|trappuppgången|porten|längan|radhuslängan|tegelhuset|trähuset|våningen"
    r"|prästgården)"
)
BESIDE = (
    r"(?:bredvid|intill|mittemot|mitt emot|bakom|framför|vid|nära|närmast|ovanför|över|ovanpå"
    r"|granne med"
    r"|snett (?:emot|mittemot|över)|mellan|efter|på andra sidan(?: om)?|längst (?:bort|in|ned"
    r"|ner|upp)"
    r"(?: på| i| vid)?|precis (?:vid|efter|bredvid|intill)|utanför|ut mot|alldeles (?:vid|intill))"
)
LANDMARK = (
    r"(?:\p{Ll}+ ){0,2}?(?:\p{Lu}[\p{L}\d:-]*+(?: \p{Lu}[\p{L}-]*+)?|\p{Ll}{3,}(?:en|et|an|n|t|na))"
)
IN_TOWN = (
    r"(?: (?:(?:på|vid) torget|i centrum|(?:i|på|utanför) \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?))?"
)
HOME = regex.compile(
    rf"\b(?:bor|bo|bodde|flyttat|flyttar|hemma)(?: \p{{L}}+,?){{0,4}}? (?:i |på |till |in i |)"
    rf"(?P<home>(?:(?:det|den|ett|en|första|andra|tredje|fjärde|sista|näst sista) )?"
    rf"(?:\p{{L}}+(?:a|e|t|te|sta) ){{0,3}}?{HOUSE}(?!\p{{L}})"
    rf"(?: på (?:vänster|höger)(?: sida| hand)?)?,? {BESIDE} {LANDMARK}{IN_TOWN})(?!\p{{L}})"
    rf"|\b(?:bor)(?: \p{{L}}+){{0,2}}? (?P<beside>(?:bredvid|intill|mittemot|mitt emot|granne med"
    rf"|ovanför|ovanpå|snett emot|vägg i vägg med) (?!varandra|oss|mig|dig|er|dem|henne|honom)"
    rf"{LANDMARK}{IN_TOWN})(?!\p{{L}})"
)
MOVES_HEADS = ("bo", "flytta", "hemma", "huset", "lägenheten", "villan", "radhuset", "adress")
FARM_HEADS = (
    "Torpet", "Gården", "Villa", "Stugan", "Prästgården", "Backstugan", "Soldattorpet", "Kvarnen",
    "Fastigheten", "Ladugården", "Herrgården", "Koloniområdet", "Campingen",
)  # fmt: skip
HOME_HEADS = ("bo", "flytta", "hemma")
HOME_SIGNS = ("bor", "bo ", "bosatt", "flytta", "hemma", "dress", "huset", "lägenheten", "villan")


def homes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and reason code of every home that is told without a house number."""
    if not any(sign in text for sign in HOME_SIGNS) and "dress" not in text.lower():
        return
    for match in scan_at(MOVES, text, at_words(fold_case(text), MOVES_HEADS)):
        span = _named_after(text, match.end())
        if span:
            yield *span, "street_name"
    for match in scan_at(FARM, text, at_words(text, FARM_HEADS)):
        yield *match.span(), "street_name"
    for match in scan_at(HOME, text, at_words(text, HOME_HEADS)):
        yield *match.span("home" if match["home"] else "beside"), "home_description"


def _named_after(text: str, place: int) -> tuple[int, int] | None:
    """Return the street without a number among the next words."""
    begin = place
    for _ in range(MOST_WORDS):
        word = WORD.match(text, place)
        if word is None:
            return None
        end = word.end() - (word["stop"] is None)
        if text[place:end].lower().endswith(NAMED_ENDINGS):
            start, sure = street_before(text, end)
            if sure is Sure.NAMED and start >= begin:
                return None if text[end + 1 : end + 2].isdigit() else (start, end)
        if word["stop"] is not None:
            return None
        place = word.end()
    return None
