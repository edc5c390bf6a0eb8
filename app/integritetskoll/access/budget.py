"""How many blocks a key may get on a day: whoever tries names one by one is stopped here.

Counted are units that were blocked (a text, paragraph, row or image). What was blocked within the
hour counts once, also while somebody goes on writing at its end; remembered is a keyed digest,
in the memory of this process only.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update

from integritetskoll.access.caller import Caller
from integritetskoll.errors import LimitError
from integritetskoll.storage.engine import reading, take_turn, writing
from integritetskoll.storage.schema import SPENT

HOUR = 3600.0
MOST_REMEMBERED = 200
_LOCK = 4_905_318
Unit = tuple[float, int, bytes]
_SPENT = select(SPENT.c.units).where(SPENT.c.day == bindparam("on"), SPENT.c.who == bindparam("by"))


@dataclass(slots=True)
class BlockBudget:
    """Spends units of a budget per key and day; `units` None for no budget."""

    engine: Engine = field(repr=False)
    units: int | None
    _recent: dict[str, list[Unit]] = field(default_factory=dict, repr=False)
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def must_not_be_spent(self, caller: Caller, today: date) -> None:
        """Raise LimitError `blocked_too_often` for a caller whose budget is spent."""
        if self.units is not None and spent(self.engine, caller.who, today) > self.units:
            raise LimitError("blocked_too_often")

    def spend(self, caller: Caller, text: str, today: date) -> bool:
        """Count a blocked unit; False when it is the one that is too many, and the key pauses."""
        if self.units is None or self._seen(caller.who, text, time.monotonic()):
            return True
        with writing(self.engine) as connection:
            take_turn(connection, _LOCK)
            return _add(connection, caller.who, today) <= self.units

    def _seen(self, who: str, text: str, now: float) -> bool:
        """Tell whether the text goes on from one that was blocked within the hour; remember it."""
        with self._lock:
            kept = [unit for unit in self._recent.get(who, ()) if now - unit[0] < HOUR]
            seen = any(self._digest(text[:length]) == digest for _, length, digest in kept)
            kept.append((now, len(text), self._digest(text)))
            self._recent[who] = kept[-MOST_REMEMBERED:]
            return seen

    def _digest(self, text: str) -> bytes:
        data = text.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, key=self._key, digest_size=16).digest()


def spent(engine: Engine, who: str, today: date) -> int:
    """Return how many units a caller has spent today."""
    with reading(engine) as connection:
        return connection.scalar(_SPENT, {"on": today, "by": who}) or 0


def resume(engine: Engine, who: str, today: date) -> None:
    """Let a key that pauses go on."""
    with writing(engine) as connection:
        connection.execute(delete(SPENT).where(SPENT.c.day == today, SPENT.c.who == who))


def paused(engine: Engine, units: int | None, today: date) -> list[str]:
    """Return who is paused today."""
    if units is None:
        return []
    query = select(SPENT.c.who).where(SPENT.c.day == today, SPENT.c.units > units)
    with reading(engine) as connection:
        return [str(who) for who in connection.scalars(query)]


def _add(connection: Connection, who: str, today: date) -> int:
    connection.execute(delete(SPENT).where(SPENT.c.day < today))
    mine = (SPENT.c.day == today) & (SPENT.c.who == who)
    done = connection.execute(update(SPENT).where(mine).values(units=SPENT.c.units + 1))
    if not done.rowcount:
        connection.execute(insert(SPENT).values(day=today, who=who, units=1))
    return connection.scalar(select(SPENT.c.units).where(mine)) or 0
