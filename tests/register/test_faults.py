"""Killed, two at once, no room, no database: no half entry, none lost, never a blind answer."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections import Counter
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
from integritetskoll.register.service import State
from integritetskoll.storage.engine import open_engine, reading
from tests.register.conftest import TUVA, Place, place_of, set_up
from tests.register.way import Way

KILLS = int(os.environ.get("INTEGRITETSKOLL_TEST_KILLS", "6"))
IMPORTS = int(os.environ.get("INTEGRITETSKOLL_TEST_KILLS", "2"))
SIZE, TABLE_SIZE = 3, 500
DAY = date(2026, 5, 4)
HARMLESS = Draft("Vi har byggt broar.")
MEANT = Draft("Tuva Kvistlind byggde en bro.")
WRITER = textwrap.dedent(
    """
    import sys
    from integritetskoll.register.admin import RegisterOffice
    from integritetskoll.register.person import read_person
    from integritetskoll.settings import Settings
    first, times, size = map(int, sys.argv[1:])
    office, letters = RegisterOffice(Settings()), str.maketrans("0123456789", "abcdefghij")
    def person(number):
        return read_person(given_name="Tuva", surname=f"Kvist{number:06}".translate(letters))
    for batch in range(times):
        numbers = range(first + batch * size, first + (batch + 1) * size)
        office.add([person(number) for number in numbers])
        print(batch, flush=True)
    """
)
LETTERS = str.maketrans("0123456789", "abcdefghij")


def started(place: Place, *arguments: str) -> subprocess.Popen[bytes]:
    """A process of its own with the installation's settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("INTEGRITETSKOLL_")}
    own = {
        "INTEGRITETSKOLL_DATA": str(place.settings.data),
        "INTEGRITETSKOLL_REGISTER_KEY_FILE": str(place.settings.register_key_file),
        "INTEGRITETSKOLL_DATABASE_URL": place.settings.database_url or "",
    }
    return subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, env={**kept, **own}
    )


def writer(place: Place, first: int, times: int, size: int) -> subprocess.Popen[bytes]:
    return started(place, "-c", WRITER, *map(str, (first, times, size)))


def ended(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout is not None
    said = process.stdout.read()
    process.stdout.close()
    process.wait(60)
    return said


def must_be_whole(place: Place) -> None:
    assert place.stops.register.state() is State.READY
    if place.settings.database_url is None:
        with reading(open_engine(place.settings)) as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.slow
def test_killed_while_adding(place: Place) -> None:
    """What was said to be in is in, what was being written is in as a whole or not at all."""
    draw = random.Random(7)  # noqa: S311
    for number in range(KILLS):
        before = place.office.status().entries
        process = writer(place, number * 1000, 200, SIZE)
        said = process.stdout.readline()
        time.sleep(draw.random() / 4)
        process.send_signal(signal.SIGKILL)
        said += ended(process)
        batches, rest = divmod(place.office.status().entries - before, SIZE)
        assert rest == 0
        assert batches - len(said.split()) in {0, 1}
        must_be_whole(place)


IMPORTER = textwrap.dedent(
    """
    import sys
    from integritetskoll.cli.main import run
    from integritetskoll.register import store
    put, add = store._put, store.add
    def writing(*given):
        print("writing", flush=True)
        put(*given)
    def written(*given):
        references = add(*given)
        print("written", flush=True)
        return references
    store._put, store.add = writing, written
    run(["register", "import", sys.argv[1]])
    """
)
"""The command itself, which says when it begins to write and when all is written."""


def table(number: int) -> str:
    names = (f"{number:02}{row:04}".translate(LETTERS) for row in range(TABLE_SIZE))
    return "given_name,surname\n" + "".join(f"Tuva,Kvist{name}\n" for name in names)


@pytest.mark.slow
def test_killed_while_importing(place: Place, tmp_path: Path, record_property) -> None:
    """A table is in as a whole or not at all, wherever in its writing the command is killed."""
    draw, file, window = random.Random(8), tmp_path / "elever.csv", 0.0  # noqa: S311
    outcomes = []
    for number in range(1 + IMPORTS):
        file.write_text(table(number), "utf-8")
        before = place.office.status().entries
        process = started(place, "-c", IMPORTER, str(file))
        assert process.stdout.readline() == b"writing\n"
        begun, said = time.monotonic(), b""
        if number:
            time.sleep(1.2 * window * draw.random())
            process.send_signal(signal.SIGKILL)
        else:  # the first one tells how long the writing takes
            said, window = process.stdout.readline(), time.monotonic() - begun
        said += ended(process)
        added = place.office.status().entries - before
        assert added in ({TABLE_SIZE} if b"written" in said else {0, TABLE_SIZE})
        outcomes.append("in" if added else "not in")
        must_be_whole(place)
    assert outcomes[0] == "in"
    record_property("outcomes", f"{Counter(outcomes[1:])} within {window * 1000:.0f} ms")


@pytest.mark.slow
def test_two_processes_write(place: Place) -> None:
    processes = [writer(place, first, 10, 2) for first in (0, 5000)]
    for process in processes:
        ended(process)
    assert [process.returncode for process in processes] == [0, 0]
    assert place.office.status().entries == 40
    snapshot = place.stops.begin()
    assert snapshot.mark.version == 1 + 2 * 10


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
