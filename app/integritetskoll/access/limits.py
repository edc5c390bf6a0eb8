"""How often a caller may ask: the library `limits`, in memory or in Redis."""

from __future__ import annotations

from limits import RateLimitItem, parse
from limits.errors import StorageError as LimitStorageError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from integritetskoll.errors import LimitError, UnavailableError

NAMESPACE = "integritetskoll"
BY_ADDRESS = 4
"""So many keys' worth of calls may come from one address: a school has one for all."""


class RateLimiter:
    """Counts calls by key and by address. `rate` such as `600/minute`, None for no limit."""

    def __init__(self, rate: str | None, storage: str) -> None:
        self._item: RateLimitItem | None = parse(rate) if rate else None
        self._limiter = None
        if self._item:
            kept = storage_from_string(storage, wrap_exceptions=True)
            self._limiter = FixedWindowRateLimiter(kept)

    def hit(self, who: str, address: str) -> None:
        """Count a call; raises LimitError `too_many_requests`, UnavailableError without storage."""
        if self._item is None or self._limiter is None:
            return
        try:
            allowed = self._limiter.hit(self._item, NAMESPACE, "who", who)
            if address:
                many = self._item.__class__(self._item.amount * BY_ADDRESS, self._item.multiples)
                allowed = self._limiter.hit(many, NAMESPACE, "from", address) and allowed
        except LimitStorageError:
            raise UnavailableError("unavailable") from None
        if not allowed:
            raise LimitError("too_many_requests", seconds=self._item.get_expiry())
