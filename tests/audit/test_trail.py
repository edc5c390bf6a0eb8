"""The trail: changed, removed, put in, cut off: found. Old ones forgotten: not held against it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from integritetskoll.audit.trail import Trail
from integritetskoll.settings import Settings
from integritetskoll.storage.migrate import prepare

KEY = bytes(range(32))
COPY = (
    "INSERT INTO audit_events SELECT 6, at, who, door, event, reference, mac "
    "FROM audit_events WHERE number = 5"
)


@pytest.fixture
def trail(tmp_path: Path) -> Trail:
    trail = Trail(prepare(Settings(data=tmp_path)), lambda: KEY, 30)
    for number in range(5):
        trail.append("blocked", who="0a0b0c0d", door="form", reference=f"0000000{number}")
    return trail


def change(tmp_path: Path, statement: str) -> None:
    connection = sqlite3.connect(tmp_path / "integritetskoll.db")
    with connection:
        assert connection.execute(statement).rowcount
    connection.close()


def test_a_whole_trail(trail: Trail) -> None:
    found = trail.verify()
    assert (found.whole, found.count, found.wrong_at) == (True, 5, None)
    trail.append("key_created", who="local", door="cli", reference="0a0b0c0d")
    again = trail.verify()
    assert (again.whole, again.count) == (True, 6)
    assert again.head != found.head


def test_an_empty_trail_is_whole(tmp_path: Path) -> None:
    assert Trail(prepare(Settings(data=tmp_path)), lambda: KEY).verify().whole


@pytest.mark.parametrize(
    ("statement", "at"),
    [
        ("UPDATE audit_events SET who = 'x' WHERE number = 3", 3),
        ("UPDATE audit_events SET at = '2020-01-01T00:00:00+00:00' WHERE number = 1", 1),
        ("UPDATE audit_events SET reference = 'x' WHERE number = 5", 5),
        ("DELETE FROM audit_events WHERE number = 2", 2),
        ("DELETE FROM audit_events WHERE number = 1", 1),
        ("DELETE FROM audit_events WHERE number = 5", 5),
        ("DELETE FROM audit_events WHERE number > 3", 4),
        (COPY, 6),
        ("UPDATE audit_head SET count = 4", 5),
        ("DELETE FROM audit_head", 5),
        ("UPDATE audit_head SET first = 2", 2),
    ],
)  # fmt: skip
def test_what_was_changed_is_found(trail: Trail, tmp_path: Path, statement: str, at: int) -> None:
    change(tmp_path, statement)
    found = trail.verify()
    assert not found.whole
    assert found.wrong_at is not None
    assert "DELETE FROM audit_head" in statement or abs(found.wrong_at - at) <= 1


def test_another_key_finds_nothing_right(trail: Trail) -> None:
    assert not Trail(trail.engine, lambda: bytes(32)).verify().whole


def test_old_events_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trail = Trail(prepare(Settings(data=tmp_path)), lambda: KEY, 30)
    start = datetime(2026, 3, 1, tzinfo=UTC)

    class Clock(datetime):
        moment = start

        @classmethod
        def now(cls, tz=None):
            return cls.moment.astimezone(tz)

    monkeypatch.setattr("integritetskoll.audit.trail.datetime", Clock)
    for day in range(0, 60, 10):
        Clock.moment = start + timedelta(days=day)
        trail.append("blocked", who="a", door="api", reference=str(day))
    assert [event.reference for event in trail.show()] == ["20", "30", "40", "50"]
    found = trail.verify()
    assert (found.whole, found.count) == (True, 6)
    change(tmp_path, "DELETE FROM audit_events WHERE number = 3")
    assert not trail.verify().whole


def test_a_reference_shows_its_own(trail: Trail) -> None:
    [event] = trail.show(reference="00000003")
    assert (event.who, event.door, event.event) == ("0a0b0c0d", "form", "blocked")
    assert trail.show(reference="77777777") == []
    assert len(trail.show(last=2)) == 2
