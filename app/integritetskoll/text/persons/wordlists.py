"""The word lists of the lexicon folder that say who is a person and who is none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

from integritetskoll.domain.entity import Entity
from integritetskoll.text.lexicon.reader import Kind, entries

_OF_SCHOOLS = frozenset({Entity.PUPIL_SUPPORT, Entity.SCHOOL_SECRECY})
_SHORT = 6
"""Letters of a word that may be a name as well."""
_LEXICON = resources.files("integritetskoll.text").joinpath("lexicon")
FEASTS = frozenset({"lucia", "valborg", "jul"})
ASSISTANTS = frozenset({"siri", "alexa"})
VOICES = ASSISTANTS | frozenset(
    "cortana google chatgpt copilot iphone ipad röstassistent röstassistenter röststyrning".split()
)
NOUN_ENDINGS = (
    "skolan", "skola", "skolans", "gatan", "vägen", "torget", "parken", "gården", "ning", "ningen",
    "ningar", "ningarna", "heten", "heter", "skap", "tion", "tioner",
    "tionen", "tionens", "ismen", "ismens", "ismer", "arna", "orna", "erna", "prov",
    "linjen", "provet", "boken", "brevet", "laget", "klubben", "gruppen", "dagen",
    "dagar", "veckan", "salen", "huset", "appen", "lektion", "läxa", "schema", "kunskap", "lära",
    "café", "kafé", "podden", "bladet", "unionen", "kriget", "kläder", "barnen", "påsen", "kören",
    "freden", "blanketten", "appar", "lappar", "spelet", "filmen", "matchen", "loppet", "festen",
    "hörnan", "rummet", "stugan", "verkstad", "verkstan", "tävling", "utmaning", "cupen", "racet",
)  # fmt: skip
"""Ends of compounds that are no names ("Rastpodden", "Gympakläder")."""


def rows(name: str) -> Iterator[list[str]]:
    """Yield the columns of each row of a TSV file; lines that start with `#` are comments."""
    for line in _LEXICON.joinpath(f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def words(name: str, *kinds: str) -> frozenset[str]:
    """The lower-cased first column of a list, of the given kinds (all when none is given)."""
    return frozenset(row[0].lower() for row in rows(name) if not kinds or row[1] in kinds)


@cache
def people_words() -> frozenset[str]:
    """Titles of staff and words for relatives."""
    return words("staff_titles") | words("guardians")


@cache
def maybe_names() -> frozenset[str]:
    """Names that are ordinary words too ("Björn", "Saga", "Juni")."""
    return words("school_words", "homograph", "month")


@cache
def never_names() -> frozenset[str]:
    """Words that stand alone with a capital in school texts and name nobody."""
    titles = words("staff_titles") | words("guardians")
    return (words("school_words") | titles | _measures()) - maybe_names()


def _measures() -> frozenset[str]:
    """Nouns for what schools do for pupils ("Bildstöd", "Kartläggning"), in each spelling."""
    nouns = (
        entry for entry in entries() if entry.category in _OF_SCHOOLS and entry.kind is Kind.NOUN
    )
    spelled = (word.lower().lstrip("-") for noun in nouns for word in noun.variants)
    return frozenset(word for word in spelled if len(word) > _SHORT)


@cache
def named_after(*kinds: str) -> tuple[str, ...]:
    """Ends of nouns for places, firms and works that bear somebody's name ("Karins konditori")."""
    return tuple(words("named_after", *kinds))


@cache
def not_by_itself() -> frozenset[str]:
    """Words that need a capital or a neighbour to name somebody."""
    return never_names() | maybe_names()


@cache
def fixed_phrases() -> dict[str, list[tuple[str, ...]]]:
    """Phrases that hold a name and name nobody ("Fia med knuff"), by first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("fixed_phrases"):
        parts = tuple(row[0].lower().split())
        found.setdefault(parts[0], []).append(parts)
    return found


@cache
def famous() -> dict[str, tuple[tuple[str, ...], str, str]]:
    """Famous persons by lower-cased name: its words, the list (fiction, public), the match."""
    found: dict[str, tuple[tuple[str, ...], str, str]] = {}
    for source, role in (("public_persons", "public"), ("fiction", "fiction")):
        for name, _, match in rows(source):
            folded = name.lower()
            found[folded] = (tuple(folded.split()), role, match)
    return found


@cache
def famous_alone() -> frozenset[str]:
    """The single names of famous persons that are unmistakable."""
    return frozenset(name for name, entry in famous().items() if entry[2] == "alone")


@cache
def famous_by_first() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The full names (two words or more) of famous persons by first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for parts, role, match in famous().values():
        if match == "full":
            found.setdefault(parts[0], []).append((parts, role))
    for named in found.values():
        named.sort(key=lambda entry: -len(entry[0]))
    return found
