"""Who is judged? A value word counts when its head is a person: the decisive test.

Predicative ("Nora är ofta lat"), attributive ("en duktig flicka"), a verb with the pupil as its
subject ("stör ofta"), a label ("klassens clown"), a note ("Nora: lat, slarvig"). Never when the
head is a thing ("svag syra", "Elsas text är slarvig"), inside a long quotation, in fiction or in
talk about words.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import regex
from spacy.symbols import ADJ, AUX, VERB
from spacy.symbols import NOUN as NOUN_TAG

from integritetskoll.text.recognizers import _knowledge as knowledge
from integritetskoll.text.recognizers._patterns import rows, word_classes
from integritetskoll.text.recognizers._value_lexicon import Form, Word
from integritetskoll.text.recognizers._value_subjects import (
    earlier,
    genitive,
    implied,
    inverted,
    last_person,
    phrase_start,
    subject,
    subject_of_verb,
)
from integritetskoll.text.recognizers._value_tokens import (
    AND,
    CLASSES,
    COPULA,
    ENDS,
    MARKS,
    NOUN,
    PREPOSITION,
    SKIP,
    STEPS,
    Tokens,
)
from integritetskoll.text.recognizers._value_tokens import (
    AUXILIARY as _AUXILIARY,
)
from integritetskoll.text.recognizers.base import ASSESSING

_OWNER, _LABEL, _CONDUCT, _FEELING, _GROUP, _PLAIN, _NOTE_LABEL, _SEEN_AS, _OTHERS, _OBJECT = (
    CLASSES[name]
    for name in (
        "owner", "label_word", "conduct", "feeling", "group", "adjective", "note_label", "seen_as",
        "others", "object",
    )
)  # fmt: skip
_WITH = frozenset(("trots", "med", "utan", "genom"))
_OWN = frozenset(("sin", "sitt", "sina"))
_AN = CLASSES["determiner"] | {"av"}
_NOUN_ENDS = ("elev", "elever", "eleven", "flicka", "pojke", "tjej", "kille", "unge", "människa")
_ADJECTIVE = regex.compile(
    r"\w{3,}(?:ig|iga|igt|lig|liga|sam|samma|isk|iska|ad|ade|nde|full|fulla|are|ast)"
)
_CAUSES = frozenset("för över att när av om idag efter".split())
"""After a feeling these tell what it is about: a mood of the day, not a judgement."""
_AFTER = 3
_NUMERAL = frozenset("de den det två tre fyra fem sin sitt".split())
MANNER = word_classes("knowledge_words")["manner"] | {"omdöme"}
_ONLY_BEFORE = {"dålig": {"på", "i"}, "stark": {"på", "i"}}
_ROLE = frozenset(("rollen", "roll"))
_IN_CONTENT = frozenset(("säker", "trygg"))
"""Said with a content they speak of the knowledge: "säker i räknesätten", "trygg i rollen"."""
_NOT_BEFORE = {"ensam": {"om"}, "säker": {"på"}, "trygg": {"med"}}


def judged(tokens: Tokens, n: int) -> int | None:
    """The number of the token that value word `n` is said of; None when it isn't a person."""
    word = tokens.found[n]
    head = _head(tokens, n, word)
    return None if head is None or excused(tokens, n) or of_fiction(tokens, head) else head


def told_of(tokens: Tokens, start: int, end: int) -> int | None:
    """The person that a phrase is said of: one in the same sentence, or the one named before."""
    if excused(tokens, start):
        return None
    inside = next((n for n in range(start, end) if _somebody(tokens, n)), None)
    if inside is not None or _of_thing(tokens, start):
        return inside
    found = earlier(tokens, start)
    if found is None and (tokens.word(start - 1) in _OWNER or genitive(tokens, start - 1)):
        found = start - 1
    if found is None:
        found = note_label(tokens, start)
    if found is not None and of_fiction(tokens, found):
        return None
    if found is None and tokens.word(start - 1) in ENDS | MARKS:
        found = last_person(tokens, start - 1)
    if found is None and tokens.word(end) not in ENDS:
        found = next((n for n in range(end, end + _AFTER) if _somebody(tokens, n)), None)
    found = implied(tokens, start) if found is None else found
    return _mentioned(tokens, start) if found is None and ASSESSING.get() else found


