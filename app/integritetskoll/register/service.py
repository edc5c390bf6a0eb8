"""The register as a check sees it: never set up, ready, or not to be reached.

Every check asks the database for its mark first: what was added a moment ago counts, and a
database that has gone, was exchanged or belongs to another key is noticed at once.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from sqlalchemy import Engine

from integritetskoll.errors import IntegritetskollError, StorageError, UnavailableError
from integritetskoll.register import store
from integritetskoll.register.digest import Digester, Digests, key_check
from integritetskoll.register.key import key_is_expected, read_key
from integritetskoll.register.match import Piece, is_meant
from integritetskoll.register.words import Words
from integritetskoll.settings import Settings
from integritetskoll.storage.engine import open_engine
from integritetskoll.storage.place import is_missing

TRIES = 3


class State(StrEnum):
    """What a check can count on."""

    NEVER_SET_UP = "never set up"
    READY = "ready"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The register as of one moment. Without a digester it was never set up."""

    index: Digests = field(default_factory=lambda: np.zeros(0, np.uint64), repr=False)
    digester: Digester | None = None
    mark: store.Mark | None = field(default=None, repr=False)

    @property
    def ready(self) -> bool:
        """Whether there is a register to ask."""
        return self.digester is not None

    def means(
        self,
        pieces: Sequence[Piece],
        words: Words,
        *,
        schools: Iterable[str | None] = (),
        classes: Iterable[str | None] = (),
    ) -> bool:
        """Tell whether the pieces of a draft mean somebody of the register."""
        if self.digester is None:
            return False
        return is_meant(pieces, self.index, self.digester, words, schools=schools, classes=classes)


class Register:
    """The register of an installation by its settings; holds the digests in memory."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._snapshot = Snapshot()

    def current(self) -> Snapshot:
        """Return the register as it is now.

        Raises UnavailableError: `register_missing` where one is required and was never set up,
        `register_unavailable` where there is one and it can't be asked.
        """
        try:
            snapshot = self._now()
        except IntegritetskollError:
            raise UnavailableError("register_unavailable") from None
        if not snapshot.ready and self._settings.register_use == "required":
            raise UnavailableError("register_missing")
        return snapshot

    def state(self) -> State:
        """Tell which of the three it is now."""
        try:
            return State.READY if self._now().ready else State.NEVER_SET_UP
        except IntegritetskollError:
            return State.UNAVAILABLE

    def _now(self) -> Snapshot:
        expected = key_is_expected(self._settings)
        if not expected and is_missing(self._settings):
            return Snapshot()
        mark = None if is_missing(self._settings) else store.read_mark(self._opened())
        if not expected and mark is None:
            return Snapshot()
        key = read_key(self._settings)
        if mark is None or mark.key_check != key_check(key):
            raise StorageError("KeyCheck")
        snapshot = self._snapshot
        return snapshot if snapshot.mark == mark else self._loaded(mark, key)

    def _loaded(self, mark: store.Mark, key: bytes) -> Snapshot:
        with self._lock:
            if self._snapshot.mark == mark:
                return self._snapshot
            for _ in range(TRIES):
                seen, index = store.load(self._opened())
                if seen is None or seen.key_check != mark.key_check:
                    break
                self._snapshot = Snapshot(index, Digester(key), seen)
                if seen.version >= mark.version:
                    return self._snapshot
        raise StorageError("Loading")

    def _opened(self) -> Engine:
        if self._engine is None:
            self._engine = open_engine(self._settings)
        return self._engine
