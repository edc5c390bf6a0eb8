"""The chain: each event's MAC covers the event and the MAC before it; the head covers the end.

HMAC-SHA-256 (RFC 2104). Without the key no row can be changed, taken out, put in or cut off
unseen. Whoever can put back an older copy of the whole database is found by the head and count
that `verify` prints, when somebody kept them elsewhere.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

START = bytes(32)
SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what when, through which door; `reference` of a block, an entry or a key."""

    number: int
    at: str
    who: str
    door: str
    event: str
    reference: str


@dataclass(frozen=True, slots=True)
class Head:
    """The first event that is kept, the MAC before it, how many there ever were, the last MAC."""

    first: int = 1
    before: bytes = START
    count: int = 0
    last: bytes = START


def event_mac(key: bytes, before: bytes, event: Event) -> bytes:
    """Return the MAC of an event after another."""
    fields = (str(event.number), event.at, event.who, event.door, event.event, event.reference)
    return hmac.digest(key, b"event" + before + SEPARATOR.join(fields).encode(), "sha256")


def head_mac(key: bytes, head: Head) -> bytes:
    """Return the MAC of a head."""
    numbers = f"{head.first}{SEPARATOR}{head.count}".encode()
    return hmac.digest(key, b"head" + head.before + head.last + numbers, "sha256")
