"""A draft as the person rules read it: words, the model's entities, and what a word can be."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import regex

from integritetskoll.text.persons import things, works
from integritetskoll.text.persons.role_words import BEARERS, CLASS_BEHIND
from integritetskoll.text.persons.tokens import (
    GENITIVE,
    MANY,
    NOTHING,
    Known,
    Names,
    Word,
    forms,
)
from integritetskoll.text.persons.verbs import acts
from integritetskoll.text.persons.wordlists import (
    NOUN_ENDINGS,
    maybe_names,
    never_names,
    words,
)

_BEFORE = " \t\"'”“»«(*•·▪◦-"
_QUOTES = '"”»“'
_STOPS = ".!?\n…"
_ENDS = ".!?:\n…|;>/"
_THING = regex.compile(
    r" är (?:ett|snart|här(?! och)|slut|över|äntligen|en (?:månad|bokstav|grekisk))\b"
)
_SPEAKS = regex.compile(r": ?[\"”»“–—]")
_LONGEST_SENTENCE = 40
_SLIPS = frozenset({"dags", "livs", "hans", "max", "mars", "jus", "mins", "ros", "mings"})


@dataclass(slots=True)
class Reading:
    """The words of a text with their neighbours, and what the pipeline says of them.

    `tagged`: the words in its persons, None where no pipeline has read the text. What the rules
    take for a name against the pipeline is one in one case of four, so it needs a sign more.
    """

    text: str
    names: Names
    words: list[Word] = field(default_factory=list, repr=False)
    persons: list[tuple[int, int]] = field(default_factory=list, repr=False)
    others: dict[int, str] = field(default_factory=dict, repr=False)
    barred: set[int] = field(default_factory=set, repr=False)
    objects: set[int] = field(default_factory=set, repr=False)
    verbs: frozenset[int] = field(default=frozenset(), repr=False)
    tagged: set[int] | None = field(default=None, repr=False)
    capitals: list[int] = field(default_factory=list, repr=False)
    titles: list[works.Title] = field(default_factory=list, repr=False)
    starts: list[int] = field(default_factory=list, repr=False)
    _facts: dict[str, tuple[Known, bool, bool]] = field(default_factory=dict, repr=False)

    def at(self, place: int) -> int:
        """Index of the first word that starts at or after `place`."""
        return bisect_left(self.starts, place)

    def inside(self, start: int, end: int) -> range:
        """Indices of the words that share a character with a half-open span."""
        first = self.at(start)
        if first and self.words[first - 1].end > start:
            first -= 1
        return range(first, self.at(end))

    def gap(self, index: int) -> str:
        """The text between a word and the next one; a newline after the last."""
        if not 0 <= index < len(self.words) - 1:
            return "\n"
        return self.text[self.words[index].end : self.words[index + 1].start]

    def lower(self, index: int) -> str:
        """The word in lower case; empty outside the text."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def known(self, index: int) -> Known:
        """What the name table says of the word."""
        return self._fact(index)[0]

    def _fact(self, index: int) -> tuple[Known, bool, bool]:
        """What is known of a word, whether it names nobody, whether it is a word as well."""
        lower = self.words[index].lower
        fact = self._facts.get(lower)
        if fact is None:
            known = self.names.of(lower)
            bare = forms(lower)
            never = (
                lower in never_names()
                or (lower in BEARERS and known.given < MANY)
                or (bare[-1] in words("school_words", "place") and known.given < MANY)
                or (lower.endswith(NOUN_ENDINGS) and not known.any_name)
            )
            maybe = any(form in maybe_names() for form in bare)
            fact = self._facts[lower] = (known, never, maybe)
        return fact

    def opens(self, index: int) -> bool:
        """Whether the word stands where any word has a capital: first in a sentence, row, cell."""
        place = self.words[index].start - 1
        if place >= 0 and self.text[place] in _QUOTES:
            return True
        while place >= 0 and self.text[place] in _BEFORE:
            place -= 1
        if place < 0 or self.text[place] in _ENDS:
            return True
        return self.text[place] in ".)" or self.text[place].isdigit()

    def casual(self, index: int) -> bool:
        """Whether the sentence of a word starts with a small letter, as in chat."""
        nearest = range(index, max(-1, index - _LONGEST_SENTENCE), -1)
        first = next((place for place in nearest if self._starts_sentence(place)), None)
        return first is not None and not self.words[first].capital

    def _starts_sentence(self, index: int) -> bool:
        """Whether a word opens a sentence or a row: behind a colon or a number none has begun."""
        before = self.text[: self.words[index].start].rstrip(_BEFORE)[-1:]
        return not before or (before in _STOPS and self.opens(index))

    def nameless(self, lower: str) -> bool:
        """Whether a lower-cased word is surely nobody's name: most words are told so at once."""
        unknown = self.names.found.get(lower, NOTHING).given == 0 and lower not in maybe_names()
        return unknown and lower[-1:] not in GENITIVE and "-" not in lower

    def refused(self, index: int) -> bool:
        """Whether the pipeline has read a word and takes it for nobody."""
        return self.tagged is not None and index not in self.tagged

    def borne(self, index: int) -> bool:
        """Whether many bear a word that is no other word as well, or the pipeline agrees."""
        if not self.refused(index):
            return True
        return self.known(index).given >= MANY and not self.maybe(index)

    def maybe(self, index: int) -> bool:
        """Whether the word is both a name and an ordinary word."""
        return self._fact(index)[2]

    def never(self, index: int) -> bool:
        """Whether the word names nobody."""
        return self._fact(index)[1]

    def could_be(self, index: int) -> bool:
        """Whether the word may be a name where something else says that a name stands here."""
        if not 0 <= index < len(self.words) or index in self.barred:
            return False
        word, known = self.words[index], self.known(index)
        if not word.capital or len(word.text) == 1 or self.never(index):
            return False
        if ("-" in word.text and not self.names.joined(word)) or things.names_thing(self, index):
            return False
        if self.maybe(index) or word.lower in words("nicknames"):
            return True
        if known.given:
            return True
        return not (known.common or known.place or index in self.others)

    def surely(self, index: int) -> bool:
        """Whether the word is a name by itself: many bear it and it means nothing else."""
        if index in self.barred or not self.could_be(index) or self.maybe(index):
            return False
        if self.words[index].lower in words("nicknames", "sure"):
            return True
        known = self.known(index)
        label = self.others.get(index, "")
        firm = "-" in label and not self.names.of(label.lower().partition("-")[0]).given
        if label and (firm or " " in label or known.given < MANY or known.place):
            return False
        if self.refused(index) and (label or self.opens(index)) and not self._behaves(index):
            return False
        least = 4 if known.place else 3 if known.common == 1 or self.opens(index) else 2
        return known.given >= least and known.common <= 1

    def _behaves(self, index: int) -> bool:
        """Whether a word does something, or ends a sentence as an owner ("Boken var Görans.")."""
        last = self.text[self.words[index].end :][:1] in _STOPS
        owner = last and self.words[index].lower.endswith("s") and not self.opens(index)
        return owner or acts(self, index)

    def homograph(self, index: int, *, model: bool) -> bool:
        """Whether a word that is both is a name here, judged by case and neighbours."""
        word = self.words[index]
        if not self.could_be(index) or " " in self.others.get(index, ""):
            return False
        if self.gap(index) == " " and self._surname(index + 1):
            return True
        if things.is_other(self, index):
            return False
        if self.known(index).given >= MANY and CLASS_BEHIND.match(self.text, word.end):
            return True
        if word.shouted:
            return model and self.after(index) in self.verbs
        return self._stands_as_name(index, model=model)

    def _stands_as_name(self, index: int, *, model: bool) -> bool:
        """Whether place, ending and the verb after it make a word that is both a name."""
        word = self.words[index]
        genitive = word.lower not in maybe_names() and word.lower not in _SLIPS
        common_name = self.known(index).given >= MANY
        if not self.opens(index):
            sign = not self.refused(index) or acts(self, index)
            return model or (sign and (genitive or common_name))
        if _THING.match(self.text, word.end):
            return False
        doing = acts(self, index) or (model and _SPEAKS.match(self.text, word.end) is not None)
        only_name = not self.known(index).common
        sure = model or (common_name and only_name)
        return (genitive and common_name) or (sure and (doing or genitive))

    def after(self, index: int) -> int:
        """Where the next word starts; -1 after the last."""
        return self.words[index + 1].start if index + 1 < len(self.words) else -1

    def _surname(self, index: int) -> bool:
        if not self.could_be(index) or self.words[index].shouted:
            return False
        known = self.known(index)
        return known.surname >= 1 or not known.given
