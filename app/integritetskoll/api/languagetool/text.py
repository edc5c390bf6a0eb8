"""The text that is checked and the way from its spans to the client's, in UTF-16 units."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from integritetskoll.api.languagetool.params import Params
from integritetskoll.api.problems import BadRequestError


@dataclass(frozen=True, slots=True)
class Units:
    """Counts UTF-16 units: a character beyond U+FFFF is two."""

    wide: tuple[int, ...]

    def at(self, place: int) -> int:
        """Return the units before the code point at `place`."""
        return place + bisect_left(self.wide, place)


def units_of(text: str) -> Units:
    """Return the counter of a text."""
    return Units(tuple(place for place, one in enumerate(text) if one > "\uffff"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the client's text: `shown` is what is checked, `sent` what stands there."""

    shown: str = field(repr=False)
    sent: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """The text to check (`shown`) as parts of the client's text, which markup lies between."""

    parts: tuple[_Part, ...] = field(repr=False)

    @property
    def shown(self) -> str:
        """The text without its markup."""
        return "".join(part.shown for part in self.parts)

    def spans(self) -> Spans:
        """Return the way to the client's spans."""
        starts = tuple(accumulate((len(part.shown) for part in self.parts), initial=0))
        places = tuple(accumulate((len(part.sent) for part in self.parts), initial=0))
        sent = "".join(part.sent for part in self.parts)
        return Spans(self.parts, starts, places, units_of(sent))


@dataclass(frozen=True, slots=True)
class Spans:
    """Turns spans of the checked text (code points) into the client's (UTF-16 units)."""

    parts: tuple[_Part, ...] = field(repr=False)
    starts: tuple[int, ...]
    places: tuple[int, ...]
    units: Units

    def sent(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the client's text."""
        if end <= start:
            place = self.units.at(self._place(start))
            return place, place
        return self.units.at(self._place(start)), self.units.at(self._place(end - 1, after=True))

    def _place(self, shown: int, *, after: bool = False) -> int:
        if not self.parts:
            return 0
        number = min(bisect_right(self.starts, shown) - 1, len(self.parts) - 1)
        part, place = self.parts[number], self.places[number]
        if part.shown == part.sent:
            return place + shown - self.starts[number] + after
        return place + (len(part.sent) if after else 0)


def checked_text(params: Params) -> Checked:
    """Return the text of a check: plain, or annotated with markup that is passed over.

    Raises BadRequestError 400 `lt_data_wrong`.
    """
    if params.data is None or params.data == "":
        text = params.text or ""
        return Checked((_Part(text, text),))
    return Checked(tuple(_annotated(_parsed(params.data))))


def _parsed(data: Any) -> Mapping[str, Any]:
    if isinstance(data, str):
        try:
            data = json.loads(data)
        except (ValueError, RecursionError):
            raise BadRequestError(400, "lt_data_wrong") from None
    if not isinstance(data, dict):
        raise BadRequestError(400, "lt_data_wrong")
    return data


def _annotated(data: Mapping[str, Any]) -> Iterator[_Part]:
    annotation = data.get("annotation")
    if annotation is None and isinstance(data.get("text"), str):
        annotation = [{"text": data["text"]}]
    if not isinstance(annotation, list):
        raise BadRequestError(400, "lt_data_wrong")
    for one in annotation:
        yield _part(one)


def _part(one: Any) -> _Part:
    match one:
        case {"text": str(text), **rest} if "markup" not in rest:
            return _Part(text, text)
        case {"markup": str(markup), "interpretAs": str(shown)}:
            return _Part(shown, markup)
        case {"markup": str(markup), **rest} if "text" not in rest and "interpretAs" not in rest:
            return _Part("", markup)
    raise BadRequestError(400, "lt_data_wrong")
