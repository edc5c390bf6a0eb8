"""Words that announce a name: signatures, titles, kin, "eleven …", "Foto: …", greetings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from integritetskoll.plain.fold import fold_case
from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.tokens import MANY, PARTICLES, SOME
from integritetskoll.text.persons.wordlists import words
from integritetskoll.text.recognizers.starts import at_words, heads_of, scan_at

_GOODBYES = (
    r"mvh|bvh|vh|hälsn(?:ing(?:ar(?:na)?)?)?|hälsar|vänligen|kram(?:ar)?|puss|vi ses|allt gott|"
    r"tack på förhand|ha (?:det|en) [^\n]{2,30}|trevlig (?:helg|sommar|läsning|kväll)|hej då|"
    r"hej så länge|hör av er|skrivet av|vid pennan|undertecknat"
)
_GOODBYE_HEADS = heads_of(_GOODBYES)
SIGNATURE = regex.compile(
    rf"\b(?i:{_GOODBYES})\b"
    r"(?: från| önskar)?[ ]?[,.!:;/]*[ \t]*(?:\n[ \t]*){0,3}[/~-]{0,2}[ ]?"
    r"(?!(?:att|när|på|i|om|till|då|där|igen|den|det|honom|henne)\b)(?P<who>\p{L}[^\n]{0,80})"
    r"|(?:^|(?<=[\s.!?]))/{1,2}[ ]?(?P<slash>\p{L}[^\n/]{0,60})$",
    regex.MULTILINE,
)
_SLASH = re.compile("/")
_LABELS = frozenset(
    "elev elevens eleven barn barnet barnets namn förnamn efternamn foto fotograf text bild "
    "illustration av "
    "skribent från till kopia cc vikarie vikarier rektor mentor mentorer lärare ansvarig kontakt "
    "kontaktperson kurator "
    "närvarande deltagare frånvarande justerare ordförande sekreterare vårdnadshavare handläggare "
    "klassföreståndare vinnare sjuka borta skolsköterska pedagog pedagoger berättare bilden "
    "hälsar gäller "
    "avser angående ang elever restlista frånvaro omprov ledare faddrar fadder grupp lag "
    "bord saknas frånvarande klassförälder klassföräldrar".split()
)
_MADE_BY = frozenset("foto fotograf text bild illustration av berättare".split())
"""Labels that name a maker, which may be an agency or a machine ("Foto: Pixabay")."""
_ROLE_CALL = regex.compile(r"veckans \p{L}+$")
_LABEL_END = regex.compile(r"(?P<label>\p{L}+)(?: \d)?[ ]?$")
_HEETS = frozenset(
    "jag hon han hen eleven barnet flickan pojken killen tjejen kompisen läraren mentorn vikarien "
    "mamman pappan rektorn kuratorn dottern sonen systern brodern mamma pappa".split()
)
_TO = frozenset({"till", "åt", "med", "från", "och", "om", "hos"})
_GREETINGS = frozenset(
    {"hej", "hejsan", "hallå", "kära", "käre", "bästa", "tack", "grattis", "tjena"}
)
_FRONT = frozenset({"till"})


def signed(reading: Reading, places: Sequence[regex.Match[str]]) -> Iterator[int]:
    """Yield the words that sign the draft or a part of it."""
    for match in places:
        group = "who" if match["who"] else "slash"
        yield from _names_from(reading, *match.span(group), free=True)


def goodbyes(text: str) -> Iterator[regex.Match[str]]:
    """Yield where a plain text is signed. Raises TimeoutError."""
    places = at_words(fold_case(text), _GOODBYE_HEADS)
    places += [match.start() for match in _SLASH.finditer(text)]
    return scan_at(SIGNATURE, text, sorted(places))


def in_fields(reading: Reading) -> Iterator[int]:
    """Yield the words behind a label such as "Elev:", "Foto:", "Närvarande:"."""
    text = reading.text
    place = text.find(":")
    while place >= 0:
        head = text[max(0, place - 30) : place].lower()
        label = _LABEL_END.search(head)
        if label and (label["label"] in _LABELS or _ROLE_CALL.search(head)):
            line = text.find("\n", place)
            end = min(place + 90, line if line >= 0 else len(text))
            found = _names_from(reading, place + 1, end, free=False)
            made = label["label"] in _MADE_BY
            yield from (i for i in found if not made or reading.known(i).any_name)
        place = text.find(":", place + 1)


def _names_from(reading: Reading, start: int, end: int, *, free: bool) -> Iterator[int]:
    """Words from `start` on, as long as they are names or join names; titles are passed over."""
    titles = words("staff_titles") | words("guardians")
    for index in reading.inside(start, end):
        word = reading.words[index]
        if (
            (free and _lower_name(reading, index))
            or (reading.could_be(index) and (free or reading.known(index).common < MANY))
            or (not free and _whole_value(reading, index))
        ):
            yield index
        elif word.lower not in titles and word.lower not in {"och", "o", "samt"} | PARTICLES:
            return


def _whole_value(reading: Reading, index: int) -> bool:
    """Whether a name that is a word as well is all that a field holds ("Mentor: Per")."""
    ends = reading.gap(index).lstrip(" ")[:1] in {"\n", ",", ";", "|", "(", "."}
    many = reading.known(index).given >= MANY
    return ends and many and reading.maybe(index) and reading.could_be(index)


def _lower_name(reading: Reading, index: int) -> bool:
    known = reading.known(index)
    if reading.words[index].capital or index in reading.barred or reading.maybe(index):
        return False
    return known.given >= SOME and known.common <= 1 and not reading.never(index)


def announced(reading: Reading) -> Iterator[int]:
    """Yield capitalised words that the word before them makes a name."""
    people = words("staff_titles") | words("guardians")
    for index in range(1, len(reading.words)):
        if not reading.words[index].capital or reading.gap(index - 1) not in {" ", " - "}:
            continue
        before, known = reading.lower(index - 1), reading.known(index)
        if before in people or (before in _FRONT and reading.lower(index - 2) in people):
            if reading.could_be(index) and known.common <= MANY:
                yield index
        elif before == "heter" and reading.lower(index - 2) in _HEETS:
            if reading.could_be(index):
                yield index
        elif before in _GREETINGS and _greeted(reading, index):
            yield index


def _greeted(reading: Reading, index: int) -> bool:
    known = reading.known(index)
    if not reading.could_be(index) or known.common >= MANY:
        return False
    return known.given >= 1 or (reading.gap(index)[:1] in "!,." and not known.common)
