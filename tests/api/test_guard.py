"""Who may ask: own names and own pages only; and what every answer carries."""

from __future__ import annotations

import pytest

from tests.serving import HOME, client_of

CHECK = "/api/v1/check/text"
BODY = {"text": "Vi har byggt broar."}


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "127.0.0.1", "LocalHost:1", "[::1]:8000", "[::1]"]
)
def test_own_names(client, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example.com", "127.0.0.1.evil.example.com", "localhost.evil.example.com:8000",
     "evil.example.com:127", "", "[::1].evil.example.com", "192.168.1.2:8000"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/healthz", "/docs", "/static/style.css"])
def test_foreign_names(client, host: str, path: str) -> None:
    answer = client.get(path, headers={"host": host})
    assert answer.status_code == 403
    assert answer.json()["code"] == "foreign_host"
    assert "evil" not in answer.text


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example.com", "http://127.0.0.1.evil.example.com", "null",
     "http://localhost:3000", "http://127.0.0.1:9999", ""],
)  # fmt: skip
def test_foreign_pages(client, origin: str) -> None:
    for answer in (
        client.post(CHECK, json=BODY, headers={"origin": origin}),
        client.post("/", data=BODY, headers={"origin": origin}),
        client.get("/api/v1/policy", headers={"origin": origin}),
    ):
        assert answer.status_code == 403
        assert answer.json()["code"] == "foreign_origin"
        assert "access-control-allow-origin" not in answer.headers


def test_own_page(client) -> None:
    own = {"origin": HOME, "sec-fetch-site": "same-origin"}
    assert client.post(CHECK, json=BODY, headers=own).status_code == 200
    assert client.post("/", data=BODY, headers=own).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_browser_that_says_whose_page_it_is(client, site: str) -> None:
    assert client.post("/", data=BODY, headers={"sec-fetch-site": site}).status_code == 403
    # A link from elsewhere may lead to the form.
    assert client.get("/", headers={"sec-fetch-site": site}).status_code == 200


def test_allowed_names_and_pages(checker) -> None:
    client = client_of(
        checker, allowed_hosts=("kollen.example.se:8443",), allowed_origins=("app://obsidian.md",)
    )
    host = {"host": "kollen.example.se:8443"}
    assert client.get("/healthz", headers=host).status_code == 200
    assert client.get("/healthz", headers={"host": "kollen.example.se"}).status_code == 403
    assert client.get("/healthz").status_code == 403
    page = {**host, "origin": "app://obsidian.md", "sec-fetch-site": "cross-site"}
    answer = client.post(CHECK, json=BODY, headers=page)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "app://obsidian.md"
    asked = {
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    assert client.options(CHECK, headers={**page, **asked}).status_code == 200
    foreign = {**host, "origin": "https://evil.example.com"}
    assert client.post(CHECK, json=BODY, headers=foreign).status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/healthz", "/nowhere", "/static/style.css", "/openapi.json"]
)
def test_headers_of_every_answer(client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    kept = "no-cache" if path.startswith("/static") else "no-store"
    assert headers["cache-control"] == kept
