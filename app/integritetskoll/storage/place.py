"""Where the database lies: a file in the data folder, or an address that the installation names."""

from __future__ import annotations

from pathlib import Path

from integritetskoll.settings import Settings

FILE = "integritetskoll.db"


def database_file(settings: Settings) -> Path | None:
    """Return the file of the embedded database; None when `database_url` names another."""
    return None if settings.database_url else settings.data / FILE


def is_missing(settings: Settings) -> bool:
    """Tell whether the embedded database is not there. A server has to be asked."""
    file = database_file(settings)
    return file is not None and not file.is_file()
