"""The texts of a file for the recognizers: each once, in one text, with a way back to its field."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from integritetskoll.images.clean.profile import harmless
from integritetskoll.images.field import Field, Kind, Reading
from integritetskoll.images.judge.plain_words import is_boilerplate, is_plain

SEPARATOR = "\n\n"
_READ = frozenset(
    {Kind.TEXT, Kind.SWEPT, Kind.FACE, Kind.AUTHOR, Kind.PLACE, Kind.DEVICE, Kind.PLAIN}
)
_STRICT = frozenset({Kind.SWEPT, Kind.PLAIN, Kind.DEVICE})
MOST = 40_000
"""Characters that are read as a draft is; a caption has hundreds, a program's log can have more."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One text of all values, where each value starts, and the fields that hold it."""

    text: str = field(repr=False)
    starts: tuple[int, ...]
    fields: tuple[tuple[Field, ...], ...] = field(repr=False)
    whole: bool = True

    def at(self, place: int) -> tuple[int, tuple[Field, ...]]:
        """Return where the value at a place starts, and its fields."""
        index = bisect_right(self.starts, place) - 1
        return self.starts[index], self.fields[index]


def texts_of(reading: Reading) -> tuple[str, ...]:
    """Return every text of a file that can name somebody, each once, in the order of the file."""
    return tuple(dict.fromkeys(f.value for f in reading.fields if f.kind in _READ))


def is_strict(fields: Sequence[Field]) -> bool:
    """Tell whether a value stands only where people don't write: findings must be sure there."""
    return all(field.kind in _STRICT for field in fields)


def join(fields: Sequence[Field]) -> Joined:
    """Join the values that are worth reading, those of people before those of programs."""
    by_value: dict[str, list[Field]] = {}
    for one in sorted(fields, key=lambda f: f.kind in _STRICT):
        if one.kind in _READ and not _is_empty(one):
            by_value.setdefault(one.value, []).append(one)
    starts, pieces, length = [], [], 0
    for value in by_value:
        if length + len(value) > MOST:
            break
        starts.append(length)
        pieces.append(value)
        length += len(value) + len(SEPARATOR)
    held = tuple(tuple(by_value[piece]) for piece in pieces)
    return Joined(SEPARATOR.join(pieces), tuple(starts), held, len(pieces) == len(by_value))


def _is_empty(one: Field) -> bool:
    if one.name.startswith("ICC:"):
        return one.name.endswith("ML") or harmless(one.value)
    if one.kind in {Kind.PLAIN, Kind.DEVICE}:
        return is_plain(one.value)
    return is_boilerplate(one.value)
