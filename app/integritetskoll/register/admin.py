"""What an admin does with the register, over the command line or the API."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine

from integritetskoll.errors import RegisterError
from integritetskoll.register import key as keys
from integritetskoll.register import store
from integritetskoll.register.digest import KEY_BYTES, key_check
from integritetskoll.register.person import Person
from integritetskoll.settings import Settings
from integritetskoll.storage.engine import open_engine
from integritetskoll.storage.place import is_missing


@dataclass(frozen=True, slots=True)
class RegisterOffice:
    """Works on the register of an installation. Every call may raise RegisterError, StorageError.

    `register_not_set_up` where there is none yet.
    """

    settings: Settings

    def set_up(self, engine: Engine) -> bool:
        """Bind a prepared database to the key, which is made where there is none; True if made.

        `register_has_other_key`, `key_missing`: a register whose key is lost can't be used again.
        """
        made = not self._has_key()
        mark = store.read_mark(engine)
        if made and mark is not None:
            raise RegisterError("register_key_lost")
        key = keys.make_key(self.settings) if made else keys.read_key(self.settings)
        store.set_up(engine, key)
        return made

    def add(self, persons: Sequence[Person]) -> list[str]:
        """Put persons in, all or none; return the references of their entries."""
        return store.add(self._engine(), keys.read_key(self.settings), persons)

    def remove(self, person: Person) -> None:
        """Take out the entry of these details, if there is one."""
        store.remove(self._engine(), keys.read_key(self.settings), person)

    def remove_reference(self, reference: str) -> None:
        """Take out the entry of this reference, if there is one."""
        store.remove_reference(self._engine(), keys.read_key(self.settings), reference)

    def due(self) -> list[tuple[str, date]]:
        """Return reference and date of what is due."""
        return store.due(self._engine(), _today())

    def status(self) -> store.Status:
        """Count."""
        return store.status(self._engine(), _today())

    def rekey(self, persons: Sequence[Person], *, also: store.WithKeys) -> int:
        """Make a new key and put everybody in anew under it; return how many.

        The names can't be got from the digests: whoever changes the key must have them. The new
        key waits beside the old one until the database has taken it, with `also` what else
        depends on the key.
        """
        if self.settings.register_key is not None:
            raise RegisterError("key_in_environment")
        engine, file = self._engine(), keys.key_file(self.settings)
        waiting = file.with_name(file.name + ".new")
        self._finish(engine, file, waiting)
        old, new = keys.read_key(self.settings), secrets.token_bytes(KEY_BYTES)
        keys.write_key(waiting, new)
        count = store.replace_all(engine, old, new, persons, also)
        waiting.replace(file)
        return count

    def _finish(self, engine: Engine, file: Path, waiting: Path) -> None:
        """Put a waiting key in its place where the database has taken it; forget any other."""
        if not waiting.exists():
            return
        there = self.settings.model_copy(update={"register_key_file": waiting})
        mark = store.read_mark(engine)
        try:
            taken = mark is not None and mark.key_check == key_check(keys.read_key(there))
        except RegisterError:
            taken = False
        if taken:
            waiting.replace(file)
        else:
            waiting.unlink()

    def _has_key(self) -> bool:
        return self.settings.register_key is not None or keys.key_file(self.settings).exists()

    def _engine(self) -> Engine:
        if is_missing(self.settings):
            raise RegisterError("register_not_set_up")
        engine = open_engine(self.settings)
        if store.read_mark(engine) is None:
            raise RegisterError("register_not_set_up")
        return engine


def _today() -> date:
    return datetime.now(UTC).date()
