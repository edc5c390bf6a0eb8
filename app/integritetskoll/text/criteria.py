"""Is an assessment tied to the criteria? Which of four parts a text shows, by its words alone.

A: content of a subject. B: a verb of knowledge with the pupil as its subject. C: a level word of
the criteria, or an anchor in the steering documents. D: a next step. Skollagen 10 kap. 12-13 §§;
the words after Lgr22, Gy25 and the older kunskapskrav. In preschool (Lpfö 18) the child is not
assessed against a norm, so nothing is asked for and level words are what is pointed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import regex

from integritetskoll.plain.segments import split
from integritetskoll.text.recognizers import _knowledge as knowledge
from integritetskoll.text.recognizers._patterns import word_classes

_WORD = regex.compile(r"\w++(?:-\w++)*+")
_NEXT = regex.compile(
    r"\b(?:nästa (?:steg|mål|moment|område|uppgift|nivå|utmaning)|utmaning(?:en)? framåt|framåt"
    r"|behöver\b|träna (?:vidare|mer|på)|tränar (?:vidare|på)|öva\b|övar\b|fortsätt|arbeta vidare"
    r"|för att (?:komma|utvecklas|nå|höja)|att utveckla|utvecklas vidare|mål:|återstår|prövas"
    r"|härnäst|kompletteras|ska (?:befästas|träna)|kan (?:utvecklas|fördjupas)|fördjupa"
    r"|jämför gärna|vi (?:arbetar|tränar|övar|provar|bygger|fortsätter|går) (?:vidare|på|med))",
    regex.IGNORECASE,
)
_FRAME = regex.compile(
    r"\bi huvudsak\b|\bmed (?:\w++ ){0,2}+(?:flyt|säkerhet|stöd)\b|\btill viss del\b"
    r"|\brelativt \w+|\bpå väg mot\b|\bmotsvarar?\b|\bbetyget? [A-F]\b|\b[A-F]-nivå\b",
    regex.IGNORECASE,
)
_LOOSE = frozenset("mycket god gott goda nivå kvalitet relativt huvudsak tydlig tydliga".split())
_UNDER = frozenset(
    "kunskap kunskaper kunskaperna förmåga förmågan mål målen underlag uppgift uppgifter uppgiften "
    "resultat prov betyg betyget nivå steg arbete arbetet svar svaret moment område".split()
)
"""Words of school work that name no content of a subject."""
_TO_COME = frozenset("behöver att ska måste bör".split())
"""Before a verb they say that it isn't shown yet."""
_PUPILS = word_classes("value_heads")["pupil"]
_NEAR = 4
_LONGEST = 20_000
"""Characters that are read: an assessment is a page, and what it lacks shows early."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """Which parts a text shows, and whether it speaks of preschool."""

    content: bool
    verb: bool
    level: bool
    next_step: bool
    preschool: bool = False

    @property
    def tied(self) -> bool:
        """Whether the text is tied to the criteria: content, verb, and a level or next step."""
        return self.content and self.verb and (self.level or self.next_step)

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes of what should be said to the writer."""
        if self.preschool:
            return ("preschool_norm",) if self.level else ()
        lacks = {
            "missing_verb": not self.verb,
            "missing_anchor": not self.content or not (self.level or self.next_step),
            "missing_next": not self.next_step,
        }
        return tuple(code for code, lacking in lacks.items() if lacking)


def read_criteria(text: str) -> Criteria:
    """Return what a text shows; linear in its length."""
    text = text[:_LONGEST]
    sentences = [
        [match.group() for match in islice(_WORD.finditer(text, s.start, s.end), 200)]
        for s in split(text).items
    ]
    lowered = [[word.lower() for word in sentence] for sentence in sentences]
    return Criteria(
        content=any(_content(sentence) for sentence in lowered),
        verb=any(map(_shows, sentences, lowered)),
        level=_FRAME.search(text) is not None or any(_level(sentence) for sentence in lowered),
        next_step=_NEXT.search(text) is not None,
        preschool=any(not knowledge.words("preschool").isdisjoint(words) for words in lowered),
    )


def _content(lower: Sequence[str]) -> bool:
    return any(
        word not in _UNDER | knowledge.words("anchor")
        and (knowledge.is_content(word) or word in knowledge.words("subject"))
        for word in lower
    )


def _shows(words: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a verb of knowledge stands by the pupil: "Nora löser", "i algebra visar hon"."""
    verbs = knowledge.verbs("know")
    for at, word in enumerate(lower):
        if word in verbs and _TO_COME.isdisjoint(lower[max(0, at - 2) : at]):
            around = range(max(0, at - _NEAR), min(len(lower), at + 2))
            if at == 0 or any(lower[n] in _PUPILS or words[n][0].isupper() for n in around):
                return True
    return False


def _level(lower: Sequence[str]) -> bool:
    if not knowledge.words("anchor").isdisjoint(lower):
        return True
    for at, word in enumerate(lower):
        if word in knowledge.words("level"):
            near = [*lower[at + 1 : at + _NEAR], *(lower[max(0, at - 3) : at])]
            if word not in _LOOSE or any(knowledge.is_content(other) for other in near):
                return True
    return False
