"""Clients that can set no header send their key as the field `apiKey`, in query or body."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest

from integritetskoll.access.caller import Role
from integritetskoll.api.languagetool import params
from tests.api.installation import client_of, key_of
from tests.register.conftest import TUVA, Place, place_of, set_up

OPEN = {"host": "0.0.0.0", "allowed_hosts": ("kollen.example.se",)}  # noqa: S104
FIELDS = {"text": "Tuva vann stafetten.", "language": "sv-SE"}
WRONG = "ik_00000000_" + "A" * 43
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return set_up(place_of(tmp_path), TUVA)


def key(place: Place, **more: object) -> str:
    return key_of(place, Role.WRITER, **more)["authorization"].partition(" ")[2]


def form(client, given: str, **headers: str):
    fields = urlencode({"username": "larare@example.se", "apiKey": given, **FIELDS})
    return client.post("/v2/check", content=fields, headers={**FORM, **headers})


SENT = {
    "query": lambda client, given: client.get("/v2/check", params={**FIELDS, "apiKey": given}),
    "query of a post": lambda client, given: client.post(
        "/v2/check", params={"apiKey": given}, content=urlencode(FIELDS), headers=FORM
    ),
    "form": form,
    "form labelled json": lambda client, given: form(
        client, given, **{"content-type": "application/json"}
    ),
    "json": lambda client, given: client.post("/v2/check", json={**FIELDS, "apiKey": given}),
    "nothing encoded": lambda client, given: client.post(
        "/v2/check",
        content=f"text=Tuva vann & log.&language=sv-SE&apiKey={given}".encode(),
        headers=FORM,
    ),
    "address with a context": lambda client, given: client.post(
        "/v2/post/blog/check", content=urlencode({**FIELDS, "apiKey": given}), headers=FORM
    ),
}


@pytest.mark.parametrize("way", SENT)
def test_a_key_among_the_fields(place: Place, checker, way: str) -> None:
    given = key(place)
    client = client_of(place, checker, **OPEN)
    answer = SENT[way](client, given)
    assert answer.status_code == 200, answer.text
    assert answer.json()["software"]
    refused = SENT[way](client, WRONG)
    assert refused.status_code == 401
    assert refused.headers["content-type"].startswith("text/plain")
    assert WRONG not in refused.text
    assert "Tuva" not in refused.text


def test_the_school_of_the_key_counts(place: Place, checker) -> None:
    client = client_of(place, checker)
    texts = [form(client, given).text for given in ("", key(place, school="Granbackaskolan"))]
    blocked = ["får inte publiceras" in text or "Stoppat" in text for text in texts]
    assert blocked == [False, True]


def test_where_no_key_is_needed_any_other_does_no_harm(place: Place, checker) -> None:
    assert form(client_of(place, checker), WRONG).status_code == 200


def test_a_header_goes_before_the_field(place: Place, checker) -> None:
    given = key(place)
    client = client_of(place, checker, **OPEN)
    assert form(client, WRONG, authorization=f"Bearer {given}").status_code == 200
    assert form(client, given, authorization=f"Bearer {WRONG}").status_code == 401


def test_other_doors_take_no_key_among_their_fields(place: Place, checker) -> None:
    given = key(place)
    client = client_of(place, checker, **OPEN)
    for path in ("/api/v1/check/text", "/analyze"):
        asked = {"text": "Tuva vann.", "language": "sv", "apiKey": given}
        refused = client.post(path, params={"apiKey": given}, json=asked)
        assert refused.status_code == 401
    assert list(client.post("/analyze", json=asked).json()) == ["error"]


@pytest.mark.parametrize("body", [b"text=%ff&apiKey=x", b"{", b"\xff", b"", b"{" * 5000])
def test_a_broken_body_is_no_key(place: Place, checker, body: bytes) -> None:
    given = key(place)
    client = client_of(place, checker, **OPEN)
    assert client.post("/v2/check", content=body, headers=FORM).status_code == 401
    answered = client.post(
        "/v2/check", content=body, headers={**FORM, "authorization": f"Bearer {given}"}
    )
    assert answered.status_code == 400


def test_what_is_too_large_is_not_read_for_a_key(place: Place, checker) -> None:
    key(place)
    client = client_of(place, checker, max_text=1000, **OPEN)
    answer = client.post("/v2/check", content="text=" + "a" * 100_000, headers=FORM)
    assert answer.status_code == 413
    assert answer.headers["content-type"].startswith("text/plain")


def test_the_fields_are_read_once(place: Place, checker, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = params.fields_of
    monkeypatch.setattr(params, "fields_of", lambda body: (read.append(body), real(body))[1])
    given = key(place)
    client = client_of(place, checker, **OPEN)
    assert form(client, given).status_code == 200
    assert len(read) == 1
    header = {"authorization": f"Bearer {given}"}
    assert form(client, "", **header).status_code == 200
    assert len(read) == 2
    assert client.get("/v2/check", params={**FIELDS, "apiKey": given}).status_code == 200


@pytest.mark.parametrize("query", ["apiKey=%ff", "&".join(f"x{n}=" for n in range(99))])
def test_a_broken_query_is_no_key(place: Place, checker, query: str) -> None:
    key(place)
    client = client_of(place, checker, **OPEN)
    body = urlencode(FIELDS)
    assert client.post(f"/v2/check?{query}", content=body, headers=FORM).status_code == 401
    local = client_of(place, checker)
    assert local.post(f"/v2/check?{query}", content=body, headers=FORM).status_code == 400
