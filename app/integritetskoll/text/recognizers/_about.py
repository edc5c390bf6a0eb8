"""Judgements of a pupil who isn't the subject: "alla beundrar Iris", "hos Elin finns en ovilja".

The frames are few and closed: a preposition before the pupil, words that say what others think or
feel of somebody, an exclamation. As in `_described` nothing is found where knowledge, content or
plain arrangement is spoken of. After Svenska Akademiens grammatik, 4 Satser (rhematic sentences).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.symbols import ADJ, ADV, AUX, NOUN, VERB

from integritetskoll.text.recognizers import _knowledge as knowledge
from integritetskoll.text.recognizers._value_subjects import genitive
from integritetskoll.text.recognizers._value_tokens import CLASSES, COPULA, ENDS, SKIP, Tokens

Span = tuple[int, int, int]
"""First token, token after the last, token of the person."""
_OTHERS, _BEFORE_PUPIL, _THERE, _DETERMINER, _AUXILIARY, _MODAL = (
    CLASSES[name]
    for name in ("others", "before_pupil", "there", "determiner", "auxiliary", "modal")
)
_OBJECT, _PROGRESS, _SEEN_AS, _LIKES, _EASE = (
    CLASSES[name] for name in ("object", "progress", "seen_as", "likes", "ease")
)
_EXCLAIMS = frozenset(("vilken", "vilket", "vilka", "så"))
_HAVE = frozenset(("har", "hade", "ha", "haft"))
_WEIGHT = frozenset(("mycket",))
_FAR = 9
_LONG = 8
_CALLED = 4


def about(tokens: Tokens) -> Iterator[Span]:
    """Yield what is said of a pupil who stands as an object or after a preposition."""
    for n, word in enumerate(tokens.lower):
        found = None
        if word in _BEFORE_PUPIL and _pupil(tokens, n + 1):
            rules = (_ease, _there, _for_pupil, _of_others)
            found = next((span for rule in rules if (span := rule(tokens, n))), None)
        elif word in _LIKES:
            found = _liked(tokens, n)
        elif word in _SEEN_AS:
            found = _taken_for(tokens, n)
        elif word in _EXCLAIMS and tokens.word(n - 1) in ENDS:
            found = _exclaimed(tokens, n)
        if found is not None:
            yield found


def _pupil(tokens: Tokens, n: int) -> bool:
    """Whether a token names the pupil as an object: "honom", "Iris"; not "Elsas"."""
    after = tokens.word(n + 1)
    owns = genitive(tokens, n) and after.isalpha() and after not in knowledge.words("manner")
    return tokens.word(n) in _OBJECT or (tokens.named(n) and not owns)


def _clause(tokens: Tokens, n: int) -> tuple[int, int]:
    """The half-open stretch between marks and commas around token `n`."""
    start = end = n
    while start > 0 and n - start < _FAR and tokens.word(start - 1) not in ENDS | {",", ":"}:
        start -= 1
    while tokens.word(end) not in ENDS | {",", ":"} and end - n < _FAR:
        end += 1
    return start, end


def _neutral(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch speaks of knowledge, its level or what comes next."""
    span = tokens.lower[start:end]
    level = (knowledge.words("level") - _WEIGHT) | knowledge.words("next") | _PROGRESS
    return knowledge.speaks_of_knowledge(span) or not level.isdisjoint(span)


def _there(tokens: Tokens, n: int) -> Span | None:
    """Something is, is lacking or is seen in somebody: "det saknas driv hos Vincent"."""
    start, end = _clause(tokens, n)
    word = tokens.word(n)
    verb = next((m for m in range(start, end) if tokens.word(m) in _THERE), None)
    if word not in {"hos", "över", "med"} or verb is None:
        return None
    first, last = (verb + 1, n) if verb < n else (verb + 1, end)
    for at in range(first, last):
        if at > first + 1 and (tokens.word(at) == "att" or tokens.word(at) in _BEFORE_PUPIL):
            last = at
            break
    said = any(tokens.tag(m) in {NOUN, ADJ} for m in range(first, last))
    vague = word == "hos" or tokens.word(first) in {"något", "nåt", "ett", "en"}
    vague = vague and (word != "med" or tokens.word(first) in {"något", "nåt"})
    if not said or not vague or _neutral(tokens, first, last):
        return None
    return first, min(last, first + _LONG), n + 1


