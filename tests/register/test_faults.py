"""No room, no database, many at once: nothing is taken by half, and no answer is given blindly."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from integritetskoll.access.budget import BlockBudget, spent
from integritetskoll.access.caller import Caller, acting_as
from integritetskoll.domain.draft import Draft
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import StorageError, UnavailableError
from integritetskoll.register import store
from integritetskoll.register.key import read_key
from integritetskoll.register.person import read_person
from integritetskoll.storage.engine import open_engine
from tests.register.conftest import TUVA, Place, place_of, set_up
from tests.register.way import Way

DAY = date(2026, 5, 4)
HARMLESS = Draft("Vi har byggt broar.")
MEANT = Draft("Tuva Kvistlind byggde en bro.")


def test_many_are_stopped_at_once(place: Place) -> None:
    """Each block is counted and noted, also the first ones of a day."""
    threads, each, caller = 6, 4, Caller("0a0b0c0d")
    budget = BlockBudget(place.stops.budget.engine, 100)
    ready, failed = threading.Barrier(threads), []

    def block(number: int) -> None:
        ready.wait()
        try:
            for turn in range(each):
                assert budget.spend(caller, f"{number} {turn}", DAY)
                place.stops.trail.append("blocked", who=caller.who, door="api")
        except Exception as error:  # noqa: BLE001 - told to the test
            failed.append(error)

    running = [threading.Thread(target=block, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join(60)
    assert failed == []
    assert spent(budget.engine, caller.who, DAY) == threads * each
    assert place.stops.trail.verify().count == threads * each
    assert place.stops.trail.verify().whole


def without_room(connection) -> None:
    """SQLite's own limit on the file's size stands for a disk without room."""
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")


def test_a_full_disk_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = set_up(place_of(tmp_path), TUVA)
    people = [read_person(given_name="Tuva", surname=f"Kvist{a}{b}") for a in NAMES for b in NAMES]
    original = store._put

    def limited(connection, rows):
        without_room(connection)
        original(connection, rows)

    with monkeypatch.context() as patch:
        patch.setattr(store, "_put", limited)
        with pytest.raises(StorageError):
            store.add(open_engine(place.settings), read_key(place.settings), people)
    assert place.office.status().entries == 1
    place.office.add(people[:3])
    assert place.office.status().entries == 4


NAMES = [a + b for a in "abcde" for b in "abcd"]


def test_a_block_that_cannot_be_noted_is_no_answer(tmp_path: Path, checker, monkeypatch) -> None:
    """Where neither budget nor trail can be written, nobody gets to know anything."""
    place = set_up(place_of(tmp_path), TUVA)
    own = place.checker(checker)
    monkeypatch.setattr(
        "integritetskoll.audit.trail.take_turn", lambda c, _: c.exec_driver_sql("broken")
    )
    with acting_as(Caller()):
        with pytest.raises(UnavailableError) as caught:
            own.check(MEANT)
        assert caught.value.code == "register_unavailable"
        assert own.check(HARMLESS).verdict == Verdict.CLEAR


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_the_server_is_gone_and_comes_back(
    tmp_path: Path, database: dict[str, str], checker
) -> None:
    pytest.importorskip("psycopg")
    url = make_url(database["database_url"])
    way = Way(url.host or "127.0.0.1", url.port or 5432)
    through = url.set(host="127.0.0.1", port=way.port).render_as_string(hide_password=False)
    place = set_up(place_of(tmp_path, database_url=through), TUVA)
    own = place.checker(checker)
    try:
        assert own.check(MEANT).verdict == Verdict.BLOCKED
        way.cut()
        for draft in (HARMLESS, MEANT):
            with pytest.raises(UnavailableError) as caught:
                own.check(draft)
            assert caught.value.code == "register_unavailable"
        way.mend()
        assert own.check(MEANT).verdict == Verdict.BLOCKED
        assert own.check(HARMLESS).verdict == Verdict.CLEAR
    finally:
        open_engine(place.settings).dispose()
        way.close()
