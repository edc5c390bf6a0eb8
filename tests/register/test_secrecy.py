"""Database and logs searched for everybody of the register: plain, and hashed without the key."""

from __future__ import annotations

import base64
import hashlib
import logging
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from integritetskoll.access.caller import Role
from integritetskoll.plain.fold import fold_name
from integritetskoll.register.forms import forms_of, identity_of
from integritetskoll.register.person import read_person
from integritetskoll.storage.engine import open_engine, reading
from integritetskoll.storage.schema import METADATA
from tests.api.doors import DOORS
from tests.api.installation import client_of, key_of
from tests.register.conftest import Place

CLASS = "Ekorrgruppen"
PEOPLE = [
    {"given_name": "Tuva", "surname": "Kvistlind", "aliases": "Tuffis", "school": "Kvistskolan",
     "school_class": CLASS, "personnummer": "20100117-2384", "end_date": "2031-06-10"},
    {"given_name": "Åsa-Lisa", "surname": "Krustberg", "school_class": CLASS},
    {"given_name": "Farhiya", "surname": "Warsame Öman", "school": "Kvistskolan"},
]  # fmt: skip
NUMBERS = ["20100117-2384", "201001172384", "100117-2384", "1001172384", "20100117"]
DIGESTS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512")


def plain(people: list[dict[str, str]]) -> set[str]:
    """Every detail, and every form that is digested, in the ways somebody may write them."""
    details = {one[name] for one in people for name in one if name not in {"end_date"}}
    parts = {part for one in details for part in one.replace("-", " ").split()}
    joined = {f"{p['given_name']}{sign}{p['surname']}" for p in people for sign in (" ", "", ".")}
    persons = [read_person(**one) for one in people]
    digested = {form for one in persons for form in (*forms_of(one), identity_of(one))}
    bare = {form.split("\0", 1)[1] for form in digested if "\0" in form}
    known = details | parts | joined | set(NUMBERS)
    folded = {fold_name(one) for one in known}
    every = known | folded | digested | bare | {one.lower() for one in known}
    # Four digits stand by chance in any log.
    return {one for one in every if len(one) > (7 if one.isdigit() else 3)}


LENGTHS = (8, 10, 16)
"""Of what `hashed` yields, in bytes."""


def hashed(text: str) -> Iterator[bytes]:
    """The beginning of every unkeyed digest of a text: raw in both orders, hex, base64."""
    data = text.encode()
    made = [hashlib.new(name, data).digest() for name in DIGESTS]
    made += [hashlib.blake2b(data, digest_size=size).digest() for size in (8, 16, 20, 32, 64)]
    made += [hashlib.blake2s(data).digest()]
    for one in made:
        yield from (one[:8], one[:8][::-1], one.hex()[:16].encode(), base64.b64encode(one)[:10])


def traces(data: bytes, texts: set[str]) -> list[str]:
    """What of the texts stands in the data, plain or hashed."""
    lower = data.lower()
    found = [one for one in texts if one.lower().encode() in lower]
    found += [one for one in texts if one.encode("utf-16-le") in data]
    # One pass over the data for each length instead of one for each digest.
    windows = {
        size: {data[at : at + size] for at in range(len(data) - size + 1)} for size in LENGTHS
    }
    return found + [one for one in texts if any(d in windows[len(d)] for d in hashed(one))]


def stored(place: Place) -> bytes:
    """The files of the database, or all that its tables hold."""
    if place.settings.database_url is None:
        return b"".join(file.read_bytes() for file in place.settings.data.iterdir())
    with reading(open_engine(place.settings)) as connection:
        rows = [row for one in METADATA.tables.values() for row in connection.execute(select(one))]
    cells = [cell for row in rows for cell in row]
    return b"\n".join(c if isinstance(c, bytes) else str(c).encode() for c in cells)


def test_the_search_finds_what_is_there() -> None:
    texts = plain(PEOPLE)
    for planted in (
        "…Kvistlind…".encode(), b"1001172384", "Åsa-Lisa".encode("utf-16-le"), b"EKORRGRUPPEN",
        hashlib.sha256(b"kvistlind").digest(),
        hashlib.sha512(b"20100117-2384").hexdigest().encode(),
        hashlib.blake2b(b"n\0" + fold_name("TuvaKvistlind").encode(), digest_size=8).digest(),
    ):  # fmt: skip
        assert traces(b"\0\1" + planted + b"\2", texts)


@pytest.mark.slow
def test_neither_database_nor_log_tells_who(place: Place, checker, caplog) -> None:
    for name in (None, "sqlalchemy", "alembic", "integritetskoll"):
        caplog.set_level(logging.DEBUG, logger=name)
    entries, client = "/api/v1/register/entries", client_of(place, checker, block_budget=None)
    admin = key_of(place, Role.ADMIN)
    added = client.post(entries, json={"entries": PEOPLE}, headers=admin)
    assert added.status_code == 201
    for door in DOORS.values():
        for text in ("Tuva Kvistlind vann.", "Tuffis och Åsa-Lisa Krustberg vann. Farhiya också."):
            door(client, text)
    client.request("DELETE", entries, json=PEOPLE[1], headers=admin)
    client.post(entries, json={**PEOPLE[0], "end_date": "Kvistlind"}, headers=admin)
    client.post(entries, json={**PEOPLE[0], "Kvistlind": 1}, headers=admin)
    texts = plain(PEOPLE)
    # The client of the test logs what it asks for; that is not the service's log.
    ours = [r for r in caplog.records if not r.name.startswith("httpx")]
    assert {r.name for r in ours} >= {"integritetskoll.http", "sqlalchemy.engine.Engine"}
    logged = "\n".join(f"{r.getMessage()} {r.exc_text} {r.args}" for r in ours)
    assert traces(logged.encode(), texts) == []
    assert len(stored(place)) > 3 * 128 * 8
    assert traces(stored(place), texts) == []
