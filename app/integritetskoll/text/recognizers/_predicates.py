"""What a clause says of a pupil, where it speaks neither of knowledge nor of plain arrangement."""

from __future__ import annotations

import regex
from spacy.symbols import ADJ, ADP, AUX, NOUN, VERB

from integritetskoll.text.recognizers import _knowledge as knowledge
from integritetskoll.text.recognizers._clauses import finite
from integritetskoll.text.recognizers._value_tokens import (
    AND,
    CLASSES,
    COPULA,
    ENDS,
    MARKS,
    PREPOSITION,
    SKIP,
    Tokens,
)

Span = tuple[int, int, int]
"""First token, token after the last, token of the person."""
(_MODAL, _BREAK, _PLAIN_ADJECTIVE, _REFLEXIVE, _DETERMINER, _OF_CONTENT, _MANNERS, _NO_SUCH) = (
    CLASSES[name]
    for name in (
        "modal",
        "break",
        "plain_adjective",
        "reflexive",
        "determiner",
        "content_adjective",
        "own_manner",
        "no_such",
    )
)
_HAVE = frozenset(("har", "hade", "ha", "haft"))
_BETWEEN = SKIP | _REFLEXIVE | {"att", "lätt"}
_BEFORE = SKIP | _REFLEXIVE | {"som", "av", "sig"}
_OWN = frozenset(("sin", "sitt", "sina"))
_WHEN = frozenset(("under", "vid", "inför"))
_IN = frozenset(("på", "med", "mot", "att", "av", "för"))
_MANY = frozenset(("klassen", "gruppen", "eleverna", "barnen"))
_LACK = frozenset(("saknar", "saknade", "sakna"))
_ROLE = frozenset(("arbeta", "arbetar", "agera", "agerar", "fungerar", "beter", "räknas", "ses"))
_EASE = frozenset(("svårt", "svårare", "lätt", "lättare", "möjlighet", "anledning"))
_SHOWS = frozenset(("visar", "visade", "visat"))
_REACH = 25
_LONG = 8
"""Tokens that a finding covers at most."""
_TRAIT = regex.compile(
    r"\w{3,}(?:het|heten|sinne|sinnet|humör|temperament|lust|glöd|anda|vilja|iver|brist)"
)
_ADJECTIVE = regex.compile(
    r"\w{2,}(?:ig|iga|igt|lig|liga|ligt|sam|samma|isk|ad|ande|ende|lös|full)"
)


def predicate(tokens: Tokens, n: int, head: int) -> Span | None:
    first = max(n, head) + 1 if head == n + 1 else n + 1
    end = _clause_end(tokens, first)
    verb = _main_verb(tokens, n, first, end)
    word = tokens.word(verb)
    start = max(first, verb + 1) if verb != n else first
    if word in COPULA:
        return _complement(tokens, start, end, head)
    if word in _HAVE | _LACK:
        return None if tokens.word(head) in _MANY else _had(tokens, start, end, head)
    if word in _SHOWS and (shown := _shown(tokens, start, end)) is not None:
        return *shown, head
    if (manner := _own_manner(tokens, start, end)) is not None:
        return manner, manner + 2, head
    neutral = word in knowledge.known_verbs() or _about_knowledge(tokens, start, end)
    if neutral and not _simile(tokens, verb, start):
        return None
    return verb, min(end, verb + _LONG), head


