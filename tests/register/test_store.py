"""Entries: whole or not at all, replaced and removed; nothing in the file that tells who."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from integritetskoll.domain.draft import Draft
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import RegisterError, StorageError
from integritetskoll.plain.fold import fold_name
from integritetskoll.register import store
from integritetskoll.register.key import read_key
from integritetskoll.register.person import read_person
from integritetskoll.storage.engine import open_engine, reading
from integritetskoll.storage.migrate import migrate, prepare
from tests.register.conftest import TUVA, Place, place_of, set_up

OTHER = {**TUVA, "given_name": "Nora"}


def test_the_same_details_are_one_entry(place: Place) -> None:
    first = place.office.add([read_person(**TUVA), read_person(**TUVA)])
    again = place.office.add([read_person(**{**TUVA, "given_name": " TUVA "})])
    assert first[0] == first[1] != again[0]
    assert place.office.status().entries == 1


def test_removing_says_nothing(filled: Place) -> None:
    assert filled.office.remove(read_person(**OTHER)) is None
    assert filled.office.status().entries == 1
    assert filled.office.remove(read_person(**TUVA)) is None
    assert filled.office.status().entries == 0
    assert filled.office.remove_reference("nobody") is None


def test_dates_are_counted_and_stop_nothing(place: Place, checker) -> None:
    day = date.today()  # noqa: DTZ011 - days, not moments
    dates = (day - timedelta(2), day + timedelta(30))
    for name, end in zip(("Tuva", "Nora"), dates, strict=True):
        fields = {**TUVA, "given_name": name, "end_date": end.isoformat()}
        place.office.add([read_person(**fields)])
    status = place.office.status()
    assert (status.entries, status.due, status.without_date, status.few) == (2, 1, 0, True)
    assert [end for _, end in place.office.due()] == [dates[0]]
    report = place.checker(checker).check(Draft("Tuva Kvistlind vann."))
    assert report.verdict == Verdict.BLOCKED


def test_a_new_key_takes_everybody_anew(filled: Place, checker) -> None:
    old = read_key(filled.settings)
    assert filled.office.rekey([read_person(**OTHER)]) == 1
    assert read_key(filled.settings) != old
    own = filled.checker(checker)
    assert own.check(Draft("Nora Kvistlind vann.")).verdict == Verdict.BLOCKED
    assert own.check(Draft("Tuva Kvistlind vann.")).verdict != Verdict.BLOCKED


def test_setting_up_twice_changes_nothing(filled: Place) -> None:
    assert filled.office.set_up(prepare(filled.settings)) is False
    assert filled.office.status().entries == 1
    migrate(open_engine(filled.settings))


def test_a_lost_key_is_not_made_anew(filled: Place) -> None:
    filled.settings.register_key_file.unlink()
    with pytest.raises(RegisterError) as caught:
        filled.office.set_up(prepare(filled.settings))
    assert caught.value.code == "register_key_lost"


def test_nothing_is_added_where_nothing_is_set_up(tmp_path: Path) -> None:
    with pytest.raises(RegisterError) as caught:
        place_of(tmp_path).office.add([read_person(**TUVA)])
    assert caught.value.code == "register_not_set_up"
    assert list(tmp_path.iterdir()) == []


def hashed(plain: str) -> set[bytes]:
    data = plain.encode()
    made = [hashlib.new(name, data).digest() for name in ("md5", "sha1", "sha256", "sha512")]
    made += [hashlib.blake2b(data, digest_size=size).digest() for size in (8, 16, 32, 64)]
    return {one[:8] for one in made} | {one[:8][::-1] for one in made} | {data}


def test_the_file_tells_nothing(tmp_path: Path) -> None:
    person = {**TUVA, "personnummer": "20100117-2384", "aliases": "Tuffis"}
    place = set_up(place_of(tmp_path), person)
    place.office.add([read_person(**OTHER)])
    place.office.remove(read_person(**OTHER))
    raw = b"".join(path.read_bytes() for path in place.settings.data.iterdir())
    plain = [*person.values(), "Nora", "1001172384", "201001172384", "7b", "granbacka"]
    plain += [fold_name(one) for one in plain] + ["tuvakvistlind", "tuvakvistlind\0"]
    lowered = raw.lower()
    for one in filter(lambda one: len(one) > 2, plain):
        assert one.lower().encode() not in lowered, one
        assert not [digest for digest in hashed(one) if digest in raw], one


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_only_the_owner_may_read(filled: Place) -> None:
    files = [filled.settings.register_key_file]
    if not filled.settings.database_url:
        files += filled.settings.data.iterdir()
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)


WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from integritetskoll.register.admin import RegisterOffice
    from integritetskoll.register.person import read_person
    from integritetskoll.settings import Settings
    data, key, first, times, size = Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:])
    office = RegisterOffice(Settings(data=data, register_key_file=key))
    letters = "abcdefghij"
    def person(number):
        tail = "".join(letters[int(digit)] for digit in str(number))
        return read_person(given_name="Tuva", surname="Kvist" + tail)
    for batch in range(times):
        numbers = range(first + batch * size, first + (batch + 1) * size)
        office.add([person(number) for number in numbers])
        print(batch, flush=True)
    """
)


def writer(place: Place, first: int, times: int, size: int) -> subprocess.Popen[bytes]:
    given = (place.settings.data, place.settings.register_key_file, first, times, size)
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, *map(str, given)], stdout=subprocess.PIPE
    )


@pytest.mark.slow
def test_killed_while_writing(tmp_path: Path) -> None:
    """What was said to be in is in, what was being written is in as a whole or not at all."""
    place, draw = set_up(place_of(tmp_path)), random.Random(7)  # noqa: S311
    rounds, size = int(os.environ.get("INTEGRITETSKOLL_TEST_KILLS", "6")), 3
    for number in range(rounds):
        before = place.office.status().entries
        process = writer(place, number * 1000, 200, size)
        said = process.stdout.readline()
        time.sleep(draw.random() / 4)
        process.send_signal(signal.SIGKILL)
        said += process.stdout.read()
        process.stdout.close()
        process.wait(20)
        batches, rest = divmod(place.office.status().entries - before, size)
        assert rest == 0
        assert batches - len(said.split()) in {0, 1}
        with reading(open_engine(place.settings)) as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.slow
def test_two_processes_write(tmp_path: Path) -> None:
    place = set_up(place_of(tmp_path))
    processes = [writer(place, first, 10, 2) for first in (0, 5000)]
    for process in processes:
        process.communicate(timeout=120)
    assert [process.returncode for process in processes] == [0, 0]
    assert place.office.status().entries == 40
    _, index = store.load(open_engine(place.settings))
    assert len(index)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_takes_nothing(tmp_path: Path) -> None:
    """SQLite's own limit on the file's size stands for a disk without room."""
    place = set_up(place_of(tmp_path), TUVA)
    engine = open_engine(place.settings)
    people = [
        read_person(given_name="Tuva", surname=f"Kvist{a}{b}{c}")
        for a in "abcdefg" for b in "abcdefg" for c in "abcdefg"
    ]  # fmt: skip
    original = store._put

    def limited(connection, rows):
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
        original(connection, rows)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_put", limited)
        with pytest.raises(StorageError):
            store.add(engine, read_key(place.settings), people)
    assert place.office.status().entries == 1
    place.office.add(people[:3])
    assert place.office.status().entries == 4
