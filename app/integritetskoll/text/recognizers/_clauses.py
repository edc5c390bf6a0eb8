"""Which words of a sentence are finite verbs, and of which pupil they speak.

Swedish main clauses have the verb second; a subordinate clause may leave "har" out before the
supine (Svenska Akademiens grammatik, 4 Satser).
"""

from __future__ import annotations

import regex
from spacy.symbols import ADV, AUX, VERB

from integritetskoll.text.recognizers import _knowledge as knowledge
from integritetskoll.text.recognizers._value_heads import note_label
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
    PREPOSITION,
    SKIP,
    Tokens,
)
from integritetskoll.text.recognizers._value_tokens import (
    NOUN as PERSON_NOUN,
)

(_MODAL, _PUPIL) = (CLASSES[name] for name in ("modal", "pupil"))
_HAVE = frozenset(("har", "hade", "ha", "haft"))
_NOT = frozenset(("inte", "ej"))
_VERB = regex.compile(r"\w{2,}(?:r|de|te|s)")
_SUPINE = frozenset("att som vilken vilket vilka hur när om".split())
_LONG = 8
"""Tokens that a finding covers at most."""


def finite(tokens: Tokens, n: int) -> bool:
    before, word = tokens.word(n - 1), tokens.word(n)
    if before == "att" or not word.isalpha() or tokens.person(n) or _homograph(tokens, n):
        return False
    if word.endswith("ningar") or (before in ENDS and tokens.before_verb(n)):
        return False  # nouns: "Hälsningar", "Maskar lever"
    known = word in COPULA or word in _HAVE or word in _MODAL
    shaped = known or _VERB.fullmatch(word) is not None
    joined = before in AND and word in knowledge.known_verbs()
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
    return bool(said and opened and tokens.word(n).endswith("t") and tokens.tag(n) in {VERB, AUX})


def subject_of(tokens: Tokens, n: int, earlier: int | None) -> int | None:
    """The person whom a finite verb speaks of; one that was told of goes on after "och"."""
    if _inverted(tokens, n):
        return n + 1
    before = tokens.word(n - 1)
    if before in {"som", ","} and tokens.person(n - 2):
        return n - 2
    if before in AND:
        return earlier
    found = subject(tokens, n)
    if found is None:
        return _unsaid(tokens, n)
    owner = genitive(tokens, found) and found != n - 1
    pupil = tokens.word(found) in _PUPIL | {"barn"} or tokens.named(found)
    return found if pupil and not owner else None


def _unsaid(tokens: Tokens, n: int) -> int | None:
    """Whom a note without a subject speaks of: its heading, or the verb that opens it."""
    noted = note_label(tokens, n)
    if noted is None and tokens.word(n - 1) in ENDS and tokens.word(n + 1) not in _NOT:
        return implied(tokens, n)
    return noted


def _inverted(tokens: Tokens, n: int) -> bool:
    """Whether the person after a verb is its subject: "nu läser Nora", not "ljudet stör Nora"."""
    if tokens.person(n - 1) or not tokens.person(n + 1) or genitive(tokens, n + 1):
        return False
    before = tokens.word(n - 1)
    adverb = tokens.tag(n - 1) == ADV and not before.endswith("et")  # "ljudet" is none
    opens = not before.isalpha() or before in SKIP | AND or adverb
    return opens or phrase_start(tokens, n - 1) is not None
