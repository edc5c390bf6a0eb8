"""One typing error in a long full name: a letter too many, too few, another, or two swapped.

An entry holds what a misspelt name may look like, so that a draft has to ask only for itself and
for itself with one letter covered. The error is made in the name as written and folded afterwards:
an error inside "ll" or "ch" changes more than one letter of the folded form. What matches is one
such error away, never two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from integritetskoll.plain.fold import fold_marks

LEAST_LETTERS = 8
"""Letters of a full name, as written, from which on an error is forgiven."""
COVER = "*"
_STANDS_FOR_IT = "ƿ"  # a letter that no folding changes and no Swedish name has


def held(name: str, fold: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield kind and form of all that an entry holds for a full name as written."""
    plain = fold_marks(name)
    for at in range(len(plain) + 1):
        yield "w", _covered(plain[:at] + _STANDS_FOR_IT + plain[at:], fold)
        if at == len(plain) or not plain[at].isalpha():
            continue
        yield "w", _covered(plain[:at] + _STANDS_FOR_IT + plain[at + 1 :], fold)
        yield "x", fold(plain[:at] + plain[at + 1 :])
        if plain[at + 1 : at + 2].isalpha():
            yield "x", fold(plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :])


def _covered(name: str, fold: Callable[[str], str]) -> str:
    return fold(name).replace(_STANDS_FOR_IT, COVER)


def asked(name: str) -> Iterator[tuple[str, str]]:
    """Yield kind and form of all that a draft asks for a folded name of its own."""
    yield "x", name
    for at in range(len(name)):
        yield "w", name[:at] + COVER + name[at + 1 :]
