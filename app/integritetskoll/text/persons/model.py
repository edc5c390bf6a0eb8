"""The model's persons, mended: fused names split, titles and ordinary words cut away."""

from __future__ import annotations

from collections.abc import Iterator

from integritetskoll.text.persons.initials import behind_initial, is_initial
from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.role_words import CLASS_BEHIND
from integritetskoll.text.persons.things import is_glossed
from integritetskoll.text.persons.tokens import MANY, MOST, PARTICLES, SOME, forms
from integritetskoll.text.persons.verbs import acts
from integritetskoll.text.persons.wordlists import people_words

Run = tuple[int, int]
"""First and last word of a name, both included."""
_WHERE = frozenset({"i", "på", "vid", "utanför", "nära"})
_GOING = _WHERE | {"mot", "genom", "via", "runt", "över", "ur"}
_LOOSE = frozenset("på i och är som med för till av vid om ska kan har inte efter över".split())
"""What nobody owns, but follows a word in -s that is no genitive ("Trerätters på schemat")."""
_ACRONYM = len("SCB:s")
_JOINS = frozenset({" ", "-", ". ", "."})
_TOWARDS = frozenset(
    "hej kära käre bästa åt hos tack sa sade säger skrev skriver svarade svarar undrade undrar "
    "berättade berättar frågade frågar familjen syskonen bröderna systrarna släkten mrs mr".split()
)
_TITLES = frozenset("familjen tant farbror herr fru fröken dr kallas kallad alias".split())
"""Words before a name, beside those of staff and family, that make one of an ordinary word."""
_DEFINITE = ("en", "et", "na")
_DO = frozenset(
    "kom kommer gick går fick får har hade ska skulle vill ville kan kunde måste mår åkte åker tog "
    "tar glömde glömmer tappade lånade behöver grät gråter somnade sover satt sitter stod står "
    "sprang bor bodde såg ser hör hörde tyckte tycker undrar tänkte valde gjorde gör vann började "
    "brukar ringde hämtade hämtar träffade".split()
)
"""What somebody does, before the name ("Kom Rasmina med?")."""
_TWO_PARTS = ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Von", "El", "Al", "Fitz", "Da", "Du")


def model_runs(reading: Reading) -> Iterator[Run]:
    """Yield the names in the model's persons that the rules believe."""
    for start, end in reading.persons:
        yield from _pieces(reading, reading.inside(start, end))


def _pieces(reading: Reading, indices: range) -> Iterator[Run]:
    first: int | None = None
    last = -1
    for index in indices:
        fits = index not in reading.barred and _fits(reading, index, first)
        if first is not None and (not fits or reading.gap(last) not in _JOINS):
            yield from _trimmed(reading, first, last, indices.start)
            first = None
        if fits:
            first = index if first is None else first
            last = index
    if first is not None:
        yield from _trimmed(reading, first, last, indices.start)


def _fits(reading: Reading, index: int, first: int | None) -> bool:
    word = reading.words[index]
    if len(word.text) == 1:
        return False
    if word.lower in PARTICLES:
        return first is not None or word.capital
    if _never(reading, index) and not (first is not None and reading.known(index).surname):
        return False
    if first is None:
        return word.capital or _lower_name(reading, index)
    return word.capital or (not reading.words[first].capital and _lower_name(reading, index))


def _never(reading: Reading, index: int) -> bool:
    """Whether a word names nobody; a place may ("Basel"), where nobody is at it or goes there."""
    word, known = reading.words[index], reading.known(index)
    if not reading.never(index):
        return False
    place = known.place and known.given >= MANY and reading.lower(index - 1) not in _GOING
    table = reading.names.table
    borne = table is not None and table.given(word.lower) >= SOME > table.common(word.lower)
    return not (word.capital and (place or (borne and _treated_as_one(reading, index))))


def _lower_name(reading: Reading, index: int) -> bool:
    known = reading.known(index)
    if reading.names.table is None:
        return not reading.maybe(index)
    if reading.maybe(index):
        return known.given >= MANY and _in_small_line(reading, index)
    if not known.any_name or known.common > 1:
        return False
    if _in_small_line(reading, index) or reading.casual(index):
        return True
    # Who begins sentences with capitals writes few names without: "nymålade hagar", "bas, hi-hat".
    return (known.given >= MOST and not known.common) or _treated_as_one(reading, index)


def _trimmed(reading: Reading, first: int, last: int, begin: int) -> Iterator[Run]:
    while last > first and (
        reading.words[last].lower in PARTICLES and not reading.words[last].capital
    ):
        last -= 1
    if first > begin and _is_surname(reading, first):
        yield first - (first - 1 == begin), last
    elif first < last or believable(reading, first):
        yield first, last


def _is_surname(reading: Reading, index: int) -> bool:
    """Whether a word has the initial of a given name before it ("W. Oxenfelt", "H. Stork")."""
    near = is_initial(reading, index - 1) and reading.gap(index - 1) in {". ", "."}
    known = reading.known(index)
    named = known.surname >= MANY or known.common <= SOME
    return near and named and reading.words[index].capital and not reading.never(index)


