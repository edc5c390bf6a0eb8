"""HEAD wherever there is a GET, and every door says no in its own form."""

from __future__ import annotations

import pytest

from integritetskoll.api.doors import door_of
from tests.serving import client_of

GETS = (
    "/healthz", "/readyz", "/metrics", "/api/v1/policy", "/openapi.json", "/", "/docs", "/help",
    "/static/style.css", "/v2/healthcheck", "/v2/languages", "/health", "/recognizers",
    "/v2/check?text=Elsa%20l%C3%A4ser.&language=sv",
)  # fmt: skip


@pytest.mark.parametrize("path", GETS)
def test_head_is_get_without_its_body(client, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert whole.status_code == 200
    assert (head.status_code, head.content) == (whole.status_code, b"")
    differing = {"date", "content-length"} if path == "/metrics" else {"date"}
    kept = [
        {name: value for name, value in answer.headers.items() if name not in differing}
        for answer in (whole, head)
    ]
    assert kept[0] == kept[1]


def test_a_head_where_there_is_no_get(client) -> None:
    answer = client.head("/analyze")
    assert (answer.status_code, answer.content, answer.headers["allow"]) == (405, b"", "POST")
    assert client.head("/nowhere").status_code == 404
    assert client.delete("/healthz").headers["allow"] == "GET, HEAD"
    assert client.delete("/v2/check").headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert client.put("/").headers["allow"] == "GET, HEAD, POST"


def test_a_slash_too_many_goes_round_nothing(client) -> None:
    assert client.get("http://127.0.0.1:8000//v2/healthcheck").text == "OK"
    assert client.get("http://127.0.0.1:8000///v2/languages").status_code == 200
    foreign = {"origin": "https://evil.example.com"}
    for path in ("//v2/check", "//api/v1/policy", "//static/style.css"):
        answer = client.get(f"http://127.0.0.1:8000{path}", headers=foreign)
        assert answer.status_code == 403
    entries = "http://127.0.0.1:8000//api/v1/register/entries"
    assert client.post(entries, json={"given_name": "Elsa"}).status_code == 401


def test_a_head_is_counted_as_one(checker) -> None:
    client = client_of(checker)
    client.head("/healthz")
    counted = 'integritetskoll_requests_total{method="HEAD",route="/healthz",status="200"} 1'
    assert counted in client.get("/metrics").text


KINDS = {
    "languagetool": ("text/plain; charset=utf-8", "Fel: "),
    "presidio": ("application/json", '{"error":'),
    "api": ("application/problem+json", '{"type":'),
}


@pytest.mark.parametrize(
    "path",
    ["/v2/check", "/v2/post/blog/check", "/v2/nowhere", "/analyze", "/anonymizers", "/health",
     "/supportedentities", "/api/v1/policy", "/api/v1/nowhere"],
)  # fmt: skip
def test_every_door_refuses_in_its_own_form(client, path: str) -> None:
    kind, begins = KINDS[door_of(path)]
    foreign = {"origin": "https://evil.example.com"}
    for answer in (client.get(path, headers=foreign), client.delete(path)):
        assert answer.status_code in {403, 404, 405}
        assert answer.headers["content-type"] == kind
        assert answer.text.startswith(begins)


def test_a_failure_is_told_in_the_form_of_the_door() -> None:
    class Broken:
        policy = None
        max_text = 100

        def check(self, *_, **__):
            raise RuntimeError

    client = client_of(Broken())
    answers = {
        "languagetool": client.post("/v2/check", data={"text": "Elsa", "language": "sv"}),
        "presidio": client.post("/analyze", json={"text": "Elsa", "language": "sv"}),
    }
    for door, answer in answers.items():
        kind, begins = KINDS[door]
        assert (answer.status_code, answer.headers["content-type"]) == (500, kind)
        assert answer.text.startswith(begins)


@pytest.mark.parametrize(
    ("path", "door"),
    [("/", "form"), ("/healthz", "form"), ("/health", "presidio"), ("/v2", "languagetool"),
     ("/v2x", "form"), ("/analyze", "presidio"), ("/analyzer", "form"), ("/api/v1/x", "api")],
)  # fmt: skip
def test_which_door(path: str, door: str) -> None:
    assert door_of(path) == door