def _about_knowledge(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a clause speaks of knowledge elsewhere than in when it happens ("under provet")."""
    when = (n for n in range(start + 1, end) if tokens.word(n) in _WHEN)
    return knowledge.speaks_of_knowledge(tokens.lower[start : next(when, end)])


def _own_manner(tokens: Tokens, start: int, end: int) -> int | None:
    """The bearing that somebody should mend: "behöver jobba på sin attityd"."""
    own = (n for n in range(start, end - 1) if tokens.word(n) in _OWN)
    return next((n for n in own if tokens.word(n + 1) in _MANNERS), None)


def _simile(tokens: Tokens, verb: int, start: int) -> bool:
    """Whether somebody does it like something: "räknar som en kratta"."""
    word, noun = tokens.word(verb), start + 2
    like = tokens.word(start) == "som" and tokens.word(start + 1) in {"en", "ett"}
    if not like or word in _ROLE or word in COPULA:
        return False
    return tokens.tag(noun) in {NOUN, ADJ} and not knowledge.is_content(tokens.word(noun))


def _shown(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The trait that somebody shows: "visar lite mer ödmjukhet", "visar ryggradslöshet"."""
    if knowledge.speaks_of_knowledge(tokens.lower[start:end]):
        return None
    for n in range(start, end):
        if n in tokens.found and tokens.found[n].value.kind == "trait":
            return n, n + 1
    return (start, end) if _TRAIT.fullmatch(tokens.word(end - 1)) else None


def _clause_end(tokens: Tokens, first: int) -> int:
    """Where the clause ends that goes on at `first`."""
    for n in range(first, min(first + _REACH, len(tokens.lower))):
        word = tokens.word(n)
        if word in ENDS or word in _BREAK or word in MARKS:
            return n
        if word in AND and (finite(tokens, n + 1) or tokens.person(n + 1)):
            return n
    return min(first + _REACH, len(tokens.lower))


def _main_verb(tokens: Tokens, n: int, first: int, end: int) -> int:
    """The verb that carries the meaning: "kan" leads on to "skriva", "har" to "visat"."""
    at = n
    word = tokens.word(at)
    while word in _MODAL or word in _HAVE:
        rest = range(max(first, at + 1), end)
        following = next((m for m in rest if _is_verb(tokens, m)), None)
        between = tokens.lower[rest.start : following] if following is not None else []
        if following is None or any(word not in _BETWEEN for word in between):
            return at
        at = following
        word = tokens.word(at)
    return at


def _is_verb(tokens: Tokens, n: int) -> bool:
    word = tokens.word(n)
    if word in COPULA or word in knowledge.known_verbs():
        return True
    return tokens.tag(n) in {VERB, AUX} and not knowledge.is_content(word)


def _complement(tokens: Tokens, start: int, end: int, head: int) -> Span | None:
    """What a pupil is said to be, if it's neither a plain state nor about knowledge."""
    at = start
    while at < end and (tokens.word(at) in _BEFORE):
        at += 1
    first = tokens.word(at)
    goes_on = first in {"en", "ett", "som"} and at + 1 < end
    if at >= end or ((first in knowledge.words("state") or first in PREPOSITION) and not goes_on):
        return None
    if _weighed(tokens, at):
        return at, at + 1, head
    if _leads_on(tokens, at, end):
        return None
    if _likened(tokens, start, end):
        return start, min(end, start + _LONG), head
    return (at, min(end, at + _LONG), head) if _is_said(tokens, at, end) else None


def _is_said(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a complement holds an adjective or noun, and none of knowledge or arrangement."""
    near = range(at, min(end, at + 4))
    plain = any(knowledge.is_plain(tokens.word(m)) for m in near)
    if plain or _about_knowledge(tokens, at, end):
        return False
    says = any(tokens.tag(m) in {ADJ, NOUN} or _ADJECTIVE.fullmatch(tokens.word(m)) for m in near)
    return says and tokens.tag(at) != ADP and tokens.word(at).isalpha()


def _weighed(tokens: Tokens, at: int) -> bool:
    """Whether somebody is judged in something: "slängig med verktygen"."""
    word = tokens.word(at)
    calm = word in _OF_CONTENT | _PLAIN_ADJECTIVE | CLASSES["feeling"] or knowledge.is_plain(word)
    shaped = tokens.tag(at) == ADJ and not word.endswith("t")
    after = tokens.word(at + 1)
    level = word in knowledge.words("level") or word in knowledge.words("next")
    return shaped and not calm and not level and after in _IN


def _likened(tokens: Tokens, start: int, end: int) -> bool:
    """Whether somebody is likened to a thing or told apart: "som en bok", "den som bråkar"."""
    at = start
    while at < end and tokens.word(at) in SKIP - {"som"}:
        at += 1
    one, two = tokens.word(at), tokens.word(at + 1)
    if one == "som" and two in {"en", "ett"}:
        return True
    apart = one in {"den", "en"} and two in {"som", "sån"}
    return apart and not knowledge.speaks_of_knowledge(tokens.lower[at:end])


def _leads_on(tokens: Tokens, start: int, end: int) -> bool:
    """Whether it goes on to knowledge: "har svårt att skilja", "är på väg att lära sig"."""
    return any(
        tokens.word(n) == "att" and tokens.word(n + 1) in knowledge.verbs("know")
        for n in range(start, end + 1)
    )


def _had(tokens: Tokens, start: int, end: int, head: int) -> Span | None:
    """What a pupil is said to have: "ett vinnande sätt", not "en källa i varje stycke"."""
    level = not knowledge.words("level").isdisjoint(tokens.lower[start:end])
    if level or _leads_on(tokens, start, end) or _about_knowledge(tokens, start, end):
        return None
    found = start, min(end, start + _LONG), head
    if tokens.word(start) in _NO_SUCH and tokens.tag(start + 1) == NOUN:
        return None if knowledge.is_plain(tokens.word(start + 1)) else found
    return found if _is_had(tokens, start, end) else None


def _is_had(tokens: Tokens, start: int, end: int) -> bool:
    at = start
    while at < end and tokens.word(at) in SKIP | _DETERMINER:
        at += 1
    if at >= end or tokens.tag(at) not in {ADJ, NOUN} or tokens.word(at) in _PLAIN_ADJECTIVE:
        return False
    # What is hard or easy is told; conduct ("att sitta still") is in the list.
    eased = tokens.word(at) in _EASE and "att" in tokens.lower[at + 1 : at + 3]
    return not eased and not any(map(knowledge.is_plain, tokens.lower[start : min(end, start + 4)]))
