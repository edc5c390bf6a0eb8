"""The command line tells no more than the other doors: what stopped a draft shows nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from integritetskoll import assemble
from integritetskoll.access.caller import Caller
from integritetskoll.settings import PREFIX
from tests.api.doors import CLEAR_ROW, picture
from tests.register.conftest import TUVA, Place, place_of, set_up
from tests.review.files import csv

BY_NAME = "I dag vann Tuva Kvistlind loppet. Hon får ofta vara med på bild, ni vet."
BY_HINT = "I dag vann Tova Kvastlund loppet. Hon får inte vara med på bild, ni vet."
REFERENCE = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}(?![0-9a-f])")


@pytest.fixture
def place(run, checker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A register that the command asks, with Tuva in it."""
    del run  # what it asks is replaced here
    place = set_up(place_of(tmp_path), TUVA)
    monkeypatch.setenv(f"{PREFIX}DATA", str(place.settings.data))
    monkeypatch.setenv(f"{PREFIX}REGISTER_KEY_FILE", str(place.settings.register_key_file))
    own = place.checker(checker)
    monkeypatch.setattr(assemble, "build_checker", lambda _: own)
    return place


def files(folder: Path, text: str) -> dict[str, Path]:
    made = {name: folder / name for name in ("a.txt", "a.jpg", "a.csv", "many.csv")}
    rows = [["Namn", "Omdöme"], ["Elev", text], ["Ravi", CLEAR_ROW]]
    made["a.txt"].write_text(text, "utf-8")
    made["a.jpg"].write_bytes(picture(text)[1])
    made["a.csv"].write_bytes(csv(rows))
    made["many.csv"].write_bytes(csv([rows[0], *[rows[1]] * 6]))
    return made


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "a.txt"), ("check", "a.txt", "--json"), ("check", "a.txt", "--explain"),
        ("check", "a.txt", "--format", "sarif"), ("check", "a.txt", "--wording", "en"),
        ("check", "a.jpg"), ("redact", "a.txt"), ("clean", "a.jpg", "-o", "ren.jpg"),
        ("review", "a.csv"), ("review", "a.csv", "--json"), ("review", "many.csv"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_both_causes_look_alike(
    run, place: Place, tmp_path: Path, monkeypatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    seen = []
    for text in (BY_NAME, BY_HINT):
        files(tmp_path, text)
        done = run(*arguments)
        assert done.code == 3
        assert not (tmp_path / "ren.jpg").exists()
        assert "lund" not in done.out + done.error
        assert "lind" not in done.out + done.error
        seen.append(REFERENCE.sub("REFERENCE", f"{done.out}|{done.error}"))
    assert seen[0] == seen[1]
    events = [(e.event, e.who, e.door) for e in place.stops.trail.show()]
    assert set(events) == {("blocked", Caller().who, "cli")}
    assert events == events[: len(events) // 2] * 2
