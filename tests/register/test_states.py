"""Never set up, ready, unavailable: and never `clear` without a register that was asked."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from integritetskoll.assemble import build_stops
from integritetskoll.domain.draft import Draft
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import RegisterError, UnavailableError
from integritetskoll.register.key import make_key, write_key
from integritetskoll.register.person import read_person
from integritetskoll.register.service import State
from integritetskoll.settings import Settings
from integritetskoll.storage.engine import open_engine, writing
from integritetskoll.storage.migrate import prepare
from tests.register.conftest import TUVA, Place, place_of, set_up

HARMLESS = Draft("Vi har byggt broar.")
MEANT = Draft("Tuva Kvistlind byggde en bro.")


def must_be_unavailable(place: Place, checker) -> None:
    assert place.stops.register.state() is State.UNAVAILABLE
    for draft in (HARMLESS, MEANT):
        with pytest.raises(UnavailableError) as caught:
            place.checker(checker).check(draft)
        assert caught.value.code == "register_unavailable"


@pytest.fixture
def never(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("integritetskoll.register.key.default_key_file", lambda: tmp_path / "none")
    return tmp_path


def test_never_set_up(never: Path, checker) -> None:
    stops = place_of(never).stops
    settings = Settings(data=never / "data")
    place = Place(settings, None, type(stops)(type(stops.register)(settings)))
    assert place.stops.register.state() is State.NEVER_SET_UP
    report = place.checker(checker).check(MEANT)
    assert report.verdict != Verdict.BLOCKED
    assert "inte upprättad" in report.footer[-1]
    assert list(never.iterdir()) == []


def test_required_and_never_set_up(never: Path) -> None:
    settings = Settings(data=never / "data", register_use="required")
    register = type(place_of(never).stops.register)(settings)
    with pytest.raises(UnavailableError) as caught:
        register.current()
    assert caught.value.code == "register_missing"


def test_the_wrong_data_folder(tmp_path: Path, checker) -> None:
    place = set_up(place_of(tmp_path), TUVA)
    wrong = place.settings.model_copy(update={"data": tmp_path / "elsewhere"})
    must_be_unavailable(Place(wrong, place.office, build_stops(wrong)), checker)
    assert not wrong.data.exists()


def test_keys_alone_are_no_register(never: Path) -> None:
    settings = Settings(data=never / "data")
    prepare(settings)
    register = type(place_of(never).stops.register)(settings)
    assert register.state() is State.NEVER_SET_UP


def test_ready(filled: Place, checker) -> None:
    assert filled.stops.register.state() is State.READY
    own = filled.checker(checker)
    assert own.check(MEANT).verdict == Verdict.BLOCKED
    harmless = own.check(HARMLESS)
    assert harmless.verdict == Verdict.CLEAR
    assert not any("inte upprättad" in line for line in harmless.footer)


def test_what_is_added_and_removed_counts_at_once(place: Place, checker) -> None:
    own = place.checker(checker)
    assert own.check(MEANT).verdict != Verdict.BLOCKED
    [reference] = place.office.add([read_person(**TUVA)])
    assert own.check(MEANT).verdict == Verdict.BLOCKED
    place.office.remove_reference(reference)
    assert own.check(MEANT).verdict != Verdict.BLOCKED


def test_key_without_database(tmp_path: Path, checker) -> None:
    place = place_of(tmp_path)
    make_key(place.settings)
    must_be_unavailable(place, checker)
    assert not place.settings.data.exists(), "an empty database was made"


def test_a_key_that_is_named_and_missing(tmp_path: Path, checker) -> None:
    """A volume with the key that is not mounted: somebody meant there to be a register."""
    place = place_of(tmp_path)
    must_be_unavailable(place, checker)
    prepare(place.settings)
    must_be_unavailable(place, checker)


def test_database_without_key(filled: Place, checker) -> None:
    filled.settings.register_key_file.unlink()
    must_be_unavailable(filled, checker)


def test_another_key(filled: Place, checker) -> None:
    filled.settings.register_key_file.unlink()
    write_key(filled.settings.register_key_file, bytes(32))
    must_be_unavailable(filled, checker)
    with pytest.raises(RegisterError):
        filled.office.add([read_person(**TUVA)])


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_a_key_that_others_can_read(filled: Place, checker) -> None:
    filled.settings.register_key_file.chmod(0o640)
    must_be_unavailable(filled, checker)


def test_a_key_inside_the_data_folder(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, register_key_file=tmp_path / "below" / "key")
    with pytest.raises(RegisterError) as caught:
        make_key(settings)
    assert caught.value.code == "key_in_data_folder"
    assert list(tmp_path.iterdir()) == []


def test_a_key_beside_a_database_that_is_named(tmp_path: Path) -> None:
    there = {"database_url": f"sqlite:///{tmp_path / 'own.db'}", "data": tmp_path / "data"}
    with pytest.raises(RegisterError) as caught:
        make_key(Settings(**there, register_key_file=tmp_path / "key"))
    assert caught.value.code == "key_in_data_folder"
    make_key(Settings(**there, register_key_file=tmp_path / "apart" / "key"))


@pytest.mark.parametrize("content", [b"", b"too short", b"\xff" * 64, b"g" * 64])
def test_a_broken_key(filled: Place, checker, content: bytes) -> None:
    filled.settings.register_key_file.write_bytes(content)
    must_be_unavailable(filled, checker)


def test_a_key_from_the_environment(tmp_path: Path) -> None:
    place = set_up(place_of(tmp_path), TUVA)
    key = place.settings.register_key_file.read_text().strip()
    settings = Settings(data=place.settings.data, register_key=key)
    assert type(place.stops.register)(settings).state() is State.READY


def test_the_database_vanishes_and_comes_back(tmp_path: Path, checker) -> None:
    place = set_up(place_of(tmp_path), TUVA)
    own = place.checker(checker)
    assert own.check(MEANT).verdict == Verdict.BLOCKED
    place.settings.data.rename(tmp_path / "gone")
    must_be_unavailable(place, checker)
    place.settings.data.mkdir()
    must_be_unavailable(place, checker)
    sqlite3.connect(place.settings.data / "integritetskoll.db").close()
    must_be_unavailable(place, checker)
    (place.settings.data / "integritetskoll.db").unlink(missing_ok=True)
    place.settings.data.rmdir()
    (tmp_path / "gone").rename(place.settings.data)
    assert own.check(MEANT).verdict == Verdict.BLOCKED


def test_the_tables_vanish(filled: Place, checker) -> None:
    own = filled.checker(checker)
    assert own.check(MEANT).verdict == Verdict.BLOCKED
    with writing(open_engine(filled.settings)) as connection:
        connection.execute(text("DROP TABLE register"))
    must_be_unavailable(filled, checker)


def test_a_broken_file(tmp_path: Path, checker) -> None:
    place = set_up(place_of(tmp_path), TUVA)
    (place.settings.data / "integritetskoll.db").write_bytes(b"not a database at all " * 400)
    must_be_unavailable(place, checker)


def test_no_server_listens(tmp_path: Path, checker) -> None:
    pytest.importorskip("psycopg")
    place = place_of(tmp_path, database_url="postgresql+psycopg://nobody@127.0.0.1:9/none")
    make_key(place.settings)
    must_be_unavailable(place, checker)