def _somebody(tokens: Tokens, n: int) -> bool:
    return tokens.person(n) or tokens.word(n) in _OBJECT


def _mentioned(tokens: Tokens, start: int) -> int | None:
    """Whom the sentence names before, in any role: "med Ossian blir det alltid tjafs"."""
    for n in range(start - 1, max(-1, start - STEPS), -1):
        if tokens.word(n) in ENDS:
            return None
        if _somebody(tokens, n) and not genitive(tokens, n):
            return n
    return None


def note_label(tokens: Tokens, start: int) -> int | None:
    """The heading that a note stands under: "Socialt: hamnar utanför", "So: måste bli modigare"."""
    labels = _LABEL | _NOTE_LABEL
    noted = tokens.word(start - 1) == ":" and tokens.word(start - 2) in labels
    return start - 2 if noted else None


def _of_thing(tokens: Tokens, start: int) -> bool:
    """Whether a noun that is no person stands right before a phrase: "metoden är bättre än"."""
    at = start - 1
    while tokens.word(at) in SKIP | COPULA | _AUXILIARY:
        at -= 1
    if tokens.tag(at) != NOUN_TAG or tokens.person(at) or tokens.word(at) in NOUN | _OWNER:
        return False
    owned = genitive(tokens, at - 1) or tokens.word(at - 1) in _OWNER
    return not owned and phrase_start(tokens, at) is None


def is_group(tokens: Tokens, head: int) -> bool:
    """Whether the head is several persons: "ni", "klassen"."""
    return tokens.word(head) in _GROUP


def _head(tokens: Tokens, n: int, word: Word) -> int | None:
    kind = word.value.kind
    if kind == "verb":
        return subject_of_verb(tokens, n, word)
    if kind == "trait":
        return owner(tokens, n)
    if kind == "noun":
        return _predicative(tokens, n, nominal=True)
    return n if kind == "label" else _head_of_adjective(tokens, n, word)


def owner(tokens: Tokens, n: int) -> int | None:
    """Whose the trait at `n` is: "Noras lathet", "trots klen begåvning"."""
    at = n - 1
    if _adjective(tokens.word(at)) or at in tokens.found:
        at -= 1
    if tokens.word(at) in _OWNER | _OWN or genitive(tokens, at):
        return at
    opens = tokens.word(at) in _WITH and tokens.word(at - 1) in ENDS
    after = range(n + 1, n + 1 + STEPS)
    return next((m for m in after if tokens.person(m)), None) if opens else None


def _head_of_adjective(tokens: Tokens, n: int, word: Word) -> int | None:
    if word.form is Form.NEUTER and tokens.word(n + 1) not in MANNER:
        found = _adverb(tokens, n, word)
        return _neuter_subject(tokens, n) if found is None else found
    found = _predicative(tokens, n, nominal=False)
    if found is not None:
        return found if _fits(tokens, n, word) else None
    if not word.value.hard:
        return None
    found = _attributive(tokens, n)
    if found is None and tokens.word(n + 1) in MANNER:
        return _of_manner(tokens, n)
    if found is None and tokens.word(n - 1) in _AN and tokens.word(n + 1).isalpha():
        return _predicative(tokens, n, nominal=True)  # "Elsa är en pålitlig kraft"
    return found


def _of_manner(tokens: Tokens, n: int) -> int | None:
    """Whose conduct it is: "hon uppvisar ett nonchalant beteende"."""
    at = n - 1
    while tokens.word(at) in SKIP | _AN or at in tokens.found:
        at -= 1
    return subject(tokens, at) if tokens.tag(at) in {VERB, AUX} else None


