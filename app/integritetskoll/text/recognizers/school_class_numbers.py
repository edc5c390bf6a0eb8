"""Classes and years with a number ("7B", "åk 9", "NA23b", "9:orna"), and what only looks like one.

Programme codes of the upper secondary school: Skolverket, SKOLFS 2010:261.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit
from integritetskoll.text.recognizers.school_class_words import (
    ADDRESS_ENDINGS,
    BEFORE_CLASS,
    BEFORE_SPACED,
    COURSES,
    NEVER_AFTER,
    NOT_A_CLASS,
    SINGULAR_TRAPS,
    THING_ENDINGS,
)
from integritetskoll.text.recognizers.starts import at_numbers, scan_at

_PROGRAMMES = (
    "BA|BF|BFP|EE|EK|EKP|ES|EST|FT|FO|FX|HA|HT|HU|HUM|HV|IB|IM|IMA|IMS|IMV|IMY|IN|NA|NAT|NB|RL|RX|"
    "SA|SAM|SPINT|SPRINT|SPR|TE|TEK|VF|VO|VOO"
)
_TAUGHT = (
    "mentors|bas|matte|matematik|ma|engelsk|eng|svensk|sva|språk|tysk|fransk|spansk|slöjd|hkk|"
    "idrotts|no|so|halvklass|undervisnings|lektions|labb|fritids|förskole"
)
_NUMBERED = regex.compile(
    r"(?=[\dåÅaAkKgGuUB-FHILMNRSTVbdefhlmnst])(?<![\p{L}\d.,:/+*=§_@#-])(?:"
    r"(?P<year>(?i:åk|årskurs(?:erna|en)?|årsk)\.? ?(?:F-)?\d(?! ?[a-fA-F]\b)"
    r"(?:(?: ?-|(?:, ?\d)*+(?: och| till| &)) ?\d)?(?:'?s|:s)?)(?![\p{L}\d])"
    r"|(?P<part>(?i:klass(?:en)?) [1-9][:.-][1-9])(?![\p{L}\d]|[.:-]\d)"
    r"|(?P<named>(?i:klass|kl\.?|åk\.?|årskurs) ?\d(?: ?[A-Fa-f](?:[/-][A-Fa-f])?)?(?::?s|:or|"
    r":an)?)(?![\p{L}\d:])"
    r"|(?P<letter>[1-9](?P<space> ?)(?P<mark>(?i:abc?d?|bcd?|cd)|[A-Ha-h])"
    r"(?:[/-][A-Ha-h](?![\p{L}\d]))*+(?::s|s(?=\s))?)(?![\p{L}\d%°²])"
    r"|(?P<ending>[1-9](?:[:-]?(?:orna|ornas|ors)|:(?:an|ans|or)|an|or))(?![\p{L}\d])"
    rf"|(?P<programme>(?:{_PROGRAMMES})-?[A-Z]{{0,3}}(?:(?:1[89]|2\d|3[0-2])|"
    rf"[1-4])[A-Za-z]?(?::s)?)(?![\p{{L}}\d])"
    rf"|(?P<teaching>(?i:(?:{_TAUGHT})-?grupp(?:en)?) [1-9](?:[-:.][1-9])?)(?![\p{{L}}\d]|[.:-]\d)"
    r"|(?P<group>(?i:grupp(?:en)?|undervisningsgrupp(?:en)?) \p{Lu}\p{L}{0,5}\d{1,2}(?:[-:.]\d|"
    r"[a-z])?)(?![\p{L}\d])"
    r")"
)
_WORD_BEFORE = regex.compile(r"([\p{L}§.]+|[(:,/&+=*-]|\d+[A-Ha-h]?)[ \n\t]*$")
_SAYS_CLASS = regex.compile(
    r"(?::s\b|s\b)?[ ]?(?:[.!?,:)]|$|\n|och\b|samt\b|har\b|åker\b|är\b|ska\b|vann\b|läste\b|"
    r"läser\b|gick\b|går\b|var\b|fick\b|"
    r"på\b|hade\b|jobbar\b|besökte\b|på [A-ZÅÄÖ]|\p{Ll}{2,14}(?:ade|ar|er|ät|ög|öt)(?:s|t)?\b)"
)
# "Idag har 7b varit på museet", "Då fick 4c sjunga".
_HELPS = frozenset("har hade fick får ska skulle kan vill åker gick går är var ska kommer".split())
_DOES = regex.compile(
    r" (?:\p{Ll}{2,12}(?:it|at|tt|a|å)|och|en|ett|på|till|i|lov|ledigt"
    r"|besök|prov|läxa|tema|rast|idrott|utflykt|simning)\b"
)
_SIZES = regex.compile(
    r"[234][dD](?:-\p{Ll}| ?(?:skri|mod|rit|pri|fil|fig|form|bild|gra|eff|tryck))"
)
_KINDS = ("year", "part", "named", "letter", "ending", "programme", "teaching", "group")
_LISTED = frozenset({"och", ",", "-", "samt", "eller", "&"})
_RIDES = ("buss", "linje", "spårvagn", "vagnen", "tar ", " ta ", "kanal", "växel")
_NEAR = len(", och ")
_REACH = 45
"""Characters before a number in which what it belongs to begins."""


def numbered(text: str) -> Iterator[Hit]:
    """Yield the classes and years that are written with a number."""
    classes: list[int] = []
    traps: list[int] = []
    for match in scan_at(_NUMBERED, text, at_numbers(text, reach=_REACH)):
        kind = next(kind for kind in _KINDS if match[kind])
        before = word_before(text, match.start())
        if not _holds(text, match, kind, before):
            continue
        if kind == "letter":
            listed = before in _LISTED and traps and match.start() - traps[-1] <= _NEAR
            joined = bool(classes) and match.start() - classes[-1] <= _NEAR
            if listed or not _is_class(text, match, before, joined=joined):
                traps.append(match.end())
                continue
        classes.append(match.end())
        yield _hit(match, kind)


def word_before(text: str, start: int) -> str:
    """The word or sign before a place, lower-cased, without its dot."""
    piece = text[max(0, start - 30) : start]
    match = _WORD_BEFORE.search(piece)
    if match and match[1] == ":":
        match = _WORD_BEFORE.search(piece[: match.start()]) or match
        if match[1].lower() not in NOT_A_CLASS:
            return ":"
    return match[1].lower().rstrip(".") if match else ""


def opens_sentence(text: str, start: int) -> bool:
    """Whether a line, a sentence or a quotation begins at a place."""
    return not text[max(0, start - 2) : start].strip(" ") or text[start - 1] == "\n"


def _holds(text: str, match: regex.Match[str], kind: str, before: str) -> bool:
    form: str = match[0].lower()
    if kind == "named" and form.startswith("kl") and not form.startswith("klass"):
        return bool(form[-1:].isalpha())  # "kl 7B" is a class, "kl 7" a time
    if kind != "ending":
        return True
    if form.endswith(("orna", "ornas", "ors", "or")):
        return before not in SINGULAR_TRAPS
    around = text[max(0, match.start() - 25) : match.end() + 20].lower()
    return not any(ride in around for ride in _RIDES)


def _hit(match: regex.Match[str], kind: str) -> Hit:
    form = match[0]
    lettered = kind in {"letter", "programme"} or (kind == "named" and _lettered(form))
    lettered = lettered or kind == "part"
    group = kind in {"group", "teaching"}
    code = "school_group" if group else "school_class" if lettered else "school_year"
    digits = "".join(c for c in form if c.isdigit() or c == "-").strip("-")
    known = digits and kind not in {"programme", "group", "teaching", "part"}
    facts = (("year", digits),) if known else ()
    return Hit(Entity.SCHOOL_CLASS, match.start(), match.end(), code, facts)


def _lettered(form: str) -> bool:
    place = next((i for i, c in enumerate(form) if c.isdigit()), len(form))
    rest = form[place + 1 :].strip().removesuffix(":s").removesuffix(":or").removesuffix(":an")
    return bool(rest) and rest[0].lower() in "abcdefgh"


def _is_class(text: str, match: regex.Match[str], before: str, *, joined: bool) -> bool:
    if _is_something_else(text, match, before):
        return False
    mark, rest = match["mark"], text[match.end() : match.end() + 20]
    if match["space"]:
        return len(mark) == 1 and _spaced(mark, before, rest, joined=joined)
    if mark.isupper() or len(mark) > 1:
        return len(mark) > 1 or mark <= "F" or before in BEFORE_CLASS or joined
    if match[0].endswith(":s") or joined:
        return True
    if mark > "e":
        return before in {"klass", "i"}
    says = opens_sentence(text, match.start()) and _SAYS_CLASS.match(rest)
    helped = before in _HELPS and _DOES.match(rest)
    return before in BEFORE_CLASS or bool(says or helped)


def _is_something_else(text: str, match: regex.Match[str], before: str) -> bool:
    """Whether chapter, exercise, address, course, list mark or sum stands here."""
    start, end = match.span()
    if before in NOT_A_CLASS or before in {"=", "+", "*"} or before.endswith(ADDRESS_ENDINGS):
        return True
    if before.endswith(THING_ENDINGS) or _SIZES.match(text, start):
        return True
    if before in COURSES and match[0][0] in "123" and match["mark"] in "abc":
        return True
    rest = text[end : end + 12]
    if rest.startswith(NEVER_AFTER) or rest.lstrip(" ").startswith(NEVER_AFTER):
        return True
    return rest[:1] == ")" and text.rfind("(", max(0, start - 40), start) < 0


def _spaced(mark: str, before: str, rest: str, *, joined: bool) -> bool:
    """Whether "7 b" is a class: amperes, degrees, days and hours look the same."""
    if mark.lower() not in "abcde" or rest.lstrip().startswith(("grader", "volt", "minus")):
        return False
    return joined or before in BEFORE_SPACED
