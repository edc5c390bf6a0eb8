"""A block by the register and one by a hint can't be told apart, and nothing goes round them."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import pytest

from integritetskoll.access.caller import Caller, acting_as
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Draft
from integritetskoll.register.match import Piece
from tests.api.installation import CHECK, IN_REGISTER, REDACT, client_of
from tests.pace import slowness
from tests.register.conftest import TUVA, Place, place_of, set_up

HINT = {"text": "Nora får inte vara med på bild, hon har skyddad id."}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return set_up(place_of(tmp_path), TUVA)


def test_both_causes_look_alike(place: Place, checker) -> None:
    client = client_of(place, checker)
    for path in (CHECK, REDACT):
        one, other = client.post(path, json=IN_REGISTER), client.post(path, json=HINT)
        assert one.status_code == other.status_code == 200
        heads = [{k: v for k, v in a.headers.items() if k != "date"} for a in (one, other)]
        assert heads[0] == heads[1]
        bodies = [answer.json().get("report", answer.json()) for answer in (one, other)]
        assert all(body.pop("reference") for body in bodies)
        assert bodies[0] == bodies[1]
        assert bodies[0]["verdict"] == "blocked"
    events = place.stops.trail.show()
    assert {(e.event, e.who, e.door) for e in events} == {("blocked", "local", "api")}


def test_no_filter_switches_the_register_off(place: Place, checker) -> None:
    client = client_of(place, checker)
    ignored = [{"entity": "PERSON", "text": "Tuva Kvistlind"}]
    answer = client.post(CHECK, json={**IN_REGISTER, "ignored": ignored})
    assert answer.json()["verdict"] == "blocked"


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
def test_time_tells_nothing(place: Place, checker) -> None:
    """Up to the verdict: medians of a name in the register and one that is not, in turns."""
    snapshot = place.stops.register.current()
    words, taken = checker.stops.words, ([], [])
    texts = [IN_REGISTER["text"], IN_REGISTER["text"].replace("Tuva Kvistlind", "Tova Krustlund")]
    for _ in range(2000):
        for text, times in zip(texts, taken, strict=True):
            begun = time.process_time()
            snapshot.means([Piece(text)], words)
            times.append(time.process_time() - begun)
    one, other = (statistics.median(times) * 1000 for times in taken)
    assert abs(one - other) <= 0.3 * slowness()
