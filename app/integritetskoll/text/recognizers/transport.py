"""How a pupil comes to school and home: school transport, who fetches and when, the locker.

Catalogue of personal data, 1.6; skollagen (2010:800) 10 kap. 32 § on skolskjuts. Whoever knows
line, stop and time can find a child. General directions ("ta buss 5 till museet") are nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_case
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.travel_words import (
    GENERAL,
    LOCKER,
    PICKUP,
    SCHOOL_TRANSPORT,
)

RIDING = (
    *"skjuts taxi buss färdtjänst linje tåg pendel spårvagn tunnelbana kliver stiger båt".split(),
    *("färja", "går av ", "går på ", "hoppar av", "ska gå av"),
)
FETCHING = "hämta hämtning skjuts lämna lämning plockar möter kör följer".split()
BREAK = regex.compile(r"(?<!\b(?:kl|nr|ca|st))[.!?](?=\s)|\n", regex.IGNORECASE)
REACH = 40
"""Characters before a phrase that may say that it is about everyone."""
BEFORE, AFTER = 100, 200
"""Characters of a sentence around the word that makes it one about travelling."""


class TransportRecognizer(SwedishRecognizer):
    """A way to or from school, a pick-up or a locker; the span is the whole phrase."""

    ENTITIES = (Entity.TRANSPORT,)
    CODES = ("school_transport", "pickup", "locker")

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every phrase; whom it is about is for the link to say."""
        lowered = fold_case(text)
        for pattern, code, words in (
            (SCHOOL_TRANSPORT, "school_transport", RIDING),
            (PICKUP, "pickup", FETCHING),
        ):
            for offset, sentence in _sentences(text, lowered, words):
                for match in scan(pattern, sentence):
                    if not GENERAL.search(sentence, max(0, match.start() - REACH), match.start()):
                        yield _hit(match, offset, code)
        if "skåp" in lowered:
            for match in scan(LOCKER, lowered):
                yield _hit(match, 0, "locker")


def _sentences(text: str, lowered: str, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each sentence with one of the words, none twice."""
    done = 0
    for place in sorted(_places(lowered, words)):
        if place < done:
            continue
        start = max(done, place - BEFORE)
        start = max([start, *(m.end() for m in BREAK.finditer(text, start, place))])
        stop = BREAK.search(text, place, place + AFTER)
        done = stop.start() if stop else min(len(text), place + AFTER)
        yield start, text[start:done]


def _places(lowered: str, words: Sequence[str]) -> Iterator[int]:
    for word in words:
        place = lowered.find(word)
        while place >= 0:
            yield place
            place = lowered.find(word, place + 1)


def _hit(match: regex.Match[str], offset: int, code: str) -> Hit:
    start, end = match.span()
    end = start + len(match.group().rstrip(" ,.:"))
    return Hit(Entity.TRANSPORT, start + offset, end + offset, code)
