"""Who is asking now, and through which door. Set once where a call comes in, read by the core.

A context variable and no parameter: a door that forgot to pass it on would ask without a budget.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a key is for; each may do what the ones before it may."""

    WRITER = "writer"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        """0 for a writer to 2 for an admin."""
        return list(Role).index(self)


@dataclass(frozen=True, slots=True)
class Caller:
    """`who` is the id of a key, `user:` and a proxy's user, or `local`; `door` is the way in."""

    who: str = "local"
    door: str = "api"
    role: Role = Role.WRITER
    school: str | None = None


_NOW: ContextVar[Caller | None] = ContextVar("integritetskoll_caller", default=None)


def current_caller() -> Caller | None:
    """Return who is asking; None inside a program that calls the core itself."""
    return _NOW.get()


@contextmanager
def acting_as(caller: Caller) -> Iterator[None]:
    """Let everything inside happen for a caller."""
    token = _NOW.set(caller)
    try:
        yield
    finally:
        _NOW.reset(token)
