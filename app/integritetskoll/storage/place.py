"""Where the database lies: a file in the data folder, or an address that the installation names."""

from __future__ import annotations

from pathlib import Path

from integritetskoll.settings import Settings

FILE = "integritetskoll.db"
SQLITE = "sqlite:///"


def database_file(settings: Settings) -> Path | None:
    """Return the file of an SQLite database; None when `database_url` names a server."""
    url = settings.database_url
    if url is None:
        return settings.data / FILE
    return Path(url.removeprefix(SQLITE)) if url.startswith(SQLITE) else None


def is_missing(settings: Settings) -> bool:
    """Tell whether a database in a file is not there. A server has to be asked."""
    file = database_file(settings)
    return file is not None and not file.is_file()
