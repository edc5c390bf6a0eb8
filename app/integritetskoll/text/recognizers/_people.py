"""Who a few words of Swedish speak of: a name, somebody in particular, people in general, a thing.

Shared by the recognizers whose finding is nothing without a person. Names come from the pipeline
when it ran; a capital letter or a word that only persons are called must do otherwise. The split
into specific and generic noun phrases follows Svenska Akademiens grammatik, 3 Nominalfraser
(species, "generisk betydelse").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

import regex
from spacy.symbols import PROPN

from integritetskoll.text.pipeline.names import NameTable
from integritetskoll.text.recognizers._patterns import word_classes

WORD = regex.compile(r"\w++(?:['-]\w++)*+")
CLASS = regex.compile(
    r"(?:\d{1,2} ?[a-zåäöA-ZÅÄÖ]{1,2}|[A-ZÅÄÖ]{2}\d{2}[a-zA-Z]?|(?:åk|årskurs|klass) ?\d\w?"
    r"|förskoleklassen|(?:ett|två|tre|fyr|femm|sex|sju|ått|ni)an|\d{1,2}:?an)"
)


class Who(IntEnum):
    """How clearly somebody is meant; the larger, the clearer."""

    NOBODY = 0
    THING = 1
    GENERIC = 2
    INDEFINITE = 3
    DEFINITE = 4
    PRONOUN = 5
    SPECIFIC = 6
    NAMED = 7


_WORDS = word_classes("people")
PRONOUNS, GENERIC, DEFINITE, PERSON = (
    _WORDS[name] for name in ("pronoun", "generic", "definite", "person")
)
INFO = _WORDS["info"]
"""Heads after a genitive that still speak of the person: Noors namn, but not Noors bok."""
OWNERS, KIN, _COUNTS = _WORDS["owner"], _WORDS["kin"], _WORDS["count"]
_NOT_NAMES = _WORDS["not_a_name"]
_SOMEBODY = frozenset(("en", "någon", "nån", "ngn"))
_OURS = frozenset(("klassen", "gruppen", "min", "vår", "laget", "kören"))
_LABEL = 2
"""Characters of a label in "elev 14", "elev TK"."""
_SMALL = frozenset("är har i på av se ny så om vi du ni de får kan åk".split())
_YOURS = frozenset(("er", "ert", "era", "din", "ditt", "dina"))
_KEY = "integritetskoll.names"
# The codes of the name table: three bits each (pipeline/names.py); buckets from 100, from 1,000.
_LOW, _NAME, _COMMON, _SOME, _MANY = 0b111, 0b111111, 6, 3, 4
_NEVER = _NOT_NAMES | PERSON | DEFINITE | GENERIC | PRONOUNS
_INITIALS = regex.compile(r".{0,2}?(?:\p{Lu}\. ?){2}")
_DEFINITE_NOUN = regex.compile(r"\w{3,}(?:en|et|an|na|ar|er|or|ing|tion|het|ningar|erna|orna)")
_ANCHOR = regex.compile(
    rf"\b(?:i|från|på|ur) (?:{CLASS.pattern}|(?:vår(?:t|a)?|min|mitt) \w+"
    r"|(?:klass|grupp|avdelning)en)\b"
    r"|\b(?:klass )?\d[A-F]\b|\b(?:åk|årskurs|klass) ?\d|\bhos oss\b|\bvår klass\w*"
    r"|\b(?:på (?:skolan|avdelningen|fritids)|i (?:laget|kören|arbetslaget))\b"
    r"|\b(?:vi|jag) (?:har|fick|får) (?:\w+ )?(?:en|ett|två|tre)\b"
    r"|\bhar vi (?:\w+ )?(?:en|ett|två|tre)\b|\bny[ae]? (?:elev|flicka|pojke|tjej|kille)\w*\b"
    r"|\b(?:tyvärr|numera|just nu|i veckan|i höstas|i våras)\b|\bså (?:vi|klassen)\b"
    r"|\b(?:syns|samt|saknas|eftersom) (?:en|ett|två|tre) \w+"
    r"|\bpå (?:avdelning(?:en)? )?(?-i:[A-ZÅÄÖ])\w+",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Names:
    """Where names stand in a text: half-open spans of persons, and of places and organisations.

    `proper` are the starts of words tagged as proper nouns, `table` what the pipeline knows of
    names by count, if it does.
    """

    persons: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...]
    proper: frozenset[int]
    tagged: bool
    table: NameTable | None = None
    _codes: dict[str, int] = field(default_factory=dict, repr=False)
    known: dict[tuple[int, int, int], Who] = field(default_factory=dict, repr=False)
    """What `who_is` has answered: endless sentences ask the same again and again."""
    named: dict[tuple[int, int, int], bool] = field(default_factory=dict, repr=False)
    """What `is_name` has answered: several recognizers ask of the same words."""

    def person_at(self, start: int, end: int) -> bool:
        """Tell whether the pipeline took these characters for (part of) a person's name."""
        return _overlaps(self.persons, start, end)

    def other_at(self, start: int, end: int) -> bool:
        """Tell whether the pipeline took them for a place or an organisation."""
        return _overlaps(self.others, start, end)

    def given(self, lower: str) -> int:
        """Bucket 0-5 of how many bear the given name, with or without a genitive s."""
        return max(self._code(lower) & _LOW, self._code(lower.removesuffix("s")) & _LOW)

    def common(self, lower: str) -> int:
        """Bucket 0-5 of how common the word is in lower case."""
        return self._code(lower) >> _COMMON & _LOW

    def unknown(self, lower: str) -> bool:
        """Whether a table knows the word, but not as anybody's name."""
        names = self._code(lower) & _NAME or self._code(lower.removesuffix("s")) & _NAME
        return self.table is not None and not names and self.common(lower) > 0

    def _code(self, lower: str) -> int:
        if self.table is None:
            return 0
        if lower not in self._codes:
            self._codes[lower] = self.table.code(lower)
        return self._codes[lower]


