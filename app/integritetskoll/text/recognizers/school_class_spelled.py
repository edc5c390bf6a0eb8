"""Classes, years and groups in words: "sjuan", "treorna", "F-klassen", "SVA-gruppen"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, scan
from integritetskoll.text.recognizers.school_class_numbers import opens_sentence, word_before
from integritetskoll.text.recognizers.school_class_words import (
    BEFORE_MANY,
    BEFORE_ONE,
    SINGULAR_TRAPS,
    YEARS,
)

_COUNT = "första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde"
_SINGULAR = "ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian"
_PLURAL = "ettor|tvåor|treor|fyror|femmor|sexor|sjuor|åttor|nior"
_TRADES = (
    "fordon|bygg|el|vård|handel|teknik|natur|samhäll|ekonomi|estet|frisör|restaurang|industri|"
    "barn och fritid|hotell|vvs|humanist|musik|bild|dans|teater"
)
_NAMED = regex.compile(
    r"\b(?=[adfghiklmnrstå])(?:"
    r"(?P<revealing>(?:sva|svenska som andraspråk|npf|autism|resurs|stöd|special|förberedelse|"
    r"mottagnings|introduktions|nyanlända|hörsel|kommunikations|språkstörnings|adhd|"
    r"språkintroduktions)-?(?:grupp|klass)(?:en|ens|erna)?|"
    r"(?:den )?lilla (?:gruppen|klassen)|"
    r"(?:den )?särskilda? undervisningsgrupp(?:en)?|"
    r"anpassade? (?:grundskolan?|gymnasieskolan?|grundskoleklass|gymnasium)s?|"
    r"träningsskolan?s?|grundsärskolans?|gymnasiesärskolans?|särskolans?|"
    r"im[ -](?:språk|yrke|individuellt(?: alternativ)?|programinriktat(?: val)?)|"
    r"språkintroduktion(?:en|ens)?|resursskolan?s?)"
    r"|(?P<start>f-klass(?:en|ens|erna)?|förskoleklass(?:en|ens|erna|ernas|arna)?|"
    r"sexårsverksamheten)"
    r"|(?P<yearword>årskurs (?:ett|två|tre|fyra|fem|sex|sju|åtta|nio))"
    r"|(?P<stage>(?:låg|mellan|hög)stadiets?)"
    r"|(?P<size>(?:små|stor)barnsavdelningens?)"
    rf"|(?P<ordinal>(?:{_COUNT})klass(?:are|aren|arna|arnas|en)?)"
    r")\b",
    regex.IGNORECASE,
)
_NUMBER = regex.compile(
    r"\b(?=[abdefhimnrstvå])(?:"
    rf"(?P<trade>(?:{_TRADES})s? ?-?(?:ettan|tvåan|trean|ettorna|tvåorna|treorna)s?)"
    rf"|(?P<one>(?:{_SINGULAR})s?)"
    r"|(?P<ones>(?:ett|två|tre|fyr|femm|sex|sju|ått|ni)ornas?)"
    rf"|(?P<some>(?:{_PLURAL}))"
    r")\b",
    regex.IGNORECASE,
)
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
_ACTS = regex.compile(r" (?:har|åker|är|ska|fick|gick|går|besökte|på|jobbar|läser|vann|och)\b|:")


def spelled(text: str) -> Iterator[Hit]:
    """Yield the classes, years and groups that are written in words."""
    lower = text.lower()
    if any(key in lower for key in _NAMED_KEYS):
        yield from map(_hit, scan(_NAMED, text))
    if any(key in lower for key in _NUMBER_KEYS):
        for match in scan(_NUMBER, text):
            if match["trade"] or _is_year(text, match):
                yield _hit(match)
    if " i " in lower:
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
    return before in BEFORE_ONE or (opens_sentence(text, start) and bool(_ACTS.match(text, end)))


def _year(form: str) -> str:
    return next((year for stem, year in YEARS if stem in form), "")
