"""The register's key: 32 random bytes in a file of its own, or in the environment.

Key and database together are the list of those who may not be published. So the key never lies in
the data folder, where a backup would take both.
"""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from integritetskoll.errors import RegisterError
from integritetskoll.register.digest import KEY_BYTES
from integritetskoll.settings import Settings, default_key_file
from integritetskoll.storage.place import database_file

OPEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO
DIGITS = 2 * KEY_BYTES


def key_file(settings: Settings) -> Path:
    """Return where the key lies, when it is not in the environment."""
    return settings.register_key_file or default_key_file()


def key_is_expected(settings: Settings) -> bool:
    """Tell whether there is a key, or the installation says that there must be one."""
    named = settings.register_key is not None or settings.register_key_file is not None
    return named or key_file(settings).exists()


def read_key(settings: Settings) -> bytes:
    """Return the key; raises RegisterError.

    `key_missing`, `key_unreadable`, `key_open_to_others` (not 0600), `key_in_data_folder`.
    """
    if settings.register_key is not None:
        return bytes.fromhex(settings.register_key.get_secret_value())
    file = key_file(settings)
    must_lie_apart(file, settings)
    try:
        opened = os.open(file, os.O_RDONLY)
        try:
            mode = os.fstat(opened).st_mode
            written = os.read(opened, DIGITS + 3).decode("ascii").strip()
        finally:
            os.close(opened)
    except FileNotFoundError:
        raise RegisterError("key_missing", file=str(file)) from None
    except (OSError, UnicodeDecodeError):
        raise RegisterError("key_unreadable", file=str(file)) from None
    if os.name == "posix" and mode & OPEN_TO_OTHERS:
        raise RegisterError("key_open_to_others", file=str(file))
    if len(written) != DIGITS or set(written.lower()) - set("0123456789abcdef"):
        raise RegisterError("key_unreadable", file=str(file))
    return bytes.fromhex(written)


def must_lie_apart(file: Path, settings: Settings) -> None:
    """Raise RegisterError `key_in_data_folder` for a key that lies where the database does.

    That is inside the data folder, or in the same folder as a database file named by its URL.
    """
    place, database = Path(os.path.realpath(file)), database_file(settings)
    beside = database is not None and place.parent == Path(os.path.realpath(database)).parent
    if beside or place.is_relative_to(os.path.realpath(settings.data)):
        raise RegisterError("key_in_data_folder", file=str(file))


def make_key(settings: Settings) -> bytes:
    """Make a new key, write it to its file (0600) and return it; raises RegisterError.

    `key_exists`: an old key is never overwritten. `key_unwritable`.
    """
    file = key_file(settings)
    must_lie_apart(file, settings)
    key = secrets.token_bytes(KEY_BYTES)
    write_key(file, key)
    return key


def write_key(file: Path, key: bytes) -> None:
    """Write a key to a new file that only its owner may read; raises RegisterError."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="ascii") as out:
            out.write(key.hex() + "\n")
            out.flush()
            os.fsync(out.fileno())
    except FileExistsError:
        raise RegisterError("key_exists", file=str(file)) from None
    except OSError:
        raise RegisterError("key_unwritable", file=str(file)) from None
