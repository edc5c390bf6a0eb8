"""Collect the fields of one file, with a budget, and note what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PIL import Image

from integritetskoll.images import limits
from integritetskoll.images.decode import named_across, readable
from integritetskoll.images.field import Field, Kind, Region
from integritetskoll.images.kinds import kind_of
from integritetskoll.images.shown import grey
from integritetskoll.images.within import block_within, named_within, stands_alone

AROUND = 1 << 14
"""Bytes around a block in coded colours that are searched for text."""
HEAD = 2048
"""Bytes of coded colours that are searched for names."""


class Gather:
    """Fields in the order they were found; the same field twice counts once.

    `picture` is the file itself: what lies inside it is compared with what it shows.
    """

    def __init__(self, picture: bytes = b"") -> None:
        self.picture = picture
        self.fields: dict[Field, None] = {}
        self.unread: dict[str, None] = {}
        self.width = 0
        self.height = 0
        self.nesting = 0
        self._left = limits.MAX_TEXT
        self._decoded = 0
        self._shown: tuple[Image.Image | None] | None = None

    def decode(self, picture: bytes) -> Image.Image | None:
        """Return an embedded picture small and grey; None for those above a number."""
        self._decoded += 1
        if self._decoded > limits.MAX_DECODED or not self.picture:
            return None
        return grey(picture)

    def shown(self) -> Image.Image | None:
        """Return the picture small and grey, None where it can't be decoded; decoded once."""
        if self._shown is None:
            self._shown = (grey(self.picture),)
        return self._shown[0]

    def add(
        self, name: str, value: str, *, kind: Kind | None = None, region: Region | None = None
    ) -> None:
        """Keep a field, if it has a value; what is over the budget counts as not read."""
        value = value.replace("\0", " ").strip()
        if not value:
            return
        if len(value) > limits.MAX_VALUE:
            value = value[: limits.MAX_VALUE]
            self.missed("text")
        if len(self.fields) >= limits.MAX_FIELDS or self._left < len(value):
            self.missed("text")
            return
        self._left -= len(value)
        self.fields[Field(name, value, kind or kind_of(name), region)] = None

    def sweep(self, name: str, raw: bytes, *, joined: bool = False) -> None:
        """Keep what reads like text in bytes that nobody could parse.

        `joined`: values stand there without a gap, so that a name can have letters beside it.
        """
        found = list(readable(raw))
        for text in found:
            self.add(name, text, kind=Kind.SWEPT)
        for text in named_within(raw[: limits.MAX_SWEPT]) if joined else ():
            held = [one for one in found if text in one]
            if held and not any(stands_alone(text, one) for one in held):
                self.add(name, text, kind=Kind.SWEPT)

    def sweep_end(self, name: str, raw: bytes, end: int) -> None:
        """Keep a name into which coded colours run out: a wrong length took it in."""
        if text := named_across(raw, end):
            self.missed("image")
            self.add(name, text, kind=Kind.SWEPT)

    def sweep_numbers(self, name: str, raw: bytes) -> None:
        """Keep the names in bytes that should be numbers only."""
        for text in named_within(raw[: limits.MAX_SWEPT]):
            self.add(name, text, kind=Kind.SWEPT)

    def sweep_coded(self, name: str, raw: bytes) -> None:
        """Keep the text of a block that coded colours took in: its place is wrong, or a length.

        Colours that begin too early begin with what stood in front of them.
        """
        for text in named_within(raw[:HEAD]):
            self.missed("image")
            self.add(name, text, kind=Kind.SWEPT)
        if (at := block_within(raw)) >= 0:
            self.missed("image")
            self.sweep(name, raw[max(0, at - AROUND) : at + AROUND])

    def missed(self, part: str) -> None:
        """Note a part that was not read."""
        self.unread[part] = None

    def attempt(self, part: str, read: Callable[..., Any], *given: Any) -> None:
        """Call a reader; whatever it raises, the part counts as not read and the rest goes on."""
        try:
            read(*given, self)
        except Exception:  # noqa: BLE001 - broken files make parsers raise anything
            self.missed(part)
