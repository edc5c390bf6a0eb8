"""Nothing leaves the machine: no connection, no question for a name, no download, no telemetry."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import tldextract

from integritetskoll.assemble import build_checker
from integritetskoll.domain.draft import Draft
from integritetskoll.server import create_app
from integritetskoll.settings import Settings
from tests.promises.conftest import DRAFT
from tests.serving import free_port, quiet_environment, wait_for

WATCH = Path(__file__).with_name("watch.py")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch):
    """Every way out fails and is noted."""
    asked: list[str] = []

    def refuse(name: str):
        def refused(*_: object, **__: object):
            asked.append(name)
            raise OSError(name)

        return refused

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse(name))
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse(name))
    return asked


def test_a_checker_is_built_and_checks_without_a_way_out(no_network: list[str]) -> None:
    checker = build_checker(Settings())
    assert checker.redact(Draft(DRAFT)).report.findings
    assert no_network == []


def test_addresses_are_judged_by_the_list_that_ships(
    checker, no_network: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TLDEXTRACT_CACHE", str(tmp_path / "cache"))

    def refused(*_: object, **__: object):
        raise AssertionError("a new list was asked for")

    monkeypatch.setattr(tldextract.TLDExtract, "update", refused)
    monkeypatch.setattr(tldextract, "extract", refused)
    text = "Mejla elsa.berg@elev.example.com och se https://elsa.example.co.uk/foton."
    found = {finding.entity for finding in checker.check(Draft(text)).findings}
    assert "EMAIL_ADDRESS" in found
    assert no_network == []
    assert list(tmp_path.iterdir()) == []


def watched(folder: Path, *arguments: str) -> tuple[list[str], dict[str, str]]:
    return [sys.executable, str(WATCH), str(folder / "notes"), *arguments], quiet_environment(
        folder
    )


@pytest.mark.slow
def test_a_command_opens_no_file_and_no_connection(tmp_path: Path) -> None:
    command, environment = watched(tmp_path, "check", "--json", "-")
    done = subprocess.run(
        command,
        input=DRAFT.encode(),
        capture_output=True,
        env=environment,
        cwd=tmp_path / "cwd",
        check=False,
    )
    assert done.returncode in {1, 2}, done.stderr.decode()
    assert json.loads(done.stdout)["findings"]
    assert (tmp_path / "notes").read_text("utf-8") == ""


@pytest.mark.slow
def test_a_server_opens_no_file_and_no_connection(tmp_path: Path) -> None:
    port = free_port()
    command, environment = watched(tmp_path, "serve", "--port", str(port))
    # A collector that the environment names gets nothing either.
    environment |= {
        "FASTAPI_OTEL_AUTO_CONFIGURE": "true",
        "OTEL_EXPORTER_OTLP_ENDPOINT": "http://192.0.2.1:4318",
    }
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            command, env=environment, cwd=tmp_path / "cwd", stdout=log, stderr=log
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/readyz", process)
            body = json.dumps({"text": DRAFT}).encode()
            for path, sent, headers in (
                ("/api/v1/check/text", body, {"content-type": "application/json"}),
                ("/api/v1/redact/text", body, {"content-type": "application/json"}),
                ("/docs", None, {}),
                ("/openapi.json", None, {}),
            ):
                request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", sent, headers)
                with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                    assert answer.status == 200
        finally:
            process.terminate()
            process.wait(20)
    assert (tmp_path / "notes").read_text("utf-8") == ""
    assert "telemetry" not in (tmp_path / "log").read_text("utf-8").lower()


def test_the_web_framework_reports_to_nobody(checker) -> None:
    telemetry = getattr(create_app(Settings(), checker=checker), "_telemetry", {})
    assert not [name for name in ("tracing", "metrics", "logs") if telemetry.get(name)]
    assert not telemetry.get("auto_configure")