def _fits(tokens: Tokens, n: int, word: Word) -> bool:
    """Whether what follows leaves the word a judgement: "dålig på", not "glad över boken"."""
    after, lemma = tokens.word(n + 1), word.value.lemma
    if lemma in _FEELING and after in _CAUSES:
        return False
    if lemma in _ONLY_BEFORE:
        return after in _ONLY_BEFORE[lemma]
    if lemma in _IN_CONTENT and after in {"i", "på", "med"}:
        noun = next((m for m in range(n + 2, n + 5) if tokens.word(m) not in _NUMERAL), n + 2)
        return not knowledge.is_content(tokens.word(noun)) and tokens.word(noun) not in _ROLE
    if lemma in _NOT_BEFORE:
        return after not in _NOT_BEFORE[lemma]
    if lemma == "utanför":
        return after in ENDS | {"och", "men", ","} or tokens.word(n + 2) in _GROUP
    # "är bra läsning": an adjective right before a noun is about that noun.
    noun = after.isalpha() and not any(after in words for words in (AND, PREPOSITION, SKIP, COPULA))
    return word.value.hard or not noun


def _predicative(tokens: Tokens, n: int, *, nominal: bool) -> int | None:
    if tokens.person(n + 1) and tokens.word(n + 2) in COPULA:
        return n + 1  # "vad duktig du är"
    at = n - 1
    while n - at <= STEPS and _passable(tokens, at, nominal=nominal):
        at -= 1
    word = tokens.word(at)
    if word in COPULA:
        found = subject(tokens, at)
        return implied(tokens, at) if found is None else found
    if word in MARKS:
        return _noted(tokens, at, n)
    if word in ENDS:
        return _fragment(tokens, at, n)
    if word in NOUN and tokens.word(at + 1) in AND and not nominal:
        ends = tokens.word(n + 1) in ENDS | AND | PREPOSITION
        return at if ends else None  # "trevlig kille men vimsig"
    return _complement_of(tokens, at)


def _complement_of(tokens: Tokens, at: int) -> int | None:
    if not tokens.person(at) and tokens.word(at) not in _OBJECT:
        return None
    return at if _seen_as(tokens, at) else inverted(tokens, at)


def _seen_as(tokens: Tokens, at: int) -> bool:
    """Whether somebody else takes the person for something: "vi upplever Noel som knepig"."""
    verb = at - 1
    judges = tokens.word(verb) in _SEEN_AS and tokens.word(at + 1) == "som"
    before = range(max(0, verb - 4), verb)
    return judges and any(tokens.word(m) in _OTHERS for m in before)


def _passable(tokens: Tokens, at: int, *, nominal: bool) -> bool:
    """Whether a token can stand between a copula and what it says: "inte särskilt", "lat men"."""
    word = tokens.word(at)
    if at in tokens.found:
        return True
    if word in COPULA or tokens.person(at):
        return False
    return word in SKIP or word in AND or _adjective(word) or (nominal and word in _AN)


def _adjective(word: str) -> bool:
    return word in _PLAIN or _ADJECTIVE.fullmatch(word) is not None


def _noted(tokens: Tokens, at: int, n: int) -> int | None:
    """A note: "Nora: lat", "Nora | 3B | duktig", "Kommentar: slarvig"; not "Nora: bra text"."""
    after = tokens.word(n + 1)
    if after.isalpha() and after not in AND and after not in PREPOSITION and after not in SKIP:
        return None
    if tokens.word(at - 1) in _LABEL:
        return at - 1
    if tokens.word(at - 1) in _NOTE_LABEL and tokens.found[n].value.hard:
        return at - 1
    for back in range(at - 1, max(-1, at - STEPS), -1):
        if tokens.named(back):
            return back
        if tokens.word(back) in ENDS - {";"}:
            return None
    return None


