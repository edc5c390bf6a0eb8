"""Sessions of the form: a random token in a cookie, its hash in the database."""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import Engine, delete, insert, select

from integritetskoll.storage.engine import reading, writing
from integritetskoll.storage.schema import SESSIONS

SECONDS = 10 * 60 * 60
"""A working day."""


def open_session(engine: Engine, key_id: str, now: float) -> str:
    """Begin a session of a key and return its token; old sessions are forgotten."""
    token = secrets.token_urlsafe(32)
    with writing(engine) as connection:
        connection.execute(delete(SESSIONS).where(SESSIONS.c.until <= int(now)))
        row = {"hash": _hash(token), "key_id": key_id, "until": int(now) + SECONDS}
        connection.execute(insert(SESSIONS).values(**row))
    return token


def session_key(engine: Engine, token: str, now: float) -> str | None:
    """Return the id of the key whose session this is; None when there is none now."""
    query = select(SESSIONS.c.key_id, SESSIONS.c.until).where(SESSIONS.c.hash == _hash(token))
    with reading(engine) as connection:
        row = connection.execute(query).first()
    return str(row.key_id) if row and row.until > now else None


def close_session(engine: Engine, token: str) -> None:
    """End a session."""
    with writing(engine) as connection:
        connection.execute(delete(SESSIONS).where(SESSIONS.c.hash == _hash(token)))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
