"""Initials that sign a text, act in it, or that the model takes for somebody ("CS", "JoL", "K-G").

Staff write so in minutes and schedules: the first letters of both names, or of the given name and
more of the surname. Readers at the school can tell who it is (GDPR article 4.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from integritetskoll.text.persons.initials import SHORT
from integritetskoll.text.persons.model import loud
from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.tokens import MANY

Span = tuple[int, int]
_GENITIVE = r"(?::s)?"
_TWO = regex.compile(
    rf"(?:\p{{Lu}}{{2}}|\p{{Lu}}\p{{Ll}}{{1,2}}\p{{Lu}}{{1,2}}|\p{{Lu}}{{2}}\p{{Ll}}"
    rf"|\p{{Lu}}\. \p{{Lu}}\.){_GENITIVE}"
)
"""Two capitals, or more letters of one of the names."""
_THREE = regex.compile(rf"\p{{Lu}}{{3}}{_GENITIVE}")
"""Three capitals are mostly an abbreviation: they need other initials in the text."""
_DOUBLE = regex.compile(rf"(\p{{Lu}})-(\p{{Lu}}){_GENITIVE}")
_LONE = regex.compile(r"\p{Lu}\.?")
_SIGNS = regex.compile(
    r"(?P<who>\p{Lu}{1,3}|\p{Lu}\p{Ll}{1,2}\p{Lu}|\p{Lu}-\p{Lu})\.?(?:,? (?:i )?\d ?[A-Fa-f])?"
    r"[ \t]*(?:\n|$)"
)
_ACTS = regex.compile(r"(\p{Lu}\.) \p{Ll}")
_ROW = regex.compile(
    r"(?m)^[^\p{L}\n]*+(?P<who>\p{Lu}\p{Ll}++(?:-\p{Lu}\p{Ll}++)?+, (?P<letter>\p{Lu})\.?)"
    r"(?=[ \t]*(?:$|[|;:\t(]| [-–]))"
)
_GOES_ON = frozenset({"-", "_", "+"})
_GRADES = frozenset("ABCDEF")
_NUMBER = regex.compile(r":? ?\d")
"""What stands behind a label or a sort ("BG: 1234567", "HB 2")."""
_RANGE = frozenset({"bokstav", "bokstäver", "bokstäverna", "betyg", "efternamn", "grupp", "spår"})


def signing(reading: Reading, places: Sequence[regex.Match[str]]) -> Iterator[Span]:
    """Yield initials that are all that stands in a signature ("/P", "Mvh ML", "Kram K.")."""
    for match in places:
        start = match.start("who" if match["who"] else "slash")
        found = _SIGNS.match(reading.text, start)
        if found and found["who"] not in SHORT:
            yield found.span("who")


def told(reading: Reading) -> Iterator[Span]:
    """Yield initials that the model takes for somebody and that look like it."""
    inside = [at for start, end in reading.persons if (at := _whole(reading, start, end))]
    sure = [at for at in inside if _sure(reading, at)]
    yield from sure
    for start, end in inside:
        if sure and _THREE.fullmatch(reading.text, start, end):
            yield start, end
        elif _ACTS.match(reading.text, start) and reading.after(reading.at(start)) in reading.verbs:
            yield start, start + len("L.")


def rows_with_initials(reading: Reading) -> Iterator[Span]:
    """Yield surnames with an initial that begin rows ("Nilsson, R"), two rows or a known name."""
    found = list(_ROW.finditer(reading.text)) if ", " in reading.text else []
    listed = len(found) > 1 and any(match["letter"] not in _GRADES for match in found)
    for match in found:
        index = reading.at(match.start("who"))
        known = reading.known(index)
        named = known.surname >= MANY and known.common <= 1
        if reading.could_be(index) and (named or listed):
            yield match.span("who")


def paired(reading: Reading) -> Iterator[Span]:
    """Yield the first letters of a joined given name ("P-O", "K-G"), which are no range."""
    for index in reading.capitals:
        word = reading.words[index]
        letters = _DOUBLE.fullmatch(word.text) if word.shouted and "-" in word.text else None
        if not letters or letters[1] <= letters[2] or reading.lower(index - 1) in _RANGE:
            continue
        if not (_capital_beside(reading, index - 1) or _capital_beside(reading, index)):
            yield word.start, word.end


def _whole(reading: Reading, start: int, end: int) -> Span | None:
    """The span of an entity of one short word that is no abbreviation of schools."""
    text = reading.text[start:end]
    if len(text) > len("ÅSA-K"):
        return None
    index = reading.at(start)
    letters = text.removesuffix(":s").rstrip(".")
    if letters in SHORT or index == len(reading.words) or index in reading.barred:
        return None
    follows = reading.text[end : end + 1]
    number = _NUMBER.match(reading.text, end) is not None
    if (
        number
        or _among_short(reading, index)
        or follows.isalnum()
        or follows in _GOES_ON
        or loud(reading, index)
    ):
        return None
    return start, end


def _among_short(reading: Reading, index: int) -> bool:
    """Whether the letters are listed among abbreviations ("Vad betyder EA, ÅP, APL")."""
    return any(
        reading.words[i].text in SHORT and reading.gap(min(i, index)).strip(" ") in {",", "/", ":"}
        for i in (index - 1, index + 1)
        if 0 <= i < len(reading.words)
    )


def _capital_beside(reading: Reading, gap: int) -> bool:
    """Whether both words at a gap have capitals and only a space between: one longer name."""
    if reading.gap(gap) != " ":
        return False
    return reading.words[gap].capital and reading.words[gap + 1].capital


def _is_range(reading: Reading, index: int) -> bool:
    """Whether letters part an alphabet ("Klass A-K till vänster, L-Ö till höger")."""
    others = (word for i, word in enumerate(reading.words) if i != index and word.shouted)
    return reading.lower(index - 1) in _RANGE or any(
        (pair := _DOUBLE.fullmatch(word.text)) and pair[1] < pair[2] for word in others
    )


def _sure(reading: Reading, at: Span) -> bool:
    if _TWO.fullmatch(reading.text, *at):
        return True
    double = _DOUBLE.fullmatch(reading.text, *at) is not None
    return double and not _is_range(reading, reading.at(at[0]))
