"""Does a stretch of words speak of knowledge? Verbs, content, level words and next steps by form.

The words stand in `lexicon/knowledge_words.tsv`, with their inflection by rule; a compound counts
by its last part ("textuppgift", "bråkräkning"). Frames after the syllabuses of Lgr22 and Gy25.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from integritetskoll.text.lexicon.inflect import noun_forms, verb_forms
from integritetskoll.text.recognizers._patterns import word_classes

_ENDING = 4
"""Letters of the shortest noun that ends a compound."""
_START = 2
_SHORT = 3
_NOT_ENDS = ("enhet", "enheten")
"""A unit, but mostly a trait where it ends a word: "envetenhet", "ärlighet"."""
_SUBSTANCE = ("ium", "iumet", "oxid", "klorid", "sulfat", "karbonat")
_SETTING = frozenset(("i", "på", "under", "inom"))


@cache
def verbs(name: str) -> frozenset[str]:
    """Return every form of the verbs of a class: `know`, `plain`."""
    found: set[str] = set()
    for entry in word_classes("knowledge_words")[name]:
        lemma, *others = entry.split("|")
        found |= {lemma, *others} if others else verb_forms(lemma)
    return frozenset(found - {"x"})


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a class as they stand: `state`, `level`, `anchor`, `next`."""
    return word_classes("knowledge_words")[name]


@cache
def content() -> frozenset[str]:
    """Return every form of the nouns of content and work."""
    found: set[str] = set()
    for noun in words("content"):
        found |= noun_forms(noun)
        if len(noun) <= _SHORT:
            found |= {noun + end for end in ("en", "et", "an", "ar", "er", "arna", "erna", "ets")}
    return frozenset(found)


def is_content(word: str) -> bool:
    """Whether a lower-cased word is a noun of content, or a compound that ends in one."""
    known = content()
    ends = range(_START, len(word) - _ENDING + 1)
    return (
        word in known
        or word.endswith(_SUBSTANCE)
        or (not word.endswith(_NOT_ENDS) and any(word[at:] in known for at in ends))
    )


def speaks_of_knowledge(lower: Sequence[str]) -> bool:
    """Whether a stretch names content, an anchor in the criteria or a figure.

    A school subject counts, but not as the place where something happens ("i tyska").
    """
    return any(
        is_content(word)
        or word in words("anchor")
        or word.isdigit()
        or (word in words("subject") and lower[at - 1 : at] and _taught(word, lower[at - 1]))
        for at, word in enumerate(lower)
    )


def _taught(subject: str, before: str) -> bool:
    """Whether a subject is spoken of: "på franska" is a language, "på franskan" a lesson."""
    return before not in _SETTING or (before == "på" and subject.endswith("ska"))


def is_role(word: str) -> bool:
    """Whether a word is a task at school: "elevskyddsombud"."""
    return word.endswith(tuple(words("role_end")))


@cache
def known_verbs() -> frozenset[str]:
    """Return every form of the verbs of knowledge and of plain arrangement."""
    return verbs("know") | verbs("plain")


@cache
def _states() -> frozenset[str]:
    heads = word_classes("value_heads")
    return words("state") - heads["skip"] - heads["preposition"] - heads["determiner"]


def is_plain(word: str) -> bool:
    """Whether a word is a plain state or a task at school: "närvarande", "elevrådsombud"."""
    return word in _states() or is_role(word)
