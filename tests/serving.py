"""The service for tests: an application in this process, or a real server beside it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from integritetskoll.server import create_app
from integritetskoll.settings import Settings

HOME = "http://127.0.0.1:8000"


def client_of(checker: Any, **settings: Any) -> TestClient:
    """A client of an application in this process."""
    return TestClient(create_app(Settings(**settings), checker=checker), base_url=HOME)


@dataclass(frozen=True)
class Server:
    """A real server: its address, and the files its output went to."""

    address: str
    output: Path

    def log(self) -> str:
        return self.output.read_text("utf-8")


@contextmanager
def real_server(folder: Path, **variables: str) -> Iterator[Server]:
    """Run `integritetskoll serve` with an empty home, temporary and working folder."""
    port = free_port()
    output = folder / "output.txt"
    environment = {**quiet_environment(folder), **variables}
    with output.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "integritetskoll.cli", "serve", "--port", str(port)],
            cwd=folder / "cwd",
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/readyz", process)
            yield Server(address, output)
        finally:
            process.terminate()
            process.wait(20)


def quiet_environment(folder: Path) -> dict[str, str]:
    """An environment whose every folder lies, empty, inside `folder`."""
    for name in ("home", "tmp", "cwd"):
        (folder / name).mkdir(exist_ok=True)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("INTEGRITETSKOLL_", "XDG_"))
    }
    home, temporary = str(folder / "home"), str(folder / "tmp")
    return {
        **kept,
        "HOME": home,
        "USERPROFILE": home,
        "LOCALAPPDATA": home,
        "TMPDIR": temporary,
        "TMP": temporary,
        "TEMP": temporary,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1",
    }


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own
                assert answer.status == 200
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError("the server did not get ready")
