"""Bring the database to the tables of this version, with the migrations that ship."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from integritetskoll.settings import Settings
from integritetskoll.storage.engine import make_file, open_engine, writing
from integritetskoll.storage.place import database_file

_LOCK = 4_905_316


def prepare(settings: Settings) -> Engine:
    """Make the embedded database where it is missing, migrate, and return the engine.

    Only for commands that set something up: whoever answers must never make an empty database.
    Raises StorageError.
    """
    file = database_file(settings)
    if file is not None:
        make_file(file)
    engine = open_engine(settings)
    migrate(engine)
    return engine


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing, all or none; raises StorageError."""
    with writing(engine) as connection:
        _one_at_a_time(connection)
        config = Config()
        scripts = str(Path(__file__).with_name("migrations"))
        config.set_main_option("script_location", scripts.replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _one_at_a_time(connection: Connection) -> None:
    """SQLite's writers wait for each other already; PostgreSQL's are made to."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
