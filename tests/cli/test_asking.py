"""What is asked at a terminal is not shown there: the command at a real one."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from integritetskoll.settings import PREFIX

pty = pytest.importorskip("pty")
SECONDS = 60
ANSWERS = ["Kvicksandra", "Kanarieström", "", "", "Granbackaskolan", "7G", ""]
"""One for each field, in their order; empty where unknown."""


def at_terminal(folder: Path, *arguments: str, answers: list[str]) -> tuple[int, str]:
    """Run the command at a terminal, answer each question once it stands there."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(PREFIX)}
    own = {
        f"{PREFIX}DATA": str(folder / "data"),
        f"{PREFIX}REGISTER_KEY_FILE": str(folder / "key"),
        "PYTHONUTF8": "1",
    }
    near, far = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "integritetskoll.cli", *arguments],
        stdin=far, stdout=far, stderr=far, env={**kept, **own}, start_new_session=True,
    )  # fmt: skip
    os.close(far)
    shown, waiting, seen, end = "", list(answers), 0, time.monotonic() + SECONDS
    while time.monotonic() < end:
        if not select.select([near], [], [], 0.2)[0]:
            if process.poll() is not None:
                break
            if waiting and shown[seen:].rstrip().endswith(":"):
                seen = len(shown)
                os.write(near, waiting.pop(0).encode() + b"\n")
            continue
        try:
            data = os.read(near, 4096)
        except OSError:  # the other end was closed
            break
        if not data:
            break
        shown += data.decode("utf-8", "replace")
    os.close(near)
    return process.wait(20), shown


@pytest.mark.slow
def test_what_is_typed_is_not_shown(tmp_path: Path) -> None:
    assert at_terminal(tmp_path, "register", "init", answers=[])[0] == 0
    # What can't be seen is asked for twice, what is left empty once.
    given = [one for answer in ANSWERS for one in ([answer, answer] if answer else [""])]
    code, shown = at_terminal(tmp_path, "register", "add", answers=given)
    assert code == 0, shown
    assert shown.count(":") >= len(given)
    for one in filter(None, ANSWERS):
        assert one.lower() not in shown.lower()
    code, shown = at_terminal(tmp_path, "register", "status", answers=[])
    assert "Poster: 1." in shown


@pytest.mark.slow
def test_what_is_typed_differently_is_asked_again(tmp_path: Path) -> None:
    assert at_terminal(tmp_path, "register", "init", answers=[])[0] == 0
    code, shown = at_terminal(tmp_path, "register", "add", answers=["Tuva", "Tuwa"] * 3)
    assert code == 65
    assert "Tuva" not in shown
    assert "Poster: 0." in at_terminal(tmp_path, "register", "status", answers=[])[1]
