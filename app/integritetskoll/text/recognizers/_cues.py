"""Where small words stand: the sentences worth a closer look, found by plain search.

A search for a literal costs a fraction of a microsecond, a pattern a hundred times that; so the
patterns only see sentences that hold the letters they need.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from integritetskoll.plain.fold import fold_case
from integritetskoll.plain.segments import Segments, split
from integritetskoll.text.once import once

_KEY = "integritetskoll.segments"
SPLIT: ContextVar[tuple[str, Segments] | None] = ContextVar("split", default=None)
"""A text that is being analyzed and its segments, where they are known already."""


@dataclass(frozen=True, slots=True)
class Cues:
    """A text in small letters, its segments, and what was searched in it so far."""

    segments: Segments
    lowered: str = field(repr=False)
    _known: dict[str, frozenset[int]] = field(default_factory=dict, repr=False)
    _groups: dict[tuple[str, ...], frozenset[int]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, text: str, doc: Any) -> Cues:
        """Split `text`, or take what another recognizer has left in the Doc of the same text."""
        return cls(segments_of(text, doc), fold_case(text))

    def holding(self, cue: str) -> frozenset[int]:
        """Return the numbers of the segments in which `cue` stands."""
        if cue not in self._known:
            self._known[cue] = frozenset(self._search(cue))
        return self._known[cue]

    def holding_any(self, cues: tuple[str, ...]) -> frozenset[int]:
        """Return the numbers of the segments in which one of `cues` stands."""
        if cues not in self._groups:
            self._groups[cues] = frozenset().union(*map(self.holding, cues))
        return self._groups[cues]

    def _search(self, cue: str) -> Iterable[int]:
        place = self.lowered.find(cue)
        while place >= 0:
            number = self.segments.at(place)
            yield number
            place = self.lowered.find(cue, self.segments.items[number].end)


def segments_of(text: str, doc: Any) -> Segments:
    """Return the segments of `text`, split once for each Doc."""
    given = SPLIT.get()
    if given is not None and given[0] == text:
        return given[1]
    return once(doc, _KEY, text, lambda: split(text))
