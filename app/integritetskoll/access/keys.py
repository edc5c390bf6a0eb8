"""Access keys: made at random, shown once, kept as a hash, with a role and perhaps an end."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date

import regex
from sqlalchemy import Engine, insert, or_, select, update

from integritetskoll.access.caller import Role
from integritetskoll.storage.engine import reading, writing
from integritetskoll.storage.schema import KEYS

ID_BYTES, SECRET_BYTES = 4, 32
_KEY = regex.compile(r"ik_(?P<id>[0-9a-f]{8})_(?P<secret>[A-Za-z0-9_-]{43})")
_NOTHING = bytes(32)


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """What is kept of a key beside its hash."""

    id: str
    role: Role
    school: str | None
    end_date: date | None
    revoked: date | None

    def valid(self, today: date) -> bool:
        """Whether the key may be used; the end date is its last day."""
        return self.revoked is None and (self.end_date is None or today <= self.end_date)


def create_key(
    engine: Engine, *, role: Role, school: str | None = None, end_date: date | None = None
) -> tuple[str, str]:
    """Make a key and return its id and itself, which nobody can tell again."""
    name, secret = secrets.token_hex(ID_BYTES), secrets.token_urlsafe(SECRET_BYTES)
    row = {"id": name, "hash": _hash(secret), "role": role, "school": school, "end_date": end_date}
    with writing(engine) as connection:
        connection.execute(insert(KEYS).values(**row))
    return name, f"ik_{name}_{secret}"


def find_key(engine: Engine, given: str, today: date) -> KeyInfo | None:
    """Return the key that was given, None unless it is right and valid now.

    Takes the same time for a key that there is and one that there is not.
    """
    match = _KEY.fullmatch(given)
    name, secret = (match["id"], match["secret"]) if match else ("", "")
    with reading(engine) as connection:
        row = connection.execute(select(KEYS).where(KEYS.c.id == name)).first()
    same = hmac.compare_digest(_hash(secret), bytes(row.hash) if row else _NOTHING)
    if not row or not same:
        return None
    info = _info(row)
    return info if info.valid(today) else None


def key_by_id(engine: Engine, name: str, today: date) -> KeyInfo | None:
    """Return the key of an id when it is valid now."""
    with reading(engine) as connection:
        row = connection.execute(select(KEYS).where(KEYS.c.id == name)).first()
    info = _info(row) if row else None
    return info if info and info.valid(today) else None


def revoke_key(engine: Engine, name: str, today: date) -> bool:
    """Revoke the key of an id at once; False when there is none."""
    with writing(engine) as connection:
        done = connection.execute(update(KEYS).where(KEYS.c.id == name).values(revoked=today))
    return bool(done.rowcount)


def all_keys(engine: Engine) -> list[KeyInfo]:
    """Return what is kept of every key."""
    with reading(engine) as connection:
        return [_info(row) for row in connection.execute(select(KEYS).order_by(KEYS.c.id))]


def any_valid(engine: Engine, today: date) -> bool:
    """Tell whether there is a key that may be used now."""
    query = select(KEYS.c.id).where(
        KEYS.c.revoked.is_(None), or_(KEYS.c.end_date.is_(None), KEYS.c.end_date >= today)
    )
    with reading(engine) as connection:
        return connection.execute(query.limit(1)).first() is not None


def _hash(secret: str) -> bytes:
    # 256 random bits: nothing to guess, so a fast hash is enough.
    return hashlib.sha256(secret.encode()).digest()


def _info(row: object) -> KeyInfo:
    id_, role, school, end, revoked = (
        getattr(row, name) for name in ("id", "role", "school", "end_date", "revoked")
    )
    return KeyInfo(id_, Role(role), school, end, revoked)
