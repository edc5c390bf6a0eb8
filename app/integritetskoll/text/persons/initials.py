"""Initials that stand for a pupil: "T.K. i 7B", "elev TK", and a given name with an initial.

Datainspektionen and JP Infonet: initials are personal data when readers can tell whose they are.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.tokens import SOME
from integritetskoll.text.recognizers.base import scan

Span = tuple[int, int]
# School and everyday abbreviations of two or three capitals; never somebody's initials.
SHORT = frozenset(
    "SO NO MA SV SVA EN SP FR TY BI FY KE TK HI GE RE SH ID IDH BL MU SL HK HKK MSP EHT BUP NPF "
    "IUP "
    "ÅP ÅK SYV TV IT PC USA EU FN UN HVB SIP NP VH KL IM NA TE SA EK HU ES BF BA VO FT EE HA RL "
    "IB IV VT HT PDF OS VM EM SM DM JM OBS PS NB OK CD DVD SFI VUX LSS SOL LVU JO DI IMY KF VD HR "
    "PR AB SJ SL VR AI PE ADD IQ CV ID GPS QR USB WC CSN SVT UR NE TT DN GP UFO VIP ABC LOL OMG "
    "WTF BFF GS FB KS BVC MVC BB AT ST LP MS SMS MMS IP SKR SPSM HLR APL VFU UHR PMO FHM KTH GU "
    "DO JK KO JP BG PG LU SU UU RF ND NV DJ MC EL VVS".split()
)
_SUBJECTS = frozenset(
    "MA TK HI GE BI KE FY EN RE SH BL MU SL HK SP FR TY SV ES SA IN EL HA".split()
)
_DOTTED = regex.compile(
    r"(?<![\p{L}\d.@_/-])(?:\p{Lu}\. ?){1,2}\p{Lu}\.(?::?s\b)?(?![\p{L}\d@]|\.\p{L})"
)
_WHO = frozenset(
    "elev eleven elever elevens pojken pojke flickan flicka barnet tjejen tjej killen kille "
    "mentorselev "
    "gällande angående ang beträffande ärende namn initialer klasskamraten kompisen mobbar".split()
)
_WITH = frozenset(
    {"mamma till", "pappa till", "vårdnadshavare till", "föräldrar till", "samtal med"}
)
_CLASS = regex.compile(
    r"(?::s)?(?: i|,| från| \()? (?:(?:klass |åk ?|årskurs )?\d ?[A-Ea-e]\b|"
    r"(?:klass |åk ?|årskurs )\d\b(?![:.]\d)|(?<= i )\d\b(?![:.]\d| ?%)|[A-Z]{2,3}\d\d)"
)
_NOT_DOTTED = frozenset({"P.S.", "N.B.", "U.S.", "E.U.", "F.N.", "A.B.", "B.C.", "A.D.", "O.S.A."})
_SURNAME = regex.compile(r" ?\p{Lu}[\p{Ll}\p{M}]++(?:-\p{Lu}\p{Ll}++)?(?:'s|:s)?")
_GOES_ON = regex.compile(
    r"(?::?s)? \d|(?::?s)? (?:i|på|från|till|har|är|var|fick|får|och|som|hade|kom|kommer|går|gick|"
    r"vill|behöver|"
    r"saknas?|blev|blir|ska|kan|bör|måste|mår|sa|säger|uppger|\(|\p{Ll}{3,}(?:r|de|te|it|at)\b)"
    r"|(?::?s)?[,:;)]|\.(?= )|(?::?s)?[.!?]?\s*$|(?::s)? \p{Ll}+|\.? ?\n",
    regex.MULTILINE,
)


_SHORT_WORDS = frozenset("oeåäidnm")
_ENDS_THERE = regex.compile(r"[.,!?):;]|\s*$|\n| (?:och|o|har|är|i|saknas|kommer|var|å)\b")
_BULLET = regex.compile(r"(?:^|\n)[ \t]*(?:[-*•·]|\d{1,2}[.)])[ \t]*$")


def dotted(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """Yield initials with dots and whether a surname follows them ("J.K. Rowling")."""
    text = reading.text
    if "." not in text:
        return
    for match in scan(_DOTTED, text):
        start, end = match.span()
        if match[0] in _NOT_DOTTED:
            continue
        surname = _SURNAME.match(text, end)
        if surname and not reading.never(reading.at(end)):
            yield (start, surname.end()), True
        elif " " not in match[0].strip() and _GOES_ON.match(text, end):
            yield (start, end), False


def bare(reading: Reading) -> Iterator[Span]:
    """Yield initials without dots, where a word before or a class after says what they are."""
    for index in reading.capitals:
        word = reading.words[index]
        letters = word.text.removesuffix(":s")
        if not (2 <= len(letters) <= 3 and letters.isupper()):  # noqa: PLR2004
            continue
        told = _told(reading, index)
        if letters in (SHORT - _SUBJECTS if told else SHORT):
            continue
        follows = reading.text[word.end : word.end + 1]
        if follows in {"-", "_"} or follows.isdigit() or _joined_left(reading.text, word.start):
            continue
        if told or _CLASS.match(reading.text, word.end):
            yield word.start, word.end


def _told(reading: Reading, index: int) -> bool:
    if _in_list_of_names(reading, index):
        return True
    if not reading.gap(index - 1).strip(" :") and index:
        before = reading.lower(index - 1)
        return before in _WHO or f"{reading.lower(index - 2)} {before}" in _WITH
    return False


def _in_list_of_names(reading: Reading, index: int) -> bool:
    """Whether the letters are the whole of a list item, and the item beside it names somebody."""
    word, text = reading.words[index], reading.text
    if text[word.end : word.end + 1] not in {"", "\n"} or index == 0:
        return False
    if not _BULLET.search(text, max(0, word.start - 12), word.start):
        return False
    beside = (i for i in (index - 1, index + 1) if 0 <= i < len(reading.words))
    return any(
        reading.words[i].capital
        and reading.known(i).any_name
        and reading.known(i).common <= SOME
        and _BULLET.search(text, max(0, reading.words[i].start - 12), reading.words[i].start)
        for i in beside
    )


def _joined_left(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isdigit() or text[start - 1] in "._@#-/")


def with_name(reading: Reading, last: int) -> int | None:
    """The end of a lone initial after the word `last` ("Elin S", "Moa T."), else None."""
    after = last + 1
    if after >= len(reading.words) or reading.gap(last) != " ":
        return None
    letter = reading.words[after]
    bare_letter = letter.text.removesuffix(":s").removesuffix("s")
    small = reading.words[last].shouted or not bare_letter.isupper()
    if len(bare_letter) != 1 or bare_letter in {"I", "i"} or (small and bare_letter in {"Å", "å"}):
        return None
    if not bare_letter.isupper() and not _chatted(reading, last, after):
        return None
    rest = reading.text[letter.end : letter.end + 3]
    if rest[:1] in {"-", "+", "'", "@"} or (rest[:1] == "." and rest[1:2].isalpha()):
        return None
    if _is_grade(reading, after):
        return None
    dot = (
        rest[:1] == "."
        and rest[1:].strip(" ")[:1] not in {"", "\n"}
        and (rest[1:2] in ",;:)" or (rest[1:2] == " " and rest[2:3].islower()))
    )
    return letter.end + int(dot)


def behind_initial(reading: Reading, index: int) -> bool:
    """Whether a capital with a dot stands before a word that is a surname ("D. Persson")."""
    near = index > 0 and reading.gap(index - 1) in {". ", "."}
    return near and is_initial(reading, index - 1) and reading.known(index).surname > 0


def is_initial(reading: Reading, index: int) -> bool:
    """Whether a word is one capital letter."""
    word = reading.words[index]
    return len(word.text) == 1 and word.capital


def _chatted(reading: Reading, last: int, after: int) -> bool:
    """Whether a small letter is an initial in a chat ("med ella w."), not a short "och" or "är"."""
    if reading.words[last].capital or reading.words[after].text in _SHORT_WORDS:
        return False
    return bool(_ENDS_THERE.match(reading.text, reading.words[after].end))


def _is_grade(reading: Reading, index: int) -> bool:
    """Whether the letter may as well be a grade ("fick Elsa A i matte")."""
    return (
        reading.words[index].text in "ABCDEF"
        and reading.lower(index + 1) == "i"
        and (reading.lower(index - 2) in {"fick", "får", "har", "hade", "gav", "ger", "blev"})
    )
