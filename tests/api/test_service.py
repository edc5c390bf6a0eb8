"""Health, readiness, counts, and an installation that can't give a safe answer."""

from __future__ import annotations

import logging

import pytest

from integritetskoll.api.journal import Counts
from integritetskoll.policy.reader import standard_policy
from integritetskoll.settings import Settings
from tests.serving import client_of

CHECK = "/api/v1/check/text"


def test_health(client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}


def test_counts_have_no_verdict_and_no_path(checker) -> None:
    client = client_of(checker)
    client.post(CHECK, json={"text": "Elsa i 3B vann!"})
    client.post(CHECK, json={"text": ""})
    client.get("/Kanariefågel?text=Kanariefågel")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    lines = answer.text.splitlines()
    counted = 'integritetskoll_requests_total{method="POST",route="/api/v1/check/text",status='
    assert f'{counted}"200"}} 1' in lines
    assert f'{counted}"422"}} 1' in lines
    assert "anarie" not in answer.text
    assert "review" not in answer.text


def test_an_unknown_method_is_no_label_of_its_own() -> None:
    counts = Counts()
    counts.add("OTHER", "/", 405, 0.5)
    assert 'method="OTHER",route="/",status="405"} 1' in counts.exposition()


@pytest.fixture
def unsafe():
    """An installation that requires the register, which is not there."""
    return client_of(None, register_use="required")


def test_no_check_without_the_required_register(unsafe) -> None:
    for path in (CHECK, "/api/v1/redact/text"):
        answer = unsafe.post(path, json={"text": "Vi har byggt broar."})
        assert (answer.status_code, answer.json()["code"]) == (503, "register_missing")
    form = unsafe.post("/", data={"text": "Vi har byggt broar."})
    assert form.status_code == 503
    assert "Vi har byggt broar." in form.text
    assert "Klart" not in form.text
    assert unsafe.get("/readyz").status_code == 503
    assert unsafe.get("/healthz").status_code == 200
    assert unsafe.get("/api/v1/policy").json()["name"] == standard_policy().name


class Broken:
    """A checker that fails with the draft in its words."""

    policy = standard_policy()
    max_text = Settings().max_text

    def check(self, draft, **_):
        raise RuntimeError(draft.text)

    redact = check


@pytest.mark.parametrize("path", [CHECK, "/"])
def test_a_failure_tells_nothing_of_the_draft(path: str, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    client = client_of(Broken())
    sent = {"data": {"text": "Kanariefågel"}} if path == "/" else {"json": {"text": "Kanariefågel"}}
    answer = client.post(path, **sent)
    assert answer.status_code == 500
    assert answer.json()["code"] == "internal"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "RuntimeError at check" in caplog.text
    assert "Kanariefågel" not in answer.text + caplog.text
