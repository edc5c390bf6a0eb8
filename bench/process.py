"""Start and memory, measured from the outside: fresh processes, a real server."""

from __future__ import annotations

import json
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

FIRST_ANSWER = """
from integritetskoll.assemble import build_checker
from integritetskoll.domain.draft import Draft
from integritetskoll.settings import Settings
print(build_checker(Settings()).check(Draft("Elsa i 3B vann skolans stafett!")).verdict)
"""
# The proxy of the environment has no business between two processes of one machine.
OPEN = build_opener(ProxyHandler({})).open


@dataclass(frozen=True, slots=True)
class ServerFigures:
    """Seconds from start to the first answered check, peak memory in MiB, median ms of a check."""

    seconds: float
    mebibytes: float
    milliseconds: float


def seconds_to_first_answer(times: int = 5) -> float:
    """Return the median seconds of a fresh process from start to its first answer."""
    return statistics.median(_run_once() for _ in range(times))


def _run_once() -> float:
    started = time.perf_counter()
    command = [sys.executable, "-c", FIRST_ANSWER]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def server_figures(text: str, *, checks: int = 50) -> ServerFigures:
    """Start a real server with one worker, send it `checks` texts, and read its peak memory."""
    started = time.perf_counter()
    with server() as (process, address):
        _check(address, text, patience=30)
        seconds = time.perf_counter() - started
        taken = []
        for _ in range(checks):
            sent = time.perf_counter()
            _check(address, text)
            taken.append((time.perf_counter() - sent) * 1000)
        return ServerFigures(seconds, _peak_mebibytes(process.pid), statistics.median(taken))


@contextmanager
def server() -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run a server; yields its process and address, before it answers."""
    port = _free_port()
    command = [str(Path(sys.executable).with_name("integritetskoll")), "serve"]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet)
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _check(address: str, text: str, *, patience: float = 0) -> Any:
    body = json.dumps({"text": text}).encode()
    headers = {"Content-Type": "application/json"}
    request = Request(f"{address}/api/v1/check/text", body, headers)  # noqa: S310 - our own server
    give_up = time.monotonic() + patience
    while True:
        try:
            with OPEN(request, timeout=30) as answer:
                return json.load(answer)
        except URLError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.02)


def _peak_mebibytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        facts = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(facts["VmHWM"].split()[0]) / 1024
    # Elsewhere only the present size can be read from the outside.
    command = ["ps", "-o", "rss=", "-p", str(pid)]
    shown = subprocess.run(command, check=True, capture_output=True)
    return int(shown.stdout) / 1024
