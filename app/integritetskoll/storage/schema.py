"""The tables. What each column may never hold is as binding as what it holds.

No column has a name, a personnummer, a school of a person or a class, nor a digest of one of
these alone (docs/register.md).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

METADATA = MetaData()

REGISTER = Table(
    "register",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key_check", LargeBinary(32), nullable=False),
    Column("version", BigInteger, nullable=False),
)
"""One row once the register is set up: which key it belongs to, and how often it has changed."""

ENTRIES = Table(
    "entries",
    METADATA,
    Column("reference", String(16), primary_key=True),
    Column("identity", LargeBinary(16), nullable=False, unique=True),
    Column("digests", LargeBinary, nullable=False),
    Column("end_date", Date),
)
"""`digests`: 64-bit keyed digests of joined forms, little-endian, sorted, filled up with noise."""

KEYS = Table(
    "access_keys",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("hash", LargeBinary(32), nullable=False),
    Column("role", String(16), nullable=False),
    Column("school", String(200)),
    Column("end_date", Date),
    Column("revoked", Date),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("key_id", String(16), nullable=False),
    Column("until", BigInteger, nullable=False),
)

SPENT = Table(
    "spent_blocks",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("who", String(80), primary_key=True),
    Column("units", Integer, nullable=False),
)

AUDIT = Table(
    "audit_events",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("who", String(80), nullable=False),
    Column("door", String(32), nullable=False),
    Column("event", String(32), nullable=False),
    Column("reference", String(32), nullable=False),
    Column("mac", LargeBinary(32), nullable=False),
)

AUDIT_HEAD = Table(
    "audit_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("first", BigInteger, nullable=False),
    Column("before", LargeBinary(32), nullable=False),
    Column("count", BigInteger, nullable=False),
    Column("last", LargeBinary(32), nullable=False),
    Column("mac", LargeBinary(32), nullable=False),
)
"""One row: where the chain begins after retention, how many events there were, the last MAC."""
