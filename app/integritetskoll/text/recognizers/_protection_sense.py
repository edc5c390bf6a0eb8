"""Tell one pupil from pupils in general: what makes a telling phrase free or not.

A sentence in a routine, a law or a lesson speaks of anybody; the same words about Noor, about
"hon" or about "en elev i 5A" speak of somebody. Frames are read from the words around.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

import regex

from integritetskoll.plain.segments import Segment
from integritetskoll.text.recognizers._patterns import rows
from integritetskoll.text.recognizers._people import Names, Who, anchored
from integritetskoll.text.recognizers._protection_rules import IMAGE, Rule, Side
from integritetskoll.text.recognizers._subjects import (
    after,
    before,
    named_in,
    noun_phrase,
    within,
)
from integritetskoll.text.recognizers.base import scan

_ALL = regex.compile(r"(?i)(?:barnen|eleverna|flickorna|pojkarna)\b")
_CONDITION = regex.compile(
    r"^\W*(?:om|ifall|när|vid|den som|de som|alla|(?:har|är|vill) (?:du|ni|ert|er|ditt|din|någon)"
    r"|för (?:elever|barn|dig|er|den|de))\b"
    r"|\bnär (?:en|ett) (?:elev|barn|person|familj)\w*\b"
    r"|\b(?:ska|bör) (?:alltid|aldrig)\b|\bhan eller hon\b"
    r"|☐|(?<!döp )\b(?:om|ifall) (?:barnet|eleven|ditt|ert|någon|en|ett)\b",
    regex.IGNORECASE,
)
_MADE_UP = regex.compile(r"(?i)\(påhitt|påhittat (?:fall|exempel)|är påhittade?\b")
_TOPIC = regex.compile(
    r"(?i)\b(?:rutin|utbildning|kurs|fråg|genomgång|inform|riktlinje|policy|lag|blankett|anmälan|"
    r"hantering|arbete|föreläsning|regler|stöd|handbok|material|motion|artikel|tema|handlingsplan|"
    r"markera|anmäla)\w{0,30}+(?: (?:om|för|kring|av|vid|rörande|gällande|med))?"
    r"(?: (?:vi|elever|barn|en))?(?: (?:hanterar|markerar))? $"
)
_BEFORE = 80
"""Characters before a marker in which its topic can stand."""
_ROW = 45
"""Letters of a row that may speak of a name some lines above."""
_LINES = 4
_ROWS = 40
"""Rows of a table above which its heading isn't looked for."""
_TITLE = 120
"""Characters of a text within which a heading can say that it is a routine."""
_AFTERWARDS = 200
Found = tuple[bool, int, int, str]


@dataclass(frozen=True)
class Reading:
    """A text as the rules read it; the costly parts are made when they are first asked for."""

    text: str
    names: Names
    segments: Sequence[Segment]

    @cached_property
    def routine(self) -> frozenset[int]:
        """Paragraphs that read as a routine, a form or a law; all of them after such a heading."""
        found: set[int] = set()
        for segment in self.segments:
            if _frame("routine").search(self.text, segment.start, segment.end):
                found.add(segment.paragraph)
                if segment.start < _TITLE:
                    return frozenset(s.paragraph for s in self.segments)
        return frozenset(found)

    def sentence(self, at: int) -> Sentence:
        """The segment with number `at`."""
        return Sentence(self, at)


@dataclass(frozen=True)
class Sentence:
    """One segment, and what its words say of whom it can be about."""

    reading: Reading
    at: int

    @cached_property
    def segment(self) -> Segment:
        """Where it stands."""
        return self.reading.segments[self.at]

    @cached_property
    def text(self) -> str:
        """Its words."""
        return self.reading.text[self.segment.start : self.segment.end]

    @property
    def trimmed(self) -> tuple[int, int]:
        """Its span in the whole text, without blanks around."""
        start, words = self.segment.start, self.text
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())

    @cached_property
    def story(self) -> bool:
        """Whether it tells of fiction, a lesson, an animal or a made-up case."""
        end = self.segment.start + _AFTERWARDS
        return (
            _frame("story").search(self.text) is not None
            or _MADE_UP.search(self.reading.text, self.segment.start, end) is not None
        )

    @cached_property
    def play(self) -> bool:
        """Whether it plans a surprise or plays a game: secrets that protect nobody."""
        return _frame("play").search(self.text) is not None

    @cached_property
    def lesson(self) -> bool:
        """Whether it sets a task or reads a text, in which people may be made up."""
        return _frame("lesson").search(self.text) is not None

    @cached_property
    def told(self) -> bool:
        """Whether "hon" or "eleven" may be somebody in a story told just before."""
        around = [*range(max(0, self.at - 2), self.at)]
        around += range(self.at + 1, min(self.at + 2, len(self.reading.segments)))
        texts = [self.reading.sentence(at).text for at in around]
        return any(_frame(name).search(text) for text in texts for name in ("story", "lesson"))

    @cached_property
    def named(self) -> bool:
        """Whether somebody is named here, to whom "hon" may point."""
        span = (self.segment.start, self.segment.end)
        return named_in(self.reading.names, self.reading.text, span)

    @cached_property
    def named_before(self) -> bool:
        """Whether the sentence before, in the same paragraph, names somebody."""
        other = self.reading.sentence(max(0, self.at - 1))
        return other.segment.paragraph == self.segment.paragraph and other.named

    @cached_property
    def conditional(self) -> bool:
        """Whether it says what holds if, when or always."""
        return _CONDITION.search(self.text) is not None

    @cached_property
    def anchored(self) -> bool:
        """Whether it ties "en elev" to a class or to us."""
        return anchored(self.text)

    def is_about(self, who: Who) -> bool:
        """Tell whether a phrase about `who` is about somebody in particular here."""
        if who <= Who.GENERIC or self.story:
            return False
        if who is Who.NAMED:
            return True
        if self.lesson:
            return False
        if who is Who.DEFINITE and self.conditional:
            return False
        if who in {Who.SPECIFIC, Who.INDEFINITE}:
            return not self.conditional and (who is Who.SPECIFIC or self.anchored)
        told = self.told and not self.named
        return self.segment.paragraph not in self.reading.routine and not told


