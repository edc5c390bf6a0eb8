"""What real clients send is answered with the right words, and told to their pages."""

from __future__ import annotations

import pytest

from tests.api.languagetool.recorded import ADD_ONS, REQUESTS, Recorded
from tests.serving import HOME, client_of


@pytest.fixture(scope="module")
def client(checker):
    return client_of(checker, allowed_origins=ADD_ONS)


def ask(client, one: Recorded, **headers: str):
    # The whole address: one that begins with two slashes is another host to the client.
    sent = {**one.headers, **headers}
    return client.request(one.method, HOME + one.target, content=one.body.encode(), headers=sent)


@pytest.mark.parametrize("one", REQUESTS, ids=lambda one: one.client)
def test_a_recorded_request(client, one: Recorded) -> None:
    answer = ask(client, one)
    assert answer.status_code == 200, answer.text
    covered = one.covered(answer.json())
    assert set(one.words) <= set(covered)
    assert len(covered) == len(set(covered))
    if not one.words:
        assert covered == []
    assert answer.headers.get("access-control-allow-origin") == one.headers.get("Origin")


@pytest.mark.parametrize(
    "one", [one for one in REQUESTS if "Origin" in one.headers], ids=lambda one: one.client
)
def test_a_page_that_is_not_listed_gets_nothing(client, one: Recorded) -> None:
    answer = ask(client, one, Origin="https://evil.example.com")
    assert answer.status_code == 403
    assert answer.text.startswith("Fel: ")
    assert "access-control-allow-origin" not in answer.headers


def test_two_requests_for_one_text_give_each_finding_once(client) -> None:
    both = [one for one in REQUESTS if one.client.startswith("browser add-on, Chrome")][:2]
    first, second = (ask(client, one).json()["matches"] for one in both)
    assert first
    assert second == []


def test_every_request_says_where_it_comes_from() -> None:
    assert len(REQUESTS) >= 12
    assert all(one.source for one in REQUESTS)
    assert {one.headers["Origin"] for one in REQUESTS if "Origin" in one.headers} == set(ADD_ONS)