def believable(reading: Reading, index: int) -> bool:
    """Whether a single word that the model takes for a person is one."""
    word, known = reading.words[index], reading.known(index)
    compound = "-" in word.text and word.capital and not reading.could_be(index)
    if len(word.text) == 1 or compound or _never(reading, index) or written_as_none(reading, index):
        return False
    if is_glossed(reading, index):
        return False
    if word.capital and not known.place and _presented(reading, index):
        return True
    if reading.maybe(index):
        small = not word.capital  # which `_lower_name` has judged
        return small or reading.homograph(index, model=True) or behind_initial(reading, index)
    if reading.names.table is None:
        return True
    return _known_name(reading, index) if known.given >= SOME else _unknown(reading, index)


def _presented(reading: Reading, index: int) -> bool:
    """Whether a title or a class beside a word says that even an ordinary word is a name."""
    title, word = reading.lower(index - 1), reading.words[index].lower
    if word.endswith(_DEFINITE):
        return False
    if reading.gap(index - 1) == " " and (title in people_words() or title in _TITLES):
        return True
    return CLASS_BEHIND.match(reading.text, reading.words[index].end) is not None


def written_as_none(reading: Reading, index: int) -> bool:
    """Whether a word is written as no name is: "Lgr22", "ScratchJr", "EHT" among small letters."""
    word = reading.words[index]
    follows = reading.text[word.end : word.end + 2]
    if follows[:1].isdigit() or camel(word.text):
        return True
    if follows[:1] == "+" and not follows[1:].isalpha():
        return True
    if not word.shouted or len(word.text) > _ACRONYM:
        return False
    fame = reading.known(index).given
    return (fame < MOST or len(word.text) <= len("UNO")) and not loud(reading, index)


def camel(text: str) -> bool:
    """Whether a capital stands inside a word, as in "ScratchJr" but not in "McDonald"."""
    small = next((i for i, c in enumerate(text) if c.islower()), len(text))
    inner = [i for i in range(small, len(text)) if text[i].isupper() and text[i - 1].isalpha()]
    return bool(inner) and not (len(inner) == 1 and text[: inner[0]] in _TWO_PARTS)


def loud(reading: Reading, index: int) -> bool:
    """Whether a word stands beside another one in capitals, in a row that shouts."""
    for other in (index - 1, index + 1):
        if not 0 <= other < len(reading.words) or len(reading.words[other].text) == 1:
            continue
        near = reading.gap(min(index, other)) == " "
        named = min(reading.known(index).given, reading.known(other).given) >= MANY
        if reading.words[other].shouted and (near or named):
            return True
    return False


def _known_name(reading: Reading, index: int) -> bool:
    word, known = reading.words[index], reading.known(index)
    if not word.capital:
        return known.common <= 1
    if word.shouted and len(word.text) <= _ACRONYM and known.given < MOST:
        return False
    if known.common > (MANY if known.given >= MOST else SOME):
        return False
    return known.given >= MOST or not known.place or reading.lower(index - 1) not in _GOING


def _unknown(reading: Reading, index: int) -> bool:
    """Whether a word that few or none bear is a name all the same."""
    word, known = reading.words[index], reading.known(index)
    if not word.capital:
        borne = bool(known.given) or known.surname >= SOME
        return borne and not known.common and _in_small_line(reading, index)
    well_known = known.surname >= MOST and not known.common
    place = known.place and (not well_known or reading.lower(index - 1) in _GOING)
    thing = not known.any_name and (word.shouted or reading.lower(index - 1) in _WHERE)
    if known.common >= SOME or place or thing:
        return False
    if not known.given and (known.common or not known.surname or known.surname < MANY):
        return _treated_as_one(reading, index)
    if well_known or not reading.opens(index):
        return True
    return _acts(reading, index) or _beside_initial(reading, index)


def _in_small_line(reading: Reading, index: int) -> bool:
    """Whether the line of a word starts with a small letter, as in chat."""
    begin = reading.text.rfind("\n", 0, reading.words[index].start) + 1
    return not reading.words[reading.at(begin)].capital


def _treated_as_one(reading: Reading, index: int) -> bool:
    """Whether the words beside a word that no given name is speak of it as of somebody."""
    beside = reading.gap(index) == " "
    if beside and (reading.after(index) in reading.verbs or _owns(reading, index)):
        return True
    before = reading.lower(index - 1)
    return reading.gap(index - 1) == " " and (before in _TOWARDS or before in _DO)


def _owns(reading: Reading, index: int) -> bool:
    """Whether a word is a genitive before a plain word, and not of one: "Religioners syn"."""
    word, following = reading.words[index].lower, reading.words[index + 1]
    plain = any(reading.names.of(form).common >= SOME for form in forms(word)[1:])
    loose = following.capital or following.lower in _LOOSE
    return word.endswith("s") and not plain and not loose


def _beside_initial(reading: Reading, index: int) -> bool:
    """Whether a surname has an initial before or behind it ("D. Persson", "Bengtsson E")."""
    behind = reading.gap(index) == " " and is_initial(reading, index + 1)
    return bool(reading.known(index).surname) and (behind or behind_initial(reading, index))


def _acts(reading: Reading, index: int) -> bool:
    """Whether an unknown word that opens a sentence behaves like somebody: it does something."""
    return bool(reading.known(index).given) or acts(reading, index)
