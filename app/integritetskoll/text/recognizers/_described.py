"""The other side of the list: a clause that is about the pupil and not about any knowledge.

People invent expressions daily ("svävar iväg", "är ett yrväder"). So a clause whose subject is the
pupil must speak of knowledge (a verb, a content, a level) or of plain arrangement; what does
neither describes the pupil. Rules over parts of speech; nothing is found where none are tagged.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from spacy.symbols import ADJ, ADP, ADV, AUX, NOUN, VERB

from integritetskoll.text.recognizers import _knowledge as knowledge
from integritetskoll.text.recognizers._about import about
from integritetskoll.text.recognizers._value_heads import excused, note_label, of_fiction
from integritetskoll.text.recognizers._value_subjects import (
    genitive,
    implied,
    phrase_start,
    subject,
)
from integritetskoll.text.recognizers._value_tokens import (
    AND,
    CLASSES,
    COPULA,
    ENDS,
    KIN,
    MARKS,
    NOMINATIVE,
    PREPOSITION,
    SKIP,
    Tokens,
)
from integritetskoll.text.recognizers._value_tokens import (
    NOUN as PERSON_NOUN,
)

Span = tuple[int, int, int]
"""First token, token after the last, token of the person."""
(
    _MODAL, _BREAK, _PUPIL, _PLAIN_ADJECTIVE, _OWNER, _LABEL, _REFLEXIVE, _DETERMINER, _NOTE_LABEL, _OF_CONTENT, _MANNERS, _NO_SUCH,
) = (
    CLASSES[name]
    for name in (
        "modal", "break", "pupil", "plain_adjective", "owner", "label_word", "reflexive",
        "determiner", "note_label", "content_adjective", "own_manner", "no_such",
    )
)  # fmt: skip
_HAVE = frozenset(("har", "hade", "ha", "haft"))
_BETWEEN = SKIP | _REFLEXIVE | {"att", "lätt"}
_BEFORE = SKIP | _REFLEXIVE | {"som", "av", "sig"}
_STATE = knowledge.words("state") - SKIP - PREPOSITION - _DETERMINER
_OWN = frozenset(("sin", "sitt", "sina"))
_WHEN = frozenset(("under", "vid", "inför"))
_NOT = frozenset(("inte", "ej"))
_MANY = frozenset(("klassen", "gruppen", "eleverna", "barnen"))
_LACK = frozenset(("saknar", "saknade", "sakna"))
_VERB = regex.compile(r"\w{2,}(?:r|de|te|s)")
_TRAIT = regex.compile(r"\w{3,}(?:het|heten|sinne|sinnet|humör|temperament|lust|glöd|anda|vilja|iver|brist)")
_ADJECTIVE = regex.compile(
    r"\w{2,}(?:ig|iga|igt|lig|liga|ligt|sam|samma|isk|ad|ande|ende|lös|full)"
)
_SUPINE = frozenset("att som vilken vilket vilka hur när om".split())
_ROLE = frozenset(("arbeta", "arbetar", "agera", "agerar", "fungerar", "beter", "räknas", "ses"))
_RESETS = ENDS | frozenset('"”“»')
_EASE = frozenset(("svårt", "svårare", "lätt", "lättare", "möjlighet", "anledning"))
_SHOWS = frozenset(("visar", "visade", "visat"))
_REACH = 25
_LONG = 8  # tokens that a finding covers at most


def described(tokens: Tokens, taken: set[int]) -> Iterator[Span]:
    """Yield the clauses that describe a pupil and hold none of the `taken` tokens."""
    if not tokens.tags:
        return
    for first, end, head in [*_all(tokens), *about(tokens)]:
        free = taken.isdisjoint(range(first, end)) and not excused(tokens, first)
        if free and not of_fiction(tokens, head):
            taken.update(range(first, end))
            yield first, end, head


def _all(tokens: Tokens) -> Iterator[Span]:
    head: int | None = None
    for n, word in enumerate(tokens.lower):
        if word in _RESETS:
            head = None
        elif _finite(tokens, n):
            head = _subject(tokens, n, head)
            if head is not None and (found := _predicate(tokens, n, head)) is not None:
                yield found
        elif (other := _noun_phrase(tokens, n) or _apposition(tokens, n)) is not None:
            yield other


def _finite(tokens: Tokens, n: int) -> bool:
    before, word = tokens.word(n - 1), tokens.word(n)
    if before == "att" or not word.isalpha() or tokens.person(n) or _homograph(tokens, n):
        return False
    known = word in COPULA or word in _HAVE or word in _MODAL
    shaped = known or _VERB.fullmatch(word) is not None
    joined = before in AND and word in _known_verbs()
    joined = joined and (not word.endswith("a") or _modal_before(tokens, n))
    if not shaped and not joined:
        return _supine(tokens, n)
    if word in COPULA or tokens.tag(n) in {VERB, AUX}:
        return True
    after_subject = tokens.person(n - 1) and tokens.word(n - 2) not in PREPOSITION
    return shaped and after_subject and not genitive(tokens, n - 1)


def _homograph(tokens: Tokens, n: int) -> bool:
    """Whether a word only looks like a verb: "Ville känner", "termometrar och vågar", "A och C"."""
    word, after = tokens.word(n), tokens.word(n + 1)
    opens = tokens.word(n - 1) in ENDS and tokens.text[tokens.spans[n][0]].isupper()
    named = word in _MODAL and opens and _VERB.fullmatch(after) is not None
    ended = word in _MODAL and tokens.word(n - 1) in AND and after in ENDS
    letter = len(word) == 1 and word not in COPULA
    return named or ended or letter or word in PERSON_NOUN or word in KIN


def _modal_before(tokens: Tokens, n: int) -> bool:
    return not _MODAL.isdisjoint(tokens.lower[max(0, n - _LONG) : n])


def _supine(tokens: Tokens, n: int) -> bool:
    """A subordinate clause leaves "har" out: "att Alva tröttnat på skolan"."""
    at = n - 1
    while tokens.word(at) in SKIP:
        at -= 1
    said = tokens.person(at) or tokens.word(at) == "som"
    opened = tokens.word(at - 1) in _SUPINE or tokens.word(at) == "som"
    return bool(
        said and opened and tokens.word(n).endswith("t") and tokens.tag(n) in {VERB, AUX}
    )


def _subject(tokens: Tokens, n: int, earlier: int | None) -> int | None:
    """The person whom a finite verb speaks of; one that was told of goes on after "och"."""
    if _inverted(tokens, n):
        return n + 1
    before = tokens.word(n - 1)
    if before in {"som", ","} and tokens.person(n - 2):
        return n - 2
    if before in AND:
        return earlier
    found = subject(tokens, n)
    if found is None and (noted := note_label(tokens, n)) is not None:
        return noted
    if found is None and tokens.word(n - 1) in ENDS and tokens.word(n + 1) not in _NOT:
        return implied(tokens, n)
    if found is None or tokens.word(found) in _PUPIL or tokens.named(found):
        return None if found is not None and genitive(tokens, found) and found != n - 1 else found
    return None


def _inverted(tokens: Tokens, n: int) -> bool:
    """Whether the person after a verb is its subject: "nu läser Nora", not "ljudet stör Nora"."""
    if tokens.person(n - 1) or not tokens.person(n + 1) or genitive(tokens, n + 1):
        return False
    before = tokens.word(n - 1)
    adverb = tokens.tag(n - 1) == ADV and not before.endswith("et")  # "ljudet" is none
    opens = not before.isalpha() or before in SKIP | AND or adverb
    return opens or phrase_start(tokens, n - 1) is not None


def _predicate(tokens: Tokens, n: int, head: int) -> Span | None:
    first = max(n, head) + 1 if head == n + 1 else n + 1
    end = _end(tokens, first)
    verb = _main_verb(tokens, n, first, end)
    word = tokens.word(verb)
    start = max(first, verb + 1) if verb != n else first
    if word in COPULA:
        return _complement(tokens, start, end, head)
    if word in _HAVE | _LACK:
        return None if tokens.word(head) in _MANY else _had(tokens, start, end, head)
    if _simile(tokens, verb, start):
        return verb, min(end, verb + _LONG), head
    if word in _SHOWS and (trait := _trait(tokens, start, end)) is not None:
        return trait, trait + 1, head
    if word in _SHOWS and _TRAIT.fullmatch(tokens.word(end - 1)):
        bare = not knowledge.speaks_of_knowledge(tokens.lower[start:end])
        return (start, end, head) if bare else None
    if (manner := _own_manner(tokens, start, end)) is not None:
        return manner, manner + 2, head
    if word in knowledge.verbs("know") or word in knowledge.verbs("plain"):
        return None
    if _about_knowledge(tokens, start, end):
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


def _trait(tokens: Tokens, start: int, end: int) -> int | None:
    """The trait that somebody shows: "visar lite mer ödmjukhet"."""
    if knowledge.speaks_of_knowledge(tokens.lower[start:end]):
        return None
    traits = (n for n in range(start, end) if n in tokens.found)
    return next((n for n in traits if tokens.found[n].value.kind == "trait"), None)


def _end(tokens: Tokens, first: int) -> int:
    """Where the clause ends that goes on at `first`."""
    for n in range(first, min(first + _REACH, len(tokens.lower))):
        word = tokens.word(n)
        if word in ENDS or word in _BREAK or word in MARKS:
            return n
        if word in AND and (_finite(tokens, n + 1) or tokens.person(n + 1)):
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
    if word in COPULA or word in _known_verbs():
        return True
    return tokens.tag(n) in {VERB, AUX} and not knowledge.is_content(word)


@cache
def _known_verbs() -> frozenset[str]:
    return knowledge.verbs("know") | knowledge.verbs("plain")


def _complement(tokens: Tokens, start: int, end: int, head: int) -> Span | None:
    """What a pupil is said to be, if it's neither a plain state nor about knowledge."""
    at = start
    while at < end and (tokens.word(at) in _BEFORE):
        at += 1
    first = tokens.word(at)
    goes_on = first in {"en", "ett", "som"} and at + 1 < end
    if at >= end or ((first in knowledge.words("state") or first in PREPOSITION) and not goes_on):
        return None
    span = tokens.lower[at:end]
    if _weighed(tokens, at):
        return at, at + 1, head
    if _leads_on(tokens, at, end):
        return None
    if _likened(tokens, start, end):
        return start, min(end, start + _LONG), head
    if _about_knowledge(tokens, at, end) or any(_plain(word) for word in span[:4]):
        return None
    says = any(
        tokens.tag(m) in {ADJ, NOUN} or _ADJECTIVE.fullmatch(tokens.word(m))
        for m in range(at, min(end, at + 4))
    )
    if not says or tokens.tag(at) == ADP or not tokens.word(at).isalpha():
        return None
    return at, min(end, at + _LONG), head


