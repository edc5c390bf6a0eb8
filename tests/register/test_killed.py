"""Processes that are killed, or write at once: no half entry, none lost that was said to be in."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections import Counter
from pathlib import Path

import pytest

from integritetskoll.register.service import State
from integritetskoll.storage.engine import open_engine, reading
from tests.register.conftest import Place

KILLS = int(os.environ.get("INTEGRITETSKOLL_TEST_KILLS", "6"))
IMPORTS = int(os.environ.get("INTEGRITETSKOLL_TEST_KILLS", "2"))
SIZE, TABLE_SIZE = 3, 500
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
    # Read with `-o junit_family=xunit1 --junitxml FILE`.
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