def names_of(doc: Any, table: NameTable | None = None) -> Names:
    """Read the names from spaCy's Doc, once; nothing is known without one or without tags."""
    if doc is None:
        return Names((), (), frozenset(), tagged=False, table=table)
    store = getattr(doc, "user_data", {})
    if _KEY not in store:
        store[_KEY] = _read(doc, table)
    names: Names = store[_KEY]
    return names


def _read(doc: Any, table: NameTable | None) -> Names:
    persons = [(e.start_char, e.end_char) for e in doc.ents if e.label_ in {"PER", "PRS", "PERSON"}]
    others = [(e.start_char, e.end_char) for e in doc.ents if e.label_ in {"LOC", "GPE", "ORG"}]
    places = doc.to_array(["POS"]) == PROPN
    proper = frozenset(doc[int(at)].idx for at in places.nonzero()[0])
    tagged = doc.has_annotation("ENT_IOB")
    return Names(tuple(persons), tuple(others), proper, tagged=tagged, table=table)


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(spans, (end, -1)) - 1
    return at >= 0 and spans[at][1] > start and spans[at][0] < end


def is_name(names: Names, text: str, start: int, end: int) -> bool:
    """Tell whether the word at this span is somebody's name, as far as can be known."""
    key = start, end, len(text)
    if key not in names.named:
        names.named[key] = _is_name(names, text, start, end)
    return names.named[key]


def _is_name(names: Names, text: str, start: int, end: int) -> bool:
    word, lower = text[start:end], text[start:end].lower()
    initial = starts_sentence(text, start)
    if not _may_be_name(text, start, end) or (word[0].islower() and CLASS.fullmatch(word)):
        return False
    if lower in _NEVER and (initial or word[0].islower()):
        return False
    if names.person_at(start, end):
        return not ((initial or word[0].islower()) and names.unknown(lower))
    if lower in _NEVER or CLASS.fullmatch(word):
        return False
    if names.other_at(start, end):
        return names.given(lower) >= _MANY and names.common(lower) <= 1
    return _looks_like_name(names, word, start, initial=initial)


def _may_be_name(text: str, start: int, end: int) -> bool:
    if not text[start : start + 1].isalpha() or text[start:end].lower() in _NOT_NAMES:
        return False
    return end - start > 1 or bool(_INITIALS.match(text, max(0, start - 2)))


