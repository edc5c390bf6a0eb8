"""Judgements without a verb: "Suverän tjej", "Nora: knäpptyst", "Hennes vilda sätt"."""

from __future__ import annotations

import regex
from spacy.symbols import ADJ, ADV, NOUN, VERB

from integritetskoll.text.recognizers import _knowledge as knowledge
from integritetskoll.text.recognizers._value_subjects import genitive
from integritetskoll.text.recognizers._value_tokens import (
    AND,
    CLASSES,
    COPULA,
    ENDS,
    MARKS,
    NOMINATIVE,
    SKIP,
    Tokens,
)

Span = tuple[int, int, int]
"""First token, token after the last, token of the person."""
(_PUPIL, _PLAIN_ADJECTIVE, _OWNER, _LABEL, _DETERMINER, _NOTE_LABEL, _OF_CONTENT) = (
    CLASSES[name]
    for name in (
        "pupil",
        "plain_adjective",
        "owner",
        "label_word",
        "determiner",
        "note_label",
        "content_adjective",
    )
)
_HAVE = frozenset(("har", "hade", "ha", "haft"))
_OWN = frozenset(("sin", "sitt", "sina"))
_LONG = 8
"""Tokens that a finding covers at most."""
_TRAIT = regex.compile(
    r"\w{3,}(?:het|heten|sinne|sinnet|humör|temperament|lust|glöd|anda|vilja|iver|brist)"
)
_ADJECTIVE = regex.compile(
    r"\w{2,}(?:ig|iga|igt|lig|liga|ligt|sam|samma|isk|ad|ande|ende|lös|full)"
)


def _is_adjective(tokens: Tokens, n: int) -> bool:
    """An adjective by its tag or form, or what is joined to one: "knäpptyst och osynlig"."""
    word = tokens.word(n)
    if tokens.tag(n) == ADJ:
        return True
    if tokens.tag(n) not in {NOUN, ADV, VERB} or knowledge.is_content(word):
        return False
    after = tokens.word(n + 1) in AND and tokens.tag(n + 2) == ADJ
    before = tokens.word(n - 1) in AND and tokens.tag(n - 2) == ADJ
    return after or before or (tokens.tag(n) == NOUN and _ADJECTIVE.fullmatch(word) is not None)


def noun_phrase(tokens: Tokens, n: int) -> Span | None:
    """A judgement without a verb: "En käpphög elev", "Nora: knäpptyst", "Hennes vilda sätt"."""
    word = tokens.word(n)
    if _is_adjective(tokens, n) and n not in tokens.found:
        after, before = tokens.word(n + 1), tokens.word(n - 1)
        if before == "så":
            before = tokens.word(n - 2)
        if after in _PUPIL and before in _DETERMINER and word not in _PLAIN_ADJECTIVE:
            opens = tokens.word(n - 2) in COPULA | ENDS | SKIP | _HAVE
            return (n, n + 1, n + 1) if opens else None
        if before in ENDS | {":"} and (fragment := _fragment(tokens, n)) is not None:
            return fragment
        if before in MARKS and before != "|":
            return _note(tokens, n)
    described_so = tokens.tag(n) == ADJ and word not in _PLAIN_ADJECTIVE
    if described_so and tokens.word(n + 1) in knowledge.words("manner") and _owned(tokens, n):
        return n, n + 2, n - 1
    if _TRAIT.fullmatch(word) and not knowledge.is_content(word) and _owned(tokens, n):
        return n, n + 1, n - 1
    return None


def _fragment(tokens: Tokens, n: int) -> Span | None:
    """Adjectives without a verb: "Suverän tjej", "Ambitiös, noggrann och trevlig!"."""
    end, count = n, 0
    while tokens.word(end) in AND | SKIP or _is_common(tokens, end):
        count += _is_common(tokens, end)
        end += 1
    if tokens.word(end) in _PUPIL and count:
        return n, end, end
    alone = tokens.word(end) in ENDS and count > 1
    return (n, end, n) if alone else None


def _is_common(tokens: Tokens, n: int) -> bool:
    """A judging adjective in the common gender: "noggrann", not "tydlig" or "klart"."""
    word = tokens.word(n)
    plain = word in _PLAIN_ADJECTIVE | _OF_CONTENT or knowledge.is_plain(word)
    plain = plain or word in knowledge.words("level") or word.endswith("t")
    return not plain and _is_adjective(tokens, n)


def _owned(tokens: Tokens, n: int) -> bool:
    return tokens.word(n - 1) in _OWNER | _OWN or genitive(tokens, n - 1)


def apposition(tokens: Tokens, n: int) -> Span | None:
    """What somebody is called beside the name: "Milton, ett riktigt yrväder, är här"."""
    beside = tokens.word(n - 1) == "," and tokens.named(n - 2)
    headed = tokens.word(n - 1) == ":" and tokens.word(n - 2) in _LABEL | _NOTE_LABEL
    opens = tokens.word(n) in {"en", "ett", "den"} and (beside or headed)
    adjective, noun = tokens.word(n + 1), tokens.word(n + 2)
    said = tokens.tag(n + 1) == ADJ and adjective not in _PLAIN_ADJECTIVE
    said = said or adjective in {"riktig", "riktigt"}
    plain = (
        noun in _PUPIL
        or knowledge.is_plain(noun)
        or knowledge.speaks_of_knowledge([adjective, noun])
    )
    closed = tokens.word(n + 3) in ENDS | {","} and tokens.tag(n + 2) == NOUN
    return (n, n + 3, n - 2) if opens and said and closed and not plain else None


def _note(tokens: Tokens, n: int) -> Span | None:
    named = tokens.named(n - 2) or tokens.word(n - 2) in _LABEL | NOMINATIVE
    named = named or (tokens.word(n - 2) in _NOTE_LABEL and tokens.word(n - 1) == ":")
    end = n
    while tokens.word(end) not in ENDS | MARKS | {")"} and end - n < _LONG:
        end += 1
    span = tokens.lower[n:end]
    plain = knowledge.speaks_of_knowledge(span) or not knowledge.words("level").isdisjoint(span)
    nouns = any(tokens.tag(m) == NOUN and not _is_adjective(tokens, m) for m in range(n, end))
    return (n, end, n - 2) if named and not plain and not nouns else None