def _fragment(tokens: Tokens, at: int, n: int) -> int | None:
    """A note without a subject after somebody was named: "Lat och slarvig.", "Mycket duktig!"."""
    end = n + 1
    while tokens.word(end) in AND | SKIP or end in tokens.found or tokens.tag(end) == ADJ:
        end += 1
    if end == n + 1 and at == n - 1:
        return n if _whole(tokens, n) else None
    if tokens.word(end) not in ENDS | PREPOSITION or tokens.found[n].form is not Form.COMMON:
        return None
    found = last_person(tokens, at)
    listed = sum(number in tokens.found for number in range(at + 1, end)) > 1
    weighed = tokens.word(at + 1) in SKIP or tokens.word(n + 1) in {"av", "mot"}
    return n if found is None and (listed or weighed) else found


def _whole(tokens: Tokens, n: int) -> bool:
    """Whether one word is a whole note in an assessment, and no row of a list: "Blyg."."""
    value = tokens.found[n].value
    noted = ASSESSING.get() and value.hard and tokens.found[n].form is Form.COMMON
    after = tokens.lower[n + 2 : n + 4]
    return noted and tokens.word(n + 1) == "." and len(after) == 2 and after[1] not in ENDS


def _attributive(tokens: Tokens, n: int) -> int | None:
    at = n + 1
    while at - n <= 6:
        word = tokens.word(at)
        if word in NOUN or word.endswith(_NOUN_ENDS):
            return at
        if word == "man" and tokens.word(at - 1) in {"ung", "liten"}:
            return at
        if tokens.named(at):
            return at if _addressed(tokens, n, at) else None
        if word.endswith("are") and len(word) > 5:
            return _predicative(tokens, n, nominal=True)
        if not (word in SKIP or word in AND or at in tokens.found or _adjective(word)):
            return None
        at += 1
    return None


def _addressed(tokens: Tokens, n: int, at: int) -> bool:
    """Somebody is addressed: "Duktig Elsa!", "lilla lata Noor"; "snälla Elsa" only asks."""
    capital = tokens.text[tokens.spans[at][0]].isupper()
    if at != n + 1 or not capital or tokens.found[n].value.lemma == "snäll":
        return False
    return tokens.found[n].form is Form.PLURAL or tokens.word(n - 1) in ENDS


def _neuter_subject(tokens: Tokens, n: int) -> int | None:
    head = _predicative(tokens, n, nominal=False)
    return head if head is not None and tokens.word(head) in {"barnet", "barn"} else None


def _adverb(tokens: Tokens, n: int, word: Word) -> int | None:
    """How somebody behaves, for the words that the table allows: "Nora arbetar slarvigt"."""
    at = n - 1
    while word.value.adverb and tokens.word(at) in SKIP | AND and n - at <= STEPS:
        at -= 1
    if not word.value.adverb or tokens.word(at) not in _CONDUCT:
        return None
    return at + 1 if tokens.person(at + 1) else subject(tokens, at)


def excused(tokens: Tokens, n: int) -> bool:
    """Whether token `n` stands in a quotation, in fiction or in talk about words."""
    start, end = tokens.spans[n]
    if any(a < start and end < b for a, b in tokens.quotes):
        return True
    before = tokens.before(n)
    if _FICTION.search(before):
        return True
    following = tokens.text[start : start + 60].split("\n")[0]
    return _LANGUAGE.search(before) is not None or _LANGUAGE.search(following) is not None


def of_fiction(tokens: Tokens, head: int) -> bool:
    """Whether the head is somebody whom schools teach about."""
    around = tokens.lower[max(0, head - 1) : head + 2]
    single, full = _taught()
    return tokens.lower[head].rstrip("s") in single or any(
        f"{a} {b}" in full for a, b in pairwise(around)
    )


@cache
def _taught() -> tuple[frozenset[str], frozenset[str]]:
    known = [(row[0].lower(), row[2]) for row in rows("fiction") if len(row) > 2]
    single = frozenset(name for name, match in known if match == "alone")
    return single, frozenset(name for name, _ in known if name.count(" ") == 1)


def _pattern(frame: str) -> regex.Pattern[str]:
    words = "|".join(pattern for name, pattern in rows("value_frames") if name == frame)
    return regex.compile(rf"\b(?:{words})\b", regex.IGNORECASE)


_LANGUAGE, _FICTION = _pattern("language"), _pattern("fiction")
