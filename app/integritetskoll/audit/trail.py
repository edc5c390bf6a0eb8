"""Append events, show them, forget old ones, verify the whole."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from integritetskoll.audit.events import Event, Head, event_mac, head_mac
from integritetskoll.storage.engine import reading, take_turn, writing
from integritetskoll.storage.schema import AUDIT, AUDIT_HEAD

_LOCK = 4_905_317
MOST_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether the trail is whole, where it first is not, and what to keep elsewhere."""

    whole: bool
    count: int
    head: str
    wrong_at: int | None = None


@dataclass(slots=True)
class Trail:
    """The trail of a database. `key` gives the key that events are chained with."""

    engine: Engine = field(repr=False)
    key: Callable[[], bytes] = field(repr=False)
    days: int = 730

    def append(self, event: str, *, who: str, door: str, reference: str = "") -> None:
        """Add an event; raises StorageError or what `key` raises."""
        key = self.key()
        now = datetime.now(UTC)
        with writing(self.engine) as connection:
            take_turn(connection, _LOCK)
            head = _read_head(connection)
            at = now.isoformat(timespec="seconds")
            added = Event(head.count + 1, at, who[:80], door[:32], event, reference[:32])
            mac = event_mac(key, head.last, added)
            connection.execute(insert(AUDIT).values(**_row(added), mac=mac))
            head = replace(head, count=added.number, last=mac)
            _write_head(connection, key, self._without_old(connection, head, now))

    def _without_old(self, connection: Connection, head: Head, now: datetime) -> Head:
        """Forget what is older than it is kept, but for the newest; the chain begins later then."""
        oldest = (now - timedelta(days=self.days)).isoformat(timespec="seconds")
        kept = connection.scalar(select(func.min(AUDIT.c.number)).where(AUDIT.c.at >= oldest))
        if kept is None or kept <= head.first:
            return head
        before = connection.scalar(select(AUDIT.c.mac).where(AUDIT.c.number == kept - 1))
        if before is None:
            return head
        connection.execute(delete(AUDIT).where(AUDIT.c.number < kept))
        return replace(head, first=int(kept), before=bytes(before))

    def verify(self) -> Verified:
        """Go through the whole chain. Tells the first number where it is broken."""
        key = self.key()
        with reading(self.engine) as connection:
            return _verified(connection, key)

    def show(self, *, reference: str | None = None, last: int = 50) -> list[Event]:
        """Return the last events, or those of one reference, oldest first."""
        query = select(AUDIT).order_by(AUDIT.c.number.desc()).limit(min(last, MOST_SHOWN))
        if reference is not None:
            query = query.where(AUDIT.c.reference == reference)
        with reading(self.engine) as connection:
            return [_event(row) for row in connection.execute(query)][::-1]


def chain_anew(connection: Connection, old: bytes, new: bytes) -> None:
    """Chain a whole trail with a new key, in the transaction that changes the key.

    A trail that is not whole stays as it is: nobody makes it look right by changing the key.
    """
    take_turn(connection, _LOCK)
    head = _read_head(connection)
    if not _verified(connection, old).whole or not head.count:
        return
    mac = head.before
    for row in connection.execute(select(AUDIT).order_by(AUDIT.c.number)).all():
        mac = event_mac(new, mac, _event(row))
        connection.execute(update(AUDIT).where(AUDIT.c.number == row.number).values(mac=mac))
    _write_head(connection, new, replace(head, last=mac))


def _verified(connection: Connection, key: bytes) -> Verified:
    head = _read_head(connection)
    signed = connection.scalar(select(AUDIT_HEAD.c.mac))
    rows = connection.execute(select(AUDIT).order_by(AUDIT.c.number)).all()
    wrong = _first_wrong(key, head, ((_event(row), bytes(row.mac)) for row in rows))
    empty = signed is None and not rows
    right = empty or (signed and hmac.compare_digest(bytes(signed), head_mac(key, head)))
    if wrong is None and not right:
        wrong = head.count
    return Verified(wrong is None, head.count, head.last.hex(), wrong)


def _first_wrong(key: bytes, head: Head, rows: Iterable[tuple[Event, bytes]]) -> int | None:
    before, number = head.before, head.first
    for event, mac in rows:
        right = event.number == number
        if not right or not hmac.compare_digest(mac, event_mac(key, before, event)):
            return number
        before, number = mac, number + 1
    return None if number == head.count + 1 and before == head.last else number


def _read_head(connection: Connection) -> Head:
    row = connection.execute(select(AUDIT_HEAD)).mappings().first()
    if row is None:
        return Head()
    return Head(int(row["first"]), bytes(row["before"]), int(row["count"]), bytes(row["last"]))


def _write_head(connection: Connection, key: bytes, head: Head) -> None:
    values = {
        "first": head.first, "before": head.before, "count": head.count, "last": head.last,
        "mac": head_mac(key, head),
    }  # fmt: skip
    if not connection.execute(update(AUDIT_HEAD).values(**values)).rowcount:
        connection.execute(insert(AUDIT_HEAD).values(id=1, **values))


def _row(event: Event) -> dict[str, object]:
    names = ("number", "at", "who", "door", "event", "reference")
    return {name: getattr(event, name) for name in names}


def _event(row: object) -> Event:
    names = ("number", "at", "who", "door", "event", "reference")
    return Event(*(getattr(row, name) for name in names))
