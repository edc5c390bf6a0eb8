"""A register of its own for each test, on SQLite and, where one is named, on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from integritetskoll.assemble import build_stops
from integritetskoll.checker import Checker
from integritetskoll.register.admin import RegisterOffice
from integritetskoll.register.person import read_person
from integritetskoll.settings import Settings
from integritetskoll.stops import Stops
from integritetskoll.storage.engine import open_engine
from integritetskoll.storage.migrate import prepare

POSTGRES = os.environ.get("INTEGRITETSKOLL_TEST_POSTGRES_URL", "")
SCHEMA = f"integritetskoll_test_{os.getpid()}"
TUVA = {
    "given_name": "Tuva", "surname": "Kvistlind", "school": "Granbackaskolan",
    "school_class": "7B",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A register and everything around it."""

    settings: Settings
    office: RegisterOffice
    stops: Stops

    def checker(self, shared: Checker) -> Checker:
        return Checker(shared.analyzer, shared.policy, stops=self.stops)


def place_of(folder: Path, **more: object) -> Place:
    settings = Settings(data=folder / "data", register_key_file=folder / "key", **more)
    return Place(settings, RegisterOffice(settings), build_stops(settings))


def set_up(place: Place, *people: dict[str, str]) -> Place:
    place.office.set_up(prepare(place.settings))
    if people:
        place.office.add([read_person(**one) for one in people])
    return place


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The settings of an empty database."""
    if request.param == "sqlite":
        yield {}
        return
    if not POSTGRES:
        pytest.skip("INTEGRITETSKOLL_TEST_POSTGRES_URL names no server")
    engine = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    url = f"{POSTGRES}?options=-csearch_path%3D{SCHEMA}"
    yield {"database_url": url}
    open_engine(Settings(database_url=url)).dispose()
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {SCHEMA} CASCADE"))
    engine.dispose()


@pytest.fixture
def place(tmp_path: Path, database: dict[str, str]) -> Place:
    """A register that is set up and empty."""
    return set_up(place_of(tmp_path, **database))


@pytest.fixture
def filled(place: Place) -> Place:
    """A register with Tuva in it."""
    place.office.add([read_person(**TUVA)])
    return place