def _looks_like_name(names: Names, word: str, start: int, *, initial: bool) -> bool:
    lower = word.lower()
    counted = names.given(lower) >= _SOME and names.common(lower) <= (0 if word[0].islower() else 2)
    if word[0].islower() or initial:
        tagged = start in names.proper if names.tagged else initial
        return counted or (
            tagged and not names.unknown(lower) and not _DEFINITE_NOUN.fullmatch(word)
        )
    if any(piece[:1].islower() for piece in word.split("-")[1:]):
        return False  # "SIM-kortet"
    return counted or not word.isupper() or len(word) == 1


def starts_sentence(text: str, start: int) -> bool:
    """Tell whether nothing but marks stands between a sentence end or line start and `start`."""
    before = text[max(0, start - 4) : start].rstrip(" \"'”(-*•")
    return not before or before[-1] in ".!?:\n…"


def anchored(sentence: str) -> bool:
    """Tell whether a sentence ties an indefinite "en elev" to a class or to us."""
    return bool(_ANCHOR.search(sentence))


def who_is(names: Names, text: str, start: int, end: int) -> Who:
    """Tell whom the noun phrase `text[start:end]` speaks of (its clearest word decides)."""
    key = start, end, len(text)
    if key not in names.known:
        names.known[key] = _who_is(names, text, start, end)
    return names.known[key]


def _who_is(names: Names, text: str, start: int, end: int) -> Who:
    words = [match.span() for match in WORD.finditer(text, start, end)]
    lower = [text[a:b].lower() for a, b in words]
    if not words:
        return Who.NOBODY
    named = [is_name(names, text, a, b) for a, b in words]
    if any(named):
        return Who.NAMED if _head_is_person(lower, named) else Who.THING
    return _common(lower, text[start:end])


def _head_is_person(lower: list[str], named: list[bool]) -> bool:
    last = max(at for at, yes in enumerate(named) if yes)
    rest = lower[last + 1 :]
    if not rest or not lower[last].endswith(("s", "x", "z")) or rest[0] in INFO:
        return True
    # "Noors bok" is a thing; "Noors i 5A" or "Noors och" isn't a genitive with its head.
    return not rest[0].isalpha() or rest[0] in {"i", "på", "och", "får", "är", "har", "riktiga"}


def _common(lower: list[str], phrase: str) -> Who:
    if lower[0] in OWNERS and not KIN.isdisjoint(lower) and lower[0] not in {"sin", "sitt"}:
        return Who.SPECIFIC
    if lower[0] in _YOURS:
        return Who.GENERIC
    if _counted(lower) or (lower[0] in {"den", "det", "de"} and not DEFINITE.isdisjoint(lower)):
        return Who.SPECIFIC
    return _loose(lower, phrase)


def _counted(lower: list[str]) -> bool:
    """Whether the phrase picks out some: "en av tjejerna", "en i klassen", "två elever"."""
    if len(lower) > 1 and lower[0] in {"en", "ett"} | _COUNTS and lower[1] == "av":
        return True
    if lower[0] in _SOMEBODY and lower[1:2] == ["i"] and lower[2:]:
        return lower[0] == "en" or bool(CLASS.fullmatch(lower[2])) or lower[2] in _OURS
    if lower[0] in {"elev", "eleven"} and lower[1:] and len(lower[1]) <= _LABEL:
        return lower[1].isdigit() or lower[1] not in _SMALL
    return (
        lower[0] in _COUNTS and not (PERSON | GENERIC).isdisjoint(lower) and "personer" not in lower
    )


def _loose(lower: list[str], phrase: str) -> Who:
    person = not PERSON.isdisjoint(lower)
    if person and anchored(phrase):
        return Who.SPECIFIC
    if person and lower[0] in {"en", "ett"}:
        return Who.INDEFINITE
    for word in (lower[-1], lower[0]):
        for kind, words in _KINDS:
            if word in words:
                return kind
    return Who.INDEFINITE if person else Who.THING


_KINDS = ((Who.DEFINITE, DEFINITE), (Who.PRONOUN, PRONOUNS), (Who.GENERIC, GENERIC))
