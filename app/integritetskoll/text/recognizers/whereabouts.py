"""Where a group or a pupil is or will be: place, time and who, in one sentence.

A live post or a plan with place and time tells anyone where children can be found (Skolverket and
Polisen both advise to publish afterwards). The span runs from the first to the last of the parts
within the sentence: "På torsdag kl 9 åker 5A till Liseberg", without the exclamation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.text.bearers import bearers
from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._patterns import part, word_classes
from integritetskoll.text.recognizers._people import Names, is_name, names_of
from integritetskoll.text.recognizers.base import TIMEOUT, Hit, SwedishRecognizer

FUTURE_CODE, REGULAR_CODE, NOW_CODE = (
    "whereabouts_future",
    "whereabouts_regular",
    "whereabouts_now",
)
_NOWHERE = word_classes("people")["not_a_place"]
_TIMES = (
    "dag",
    "morgon",
    "morr",
    "kväll",
    "nu ",
    "just nu",
    "veck",
    "helg",
    "väg till",
    "väg mot",
    "häls",
    "live från",
    "sommar",
    "lunch",
    "rast",
    "midda",
    "timm",
    "minut",
    "efter skolan",
    "efter fritids",
    "frukost",
)
_DIGIT = re.compile(r"\d")
_HEADING = 70
"""Characters that a heading has at most."""
_TOWARDS = frozenset(("till", "hos", "från", "mot"))
_LEAVING = frozenset(("från", "sover", "övernattar"))
_LONGEST = 400
_SHORT = 50
"""Letters of a row such as "Torsdag: 5A till Liseberg", which needs no verb."""
Span = tuple[int, int]


class WhereaboutsRecognizer(SwedishRecognizer):
    """Place + coming, repeated or present time + a group or a person; nothing that is over."""

    ENTITIES = (Entity.WHEREABOUTS,)
    CODES = (FUTURE_CODE, REGULAR_CODE, NOW_CODE)

    WANTS_NAMES = True

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield one hit for each sentence that tells where somebody can be found."""
        names: Names | None = None
        cues = Cues.of(text, doc)
        numbers = {cues.segments.at(match.start()) for match in _DIGIT.finditer(text)}
        for at in sorted(numbers | cues.holding_any(_TIMES)):
            segment = cues.segments.items[at]
            start, end = segment.start, min(segment.end, segment.start + _LONGEST)
            when = _when(text, start, end)
            if when is None:
                continue
            names = names or names_of(doc, self._table)
            where = _where(text, start, end, names)
            trips, people = _who(text, start, end, names)
            if not people:
                where = [span for span in where if not _own(text, *span)]
            who = [*trips, *people]
            if where and who and not _spans("task", text, max(0, start - 80), end + 80):
                yield _hit(text, when, [*where, *who])


def _when(text: str, start: int, end: int) -> tuple[str, list[Span]] | None:
    """The code and the spans of the time; None when there is none, or it is over, or for adults."""
    for code, name in ((REGULAR_CODE, "regular"), (NOW_CODE, "now"), (FUTURE_CODE, "future")):
        spans = _spans(name, text, start, end)
        if spans:
            clock = _spans("at_clock", text, start, end)
            return None if is_over(text, start, end) else (code, spans + clock)
    clock = _spans("at_clock", text, start, end)
    return (FUTURE_CODE, clock) if clock and not is_over(text, start, end) else None


def is_over(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence tells of what is over, or of meetings, tests and days for adults.

    What it is may stand above it, in a heading.
    """
    if is_past(text, start, end) or any(_spans(n, text, start, end) for n in ("year", "adult")):
        return True
    while start and text[start - 1].isspace():
        start -= 1
    begin = text.rfind("\n", 0, start) + 1
    return 0 < start - begin <= _HEADING and bool(_spans("adult", text, begin, start))


def is_past(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence tells of what is over: where somebody was finds nobody."""
    return bool(_spans("past", text, start, end))


def _where(text: str, start: int, end: int, names: Names) -> list[Span]:
    spans = []
    moving = bool(_spans("motion", text, start, end))
    for a, b in _spans("place", text, start, end):
        words = text[a:b].lower().split()
        last = max(a, text.rfind(" ", a, b) + 1)
        away = words[-1] not in _NOWHERE or words[0] in _LEAVING or len(words) > len("ab")
        if away and (moving or words[0] not in _TOWARDS or not is_name(names, text, last, b)):
            spans.append((a, b))
    return spans


def _own(text: str, start: int, end: int) -> bool:
    """Whether a place is the school's own, which tells nothing unless somebody is named there."""
    return part("own_place", "whereabouts").fullmatch(text, start, end) is not None


def _who(text: str, start: int, end: int, names: Names) -> tuple[list[Span], list[Span]]:
    """A trip names its group by itself; a group or a person must do something."""
    trips = _spans("trip", text, start, end)
    acts = _spans("act", text, start, end)
    if not acts and not trips and end - start > _SHORT:
        return [], []
    people = _spans("group", text, start, end)
    people += [span for span in names.persons if start <= span[0] < end]
    if not names.tagged:
        people += [s for s in _words(text, start, end) if is_name(names, text, *s)]
    people += [(start + a, start + b) for a, b in bearers(text[start:end])]
    return trips, people


def _words(text: str, start: int, end: int) -> Sequence[Span]:
    found, at = [], start
    for word in text[start:end].split(" "):
        if word[:1].isupper():
            found.append((at, at + len(word.rstrip(".,!?:;"))))
        at += len(word) + 1
    return found


def _hit(text: str, when: tuple[str, list[Span]], parts: list[Span]) -> Hit:
    code, times = when
    spans = [*times, *parts]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    piece = text[start:end].rstrip(" .,!?:;")
    return Hit(Entity.WHEREABOUTS, start, start + len(piece), code)


def _spans(name: str, text: str, start: int, end: int) -> list[Span]:
    found = part(name, "whereabouts").finditer(text, start, end, timeout=TIMEOUT)
    return [match.span() for match in found]