def telling(reading: Reading, at: int, rules: Sequence[Rule]) -> Iterator[Found]:
    """Yield (alone, start, end, code) of the phrases in segment `at` that speak of somebody."""
    sentence = reading.sentence(at)
    for rule in rules:
        matches = iter(scan(rule.compiled(), sentence.text))
        first = next(matches, None)
        if first is None or not rule.fits(sentence.text, _window(sentence, rule)):
            continue
        for match in chain((first,), matches):
            if rule.side is Side.NEAR and _is_topic(sentence.text, match.start()):
                continue
            who = _person(sentence, rule, match)
            if rule.side is not Side.NEAR and sentence.play:
                continue
            if who >= rule.least and sentence.is_about(who):
                yield _span(sentence, rule, match)


def _is_topic(text: str, start: int) -> bool:
    """Whether the marker at `start` only names what a routine or a course is about."""
    return _TOPIC.search(text, max(0, start - _BEFORE), start) is not None


def _window(sentence: Sentence, rule: Rule) -> str:
    """The words in which those that a rule needs may stand."""
    if not (rule.wide or rule.header):
        return sentence.text
    segments = sentence.reading.segments
    first = segments[max(0, sentence.at - 1)].start
    last = (
        segments[min(len(segments) - 1, sentence.at + 1)].end if rule.wide else sentence.segment.end
    )
    if rule.header:
        near = segments[max(0, sentence.at - _ROWS) : sentence.at + 1]
        first = min(s.start for s in near if s.paragraph == sentence.segment.paragraph)
    return sentence.reading.text[first:last]


def _span(sentence: Sentence, rule: Rule, match: regex.Match[str]) -> Found:
    start, end = match.span()
    if rule.side is Side.WHO and match.end("who") == end:
        end = match.start("who") + (noun_phrase(match["who"])[1] or len(match["who"]))
    end = start + len(match.string[start:end].rstrip(" ,;:.!?("))
    offset = sentence.segment.start
    return rule.alone, offset + start, offset + end, rule.code


def _person(sentence: Sentence, rule: Rule, match: regex.Match[str]) -> Who:
    names, text = sentence.reading.names, sentence.reading.text
    start, end = sentence.segment.start, sentence.segment.end
    if rule.side is Side.SELF:
        return Who.SPECIFIC
    if rule.side is Side.ANY and (sentence.named or (rule.wide and sentence.named_before)):
        return Who.NAMED
    if rule.side is Side.WHO:
        who = within(names, text, start + match.start("who"), match["who"])
        anybody = rule.code == IMAGE and who is Who.DEFINITE and _ALL.match(match["who"])
        return Who.GENERIC if anybody else who
    found = before(names, text, (start, start + match.start()), near=rule.side is not Side.LEFT)
    if rule.side is Side.LEFT or found >= Who.GENERIC:
        return found
    later = after(names, text, (start + match.end(), end))
    return later if later > Who.THING else _above(sentence, found)


def _above(sentence: Sentence, fallback: Who) -> Who:
    """A row like "Övrigt: skyddad identitet" speaks of the name some lines above it."""
    segment, reading = sentence.segment, sentence.reading
    if segment.end - segment.start > _ROW:
        return fallback
    for other in reversed(reading.segments[max(0, sentence.at - _LINES) : sentence.at]):
        span = (other.start, other.end)
        if other.paragraph == segment.paragraph and named_in(reading.names, reading.text, span):
            return Who.NAMED
    return fallback


@cache
def _frame(name: str) -> regex.Pattern[str]:
    words = "|".join(pattern for frame, pattern in rows("protection_frames") if frame == name)
    return regex.compile(rf"\b(?:{words})\b", regex.IGNORECASE)
