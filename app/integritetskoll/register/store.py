"""Entries in the database: put in, taken out, counted. Nothing here lists or looks up anybody."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import Connection, Engine, delete, func, insert, inspect, select, update
from sqlalchemy.exc import SQLAlchemyError

from integritetskoll.errors import RegisterError
from integritetskoll.register.digest import Digester, Digests, key_check, packed, unpacked
from integritetskoll.register.forms import forms_of, identity_of
from integritetskoll.register.person import Person
from integritetskoll.storage.engine import reading, writing
from integritetskoll.storage.schema import ENTRIES, REGISTER

REFERENCE_BYTES = 5
FEW = 10
"""Under so many entries a block says too much about each of them."""


WithKeys = Callable[[Connection, bytes, bytes], None]
"""Something done to the database with the old key and the new one."""
_MARK = select(REGISTER.c.key_check, REGISTER.c.version)


@dataclass(frozen=True, slots=True)
class Status:
    """Counts, and whether they are few."""

    entries: int
    due: int
    without_date: int

    @property
    def few(self) -> bool:
        """Whether a block says too much about each entry."""
        return self.entries < FEW


@dataclass(frozen=True, slots=True)
class Mark:
    """Which key the database belongs to, and how often the register has changed."""

    key_check: bytes
    version: int


def read_mark(engine: Engine) -> Mark | None:
    """Return the register's mark, None where it was never set up; raises StorageError."""
    with reading(engine) as connection:
        try:
            row = connection.execute(_MARK).first()
        except SQLAlchemyError:
            if _has_tables(connection):
                raise
            return None
    return Mark(bytes(row.key_check), int(row.version)) if row else None


def _has_tables(connection: Connection) -> bool:
    connection.rollback()
    return inspect(connection).has_table(REGISTER.name)


def set_up(engine: Engine, key: bytes) -> None:
    """Bind the database to a key; raises RegisterError `register_has_other_key`."""
    with writing(engine) as connection:
        row = connection.execute(select(REGISTER.c.key_check)).first()
        if row is None:
            connection.execute(insert(REGISTER).values(id=1, key_check=key_check(key), version=1))
        elif bytes(row.key_check) != key_check(key):
            raise RegisterError("register_has_other_key")


def load(engine: Engine) -> tuple[Mark | None, Digests]:
    """Return the mark and all digests, sorted, as of one moment; raises StorageError."""
    with reading(engine) as connection:
        row = connection.execute(_MARK).first()
        parts = [unpacked(bytes(one)) for one in connection.scalars(select(ENTRIES.c.digests))]
        # Without a snapshot over both reads, an older version only means one more look.
        mark = Mark(bytes(row.key_check), int(row.version)) if row else None
    # Sorted, not made unique: what stands twice is found once, and np.unique takes a hundred times
    # as long.
    return mark, np.sort(np.concatenate(parts)) if parts else np.zeros(0, np.uint64)


def add(engine: Engine, key: bytes, persons: Sequence[Person]) -> list[str]:
    """Put persons in, all or none, and return the references of their entries.

    An entry with the same details is replaced. Raises StorageError, RegisterError.
    """
    digester = Digester(key)
    rows = {row["identity"]: row for row in (_row(digester, person) for person in persons)}
    with writing(engine) as connection:
        _changed(connection, key)
        _put(connection, list(rows.values()))
    return [str(rows[digester.identity(identity_of(p))]["reference"]) for p in persons]


def replace_all(
    engine: Engine, key: bytes, new_key: bytes, persons: Sequence[Person], also: WithKeys
) -> int:
    """Forget every entry and put persons in under a new key, all or none; return how many.

    `also` is done in the same transaction: what else depends on the key.
    """
    digester = Digester(new_key)
    rows = {row["identity"]: row for row in (_row(digester, person) for person in persons)}
    with writing(engine) as connection:
        _changed(connection, key)
        connection.execute(delete(ENTRIES))
        connection.execute(update(REGISTER).values(key_check=key_check(new_key)))
        _put(connection, list(rows.values()))
        also(connection, key, new_key)
    return len(rows)


def remove(engine: Engine, key: bytes, person: Person) -> None:
    """Take out the entry of these details. Does the same whether there is one or not."""
    identity = Digester(key).identity(identity_of(person))
    with writing(engine) as connection:
        _changed(connection, key)
        connection.execute(delete(ENTRIES).where(ENTRIES.c.identity == identity))


def remove_reference(engine: Engine, key: bytes, reference: str) -> None:
    """Take out the entry of this reference. Does the same whether there is one or not."""
    with writing(engine) as connection:
        _changed(connection, key)
        connection.execute(delete(ENTRIES).where(ENTRIES.c.reference == reference))


def due(engine: Engine, today: date) -> list[tuple[str, date]]:
    """Return reference and date of the entries whose date is passed or today."""
    query = (
        select(ENTRIES.c.reference, ENTRIES.c.end_date)
        .where(ENTRIES.c.end_date <= today)
        .order_by(ENTRIES.c.end_date, ENTRIES.c.reference)
    )
    with reading(engine) as connection:
        return [(row.reference, row.end_date) for row in connection.execute(query)]


def status(engine: Engine, today: date) -> Status:
    """Count the entries, those due, and those without a date."""
    passed = select(func.count()).where(ENTRIES.c.end_date <= today)
    dateless = select(func.count()).where(ENTRIES.c.end_date.is_(None))
    with reading(engine) as connection:
        counts = [
            connection.scalar(query) or 0
            for query in (select(func.count()).select_from(ENTRIES), passed, dateless)
        ]
    return Status(*counts)


def _row(digester: Digester, person: Person) -> dict[str, object]:
    return {
        "reference": secrets.token_hex(REFERENCE_BYTES),
        "identity": digester.identity(identity_of(person)),
        "digests": packed(digester.many(sorted(forms_of(person)))),
        "end_date": person.end_date,
    }


def _put(connection: Connection, rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    for row in rows:
        connection.execute(delete(ENTRIES).where(ENTRIES.c.identity == row["identity"]))
    connection.execute(insert(ENTRIES), rows)


def _changed(connection: Connection, key: bytes) -> None:
    """Take the turn to write and say that something changed; the key must be the right one."""
    done = connection.execute(
        update(REGISTER)
        .where(REGISTER.c.key_check == key_check(key))
        .values(version=REGISTER.c.version + 1)
    )
    if done.rowcount != 1:
        raise RegisterError("register_has_other_key")
