"""Through the doors: keys and roles, sessions, limits, the register's own calls."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from integritetskoll.access.caller import Role
from integritetskoll.errors import SettingsError
from tests.api.installation import CHECK, IN_REGISTER, client_of, key_of
from tests.register.conftest import TUVA, Place, place_of, set_up

ENTRIES = "/api/v1/register/entries"
OPEN = {"host": "0.0.0.0", "allowed_hosts": ("kollen.example.se",)}  # noqa: S104


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return set_up(place_of(tmp_path), TUVA)


def test_a_key_pauses_after_too_many_blocks(place: Place, checker) -> None:
    client = client_of(place, checker, block_budget=3)
    texts = [{"text": f"{n}: Tuva Kvistlind vann."} for n in range(4)]
    assert [client.post(CHECK, json=text).status_code for text in texts] == [200, 200, 200, 429]
    answer = client.post(CHECK, json={"text": "Vi har byggt broar."})
    assert (answer.status_code, answer.json()["code"]) == (429, "blocked_too_often")
    assert client.post("/", data={"text": "Vi har byggt broar."}).status_code == 429
    assert place.stops.trail.show()[-1].event == "paused"


def test_the_database_vanishes(place: Place, checker) -> None:
    client = client_of(place, checker)
    place.settings.data.rename(place.settings.data.with_name("gone"))
    answer = client.post(CHECK, json={"text": "Vi har byggt broar."})
    assert (answer.status_code, answer.json()["code"]) == (503, "register_unavailable")
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200
    assert client.post("/", data={"text": "Vi har byggt broar."}).status_code == 503


def test_entries_need_an_admin_key_on_this_machine_too(place: Place, checker) -> None:
    client = client_of(place, checker)
    body = {"given_name": "Nora", "surname": "Kvistlind", "school_class": "7B"}
    assert client.post(ENTRIES, json=body).status_code == 401
    for role in (Role.WRITER, Role.REVIEWER):
        assert client.post(ENTRIES, json=body, headers=key_of(place, role)).status_code == 403
    admin = key_of(place, Role.ADMIN)
    added = client.post(ENTRIES, json=body, headers=admin)
    assert added.status_code == 201
    assert client.post(CHECK, json={"text": "Nora i 7B vann."}).json()["verdict"] == "blocked"
    many = client.post(ENTRIES, json={"entries": [body, {**body, "aliases": ["N"]}]}, headers=admin)
    assert len(many.json()["references"]) == 2
    wrong = client.post(ENTRIES, json={"given_name": "Kanariefågel"}, headers=admin)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "entry_too_little")
    assert "Kanarie" not in wrong.text
    for gone in ({**body}, {"reference": many.json()["references"][1]}, {"reference": "nobody"}):
        done = client.request("DELETE", ENTRIES, json=gone, headers=admin)
        assert (done.status_code, done.content) == (204, b"")
    counts = client.get("/api/v1/register/status", headers=admin).json()
    assert counts == {"entries": 1, "due": 0, "without_date": 1, "few": True}
    assert client.get(ENTRIES, headers=admin).status_code == 405
    assert {e.event for e in place.stops.trail.show()} >= {"entry_added", "entry_removed"}


def test_metrics_need_an_admin_where_there_are_keys(place: Place, checker) -> None:
    client = client_of(place, checker)
    assert client.get("/metrics").status_code == 200
    admin = key_of(place, Role.ADMIN)
    assert client.get("/metrics").status_code == 401
    assert client.get("/metrics", headers=key_of(place, Role.WRITER)).status_code == 403
    assert client.get("/metrics", headers=admin).status_code == 200


def test_a_reviewer_sees_when_not_why(place: Place, checker) -> None:
    client = client_of(place, checker)
    reference = client.post(CHECK, json=IN_REGISTER).json()["reference"]
    path = f"/api/v1/audit/blocks/{reference}"
    assert client.get(path).status_code == 401
    [seen] = client.get(path, headers=key_of(place, Role.REVIEWER)).json()["blocks"]
    assert set(seen) == {"at", "who", "door"}


def test_off_this_machine_nothing_starts_without_keys(tmp_path: Path, checker) -> None:
    for place in (place_of(tmp_path / "none"), set_up(place_of(tmp_path / "empty"))):
        with pytest.raises(SettingsError) as caught:
            client_of(place, checker, **OPEN)
        assert caught.value.code == "host_without_keys"


def test_off_this_machine_every_check_needs_a_key(place: Place, checker) -> None:
    writer = key_of(place, Role.WRITER)
    client = client_of(place, checker, **OPEN)
    body = {"text": "Vi har byggt broar."}
    refused = client.post(CHECK, json=body)
    assert (refused.status_code, refused.json()["code"]) == (401, "sign_in_first")
    assert refused.headers["www-authenticate"] == "Bearer"
    assert client.post(CHECK, json=body, headers=writer).status_code == 200
    wrong = {"authorization": "Bearer ik_00000000_" + "A" * 43}
    assert client.post(CHECK, json=body, headers=wrong).status_code == 401
    assert client.get("/api/v1/policy").status_code == 401
    assert client.get("/analyze").status_code == 401
    assert client.get("/healthz").status_code == 200


def test_the_keys_school_counts(place: Place, checker) -> None:
    client = client_of(place, checker)
    body = {"text": "Tuva vann."}
    assert client.post(CHECK, json=body).json()["verdict"] != "blocked"
    key = key_of(place, Role.WRITER, school="Granbackaskolan")
    assert client.post(CHECK, json=body, headers=key).json()["verdict"] == "blocked"


def test_signing_in(place: Place, checker) -> None:
    key = key_of(place, Role.WRITER)["authorization"].partition(" ")[2]
    client = client_of(place, checker, **OPEN)
    page = {"accept": "text/html"}
    assert client.get("/", headers=page, follow_redirects=False).headers["location"] == "/sign-in"
    kept = client.post("/", data={"text": "Vi har byggt broar."}, headers=page)
    assert kept.status_code == 401
    assert "Vi har byggt broar." in kept.text
    assert client.post("/sign-in", data={"key": "wrong"}).status_code == 401
    done = client.post("/sign-in", data={"key": key}, follow_redirects=False)
    cookie = done.headers["set-cookie"]
    assert done.status_code == 303
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert key not in cookie
    assert client.post("/", data={"text": "Vi har byggt broar."}).status_code == 200
    elsewhere = {"origin": "https://evil.example.com"}
    for path in ("/", "/sign-in", "/sign-out"):
        assert client.post(path, data={"text": "x"}, headers=elsewhere).status_code == 403
    client.post("/sign-out")
    assert client.post("/", data={"text": "Vi har byggt broar."}).status_code == 401


def test_a_trusted_proxy_names_the_user(place: Place, checker) -> None:
    user = {"x-forwarded-user": "larare@example.se"}
    body = {"text": "Vi har byggt broar."}
    client = client_of(place, checker, **OPEN, trusted_proxy=("10.0.0.0/8",))
    assert client.post(CHECK, json=body, headers=user).status_code == 401
    client = client_of(place, checker, **OPEN, trusted_proxy=("10.0.0.0/8",))
    client = TestClient(client.app, base_url=client.base_url, client=("10.1.2.3", 50000))
    assert client.post(CHECK, json=body).status_code == 401
    assert client.post(CHECK, json=body, headers=user).status_code == 200
    assert client.post(ENTRIES, json={}, headers=user).status_code == 403


def test_too_many_calls(place: Place, checker) -> None:
    client = client_of(place, checker, rate_limit="2/minute")
    codes = [client.get("/api/v1/policy").status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    assert client.get("/api/v1/policy").headers["retry-after"] == "60"