def _ease(tokens: Tokens, n: int) -> Span | None:
    """How somebody is to others: "kul att jobba med Enzo", "omöjligt att få tyst på Rakel"."""
    start, end = _clause(tokens, n)
    for at in range(start, n - 1):
        if tokens.word(at) in _EASE and tokens.word(at + 1) == "att":
            return None if _neutral(tokens, at, end) else (at, min(n + 2, at + _LONG), n + 1)
    return None


def _for_pupil(tokens: Tokens, n: int) -> Span | None:
    """What something is for somebody: "för Tindra är skolan en plåga"."""
    verb = n + 2
    if tokens.word(n) != "för" or tokens.word(verb) not in COPULA:
        return None
    _, end = _clause(tokens, verb)
    opens = tokens.word(n - 1) in ENDS | {"men", "och", ","}
    named = any(tokens.word(m) in {"en", "ett", "inget", "ingen"} for m in range(verb, end))
    free = not _neutral(tokens, verb, end) and "att" not in tokens.lower[verb:end]
    return (verb + 1, min(end, verb + _LONG), n + 1) if opens and named and free else None


def _of_others(tokens: Tokens, n: int) -> Span | None:
    """What others do, think or feel about somebody: "alla ser upp till Iris"."""
    start, end = _clause(tokens, n)
    who = next((m for m in range(start, n) if tokens.word(m) in _OTHERS), None)
    if who is None or any(tokens.person(m) for m in range(start, n) if m != who):
        return None
    if _neutral(tokens, start, end) or tokens.word(n + 2) in {"om", "vid", "inför"}:
        return None
    verbs = [m for m in range(start, n) if _verb(tokens, m)]
    plain = knowledge.verbs("know") | knowledge.verbs("plain")
    judged = [m for m in verbs if tokens.word(m) not in plain or tokens.word(m) in COPULA]
    adjective = any(_adjective(tokens, m) for m in range(start, n))
    if not judged or (tokens.word(judged[-1]) in COPULA and not adjective):
        return None
    if any(m not in judged and tokens.word(m) not in _AUXILIARY | _MODAL for m in verbs):
        return None
    first = min(judged[-1], n)
    return first, min(n + 2, first + _LONG), n + 1


def _verb(tokens: Tokens, n: int) -> bool:
    value = tokens.found.get(n)
    judges = value is not None and value.value.kind == "verb"
    return judges or tokens.tag(n) in {VERB, AUX} or tokens.word(n) in COPULA


def _adjective(tokens: Tokens, n: int) -> bool:
    plural = tokens.tag(n) == ADV and tokens.word(n).endswith("a")  # "stolta" is often taken so
    return plural or tokens.tag(n) == ADJ or n in tokens.found


def _liked(tokens: Tokens, n: int) -> Span | None:
    """What the writer likes about somebody: "vi uppskattar din humor"."""
    first = next((m for m in range(n + 1, n + 4) if tokens.word(m) in CLASSES["owner"]), None)
    said = first is not None and any(tokens.word(m) in _OTHERS for m in range(max(0, n - 3), n))
    if first is None or not said:
        return None
    _, end = _clause(tokens, first)
    free = not _neutral(tokens, first, end) and tokens.tag(end - 1) == NOUN
    return (first, min(end, first + _LONG), first) if free else None


def _taken_for(tokens: Tokens, n: int) -> Span | None:
    """What others take somebody for: "läraren upplever Karl som motsträvig"."""
    who = any(tokens.word(m) in _OTHERS for m in range(max(0, n - 5), n))
    if not who or not _pupil(tokens, n + 1) or tokens.word(n + 2) != "som":
        return None
    _, end = _clause(tokens, n + 3)
    said = any(tokens.tag(m) in {NOUN, ADJ} for m in range(n + 3, end))
    free = said and not _neutral(tokens, n + 3, end)
    return (n + 3, min(end, n + 3 + _LONG), n + 1) if free else None


def _exclaimed(tokens: Tokens, n: int) -> Span | None:
    """An exclamation over somebody: "vilket driv du har!"; not "så här kan du gå vidare"."""
    end = n + 1
    while tokens.word(end) not in ENDS and end - n < 2 * _LONG:
        end += 1
    called = range(n + 2, min(end, n + 2 + _CALLED))
    who = next((m for m in called if tokens.word(m) in CLASSES["pupil"]), None)
    if tokens.word(end) != "!" or who is None or _neutral(tokens, n, end):
        return None
    said = any(tokens.tag(m) in {NOUN, ADJ} or m in tokens.found for m in range(n + 1, who))
    calm = tokens.word(n + 1) in {"här", "där"} or tokens.word(n + 1) in SKIP - _DETERMINER
    return (n + 1, min(end, n + 1 + _LONG), who) if said and not calm else None
