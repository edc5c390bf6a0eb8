"""Recorded requests over the wire, byte for byte, against a real server."""

from __future__ import annotations

import json
import socket
from urllib.parse import urlsplit

import pytest

from tests.api.languagetool.recorded import ADD_ONS, REQUESTS, Recorded
from tests.serving import real_server

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory):
    origins = ",".join(ADD_ONS)
    folder = tmp_path_factory.mktemp("recorded")
    with real_server(folder, INTEGRITETSKOLL_ALLOWED_ORIGINS=origins) as server:
        yield urlsplit(server.address).netloc
        log = server.log()
    assert "POST /v2/check 200" in log
    for word in ("Elsa", "ik_00000000_abc", "%22", "?"):
        assert word not in log


def exchange(host: str, raw: bytes) -> tuple[bytes, bytes]:
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=60) as line:
        line.sendall(raw)
        parts = iter(lambda: line.recv(65_536), b"")
        head, _, body = b"".join(parts).partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize("one", REQUESTS, ids=lambda one: one.client)
def test_a_request_over_the_wire(host: str, one: Recorded) -> None:
    head, body = exchange(host, one.raw(host))
    assert head.startswith(b"HTTP/1.1 200 "), head
    assert set(one.words) <= set(one.covered(json.loads(body)))


def test_head_over_the_wire(host: str) -> None:
    for target in ("/healthz", "/v2/healthcheck", "/static/style.css", "/v2/languages"):
        asked = f"{{}} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        head, nothing = exchange(host, asked.format("HEAD").encode())
        _, body = exchange(host, asked.format("GET").encode())
        assert (head[:12], nothing) == (b"HTTP/1.1 200", b"")
        assert f"content-length: {len(body)}".encode() in head.lower()
