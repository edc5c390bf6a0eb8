"""Build the name table: bucketed counts of given names, surnames and ordinary words."""

import re
from collections import Counter
from functools import cache

from integritetskoll.text.pipeline.names import NameTable, bucket, build_table, pack
from models.recipe import sources, world
from models.recipe.lemmas import listed

LONGEST = 9
LISTED = 2
KNOWN = 10
"""Bearers that a well-known foreign name counts as having."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def word_counts() -> Counter[str]:
    """How often each word stands in lower case in the raw text."""
    found: Counter[str] = Counter()
    for line in sources.raw_text():
        found.update(word for word in _WORD.findall(line) if word[0].islower())
    return found


def _name_parts(kinds: tuple[str, ...]) -> Counter[str]:
    """Bearers of each single-token name; the last part of a surname of several words counts too."""
    found: Counter[str] = Counter()
    for kind in kinds:
        for name, bearers in sources.name_counts(kind).items():
            found[name.split()[-1].lower()] += bearers
    return found


@cache
def dictionary() -> list[str]:
    """Short forms of the lemma table: words of everyday life that public texts seldom hold."""
    pairs = listed()
    words = {word for pair in pairs.items() for word in pair}
    return sorted(word for word in words if len(word) <= LONGEST and word.islower())


def build() -> NameTable:
    """The table of all names with two bearers or more and all words seen twice or more."""
    given = _name_parts(("men_tilltalsnamn", "women_tilltalsnamn"))
    surname = _name_parts(("lastname",))
    common = {word: count for word, count in word_counts().items() if count > 2}
    for word in dictionary():
        common.setdefault(word, LISTED)

    def as_word(word: str) -> int:
        return bucket(common.get(word, 0))

    def as_name(word: str) -> int:
        return bucket(max(given[word], surname[word]))

    known = {kind: set(world.words(kind, as_word, as_name)) for kind in world.KINDS}
    known["places"] |= {name.lower() for name in sources.place_names()}
    for counts, kind in ((given, "famous_given"), (surname, "famous")):
        counts.update({word: KNOWN for word in known[kind] if counts[word] < KNOWN})
    return build_table(
        (
            word,
            pack(
                given=bucket(given[word]),
                surname=bucket(surname[word]),
                common=bucket(common.get(word, 0)),
                place=word in known["places"],
                organisation=word in known["organisations"],
                work=word in known["works"],
            ),
        )
        for word in sorted(
            given.keys() | surname.keys() | common.keys() | set().union(*known.values())
        )
    )
