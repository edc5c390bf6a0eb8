"""Keys, sessions, limits and the budget of blocks."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from integritetskoll.access import keys, sessions
from integritetskoll.access.budget import BlockBudget, paused, resume, spent
from integritetskoll.access.caller import Caller, Role, acting_as, current_caller
from integritetskoll.access.desk import open_desk
from integritetskoll.access.limits import RateLimiter
from integritetskoll.errors import LimitError, SettingsError
from integritetskoll.settings import Settings
from integritetskoll.storage.migrate import prepare

DAY = date(2026, 5, 4)
REDIS = os.environ.get("INTEGRITETSKOLL_TEST_REDIS_URL", "")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", register_key_file=tmp_path / "key")


@pytest.fixture
def engine(settings: Settings):
    return prepare(settings)


def test_a_key_is_known_until_it_ends_or_is_revoked(engine, settings: Settings) -> None:
    name, key = keys.create_key(engine, role=Role.ADMIN, school="Granbackaskolan", end_date=DAY)
    found = keys.find_key(engine, key, DAY)
    assert (found.id, found.role, found.school) == (name, Role.ADMIN, "Granbackaskolan")
    assert keys.find_key(engine, key, DAY + timedelta(1)) is None
    assert keys.find_key(engine, key[:-1] + ("A" if key[-1] != "A" else "B"), DAY) is None
    assert keys.find_key(engine, key.replace(name, "00000000"), DAY) is None
    assert keys.find_key(engine, "", DAY) is None
    assert keys.revoke_key(engine, name, DAY)
    assert keys.find_key(engine, key, DAY) is None
    assert not keys.any_valid(engine, DAY)
    secret = key.rpartition("_")[2].encode()
    assert secret not in b"".join(p.read_bytes() for p in settings.data.iterdir())


def test_a_session_ends_and_its_token_is_not_kept(engine, settings: Settings) -> None:
    token = sessions.open_session(engine, "0a0b0c0d", 1000.0)
    assert sessions.session_key(engine, token, 1001.0) == "0a0b0c0d"
    assert sessions.session_key(engine, token, 1000.0 + sessions.SECONDS + 1) is None
    assert token.encode() not in b"".join(p.read_bytes() for p in settings.data.iterdir())
    sessions.close_session(engine, token)
    assert sessions.session_key(engine, token, 1001.0) is None


def test_the_caller_is_the_one_inside() -> None:
    assert current_caller() is None
    with acting_as(Caller("a")), acting_as(Caller("b")):
        assert current_caller() == Caller("b")
    assert current_caller() is None


STORAGES = ["memory://", pytest.param(REDIS, marks=pytest.mark.redis, id="redis")]


@pytest.mark.parametrize("storage", STORAGES)
def test_limits_by_key_and_address(storage: str) -> None:
    if not storage:
        pytest.skip("INTEGRITETSKOLL_TEST_REDIS_URL names no server")
    limiter = RateLimiter("3/minute", storage)
    who = f"key-{os.urandom(6).hex()}"
    for _ in range(3):
        limiter.hit(who, f"{who}-1")
    with pytest.raises(LimitError) as caught:
        limiter.hit(who, f"{who}-1")
    assert caught.value.facts["seconds"] == 60
    for number in range(12 - 4):
        limiter.hit(f"{who}-{number}", f"{who}-1")
    with pytest.raises(LimitError):
        limiter.hit(f"{who}-other", f"{who}-1")


def test_no_limit() -> None:
    limiter = RateLimiter(None, "memory://")
    for _ in range(1000):
        limiter.hit("a", "b")


def test_workers_do_not_share_memory(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        open_desk(Settings(data=tmp_path, workers=2, rate_limit="5/minute"))
    assert caught.value.code == "memory_with_workers"


def test_a_budget_is_spent_by_units(engine) -> None:
    budget, caller = BlockBudget(engine, 3), Caller("0a0b0c0d")
    for number in range(3):
        assert budget.spend(caller, f"{number} text", DAY)
    budget.must_not_be_spent(caller, DAY)
    assert not budget.spend(caller, "one too many", DAY)
    with pytest.raises(LimitError):
        budget.must_not_be_spent(caller, DAY)
    budget.must_not_be_spent(Caller("another"), DAY)
    budget.must_not_be_spent(caller, DAY + timedelta(1))
    assert paused(engine, 3, DAY) == ["0a0b0c0d"]
    resume(engine, "0a0b0c0d", DAY)
    budget.must_not_be_spent(caller, DAY)


def test_the_same_unit_counts_once_while_one_writes_on(engine) -> None:
    budget, caller = BlockBudget(engine, 3), Caller("0a0b0c0d")
    text = "Tuva Kvistlind vann och alla var glada."
    for end in range(14, len(text)):
        assert budget.spend(caller, text[:end], DAY)
    assert spent(engine, "0a0b0c0d", DAY) == 1
    assert budget.spend(Caller("another"), text, DAY)
    assert spent(engine, "another", DAY) == 1
    assert text not in repr(budget)


def test_what_another_process_spent_counts(engine) -> None:
    first, second = BlockBudget(engine, 1), BlockBudget(engine, 1)
    assert first.spend(Caller("a"), "one", DAY)
    assert not second.spend(Caller("a"), "two", DAY)
