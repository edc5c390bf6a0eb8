"""Build the name table: bucketed counts of given names, surnames and ordinary words."""

import re
from collections import Counter

from integritetskoll.text.pipeline.names import NameTable, bucket, build_table, pack
from models.recipe import sources

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


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


def build() -> NameTable:
    """The table of all names with two bearers or more and all words seen twice or more."""
    given = _name_parts(("men_tilltalsnamn", "women_tilltalsnamn"))
    surname = _name_parts(("lastname",))
    common = {word: count for word, count in word_counts().items() if count > 2}
    places = {name.lower() for name in sources.place_names()}
    return build_table(
        (
            word,
            pack(
                given=bucket(given[word]),
                surname=bucket(surname[word]),
                common=bucket(common.get(word, 0)),
                place=word in places,
            ),
        )
        for word in sorted(given.keys() | surname.keys() | common.keys() | places)
    )
