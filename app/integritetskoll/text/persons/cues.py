"""Words that announce a name: signatures, titles, kin, "eleven …", "Foto: …", greetings."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from integritetskoll.text.persons.reading import PARTICLES, Reading
from integritetskoll.text.persons.wordlists import words
from integritetskoll.text.recognizers.base import scan

_FAREWELL = (
    r"mvh|m\.v\.h\.?|bvh|vh|hälsningar|hälsar|hälsning|vänligen|kram(?:ar)?|puss(?: och kram)?|vi ses|"
    r"allt gott|tack på förhand|ha (?:det|en) [^\n]{2,30}|trevlig (?:helg|sommar|läsning)|hej då|"
    r"hälsn\.?|med hälsning|skrivet av|vid pennan|undertecknat|hej så länge|hör av er|hälsar"
)
SIGNATURE = regex.compile(
    rf"(?<![\p{{L}}\d])(?:(?:med )?(?:vänliga?|varma|bästa|glada|soliga|många|höst|vår|jul)?[ ]?(?i:{_FAREWELL}))"
    r"(?: från| önskar)?[ ]?[,.!:;/]*[ \t]*(?:\n[ \t]*){0,3}[/~-]{0,2}[ ]?(?P<who>\p{L}[^\n]{0,80})"
    r"|(?:^|(?<=[\s.!?]))/{1,2}[ ]?(?P<slash>\p{L}[^\n/]{1,60})$",
    regex.MULTILINE,
)
FIELD = regex.compile(
    r"(?i)(?:^|(?<=[|;\t,.(] )|(?<=[|;\t,.(]))[ \t]*(?:elevens? (?:för- och efter)?namn|elev|barnets namn|barn|"
    r"(?:för|efter)?namn|foto(?:graf)?|text|bild|illustration|av|skribent|från|till|kopia|cc|vikarie|rektor|mentor(?:er)?|lärare|"
    r"ansvarig(?: lärare)?|kontakt(?:person)?|kurator|närvarande|deltagare|frånvarande|justerare|ordförande|"
    r"sekreterare|vårdnadshavare(?: \d)?|handläggare|klassföreståndare|vinnare|veckans \p{L}+|sjuka|borta|"
    r"skolsköterska|pedagog(?:er)?|berättare|på bilden|i bild|hälsar|gäller|avser|ang(?:ående)?)[ ]?:[ ]*(?P<who>\p{Lu}[^\n|;\t]{0,80})",
    regex.MULTILINE,
)
_HEETS = frozenset(
    "jag hon han hen eleven barnet flickan pojken killen tjejen kompisen läraren mentorn vikarien "
    "mamman pappan rektorn kuratorn dottern sonen systern brodern mamma pappa".split()
)
_TO = frozenset({"till", "åt", "med", "från", "och", "om", "hos"})
_GREETINGS = frozenset({"hej", "hejsan", "hallå", "kära", "käre", "bästa", "tack", "grattis", "tjena"})
_FRONT = frozenset({"till"})


def signed(reading: Reading) -> Iterator[int]:
    """Yield the words that sign the draft or a part of it."""
    for match in scan(SIGNATURE, reading.text):
        group = "who" if match["who"] else "slash"
        yield from _names_from(reading, *match.span(group), free=True)


def in_fields(reading: Reading) -> Iterator[int]:
    """Yield the words behind a label such as "Elev:", "Foto:", "Närvarande:"."""
    if ":" in reading.text:
        for match in scan(FIELD, reading.text):
            yield from _names_from(reading, *match.span("who"), free=False)


def _names_from(reading: Reading, start: int, end: int, *, free: bool) -> Iterator[int]:
    """Words from `start` on, as long as they are names or join names; titles are passed over."""
    titles = words("staff_titles") | words("guardians")
    for index in reading.inside(start, end):
        word = reading.words[index]
        if reading.could_be(index) and not (reading.known(index).common >= 3 and not free):
            yield index
        elif free and _lower_name(reading, index):
            yield index
        elif word.lower not in titles and word.lower not in {"och", "o", "samt"} | PARTICLES:
            return


def _lower_name(reading: Reading, index: int) -> bool:
    known = reading.known(index)
    if reading.words[index].capital or index in reading.barred or reading.maybe(index):
        return False
    return known.given >= 2 and known.common <= 1 and not reading.never(index)


def announced(reading: Reading) -> Iterator[int]:
    """Yield capitalised words that the word before them makes a name."""
    people = words("staff_titles") | words("guardians")
    for index in range(1, len(reading.words)):
        if not reading.words[index].capital or reading.gap(index - 1) not in {" ", " - "}:
            continue
        before, known = reading.lower(index - 1), reading.known(index)
        if before in people or (before in _FRONT and reading.lower(index - 2) in people):
            if reading.could_be(index) and known.common <= 3:
                yield index
        elif before == "heter" and reading.lower(index - 2) in _HEETS:
            if reading.could_be(index):
                yield index
        elif before in _GREETINGS and _greeted(reading, index):
            yield index


def _greeted(reading: Reading, index: int) -> bool:
    known = reading.known(index)
    if not reading.could_be(index) or known.common >= 3:
        return False
    return known.given >= 1 or (reading.gap(index)[:1] in "!,." and not known.common)
