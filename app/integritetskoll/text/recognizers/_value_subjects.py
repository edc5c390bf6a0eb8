"""Who does it: the subject of a verb, by the order of the words.

Swedish main clauses have the verb second (Svenska Akademiens grammatik, 4 Satser): the subject
stands right before it, or right after it when something else comes first.
"""

from __future__ import annotations

import regex
from spacy.symbols import AUX, VERB

from integritetskoll.text.recognizers._value_lexicon import Form, Word
from integritetskoll.text.recognizers._value_tokens import (
    AND,
    AUXILIARY,
    CLASSES,
    COPULA,
    ENDS,
    KIN,
    MARKS,
    NOMINATIVE,
    NOUN,
    PREPOSITION,
    SKIP,
    STEPS,
    Tokens,
)

_ARTICLES = frozenset(("en", "ett", "den", "det", "inte", "så"))
_OTHER_SUBJECTS = frozenset("det jag vi man som detta den de".split())
_HEADINGS = CLASSES["note_label"] | CLASSES["label_word"]
_VERB = regex.compile(r"\w+(?:r|de|te)")


def inverted(tokens: Tokens, at: int) -> int | None:
    """The subject after the verb: "Är Nora lat", "i matte är hon duktig"."""
    first = at
    while tokens.person(first) or tokens.word(first) in SKIP:
        first -= 1
    return at if tokens.word(first) in COPULA else None


def subject(tokens: Tokens, verb: int) -> int | None:
    """The person before a verb, past adverbs, "i 5A" and what "och" ties on."""
    at = verb - 1
    while verb - at <= STEPS:
        word = tokens.word(at)
        if word in ENDS:
            return None
        if tokens.person(at):
            if word in NOMINATIVE or tokens.word(at - 1) not in PREPOSITION:
                return at
            at -= 2
        elif word in NOUN and _free(tokens, at):
            return at
        elif word in SKIP or word in AUXILIARY:
            at -= 1
        elif word in AND:
            return earlier(tokens, at)
        elif (skipped := phrase_start(tokens, at)) is not None:
            at = skipped - 1
        else:
            return None
    return None


def _free(tokens: Tokens, noun: int) -> bool:
    """Whether a noun, past its article and adjectives, is in no prepositional phrase."""
    return PREPOSITION.isdisjoint(tokens.lower[max(0, noun - 3) : noun])


def phrase_start(tokens: Tokens, at: int) -> int | None:
    """Where a prepositional phrase begins that ends at `at`: "i 5A", "på sina lektioner"."""
    return next((n for n in (at - 1, at - 2, at - 3) if tokens.word(n) in PREPOSITION), None)


def earlier(tokens: Tokens, at: int) -> int | None:
    """The subject of a clause that "och", "men" or a comma goes on with."""
    for n in range(at - 1, max(-1, at - 2 * STEPS), -1):
        word = tokens.word(n)
        if word in ENDS:
            return None
        free = word in NOMINATIVE or tokens.word(n - 1) not in PREPOSITION
        if free and tokens.person(n) and not _genitive_of(tokens, n):
            return n
        if word in NOUN and tokens.word(n - 1) not in PREPOSITION:
            return n
    return None


def genitive(tokens: Tokens, n: int) -> bool:
    """Whether a name owns what follows: "Noras lathet"; not "nu är Ines ett solsken"."""
    owns = tokens.word(n + 1) not in _ARTICLES and tokens.word(n + 1) not in COPULA
    return owns and tokens.named(n) and tokens.word(n).endswith(("s", "x", "z"))


def _genitive_of(tokens: Tokens, n: int) -> bool:
    after = tokens.word(n + 1)
    verb = after not in KIN and _VERB.fullmatch(after)
    return genitive(tokens, n) and not verb and after not in COPULA | AND | SKIP | AUXILIARY


def last_person(tokens: Tokens, at: int) -> int | None:
    return next((n for n in range(at, max(-1, at - 30), -1) if tokens.person(n)), None)


def implied(tokens: Tokens, at: int) -> int | None:
    """The verb that opens a sentence without a subject, as in "Kämpar på, men är lat"."""
    first = at
    while first > 0 and at - first < STEPS and tokens.word(first - 1) not in ENDS:
        if tokens.person(first) or tokens.word(first) in _OTHER_SUBJECTS:
            return None
        first -= 1
    word = tokens.word(first)
    if tokens.person(first) or not (word in COPULA | AUXILIARY or word.endswith("r")):
        return None
    verb = word in COPULA | AUXILIARY or tokens.tag(first) in {VERB, AUX}
    ending = next((w for w in tokens.lower[at : at + 2 * STEPS] if w in ENDS), ".")
    return first if verb and ending != "?" and not tokens.person(first + 1) else None


def subject_of_verb(tokens: Tokens, n: int, word: Word) -> int | None:
    after = n + 1
    if word.value.lemma == "kämpa" and tokens.word(after) in {"med", "mot", "om", "för"}:
        return None
    before = tokens.word(n - 1)
    if before == "som":
        noun = n - 3 if tokens.word(n - 2) == "," else n - 2
        return noun if tokens.word(noun) in NOUN or tokens.person(noun) else None
    if tokens.person(after) and (before in SKIP or phrase_start(tokens, n - 1) is not None):
        return after
    if before in ENDS:
        return _opening(tokens, n, word)
    if before in MARKS:
        return _noted_verb(tokens, n - 1)
    found = subject(tokens, n)
    return implied(tokens, n) if found is None and before in AND | SKIP | AUXILIARY else found


def _opening(tokens: Tokens, n: int, word: Word) -> int | None:
    """Whom a verb that opens a sentence is said of: the last person, or who the note is about."""
    noted = word.form is Form.PRESENT and tokens.word(n + 1) not in {"inte", "ej"}
    if not noted or tokens.before_verb(n) or tokens.person(n + 1):
        return None
    found = last_person(tokens, n - 1)
    return n if found is None and tokens.tag(n) == VERB else found


def _noted_verb(tokens: Tokens, at: int) -> int | None:
    if tokens.word(at - 1) in _HEADINGS:
        return at - 1
    return next((n for n in range(at - 1, max(-1, at - 6), -1) if tokens.named(n)), None)
