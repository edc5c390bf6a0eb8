"""One role for one name: what the text shows of it once holds everywhere in it."""

from __future__ import annotations

from collections.abc import Sequence

from integritetskoll.domain.finding import Role
from integritetskoll.text.persons.beside import Span
from integritetskoll.text.persons.figures import Cast


def agreed(text: str, spans: Sequence[Span], roles: list[Role], played: Cast) -> list[Role]:
    """Give the same name the same role: what is shown once holds where nothing is shown."""
    shown: dict[str, Role] = {}
    for span, role in zip(spans, roles, strict=True):
        if role is not Role.PUPIL:
            for key in _keys(text[span[0] : span[1]], role):
                shown.setdefault(key, role)
    return [
        role
        if role is not Role.PUPIL or span[0] in played.pupils
        else shown.get(_base(text[span[0] : span[1]]), role)
        for span, role in zip(spans, roles, strict=True)
    ]


def _keys(name: str, role: Role) -> list[str]:
    whole = _base(name)
    parts = whole.split()
    if len(parts) == 1 or role is Role.FICTION:
        return [whole]
    return [whole, parts[0]]


def _base(name: str) -> str:
    lower = name.lower()
    for ending in ("'s", ":s"):
        lower = lower.removesuffix(ending)
    return lower
