"""What a person's number looks like on paper, and what its own shape says for and against it.

A candidate is a birth date, a sign and four places: digits, an interim number or a mask. The
shape alone never decides; `personnummer` weighs it with calendar, checksum and words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from integritetskoll.text.recognizers.base import scan
from integritetskoll.text.recognizers.swedish_number import COORDINATION

_MONTH = r"(?:0 ?\d|1 ?[0-2])"
_DAY = r"(?:[0-2] ?\d|3 ?[01]|[6-8] ?\d|9 ?[01])"
_YEAR4 = r"(?:1 ?[89]|2 ?0) ?\d ?\d"
_YEAR2 = r"\d ?\d"
_LAST = (
    r"(?P<number>\d(?: ?\d){3}(?!\d))"
    r"|(?P<interim>(?:[TRSUWXJKLMNtrsuwxjklmn]\d{3}|[Tt][Ff] ?\d{1,3})(?![^\W_]))"
    r"|(?P<mask>(?:[Xx]{3,4}|\*{4}|\*{3}|\?{3,4}|#{4}|_{4}|[•●■█░]{3,4}|[Nn]{4}|…|\.{3,4}"
    r"|\d{2}(?:[Xx]{2}|\*{2}|\?{2}|[•●]{2})|\d{3}[Xx*]|\d(?:[Xx]{3}|\*{3}))(?![^\W_]))"
)
_SIGN = r"(?: {0,2}[-+]{1,2} {0,2}|[./_]| ?[\t|] ?| {1,2}|-? ?\n ?)?"


def _shape(year: str) -> str:
    return (
        rf"(?P<date>(?:{year}) ?{_MONTH} ?{_DAY}"
        rf"|(?:{year})(?P<s> ?[-./] ?){_MONTH}(?P=s){_DAY})"
        rf"(?P<sign>{_SIGN})(?:{_LAST})"
    )


# One digit is eaten, the rest only looked at: a candidate that fails can't hide the next one.
ANY = regex.compile(rf"(?<!\d)(?=(?P<all>{_shape(f'{_YEAR4}|{_YEAR2}')}))\d")
SHORT = regex.compile(rf"(?=(?P<all>{_shape(_YEAR2)}))\d")
_PAIRS = (2, 2, 2, 2, 2)
_REGULAR = frozenset(
    {
        *((10,), (6, 4), (6, 2, 2), (2, 2, 2, 4), _PAIRS),
        *((12,), (8, 4), (8, 2, 2), (4, 2, 2, 4), (4, 2, 2, 2, 2), (2, 6, 4)),
    }
)
_UNIT = regex.compile(r" ?(?:kr|st|m|km|mil|kg|g|l|personer|elever|ord|poäng|%|€|\$)(?!\pL)")
_FILE = regex.compile(r"(?:[-_ ]\w+)?\.[a-z]{2,4}(?!\w)", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the plain text that has the shape of a person's number."""

    text: str = field(repr=False)
    start: int
    end: int
    written: str = field(repr=False)
    sign: str
    last: str = field(repr=False)
    kind: str
    """`number`, `interim` or `mask`: what stands in the four last places."""

    @property
    def date(self) -> str:
        """The digits of the birth date, six or eight."""
        return "".join(c for c in self.written if c.isdigit())

    @property
    def digits(self) -> str:
        """All ten or twelve digits (kind `number`)."""
        return self.date + self.last.replace(" ", "")

    @property
    def coordination(self) -> bool:
        """The day has 60 added to it."""
        return int(self.date[-2:]) >= COORDINATION

    @property
    def dashed(self) -> bool:
        """A dash or a plus stands before the four last."""
        return "-" in self.sign or "+" in self.sign

    @property
    def tight(self) -> bool:
        """As on a passport: nothing but the dash between date and number."""
        return self.sign in ("-", "+") and " " not in self.written

    @property
    def shaped(self) -> bool:
        """Written as nothing else is: a dash before the four last or within the date."""
        return self.dashed or any(c in "-./" for c in self.written)

    @property
    def wrapped(self) -> bool:
        """A line ends within it."""
        return "\n" in self.sign

    @property
    def loose(self) -> bool:
        """Grouped as no form or register groups it."""
        if self.sign and self.sign in "./_":
            return False
        if self.dashed and len(self.date) == 8:
            return False
        groups = regex.findall(r"\d+", self.written + (" " if self.sign else "") + self.last)
        lengths = tuple(map(len, groups))
        return lengths not in _REGULAR or (lengths == _PAIRS and self.like_phone)

    @property
    def like_phone(self) -> bool:
        """Ten digits after a leading zero, as a Swedish phone number."""
        return len(self.date) == 6 and self.written[0] == "0"

    @property
    def like_mobile(self) -> bool:
        """Ten digits that begin as a mobile number does."""
        return self.like_phone and self.date[1] == "7" and self.date[2] in "02369"

    @property
    def like_time(self) -> bool:
        """The four last could be a clock time."""
        return self.last[:2] < "24" and self.last[-2:] < "60"

    @property
    def like_range(self) -> bool:
        """The four last could be the month and day where a period ends: "20240312-0315"."""
        month, later = int(self.date[-4:-2]), self.last.replace(" ", "")
        return int(later[:2]) in (month, month + 1) and self.date[-4:] < later and later[2:] < "32"

    @property
    def in_file(self) -> bool:
        """Part of a file name."""
        return (
            self.text[self.start - 1 : self.start] == "_"
            or self.sign == "_"
            or bool(_FILE.match(self.text, self.end))
        )

    @property
    def in_address(self) -> bool:
        """Part of a web address."""
        token = self.text[max(0, self.start - 80) : self.start].rpartition(" ")[2]
        return "://" in token or "www." in token

    @property
    def measured(self) -> bool:
        """A unit follows: the four last count something."""
        return bool(_UNIT.match(self.text, self.end))

    @property
    def sum(self) -> bool:
        """Arithmetic: "140312 - 9800 ="."""
        before = self.text[max(0, self.start - 4) : self.start]
        return bool(_SUM_BEFORE.search(before) or _SUM_AFTER.match(self.text, self.end))

    @property
    def glued(self) -> bool:
        """A letter stands right before or after it."""
        return self.text[self.start - 1 : self.start].isalpha() or (
            self.text[self.end : self.end + 1].isalpha()
        )

    @property
    def part_of_more(self) -> bool:
        """Cut out of a longer number: a card, an account, a payment line."""
        before = self.text[max(0, self.start - 8) : self.start]
        after = self.text[self.end : self.end + 8]
        if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after):
            whole = self.shaped or len(self.date) == 8
            return not (whole and (_ITEM_BEFORE.search(before) or _ITEM_AFTER.match(after)))
        if self.shaped or self.kind != "number":
            return False
        if " " in self.written or " " in self.sign:
            # A card is 4 4 4 4; one loose digit may be the number of a row.
            return bool(_GROUP_BEFORE.search(before) or _GROUP_AFTER.match(after))
        return bool(regex.match(r" ?[#<>]", after) or regex.search(r"[#>] ?\Z", before))

    def shorter(self) -> Candidate | None:
        """Read the same place as a ten-digit number, when this one has twelve."""
        if len(self.date) == 6:
            return None
        match = SHORT.match(self.text, self.start)
        return _candidate(self.text, match) if match else None


_JOINED_BEFORE = regex.compile(r"\d[-.,:/+]\Z")
_JOINED_AFTER = regex.compile(r"[-.:/+]\d|,\d{1,2}(?!\w)")
_ITEM_BEFORE = regex.compile(r"(?:(?<!\d)\d{1,2}-|\d,|\d{4}/)\Z")
_ITEM_AFTER = regex.compile(r"-\d{1,2}(?![\d-])|,|/\d{6}")
_SUM_BEFORE = regex.compile(r"\d ?= ?\Z|[\d)] ?[*×·+] ?\Z|[\d)] / \Z")
_SUM_AFTER = regex.compile(r" ?=")
_GROUP_BEFORE = regex.compile(r"\d{2,5} \Z")
_GROUP_AFTER = regex.compile(r" \d{2,5}(?!\w)")


def candidates(text: str) -> Iterator[Candidate]:
    """Yield all candidates in order of their start; they may overlap. Linear."""
    for match in scan(ANY, text):
        yield _candidate(text, match)


def _candidate(text: str, match: regex.Match[str]) -> Candidate:
    kind = next(kind for kind in ("number", "interim", "mask") if match[kind])
    start, end = match.span("all")
    return Candidate(text, start, end, match["date"], match["sign"], match[kind], kind)
