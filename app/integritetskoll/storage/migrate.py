"""Bring the database to the tables of this version, with the migrations that ship."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from integritetskoll.settings import Settings
from integritetskoll.storage.engine import make_file, open_engine, take_turn, writing
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
        take_turn(connection, _LOCK)
        config = Config()
        scripts = str(Path(__file__).with_name("migrations"))
        config.set_main_option("script_location", scripts.replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
