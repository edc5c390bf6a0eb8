"""Who is signed out is led to the sign-in and back, and loses nothing that can be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import drawn
from integritetskoll.access.caller import Role
from tests.api.installation import client_of, key_of
from tests.register.conftest import TUVA, place_of, set_up

OPEN = {"host": "0.0.0.0", "allowed_hosts": ("kollen.example.se",)}  # noqa: S104 - what is tested
PAGE = {"accept": "text/html"}
FILE = {"file": ("omdömen.txt", b"Eleven kan.")}


@pytest.fixture
def place(tmp_path: Path):
    return set_up(place_of(tmp_path), TUVA)


@pytest.fixture
def signed_out(place, checker):
    key_of(place, Role.WRITER)
    return client_of(place, checker, **OPEN)


def asked(client, path: str) -> str:
    return client.get(path, headers=PAGE, follow_redirects=False).headers["location"]


def test_a_page_leads_to_the_sign_in_with_a_way_back(signed_out) -> None:
    assert asked(signed_out, "/") == "/sign-in"
    assert asked(signed_out, "/?lang=en") == "/sign-in?lang=en"
    assert asked(signed_out, "/review?lang=en") == "/sign-in?next=/review&lang=en"
    assert asked(signed_out, "/help") == "/sign-in?next=/help"


def test_without_a_browser_there_is_no_page(signed_out) -> None:
    for path in ("/", "/review", "/help"):
        answer = signed_out.get(path, headers={"accept": "*/*"}, follow_redirects=False)
        assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_first")


@pytest.mark.parametrize("path", ["/", "/clean"])
def test_a_draft_that_is_sent_is_kept(signed_out, path: str) -> None:
    files = [("files", ("a.jpg", drawn.encoded("JPEG"), "image/jpeg"))]
    answer = signed_out.post(path, data={"text": "Ring Elsa."}, files=files, headers=PAGE)
    assert answer.status_code == 401
    assert "Ring Elsa." in answer.text
    assert 'href="/sign-in" target="_blank"' in answer.text
    assert "<mark" not in answer.text


def test_a_review_that_is_sent(signed_out) -> None:
    answer = signed_out.post("/review?lang=en", files=FILE, headers=PAGE)
    assert answer.status_code == 401
    assert 'href="/sign-in?lang=en&next=/review"' in answer.text.replace("&amp;", "&")
    assert "choose files anew" in answer.text


@pytest.mark.parametrize("path", ["/clean", "/draft", "/preview", "/reading", "/review"])
def test_a_script_hears_it_as_such(signed_out, path: str) -> None:
    answer = signed_out.post(path, files=FILE, headers={"accept": "application/json"})
    assert answer.status_code == 401
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("given", "to"),
    [("/review", "/review"), ("/help", "/help"), ("", "/"), ("/sign-out", "/"),
     ("https://evil.example.com", "/"), ("//evil.example.com", "/"), ("/review\r\nx: y", "/")],
)  # fmt: skip
def test_the_way_back_is_one_of_ours(place, checker, given: str, to: str) -> None:
    key = key_of(place, Role.REVIEWER)["authorization"].partition(" ")[2]
    client = client_of(place, checker, **OPEN)
    page = client.get("/sign-in", params={"next": given}).text
    assert ('name="next" value="' in page) == (to != "/")
    data = {"key": key, "next": given}
    done = client.post("/sign-in?lang=en", data=data, follow_redirects=False)
    assert done.headers["location"] == f"{to}?lang=en"
    wrong = client.post("/sign-in", data={"key": "wrong", "next": given})
    assert ('name="next" value="' in wrong.text) == (to != "/")


def test_a_key_that_may_not_review_gets_a_page_that_says_so(place, checker) -> None:
    key = key_of(place, Role.WRITER)
    client = client_of(place, checker, **OPEN)
    for answer in (
        client.get("/review", headers={**PAGE, **key}),
        client.post("/review", files=FILE, headers={**PAGE, **key}),
    ):
        assert answer.status_code == 403
        assert "Nyckeln räcker inte till" in answer.text
        assert 'href="/sign-in?next=/review"' in answer.text
        assert "<table" not in answer.text
