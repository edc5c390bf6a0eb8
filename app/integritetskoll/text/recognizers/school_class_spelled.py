"""Classes, years and groups in words: "sjuan", "treorna", "F-klassen", "SVA-gruppen"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.text.recognizers.base import Hit, scan
from integritetskoll.text.recognizers.school_class_numbers import opens_sentence, word_before
from integritetskoll.text.recognizers.school_class_words import (
    BEFORE_MANY,
    BEFORE_ONE,
    SINGULAR_TRAPS,
    YEARS,
)
from integritetskoll.text.recognizers.starts import at_words, heads_of, scan_at

_COUNT = "första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde"
_COUNTS = _COUNT.split("|")
SINGULAR = "ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian"
_PLURAL = "ettor|tvåor|treor|fyror|femmor|sexor|sjuor|åttor|nior"
_TRADES = (
    "fordon|bygg|el|vård|handel|teknik|natur|samhäll|ekonomi|estet|frisör|restaurang|industri|"
    "barn och fritid|hotell|vvs|humanist|musik|bild|dans|teater"
)
_REVEALING = (
    r"(?:sva|svenska som andraspråk|npf|autism|resurs|stöd|special|förberedelse|"
    r"mottagnings|introduktions|nyanlända|hörsel|kommunikations|språkstörnings|adhd|"
    r"språkintroduktions)-?(?:grupp|klass)(?:en|ens|erna)?|"
    r"lilla (?:gruppen|klassen)|den lilla (?:gruppen|klassen)|"
    r"särskilda? undervisningsgrupp(?:en)?|den särskilda? undervisningsgrupp(?:en)?|"
    r"anpassade? (?:grundskolan?|gymnasieskolan?|grundskoleklass|gymnasium)s?|"
    r"träningsskolan?s?|grundsärskolans?|gymnasiesärskolans?|särskolans?|"
    r"im[ -](?:språk|yrke|individuellt(?: alternativ)?|programinriktat(?: val)?)|"
    r"språkintroduktion(?:en|ens)?|resursskolan?s?"
)
_START = r"f-klass(?:en|ens|erna)?|förskoleklass(?:en|ens|erna|ernas|arna)?|sexårsverksamheten"
_STAGE, _SIZE = r"(?:låg|mellan|hög)stadiets?", r"(?:små|stor)barnsavdelningens?"
_NAMED = regex.compile(
    rf"\b(?:(?P<revealing>{_REVEALING})|(?P<start>{_START})"
    r"|(?P<yearword>årskurs (?:ett|två|tre|fyra|fem|sex|sju|åtta|nio))"
    rf"|(?P<stage>{_STAGE})|(?P<size>{_SIZE})"
    rf"|(?P<ordinal>(?:{_COUNT})klass(?:are|aren|arna|arnas|en)?))\b",
    regex.IGNORECASE,
)
_NAMED_HEADS = heads_of(f"{_REVEALING}|{_START}|årskurs|{_STAGE}|{_SIZE}|{_COUNT}")
_ONES = "ettorna|tvåorna|treorna|fyrorna|femmorna|sexorna|sjuorna|åttorna|niorna"
_NUMBER = regex.compile(
    rf"\b(?:(?P<trade>(?:{_TRADES})s? ?-?(?:ettan|tvåan|trean|ettorna|tvåorna|treorna)s?)"
    rf"|(?P<one>(?:{SINGULAR})s?)|(?P<ones>(?:{_ONES})s?)|(?P<some>(?:{_PLURAL})))\b",
    regex.IGNORECASE,
)
_NUMBER_HEADS = heads_of(f"{_TRADES}|{SINGULAR}|{_ONES}|{_PLURAL}")
# "Han går i åttonde nu"; "i första hand" and "i andra världskriget" are none.
_ORDINAL = regex.compile(
    rf"\b(?:går|gick|gå|börjar|började|slutar|elev|elever|lärare|pojke|flicka|barn) i "
    rf"(?P<ordinal>(?:{_COUNT})(?: klass)?)(?= (?:nu|på|och|men|i)\b|[.,!?)]|$)",
    regex.IGNORECASE,
)
_NAMED_KEYS = (
    "grupp",
    "klass",
    "skol",
    "im ",
    "im-",
    "språkintro",
    "stadie",
    "barnsavd",
    "årskurs",
)
_NUMBER_KEYS = (
    "ettan", "tvåan", "trean", "fyran", "femman", "sexan", "sjuan", "åttan", "nian", "ettor",
    "tvåor", "treor", "fyror", "femmor", "sexor", "sjuor", "åttor", "nior",
)  # fmt: skip
_CODES = {
    "revealing": "school_group_revealing",
    "trade": "school_class",
    "size": "school_group",
}
_MOVES = (
    "badar|bor|cyklar|dansar|fikar|grillar|intar|leker|paddlar|promenerar|reser|simmar|sitter|sjunger|"
    "sover|spelar|springer|tältar|vandrar|övernattar"
)
"""What a year group does as no coin, bus or league does it, before or after its name."""
_ACTS = regex.compile(
    rf" (?:har|åker|är|ska|fick|gick|går|besökte|på|jobbar|läser|vann|och|{_MOVES})\b|:"
)
_BEFORE_ONE = BEFORE_ONE | frozenset(_MOVES.split("|"))


def spelled(text: str) -> Iterator[Hit]:
    """Yield the classes, years and groups that are written in words."""
    lower = fold_case(text)
    if any(key in lower for key in _NAMED_KEYS):
        yield from map(_hit, scan_at(_NAMED, text, at_words(lower, _NAMED_HEADS)))
    if any(key in lower for key in _NUMBER_KEYS):
        for match in scan_at(_NUMBER, text, at_words(lower, _NUMBER_HEADS)):
            if match["trade"] or _is_year(text, match):
                yield _hit(match)
    if any(f" i {count}" in lower for count in _COUNTS):
        for match in scan(_ORDINAL, text):
            yield _hit(match, "ordinal")


def _hit(match: regex.Match[str], group: str = "") -> Hit:
    kind = group or next(kind for kind, found in match.groupdict().items() if found)
    start, end = match.span(group or 0)
    year = _year(match[kind].lower())
    facts = (("year", year),) if year and kind != "revealing" else ()
    return Hit(Entity.SCHOOL_CLASS, start, end, _CODES.get(kind, "school_year"), facts)


def _is_year(text: str, match: regex.Match[str]) -> bool:
    """Whether "femman" is a year group, not a coin, a bus or a league."""
    start, end = match.span()
    around = text[max(0, start - 30) : end + 25].lower()
    if any(trap in around for trap in SINGULAR_TRAPS):
        return False
    if match["ones"]:
        return True
    before = word_before(text, start)
    if match["some"]:
        return before in BEFORE_MANY
    return before in _BEFORE_ONE or (opens_sentence(text, start) and bool(_ACTS.match(text, end)))


def _year(form: str) -> str:
    return next((year for stem, year in YEARS if stem in form), "")
