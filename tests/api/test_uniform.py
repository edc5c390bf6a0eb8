"""A block by the register and one by a hint can't be told apart, and nothing goes round them."""

from __future__ import annotations

import logging
import os
import re
import sys
from functools import partial
from pathlib import Path

import pytest

from bench.register_times import in_turns
from integritetskoll.access.caller import Caller, acting_as
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Draft
from integritetskoll.domain.verdict import Verdict
from integritetskoll.register.match import Piece
from tests.api.doors import DOORS
from tests.api.installation import IN_REGISTER, client_of
from tests.pace import TRIES, slowness
from tests.register.conftest import TUVA, Place, place_of, set_up

HINT = {"text": "Nora får inte vara med på bild, hon har skyddad id."}
BY_NAME = "I dag vann Tuva Kvistlind loppet. Hon får ofta vara med på bild, ni vet."
BY_HINT = "I dag vann Tova Kvastlund loppet. Hon får inte vara med på bild, ni vet."
REFERENCE = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?![0-9a-f])")
FIGURE = re.compile(r"[0-9.]+ ms")
CALLS = int(os.environ.get("INTEGRITETSKOLL_TEST_CALLS", "100"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return set_up(place_of(tmp_path), TUVA)


def shown(answer, text: str) -> str:
    """What a caller sees of an answer, but for the text that was sent and the reference."""
    headers = sorted((k, v) for k, v in answer.headers.items() if k != "date")
    seen = f"{answer.status_code} {headers} {answer.text.replace(text, 'TEXT')}"
    return REFERENCE.sub("REFERENCE", seen)


def test_one_text_is_stopped_by_its_name_only_the_other_by_its_hint_only(place, checker) -> None:
    assert len(BY_NAME) == len(BY_HINT)
    assert checker.check(Draft(BY_NAME)).verdict != Verdict.BLOCKED
    assert checker.check(Draft(BY_HINT)).verdict == Verdict.BLOCKED
    assert place.stops.begin().means([Piece(BY_NAME)], checker.stops.words)
    assert not place.stops.begin().means([Piece(BY_HINT)], checker.stops.words)


@pytest.mark.parametrize("name", DOORS)
def test_both_causes_look_alike(place: Place, checker, caplog, name: str) -> None:
    """Status, headers, size, body, log, counts and trail, through every door."""
    caplog.set_level(logging.DEBUG, logger="integritetskoll")
    seen, logged, counted = [], [], []
    for text in (BY_NAME, BY_HINT):
        client = client_of(place, checker, block_budget=None)
        caplog.clear()
        seen.append(shown(DOORS[name](client, text), text))
        logged.append(
            [(r.name, r.levelname, FIGURE.sub("", r.getMessage())) for r in caplog.records]
        )
        lines = client.get("/metrics").text.splitlines()
        counted.append([line for line in lines if "seconds_total{" not in line])
    assert seen[0] == seen[1]
    assert logged[0] == logged[1]
    assert counted[0] == counted[1]
    assert not [word for word in ("Kvistlind", "Kvastlund") if word in seen[0] + str(logged)]
    events = [(e.event, e.who, e.door) for e in place.stops.trail.show()]
    assert events == events[: len(events) // 2] * 2
    assert {event for event, _, _ in events} == {"blocked"}


@pytest.mark.parametrize("name", DOORS)
def test_every_door_asks_the_register(place: Place, checker, name: str) -> None:
    """What is stopped looks different from the same draft about somebody else."""
    client = client_of(place, checker, block_budget=None)
    other = BY_NAME.replace("Tuva Kvistlind", "Elsa Krustberg")
    assert shown(DOORS[name](client, BY_NAME), BY_NAME) != shown(DOORS[name](client, other), other)
    assert len(place.stops.trail.show()) == (6 if "many" in name else 1)


WATCHED = ("checker", "stops", "access", "audit", "register.service")

ONLY_WHEN_BLOCKED = ("stops._write", "stops.note", "audit", "access")


def calls(own: Checker, text: str) -> set[str]:
    """The functions that a check calls, of the parts that decide and note."""
    seen: set[str] = set()

    def watch(frame, event, _argument) -> None:
        module = frame.f_globals.get("__name__", "").removeprefix("integritetskoll.")
        if event == "call" and module.startswith(WATCHED):
            seen.add(f"{module}.{frame.f_code.co_name}")

    with acting_as(Caller()):
        sys.setprofile(watch)
        try:
            own.check(Draft(text))
        finally:
            sys.setprofile(None)
    return seen


def test_the_same_calls_are_made(place: Place, checker) -> None:
    own = place.checker(checker)
    own.check(Draft("Nu är allt inläst."))
    register, hint = (calls(own, body["text"]) for body in (IN_REGISTER, HINT))
    assert register == hint
    assert {"stops.stop", "checker._elsewhere", "stops.note"} <= register
    harmless = calls(own, IN_REGISTER["text"].replace("Tuva Kvistlind", "Elsa Krustlund"))
    assert register - harmless <= {name for name in register if name.startswith(ONLY_WHEN_BLOCKED)}


@pytest.mark.slow
def test_time_tells_nothing(tmp_path: Path, place: Place, checker) -> None:
    """By medians in turns: which cause, and up to the verdict whether a name is in the register."""
    without = set_up(place_of(tmp_path / "other"), {**TUVA, "given_name": "Elsa"})
    own, other = place.checker(checker), without.checker(checker)
    hint_and_name = Draft(BY_HINT.replace("Tova Kvastlund", "Tuva Kvistlind"))
    with acting_as(Caller()):
        must_take_alike([partial(one.check, hint_and_name) for one in (own, other)])
    must_take_alike([partial(one.check, Draft(BY_NAME)) for one in (own, other)])


def must_take_alike(runs) -> None:
    for _ in range(TRIES):
        _, (one, other) = in_turns(runs, CALLS)
        if abs(one - other) <= 0.3 * slowness():
            return
    pytest.fail(f"{one:.2f} and {other:.2f} ms of processor time")
