"""Engines of SQLAlchemy: never a new empty database by accident, one writer at a time.

SQLite makes a file for whoever opens one that is missing, and goes on reading a deleted one. Here
a missing file is an error, and every piece of work opens the file anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from integritetskoll.errors import SettingsError, StorageError
from integritetskoll.settings import Settings
from integritetskoll.storage.place import database_file

PATIENCE = 10
"""Seconds to wait for another writer."""
ANSWER = 3
"""Seconds within which a server must take a connection, and what is sent to it."""
LIBPQ = ("psycopg", "psycopg2")
_WRITES = "integritetskoll_writes"


def open_engine(settings: Settings) -> Engine:
    """Return an engine; nothing is opened or made yet. Raises SettingsError `database_driver`."""
    file = database_file(settings)
    return _sqlite(file) if file is not None else _by_url(str(settings.database_url))


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection to read with; raises StorageError when the database fails."""
    try:
        with engine.connect() as connection:
            yield connection
    except (SQLAlchemyError, OSError) as error:
        raise StorageError(type(error).__name__) from None


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose work is kept whole or not at all; raises StorageError.

    Writers come one after the other: the first statement of each must lock what it changes.
    """
    try:
        with engine.execution_options(**{_WRITES: True}).begin() as connection:
            yield connection
    except (SQLAlchemyError, OSError) as error:
        raise StorageError(type(error).__name__) from None


def take_turn(connection: Connection, lock: int) -> None:
    """Wait for whoever writes under the same lock, and go on alone until the work is kept.

    SQLite's writers wait for each other already; PostgreSQL's are made to.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock})


def make_file(file: Path) -> None:
    """Make an empty database file that only its owner may read, and its folder."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600, exist_ok=True)


@cache
def _by_url(url: str) -> Engine:
    try:
        address = make_url(url)
        options: dict[str, Any] = {"connect_timeout": ANSWER}
        if address.get_driver_name() in LIBPQ:
            # Whoever waits for a machine that is gone would wait for a quarter of an hour.
            options["tcp_user_timeout"] = ANSWER * 1000
        return create_engine(
            address, pool_pre_ping=True, hide_parameters=True, connect_args=options
        )
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError):
        raise SettingsError("database_driver") from None


def _sqlite(file: Path) -> Engine:
    address = f"{file.resolve().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin for SQLite: a writer takes its turn before it reads what it is going to change."""
    if not connection.get_execution_options().get(_WRITES):
        connection.exec_driver_sql("BEGIN")
        return
    # What is removed is overwritten, not only forgotten.
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    connection.exec_driver_sql("PRAGMA synchronous = FULL")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
