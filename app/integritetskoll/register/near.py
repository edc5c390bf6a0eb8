"""One typing error in a long full name: a letter too many, too few, another, or two swapped.

An entry holds what a misspelt name may look like, so that a draft has to ask only for itself and
for itself with one letter covered. Whatever matches is one such error away, never two.
"""

from __future__ import annotations

from collections.abc import Iterator

LEAST_LETTERS = 8
"""Letters of a full name, as written, from which on an error is forgiven."""
COVER = "*"


def held(name: str) -> Iterator[tuple[str, str]]:
    """Yield kind and form of all that an entry holds for a folded name."""
    for at in range(len(name)):
        yield "x", _without(name, at)
        yield "w", name[:at] + COVER + name[at + 1 :]
    for at in range(len(name) + 1):
        yield "w", name[:at] + COVER + name[at:]
    for at in range(len(name) - 1):
        if name[at] != name[at + 1]:
            yield "x", name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _without(name: str, at: int) -> str:
    """Leave out a letter; neighbours that are then alike stand once, as in every folded name."""
    before, after = name[:at], name[at + 1 :]
    return before + after[1:] if before[-1:] == after[:1] else before + after


def asked(name: str) -> Iterator[tuple[str, str]]:
    """Yield kind and form of all that a draft asks for a folded name of its own."""
    yield "x", name
    for at in range(len(name)):
        yield "w", name[:at] + COVER + name[at + 1 :]