def _weighed(tokens: Tokens, at: int) -> bool:
    """Whether somebody is judged in something: "slängig med verktygen", "motiverad att lära sig"."""
    word = tokens.word(at)
    calm = word in _OF_CONTENT or word in _PLAIN_ADJECTIVE or _plain(word)
    shaped = tokens.tag(at) == ADJ and not word.endswith("t")
    after = tokens.word(at + 1)
    level = word in knowledge.words("level") or word in knowledge.words("next")
    return shaped and not calm and not level and after in {"på", "med", "mot", "att"}


def _likened(tokens: Tokens, start: int, end: int) -> bool:
    """Whether somebody is likened to a thing or told apart: "som en öppen bok", "den som bråkar"."""
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


def _plain(word: str) -> bool:
    return word in _STATE or knowledge.is_role(word)


def _had(tokens: Tokens, start: int, end: int, head: int) -> Span | None:
    """What a pupil is said to have: "ett vinnande sätt", not "en källa i varje stycke"."""
    span = tokens.lower[start:end]
    if _leads_on(tokens, start, end):
        return None
    if _about_knowledge(tokens, start, end) or not knowledge.words("level").isdisjoint(span):
        return None
    at = start
    if tokens.word(at) in _NO_SUCH and tokens.tag(at + 1) == NOUN:
        return None if _plain(tokens.word(at + 1)) else (start, min(end, start + _LONG), head)
    while at < end and tokens.word(at) in SKIP | _DETERMINER:
        at += 1
    if at >= end or tokens.tag(at) not in {ADJ, NOUN} or tokens.word(at) in _PLAIN_ADJECTIVE:
        return None
    if tokens.word(at) in _EASE and "att" in tokens.lower[at + 1 : at + 3]:
        return None  # what is hard or easy is told; conduct ("att sitta still") is in the list
    if any(_plain(word) for word in span[:4]):
        return None
    return start, min(end, start + _LONG), head


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


def _noun_phrase(tokens: Tokens, n: int) -> Span | None:
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
    plain = word in _PLAIN_ADJECTIVE | _OF_CONTENT or _plain(word)
    plain = plain or word in knowledge.words("level") or word.endswith("t")
    return not plain and _is_adjective(tokens, n)


def _owned(tokens: Tokens, n: int) -> bool:
    return tokens.word(n - 1) in _OWNER | _OWN or genitive(tokens, n - 1)


def _apposition(tokens: Tokens, n: int) -> Span | None:
    """What somebody is called beside the name: "Milton, ett riktigt yrväder, är här"."""
    beside = tokens.word(n - 1) == "," and tokens.named(n - 2)
    headed = tokens.word(n - 1) == ":" and tokens.word(n - 2) in _LABEL | _NOTE_LABEL
    opens = tokens.word(n) in {"en", "ett", "den"} and (beside or headed)
    adjective, noun = tokens.word(n + 1), tokens.word(n + 2)
    said = tokens.tag(n + 1) == ADJ and adjective not in _PLAIN_ADJECTIVE
    said = said or adjective in {"riktig", "riktigt"}
    plain = noun in _PUPIL or _plain(noun) or knowledge.speaks_of_knowledge([adjective, noun])
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
