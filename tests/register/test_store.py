"""Entries: whole or not at all, replaced and removed; nothing in the file that tells who."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from integritetskoll.assemble import chain_trail_anew
from integritetskoll.domain.draft import Draft
from integritetskoll.domain.verdict import Verdict
from integritetskoll.errors import RegisterError
from integritetskoll.register import store
from integritetskoll.register.key import read_key
from integritetskoll.register.person import read_person
from integritetskoll.register.service import State
from integritetskoll.storage.engine import open_engine, writing
from integritetskoll.storage.migrate import migrate, prepare
from tests.register.conftest import TUVA, Place, place_of

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
    for number in range(3):
        filled.stops.trail.append("blocked", who="a", door="api", reference=str(number))
    assert filled.office.rekey([read_person(**OTHER)], also=chain_trail_anew) == 1
    assert read_key(filled.settings) != old
    own = filled.checker(checker)
    assert own.check(Draft("Nora Kvistlind vann.")).verdict == Verdict.BLOCKED
    assert own.check(Draft("Tuva Kvistlind vann.")).verdict != Verdict.BLOCKED
    filled.stops.trail.append("blocked", who="a", door="api", reference="3")
    found = filled.stops.trail.verify()
    assert (found.whole, found.count) == (True, 4)


@pytest.mark.parametrize("taken", [True, False])
def test_a_new_key_is_not_lost_when_the_change_is_stopped(
    filled: Place, checker, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    """Stopped after the database took the new key, or before: it goes on from there."""
    original = store.replace_all

    def stopped(*given) -> None:
        if taken:
            original(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(store, "replace_all", stopped)
        with pytest.raises(KeyboardInterrupt):
            filled.office.rekey([read_person(**TUVA)], also=chain_trail_anew)
    assert filled.stops.register.state() is (State.UNAVAILABLE if taken else State.READY)
    assert filled.office.rekey([read_person(**TUVA)], also=chain_trail_anew) == 1
    own = filled.checker(checker)
    assert own.check(Draft("Tuva Kvistlind vann.")).verdict == Verdict.BLOCKED


def test_a_new_key_makes_no_broken_trail_whole(filled: Place) -> None:
    for number in range(3):
        filled.stops.trail.append("blocked", who="a", door="api", reference=str(number))
    with writing(open_engine(filled.settings)) as connection:
        connection.exec_driver_sql("DELETE FROM audit_events WHERE number = 2")
    filled.office.rekey([read_person(**OTHER)], also=chain_trail_anew)
    assert not filled.stops.trail.verify().whole


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


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_only_the_owner_may_read(filled: Place) -> None:
    files = [filled.settings.register_key_file]
    if not filled.settings.database_url:
        files += filled.settings.data.iterdir()
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)
