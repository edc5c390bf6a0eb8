"""Birth dates, but only where the text says that the date is one.

A date of birth is personal data by itself (dataskyddsförordningen art. 4.1) and the first part of
a personnummer. Ways to write dates: Svenska skrivregler (Språkrådet), SS-ISO 8601. People of
history (before 1915), authors, schools and whole year groups are nobody's birth date, and
neither is a party without a day ("fyller år på lördag").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.late import compile_late
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.starts import at_numbers, scan_at
from integritetskoll.text.recognizers.swedish_number import current_day, read_birth

FIRST_YEAR = 1915
MONTH = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|(?:jan|feb|febr|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b\.?)"
)
ORDINAL = (
    r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte"
    r"|trettonde|fjortonde|femtonde|sextonde|sjuttonde|artonde|nittonde|tjugonde"
    r"|tjugo(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde)|trettionde"
    r"|trettioförsta)"
)
_YEAR = r"(?:19|20)\d\d"
_TOLD_YEAR = (
    r"(?:nitton|tjugo)hundra(?:noll)?(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)?"
    r"(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton"
    r"|arton|nitton)?"
)
_END = r"(?![\w]|[-+/.:][\w*]| ?[-+] ?[\dXx*?]{4}| \d{4}(?!\d)|[.,]\d)"
DAY = rf"(?:(?:[12]?\d|3[01])(?::?[eae])?|{ORDINAL}) (?:i )?{MONTH}"
FULL = (
    rf"(?P<iso>{_YEAR}(?P<s>[-./ ]?)(?:0\d|1[0-2])(?P=s)[0-3]\d|\d\d(?P<t>[-./]?)(?:0\d|1[0-2])"
    rf"(?P=t)[0-3]\d){_END}"
    rf"|(?P<words>{DAY},?(?: år)? (?:{_YEAR}|-?'?\d\d|{_TOLD_YEAR})"
    r"|(?:[12]?\d|3[01])[./-](?:0?\d|1[0-2])"
    rf"(?:[./-]| ?-| )(?:{_YEAR}|\d\d)){_END}"
)
PART_DAY = rf"(?P<day>{DAY}|(?:[12]?\d|3[01])/(?:1[0-2]|0?\d)){_END}"
PART = rf"{PART_DAY}|(?P<year>(?:{MONTH} )?{_YEAR}|(?<=[ (])[-']\d\d){_END}"
DATED = compile_late(
    r"(?i:(?P<born>(?<!\pL)(?:född(?P<many>a)?|föddes|föds|fdd)(?!\pL)"
    r"|(?<!\pL)f\.?(?= ?(?:\d{2,8}|-\d\d(?!\d))(?![\pL])))"
    r"|(?P<day_of>(?<!\pL)födelse(?:datum|dag(?:en|ar)?|data|tid|nummer|år(?:et)?)(?!\pL)|🎂|🎈"
    r"|(?<!\pL)fyll(?:er|de) år))"
    r"(?P<gap>(?:\([^()\d\n]{1,20}+\)|[ :.=(|\t]|är|var|den|i|på|år|datum|blir|firas|redan"
    rf"|(?<=i )[A-ZÅÄÖ]\pL+)*+[ (]?-?)??(?P<date>{FULL}|(?P<spaced>\d\d \d\d \d\d){_END}|{PART})"
)
AGE = compile_late(
    r"(?<!\pL)(?:(?i:fyll(?:er|de)) |(?i:bli(?:r|vit)?|blev|grattis|hurra)"
    r"(?: \w++){0,3}? (?=[\w ]{1,8} år))(?P<all>(?P<age>\d{1,3}|ett|två|tre|fyra|fem|sex|sju|åtta"
    r"|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo)(?: år)?,? "
    rf"(?:nu )?(?:den |i |på )?(?:{FULL}|{PART_DAY}|idag|i dag|dag|imorgon|morgon|går|igår|{MONTH}"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|s)?))(?!\pL)"
)
ROW = compile_late(
    r"^[ \t]*+(?:[-*•|] ?|\d{1,3}[.)]? )?(?P<name>[A-ZÅÄÖ]\pL*+\.?(?:[ -]\p{Lu}\pL*+\.?){0,3})"
    rf"[ \t,;:|]{{1,4}}{FULL}(?=[ \t]*+(?:$|[,;|\t(]|\d{{1,2}} ?[A-Z]))",
    regex.MULTILINE,
)
PARTY = compile_late(
    r"(?i:födelsedag(?:ar|arna|sbarn|sbarnen)|födelsedagslista|fyller år|kalaslista)[^\n:.]{0,40}+"
    r"[:\n]\s{0,3}"
)
GUEST = compile_late(
    r"(?:[-*•|]|\d{1,2}\.)? ?\p{Lu}\pL++(?:[ -]\p{Lu}\pL*+\.?){0,2} ?[-:,(|\t]? ?(?:den )?"
    rf"(?P<date>{FULL}|{PART_DAY})\)?(?:[,;.\n |]|och|samt)*+"
)
"""One of a list of birthdays: "Elsa 3/5, Ravi den 12 maj"."""
IMPOSSIBLE = compile_late(r"3[01]\D.*(?:feb|/0?2$)|31\D.*(?:apr|jun|sep|nov|/(?:0?[469]|11)$)")
IN_ROW = compile_late(
    rf"(?<!\d)(?:\d\d(?:[-./ ]?\d\d){{2,3}}(?!\d)|[0-3]?\d {MONTH} {_YEAR}(?!\d))"
)
THING = compile_late(
    r"(?:skol(?:a|an|or)|förening\w*|klubb\w*|företag\w*|kommun\w*|projekt\w*|idé\w*|band(?:et)?"
    r"|tradition\w*|rörelse\w*|parti(?:et)?|bibliotek\w*|sverige|stad(?:en)?|internet|bolag\w*"
    r"|tank\w*|hus(?:et)?|fritids\w*|verksamhet\w*|tidning\w*|lag(?:et)?)"
    r"(?: (?:som|har|är|blev|var|i \w+))* ?$"
)
FAMOUS = compile_late(
    r"författar|poet(?!\pL)|diktar|konstnär|kompositör|tonsättar|(?<!\pL)kung|drottning|president"
    r"|statsminist|uppfinnar|forskar|filosof|roman(?!\pL\pL\pL)|nobel|artist|sångar|skådespel"
    r"|landslag|regissör|svensk (?!elev)|vetenskap|astronom|†|(?<!\pL)(?:död[ed]?(?!\pL)|d\.)"
)
EVERYONE = compile_late(
    r"(?:(?<!\pL)(?:du|ni|dig|er|alla|barn|elever|ungdomar|flickor|pojkar|tjejer|killar|personer"
    r"|spelare|den|de|dem|någon|vårdnadshavare|årskullen|grupper)(?: \w+){0,2} ?)$"
)
OR_LATER = compile_late(r" ?-\d|(?: \w+)? (?:eller|och) (?:senare|tidigare|före|efter|\d)|/\d")


TRIGGER = compile_late(r"(?<!\pL)(?:f(?:öd|yll|dd|\.? ?[\d-])|bl[ie]|grattis|hurra|kalasl)|🎂|🎈")
"""Where a longer look pays; the patterns above cost too much on every letter."""
REACH = 120


class BirthDateRecognizer(SwedishRecognizer):
    """A day, or year, of birth; also an age that is reached on a day the text names."""

    ENTITIES = (Entity.BIRTH_DATE,)
    CODES = ("birth_date", "birth_day", "birth_year", "birth_date_in_row")

    def __init__(self, *, today: Callable[[], date] = current_day, **given: Any) -> None:
        super().__init__(**given)
        self._today = today

    def find(self, text: str, doc: Any) -> Iterator[Hit]:
        """Yield dates after a word for birth, then dates beside names in rows."""
        today = self._today()
        taken: list[Hit] = []
        for trigger in scan(TRIGGER, fold_case(text)):
            start = trigger.start()
            if match := DATED.match(text, start, start + REACH):
                code = _code(match, today)
                if code and not _someone_else(text, match, code):
                    taken.append(_hit(match, "date", code))
            elif match := PARTY.match(text, start, start + REACH):
                taken.extend(_guests(text, match.end()))
            elif match := AGE.match(text, start, start + REACH):
                taken.extend(_age(text, match))
        yield from taken
        yield from (
            hit
            for hit in _rows(text, doc, today)
            if not any(one.start < hit.end and hit.start < one.end for one in taken)
        )


def _hit(match: regex.Match[str], group: str, code: str) -> Hit:
    return Hit(Entity.BIRTH_DATE, match.start(group), match.end(group), code)


def _code(match: regex.Match[str], today: date) -> str | None:
    if match["iso"]:
        return "birth_date" if _is_birth(match["iso"], today) else None
    if match["spaced"]:
        return "birth_date" if _is_birth(match["spaced"], today) else None
    if match["words"] and match["words"][-1].isalpha():
        return "birth_date"
    if match["words"]:
        year = regex.search(r"(?:\d{4}|\d\d)$", match["words"])
        return "birth_date" if year and _is_year(year.group(), today) else None
    if match["day"]:
        return "birth_day" if not IMPOSSIBLE.match(match["day"]) else None
    year = regex.search(r"\d+$", match["year"])
    return "birth_year" if year and _is_year(year.group(), today) else None


def _is_birth(written: str, today: date) -> bool:
    digits = "".join(c for c in written if c.isdigit())
    birth = read_birth(digits, sign="", today=today)
    return birth is not None and not birth.coordination and birth.day.year >= FIRST_YEAR


def _is_year(written: str, today: date) -> bool:
    return len(written) == 2 or FIRST_YEAR <= int(written) <= today.year


def _someone_else(text: str, match: regex.Match[str], code: str) -> bool:
    before = text[max(0, match.start() - 60) : match.start()].lower()
    before = before[before.rfind("\n") + 1 :]
    after = text[match.end() : match.end() + 30].lower().partition("\n")[0]
    if THING.search(before) or FAMOUS.search(before) or FAMOUS.search(after):
        return True
    if code != "birth_year":
        return False
    return bool(match["many"] or EVERYONE.search(before) or OR_LATER.match(after))


def _age(text: str, match: regex.Match[str]) -> Iterator[Hit]:
    before = text[max(0, match.start() - 40) : match.start()].lower()
    age = match["age"]
    if not THING.search(before) and (not age.isdigit() or 0 < int(age) < 110):
        yield _hit(match, "all", "birth_day")


def _guests(text: str, place: int) -> Iterator[Hit]:
    while match := GUEST.match(text, place, place + REACH):
        whole = match["iso"] or match["words"]
        yield _hit(match, "date", "birth_date" if whole else "birth_day")
        place = match.end()


def _rows(text: str, doc: Any, today: date) -> Iterator[Hit]:
    rows = [match for match in _row_matches(text) if _in_row(match, today)]
    persons = [_is_person(doc, *match.span("name")) for match in rows]
    for match, named in zip(rows, persons, strict=True):
        listed = len(rows) > 1 and (any(persons) or (named is None and " " in match["name"]))
        if named or listed:
            yield _hit(match, _group(match), "birth_date_in_row")


def _row_matches(text: str) -> Iterator[regex.Match[str]]:
    for day in scan_at(IN_ROW, text, at_numbers(text)):
        # Dates are rarer than lines, and the name stands near the line's start.
        start = text.rfind("\n", max(0, day.start() - REACH), day.start()) + 1
        if start or day.start() < REACH:
            match = ROW.match(text, start, day.end() + REACH)
            if match and match.start(_group(match)) == day.start():
                yield match


def _group(match: regex.Match[str]) -> str:
    return "iso" if match["iso"] else "words"


def _in_row(match: regex.Match[str], today: date) -> bool:
    written: str = match[_group(match)]
    if not match["iso"]:
        return written[-4:].isdigit() and FIRST_YEAR <= int(written[-4:]) < today.year - 3
    digits = "".join(c for c in written if c.isdigit())
    birth = read_birth(digits, sign="", today=today)
    # Later days in rows are those of tests and meetings.
    return _is_birth(written, today) and birth is not None and today.year - birth.day.year > 3


def _is_person(doc: Any, start: int, end: int) -> bool | None:
    if doc is None or not doc.has_annotation("ENT_IOB"):
        return None
    return any(
        entity.label_ in ("PER", "PERSON", "PRS")
        and entity.start_char < end
        and start < entity.end_char
        for entity in doc.ents
    )
