"""The value words with all their forms, looked up by hash: inflected, prefixed, spelt as in chat.

Inflection after Svenska Akademiens grammatik; only whole words count, with the prefixes that
strengthen (jätte-, skit-) or turn round (o-).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

import regex

from integritetskoll.text.recognizers._patterns import rows

PREFIXES = tuple(
    "jätte super skit asså as kanon döds hyper ur stor genom mega sjukt svin mörk"
    " ultra över extra ärke".split()
)
_DOUBLED = ("gg", "kk", "tt")
_LONGEST = 40
_STARTS = (*PREFIXES, "o")
TRIPLE = regex.compile(r"(\w)\1{2,}+")
_VOWELS = frozenset("aeiouyåäö")
_SHORTEST = 3


class Form(Enum):
    """How a form of a word agrees: what it may be said of."""

    COMMON = "common"
    NEUTER = "neuter"
    PLURAL = "plural"
    PRESENT = "present"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Value:
    """A row of value_words.tsv or value_phrases.tsv.

    `theme` names its rewordings (value_rewrites.tsv), `own` are its own, separated by |.
    """

    lemma: str
    kind: str
    group: str
    positive: bool
    hard: bool
    adverb: bool = False
    theme: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A form as it stands in a text, and its row."""

    value: Value
    form: Form


@cache
def values() -> tuple[Value, ...]:
    """Return every word and phrase of the tables."""
    found = []
    for lemma, kind, *rest in rows("value_words"):
        group, polarity, severity, use, theme, own = [*rest, ""][:6]
        good, hard = polarity == "pos", severity == "hard"
        found.append(Value(lemma, kind, group, good, hard, use == "adv", theme, own))
    for phrase, *rest in rows("value_phrases"):
        group, polarity, severity, theme, own = [*rest, ""][:5]
        good, hard = polarity == "pos", severity == "hard"
        found.append(Value(phrase, "phrase", group, good, hard, theme=theme, own=own))
    return tuple(found)


Forms = Mapping[str, Word]


def look_up(words: Sequence[str], known: Forms, *, stretched: bool) -> dict[int, Word]:
    """Return which of the lower-cased words are forms of value words; `stretched`: "duktiggg"."""
    found = {}
    for number, word in enumerate(words):
        hit = known.get(word)
        if (
            hit is None
            and len(word) > _SHORTEST
            and (stretched or word.startswith(_STARTS) or word.endswith(_DOUBLED))
        ):
            hit = _varied(word, known)
        if hit is not None:
            found[number] = hit
    return found


def _varied(word: str, known: Forms) -> Word | None:
    """Look for the word behind a prefix or chat spelling."""
    if len(word) > _LONGEST:
        return None
    found = known.get(word) or _prefixed(word, known)
    if found is None and word[0] == "o" and (plain := known.get(word[1:])):
        found = _turned(plain)
    if found is None and word.endswith(_DOUBLED):
        found = known.get(word[:-1])
    return _squeezed(word, known) if found is None and TRIPLE.search(word) else found


def _prefixed(word: str, known: Forms) -> Word | None:
    for prefix in PREFIXES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= _SHORTEST:
            found = _varied(rest.lstrip("-"), known)
            if found and found.value.kind in {"adj", "noun", "label"}:
                return found
    return None


def _turned(found: Word) -> Word | None:
    value = found.value
    if value.kind != "adj" or not value.positive or not value.hard:
        return None
    turned = Value(f"o{value.lemma}", "adj", "TRAIT_NEG", positive=False, hard=True, theme="ask")
    return Word(turned, found.form)


def _squeezed(word: str, known: Forms) -> Word | None:
    once, twice = TRIPLE.sub(r"\1", word), TRIPLE.sub(r"\1\1", word)
    return _varied(once, known) or _varied(twice, known)


@cache
def forms(without: frozenset[str] = frozenset()) -> Forms:
    """Return every form of every word; `without` leaves lemmas out (to measure what that costs)."""
    found: dict[str, Word] = {}
    for value in values():
        if value.lemma not in without:
            for form, shape in _inflected(value):
                found.setdefault(form, Word(value, shape))
    return found


def _inflected(value: Value) -> Iterator[tuple[str, Form]]:
    if value.kind == "phrase":
        return
    for lemma in value.lemma.split("|"):
        yield lemma, Form.COMMON if value.kind != "verb" else Form.OTHER
    if value.kind == "adj":
        yield from _adjective(value.lemma)
    elif value.kind == "verb":
        yield from _verb(value.lemma)
    elif value.kind in {"noun", "label"}:
        for lemma in value.lemma.split("|"):
            yield from _noun(lemma)


def _adjective(lemma: str) -> Iterator[tuple[str, Form]]:
    if lemma.endswith("nde") or lemma in {"bra", "udda", "toppen", "usch"}:
        return
    stem = _stem(lemma)
    yield _neuter(lemma), Form.NEUTER
    yield stem + ("e" if lemma.endswith("ad") else "a"), Form.PLURAL
    if not lemma.endswith("ad"):
        yield stem + "e", Form.PLURAL
        if len(lemma) > 2:
            yield from ((stem + end, Form.COMMON) for end in ("are", "ast"))
            yield stem + "aste", Form.PLURAL
    if lemma == "dålig":
        yield from (("sämre", Form.COMMON), ("sämst", Form.COMMON))


def _stem(lemma: str) -> str:
    if lemma.endswith(("en", "er", "el")) and len(lemma) > 3:
        return lemma[:-2] + lemma[-1]
    if lemma.endswith("m") and lemma[-2] in _VOWELS and not lemma.endswith("sam"):
        return lemma + "m"
    return lemma


def _neuter(lemma: str) -> str:
    if lemma.endswith(("nt", "rt", "pt", "kt", "at")) and not lemma.endswith("ad"):
        return lemma
    if lemma.endswith("en") and len(lemma) > 3:
        return lemma[:-1] + "t"
    if lemma.endswith("nn"):
        return lemma[:-1] + "t"
    if lemma.endswith("ad") and len(lemma) > 4:
        return lemma[:-1] + "t"
    if lemma.endswith("d"):
        return lemma[:-1] + ("t" if lemma[-2] not in _VOWELS else "tt")
    return lemma + ("tt" if lemma[-1] in _VOWELS else "t")


def _verb(lemma: str) -> Iterator[tuple[str, Form]]:
    first, *rest = lemma.split("|")
    if rest:
        yield from ((form, Form.PRESENT if n == 0 else Form.OTHER) for n, form in enumerate(rest))
        return
    yield first + "r", Form.PRESENT
    yield from ((first + end, Form.OTHER) for end in ("de", "t"))


def _noun(lemma: str) -> Iterator[tuple[str, Form]]:
    if lemma.endswith("a"):
        ends, stem = ["an", "or", "orna"], lemma[:-1]
    elif lemma.endswith("are"):
        ends, stem = ["aren", "arna"], lemma[:-3]
    elif lemma.endswith("e"):
        ends, stem = ["en", "ar", "arna"], lemma[:-1]
    elif lemma.endswith("n") and not lemma.endswith(("own", "arn")):
        ends, stem = ["en", "er"], lemma
    else:
        ends, stem = ["en", "et", "n", "t", "ar", "er", "arna", "erna"], lemma
    for end in ends:
        yield stem + end, Form.PLURAL if "r" in end else Form.COMMON
