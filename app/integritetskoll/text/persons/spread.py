"""From the names found so far to the rest: joined by "och", longer, and again further down."""

from __future__ import annotations

from collections.abc import Iterator, Set

from integritetskoll.text.persons.initials import behind_initial, with_name
from integritetskoll.text.persons.model import written_as_none
from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.tokens import MANY, PARTICLES, SOME, forms

Run = tuple[int, int]
_ANDS = frozenset({"och", "o", "samt", "eller", "å"})
_MARKS = frozenset({",", "&", "+", "/", "•", "·"})
_SHORTEST = 3
_REPEATED = ("", "s", "'s", ":s")


def beside(reading: Reading, accepted: Set[int]) -> set[int]:
    """Words that stand in a row with accepted ones ("N och N", "N, N och N", "N+N")."""
    found: set[int] = set()
    for start in accepted:
        for step in (1, -1):
            index = start
            while (other := _neighbour(reading, index, step)) is not None:
                if other in accepted or other in found or not _fits(reading, other, index):
                    break
                found.add(other)
                index = other
    return found


def _neighbour(reading: Reading, index: int, step: int) -> int | None:
    near = index + step
    gap = reading.gap(min(index, near)).strip(" ")
    if gap in _MARKS:
        far = near + step
        if reading.lower(near) in _ANDS and not reading.gap(min(near, far)).strip(" "):
            return far
        return near
    if not gap and reading.lower(near) in _ANDS:
        far = near + step
        return far if not reading.gap(min(near, far)).strip(" ") else None
    return None


def _fits(reading: Reading, index: int, beside_index: int) -> bool:
    if not 0 <= index < len(reading.words):
        return False
    word, known = reading.words[index], reading.known(index)
    other = reading.words[beside_index]
    if written_as_none(reading, index) and not other.shouted:
        return False
    if reading.could_be(index):
        return _may_follow(reading, index)
    if other.capital or word.capital or reading.never(index) or index in reading.barred:
        return False
    return known.given >= SOME and known.common <= SOME


def _may_follow(reading: Reading, index: int) -> bool:
    """Whether a word with a capital is a name if one stands beside it in a row."""
    word, known = reading.words[index], reading.known(index)
    if reading.maybe(index):
        return True
    if word.shouted and known.common >= MANY:
        return False
    if index in reading.others and known.given < MANY:
        return False
    return not known.common or (known.any_name and (known.common > 1 or reading.opens(index)))


def longer(reading: Reading, run: Run) -> tuple[Run, int | None]:
    """The run with the surname, second given name and particles around it; end of an initial."""
    first, last = run
    while first and reading.gap(first - 1) == " " and _before(reading, first - 1):
        first -= 1
    known = reading.known(first)
    if known.surname > known.given and behind_initial(reading, first):
        first -= 1
    initial = None
    while initial is None:
        after = _after(reading, last)
        if after is None:
            initial = with_name(reading, last) if first == last else None
            break
        last = after
    return (first, last), initial


def _before(reading: Reading, index: int) -> bool:
    if not reading.could_be(index) or not reading.known(index).given:
        return False
    if reading.opens(index) and reading.known(index).common > SOME:
        return False
    return not (reading.maybe(index) and reading.opens(index)) and not reading.words[index].shouted


def _after(reading: Reading, last: int) -> int | None:
    word = reading.words[last]
    index = last + 1
    if reading.gap(last) not in {" ", "-"} or index >= len(reading.words):
        return None
    if word.text.endswith(("'s", ":s")) or _genitive(reading, last):
        return None
    while reading.lower(index) in PARTICLES and reading.gap(index) in {" ", "-", "'"}:
        index += 1
    if _is_middle(reading, index):
        index += 1
    if index >= len(reading.words) or not reading.could_be(index):
        return None
    known, found = reading.known(index), reading.words[index]
    if found.shouted and not word.shouted:
        return None
    if not word.capital and not found.capital:
        return None
    particle = index > last + 1
    fits = particle or known.surname or known.given or not known.common
    return index if fits and not (known.common > MANY and not particle) else None


def _is_middle(reading: Reading, index: int) -> bool:
    """Whether an initial stands between names ("Nils A. Ek"); a sentence may begin behind it."""
    if index + 1 >= len(reading.words) or not behind_initial(reading, index + 1):
        return False
    known = reading.known(index + 1)
    return known.surname >= SOME and known.surname > known.given


def _genitive(reading: Reading, index: int) -> bool:
    """Whether the word is a name with a genitive s ("Bram Stokers Dracula")."""
    lower = reading.words[index].lower
    whole, stem = (reading.names.found.get(form) for form in (lower, lower.removesuffix("s")))
    return lower.endswith("s") and not (whole and whole.any_name) and bool(stem and stem.any_name)


def lower_surname(reading: Reading, last: int) -> int | None:
    """The surname after a lower-case given name ("elsa lindqvist"), else None."""
    index = last + 1
    if reading.words[last].capital or reading.gap(last) != " " or index >= len(reading.words):
        return None
    known = reading.known(index)
    if known.surname >= SOME and not known.common and not reading.never(index):
        return index
    return None


def again(reading: Reading, accepted: Set[int]) -> Iterator[int]:
    """Yield words that repeat an accepted name: genitive, lower case, all capitals."""
    first_of: dict[str, int] = {}
    for index in sorted(accepted):
        for base in forms(reading.words[index].lower):
            if len(base) >= _SHORTEST:
                for ending in _REPEATED:
                    first_of.setdefault(base + ending, index)
    for index, word in enumerate(reading.words):
        first = first_of.get(word.lower)
        if first is None or index in accepted or index in reading.barred or reading.never(index):
            continue
        if _repeats(reading, index, first):
            yield index


def _goes_on_as_name(reading: Reading, index: int, first: int) -> bool:
    """Whether a word that opens a sentence is the given name of a full name met before."""
    if reading.gap(first) != " " or not reading.known(first + 1).surname:
        return False
    gap = reading.gap(index)
    acts = gap == " " and reading.after(index) in reading.verbs
    return reading.words[first + 1].capital and (gap.startswith(",") or acts)


def _repeats(reading: Reading, index: int, first: int) -> bool:
    word, known = reading.words[index], reading.known(index)
    if " " in reading.others.get(index, "") and word.capital:
        return False
    if word.capital:
        return (
            not reading.maybe(index)
            or not reading.opens(index)
            or _goes_on_as_name(reading, index, first)
            or (word.text == (reading.words[first].text) and reading.homograph(index, model=True))
        )
    if reading.names.table is None:
        return not reading.maybe(index) and len(word.text) > _SHORTEST
    return known.given >= 1 and known.common <= 1 and not reading.maybe(index)
