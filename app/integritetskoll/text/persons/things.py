"""Names that stand for a thing: a feast, a month, a system, a voice assistant, one of a sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from integritetskoll.text.persons.wordlists import ASSISTANTS, FEASTS, VOICES, people_words

if TYPE_CHECKING:
    from integritetskoll.text.persons.reading import Reading

_SYSTEMS = frozenset({"dexter"})
_IN_SYSTEM = frozenset({"i", "via", "ur", "från"})
_LISTED = 8
"""Words that a list is followed back over."""
_ARTICLES = frozenset({"en", "ett"})
_ONE_OF = regex.compile(r" (?:\p{Lu}|i |som |från |till )")
_MEANS = regex.compile(
    r" (?:betyder (?!mycket|så |allt|mest|inte|för|att|en hel)|uttalas "
    r"|är (?:ett|en annan|ett annat) (?:ord|benämning|namn|spel|språk|bokserie|band)\b)"
)
_EQUALS = regex.compile(r" = \p{Ll}")
_OF_WORDS = regex.compile(
    r"(?i)\b(?:glosor|glos\p{L}+|ordlist\p{L}+|betyder|latin\p{L}*|franska|spanska|tyska|engelska"
    r"|italienska|finska|arabiska|kurdiska|persiska|turkiska|grekiska|isländska|norska|danska)\b"
)
"""What a text on words speaks of; elsewhere "=" says who does or gets what."""
_MONTHS = frozenset("april maj juni juli augusti".split())
_MONTHLY = regex.compile(r" (?:är|blir|börjar|inleds|bjuder|slutar|hade) ")


def is_other(reading: Reading, index: int) -> bool:
    """Whether a name is a feast, a system, a voice assistant, a month, or listed among things."""
    lower = reading.words[index].lower
    system = lower in _SYSTEMS and reading.lower(index - 1) in _IN_SYSTEM
    if system or lower in FEASTS or (lower in ASSISTANTS and _speaks_of_assistants(reading)):
        return True
    return _among_things(reading, index) or (lower in _MONTHS and _is_month(reading, index))


def names_thing(reading: Reading, index: int) -> bool:
    """Whether the words beside a name say that it's a thing's or a word."""
    return is_sort(reading, index) or is_glossed(reading, index)


def is_sort(reading: Reading, index: int) -> bool:
    """Whether an article makes a thing of a name ("en Oscar"), not one of several persons."""
    if reading.lower(index - 1) not in _ARTICLES or reading.gap(index - 1) != " ":
        return False
    return not _ONE_OF.match(reading.text, reading.words[index].end)


def among_nouns(reading: Reading, index: int) -> bool:
    """Whether a comma or a dash parts a word from one that is no name ("axel, armbåge")."""
    for gap, other in ((index - 1, index - 1), (index, index + 1)):
        if 0 <= other < len(reading.words) and reading.gap(gap).strip(" ") in {",", "–", "-", "="}:
            return not reading.names.of(reading.lower(other)).any_name
    return False


def is_glossed(reading: Reading, index: int) -> bool:
    """Whether a word is explained as a word ("Alba = vit", "Noor betyder ljus")."""
    end = reading.words[index].end
    if _MEANS.match(reading.text, end):
        return True
    equals = reading.opens(index) and _EQUALS.match(reading.text, end)
    return bool(equals) and _OF_WORDS.search(reading.text) is not None


def _is_month(reading: Reading, index: int) -> bool:
    """Whether a month is told of ("Maj är full av möten"), beside months in small letters."""
    told = reading.opens(index) and _MONTHLY.match(reading.text, reading.words[index].end)
    return bool(told) and any(word.text in _MONTHS for word in reading.words)


def _among_things(reading: Reading, index: int) -> bool:
    """Whether a name is listed behind a word that names nobody ("Viol, Linnea och Iris")."""
    people = people_words()
    for place in range(index - 1, max(-1, index - _LISTED), -1):
        gap = reading.gap(place).strip(" ")
        joins = gap == "," or reading.lower(place) == "och" or reading.lower(place + 1) == "och"
        if gap not in {"", ","} or not joins:
            return False
        named = reading.words[place].capital and reading.lower(place) not in people
        if named and reading.never(place) and not reading.opens(place):
            return True
    return False


def _speaks_of_assistants(reading: Reading) -> bool:
    """Whether the draft speaks of voice assistants, two of which are names as well."""
    return sum(word.lower in VOICES for word in reading.words) > 1
