"""Who a caller is: by key, by session, by the word of a trusted proxy, or just this machine."""

from __future__ import annotations

import ipaddress
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from limits.errors import ConfigurationError
from sqlalchemy import Engine

from integritetskoll.access import keys, sessions
from integritetskoll.access.caller import Caller, Role
from integritetskoll.access.limits import RateLimiter
from integritetskoll.errors import AccessError, SettingsError
from integritetskoll.settings import RATE_FOR_KEYS, Settings, is_loopback
from integritetskoll.storage.engine import open_engine
from integritetskoll.storage.place import is_missing

LONGEST_USER = 64


@dataclass(frozen=True, slots=True)
class Desk:
    """Knows the callers of an installation; every question goes to the database."""

    settings: Settings
    engine: Engine = field(repr=False)
    for_keys: RateLimiter = field(repr=False)
    for_local: RateLimiter = field(repr=False)

    @property
    def needs_key(self) -> bool:
        """Whether nobody may ask without a key, a session or a proxy's word."""
        return not is_loopback(self.settings.host) or bool(self.settings.trusted_proxy)

    def by_key(self, given: str, door: str) -> Caller:
        """Return who holds a key; raises AccessError `key_not_valid`."""
        found = None
        if not is_missing(self.settings):
            found = keys.find_key(self.engine, given, today())
        return _caller(found, door)

    def by_session(self, token: str, door: str) -> Caller | None:
        """Return whose session it is; None when there is none, or its key is no longer valid."""
        if is_missing(self.settings):
            return None
        name = sessions.session_key(self.engine, token, time.time())
        found = keys.key_by_id(self.engine, name, today()) if name else None
        return _caller(found, door) if found else None

    def by_proxy(self, address: str, user: str, door: str) -> Caller | None:
        """Return the user that a trusted proxy names."""
        if not user or not self.trusts(address):
            return None
        return Caller(f"user:{user[:LONGEST_USER]}", door)

    def local(self, door: str) -> Caller:
        """Return the caller on this machine; raises AccessError `key_missing`."""
        if self.needs_key:
            raise AccessError("sign_in_first")
        return Caller("local", door, Role.REVIEWER)

    def trusts(self, address: str) -> bool:
        """Tell whether an address is that of a trusted proxy."""
        try:
            there = ipaddress.ip_address(address)
        except ValueError:
            return False
        networks = (ipaddress.ip_network(n, strict=False) for n in self.settings.trusted_proxy)
        return any(there in network for network in networks)

    def sign_in(self, given: str) -> str:
        """Begin a session with a key and return its token; raises AccessError."""
        caller = self.by_key(given, "form")
        return sessions.open_session(self.engine, caller.who, time.time())

    def sign_out(self, token: str) -> None:
        """End a session."""
        if not is_missing(self.settings):
            sessions.close_session(self.engine, token)

    def hit(self, caller: Caller, address: str) -> None:
        """Count a call; raises LimitError."""
        limiter = self.for_local if caller.who == "local" else self.for_keys
        limiter.hit(caller.who, address)

    def has_keys(self) -> bool:
        """Tell whether there is any key that may be used."""
        return not is_missing(self.settings) and keys.any_valid(self.engine, today())


def open_desk(settings: Settings) -> Desk:
    """Return the desk of an installation; raises SettingsError."""
    rate, storage = settings.rate_limit, settings.rate_limit_storage
    shared = not storage.startswith("memory")
    counts = rate not in {None, "off"} or (rate is None and not is_loopback(settings.host))
    if settings.workers > 1 and counts and not shared:
        raise SettingsError("memory_with_workers")
    off = rate == "off"
    try:
        for_keys = RateLimiter(None if off else rate or RATE_FOR_KEYS, storage)
        for_local = RateLimiter(None if off else rate, storage)
    except ConfigurationError:
        raise SettingsError("limit_storage") from None
    return Desk(settings, open_engine(settings), for_keys, for_local)


def today() -> date:
    """Return the day that keys, budgets and review dates go by (UTC)."""
    return datetime.now(UTC).date()


def _caller(found: keys.KeyInfo | None, door: str) -> Caller:
    if found is None:
        raise AccessError("key_not_valid")
    return Caller(found.id, door, found.role, found.school)
