"""Nothing of a draft is stored: not on disk, not in a log, not in what stays in memory."""

from __future__ import annotations

import functools
import gc
import json
import logging
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from integritetskoll.api.models import CheckRequest, IgnoredIn
from integritetskoll.domain.draft import Context, Draft, Ignored
from integritetskoll.domain.finding import Finding
from integritetskoll.web.fields import Fields
from tests.promises.conftest import CANARY, DRAFT, traces_in
from tests.serving import client_of, quiet_environment, real_server

JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}
CHECK, REDACT = "/api/v1/check/text", "/api/v1/redact/text"
REVIEW = "/api/v1/review"


MULTIPART = {"content-type": "multipart/form-data; boundary=x"}


def uploads() -> list[tuple[str, bytes, dict[str, str]]]:
    """Files to review, one over the megabyte above which Starlette would spool to disk."""

    def part(name: str, content: bytes) -> bytes:
        head = f'--x\r\ncontent-disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        return head.encode() + content + b"\r\n--x--\r\n"

    rows = b"Namn;Text\n" + f"{CANARY};{DRAFT}\n".replace("\n", " ").encode() + b"\n"
    padded = rows + b"x;" + b" " * 1_300_000 + b"\n"
    lines = {**MULTIPART, "accept": "application/x-ndjson"}
    return [
        ("/review", part(f"{CANARY}.csv", rows), MULTIPART),
        ("/review", part(f"{CANARY}.csv", padded), lines),
        ("/review", part(f"{CANARY}.pdf", DRAFT.encode()), lines),
        ("/clean", part(f"{CANARY}.jpg", DRAFT.encode()), MULTIPART),
        (REVIEW, part(f"{CANARY}.csv", rows), MULTIPART),
        (REVIEW, part("b.csv", padded), MULTIPART),
        (REVIEW, part(f"{CANARY}.xlsx", DRAFT.encode()), MULTIPART),
        (REVIEW, part(f"{CANARY}.pdf", DRAFT.encode()), MULTIPART),
    ]


def requests() -> list[tuple[str, bytes | None, dict[str, str]]]:
    """The draft through every door and into every error, as path, body and headers."""
    query = urllib.parse.urlencode({"text": DRAFT, "wording": CANARY})
    fields = urllib.parse.urlencode({"text": DRAFT, "school": CANARY}).encode()
    right = json.dumps({"text": DRAFT, "context": {"school": CANARY}}).encode()
    asked = urllib.parse.urlencode({"text": DRAFT, "language": "sv", "apiKey": CANARY})
    presidio = json.dumps({"text": DRAFT, "language": "sv", "return_decision_process": True})
    large = json.dumps({"text": DRAFT * 7000}).encode()
    return [
        (CHECK, right, JSON),
        (REDACT, right, JSON),
        ("/", fields, FORM),
        ("/?lang=en", fields, FORM),
        (CHECK, right[:-3], JSON),
        (CHECK, right + b"\xff", JSON),
        (CHECK, right, {"content-type": CANARY}),
        (CHECK, json.dumps({CANARY: DRAFT}).encode(), JSON),
        (CHECK, json.dumps({"text": "x", "context": {"destination": CANARY}}).encode(), JSON),
        (CHECK, json.dumps({"text": [DRAFT]}).encode(), JSON),
        (CHECK, json.dumps({"text": DRAFT * 1000}).encode(), JSON),
        (CHECK, large, JSON),
        ("/", b"text=" + large, FORM),
        ("/", b"--x\r\n" + large, {"content-type": "multipart/form-data; boundary=x"}),
        (CHECK, right, {**JSON, "origin": f"https://{CANARY}.example.com"}),
        (CHECK, right, {**JSON, "host": f"{CANARY}.example.com"}),
        *uploads(),
        (f"/{CANARY}?{query}", None, {}),
        (f"{CHECK}?{query}", None, {}),
        (f"/?{query}", None, {}),
        (f"/api/v1/policy?{query}", None, {}),
        (f"/static/{CANARY}.css?{query}", None, {}),
        (f"/v2/check?{asked}", None, {}),
        ("/v2/check", asked.encode(), FORM),
        ("/v2/check", f"text={DRAFT}&language=sv-SE".encode(), FORM),
        (f"/v2/{CANARY}/{CANARY}/check", asked.encode(), FORM),
        ("/v2/check", f"text={DRAFT}".encode(), FORM),
        ("/v2/check", f"language=sv&data={CANARY}".encode(), FORM),
        ("/analyze", presidio.encode(), JSON),
        ("/analyze", presidio.encode()[:-9], JSON),
        ("/anonymize", presidio.encode(), JSON),
        ("/healthz", None, {"x-draft": CANARY, "user-agent": CANARY}),
    ]


def send(address: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, bytes]:
    request = urllib.request.Request(address, body, headers)  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()
    except (urllib.error.URLError, ConnectionError):
        # The server may close a connection whose body it refuses to read.
        return 413, b""


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def must_be_clean(folder: Path) -> None:
    for name in ("home", "tmp", "cwd"):
        assert files_in(folder / name) == [], name
    for path in files_in(folder):
        assert not traces_in(path.read_bytes()), path


@pytest.mark.slow
def test_a_server_leaves_nothing_behind(tmp_path: Path) -> None:
    statuses = []
    with real_server(tmp_path) as server:
        for path, body, headers in requests():
            status, answer = send(server.address + path, body, headers)
            statuses.append(status)
            if status >= 400 and b"<html" not in answer:
                assert not traces_in(answer), (path, status)
        metrics = send(f"{server.address}/metrics", None, {})[1]
        log = server.log()
    assert {200, 403, 404, 405, 413, 415, 422} <= set(statuses)
    assert 500 not in statuses
    assert not traces_in(metrics)
    assert "POST /api/v1/check/text 200" in log
    assert "?" not in log
    must_be_clean(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("check", "-"), ("check", "--json", "-"), ("redact", "-")])
def test_a_command_leaves_nothing_behind(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    environment = quiet_environment(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "integritetskoll.cli", *arguments],
        input=DRAFT.encode(),
        capture_output=True,
        env=environment,
        cwd=tmp_path / "cwd",
        check=False,
    )
    assert done.returncode in {0, 1, 2}, done.stderr
    assert not done.stderr
    must_be_clean(tmp_path)


def test_no_logger_hears_of_it(checker, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for logger in list(logging.Logger.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            logger.setLevel(logging.DEBUG)
    client = client_of(checker)
    for path, body, headers in requests():
        client.request("GET" if body is None else "POST", path, content=body, headers=headers)
    # The client's own log of addresses is not the service's.
    heard = [r.getMessage() for r in caplog.records if not r.name.startswith(("httpx", "httpcore"))]
    assert heard
    assert not traces_in("\n".join(heard).encode())


def test_validation_errors_do_not_echo(checker) -> None:
    client = client_of(checker)
    for path, body, headers in requests():
        method = "GET" if body is None else "POST"
        answer = client.request(method, path, content=body, headers=headers)
        if answer.status_code >= 400 and "html" not in answer.headers["content-type"]:
            assert not traces_in(answer.content), path


def test_the_string_store_learns_no_word(checker) -> None:
    vocabulary = checker.analyzer._nlp.vocab
    checker.redact(Draft(DRAFT))
    before = len(vocabulary.strings)
    words = [f"{CANARY}{number}" for number in range(200)]
    checker.redact(Draft(f"{DRAFT} {' '.join(words)}"))
    assert len(vocabulary.strings) == before
    assert not {CANARY, *words, *DRAFT.split()[:2]} & set(vocabulary.strings)
    assert not any(word in vocabulary for word in words)


def caches() -> dict[str, int]:
    """How much our own functions remember."""
    gc.unfreeze()  # what a start leaves to itself is looked at here
    wrappers = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    return {
        f"{one.__module__}.{one.__qualname__}": one.cache_info().currsize
        for one in wrappers
        if str(getattr(one, "__module__", "")).startswith("integritetskoll")
    }


def test_no_cache_keeps_a_word(checker) -> None:
    checker.redact(Draft(DRAFT))
    before = caches()
    assert before
    names = [f"{first}v{second}ksandra" for first in "KTSDLM" for second in ("i", "a", "ei")]
    for name in names:
        checker.redact(Draft(DRAFT.replace(CANARY, name)))
    # What is read and compiled at first use may still come; a word kept each time may not.
    grown = {name: size - before.get(name, 0) for name, size in caches().items()}
    assert not {name: size for name, size in grown.items() if size >= len(names) / 2}


@pytest.mark.parametrize(
    "thing",
    [
        Draft(DRAFT, Context(), (Ignored("PERSON", CANARY),)),
        Ignored("PERSON", CANARY),
        Finding("PERSON", 0, 11, 0.9, "person_name", CANARY, facts={"given": CANARY}),
        Fields(text=DRAFT),
        CheckRequest(text=DRAFT, ignored=[IgnoredIn(entity="PERSON", text=CANARY)]),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_repr_hides_the_text(thing: object) -> None:
    assert not traces_in(repr(thing).encode())


def test_repr_of_what_comes_out_hides_the_text(checker) -> None:
    done = checker.redact(Draft(DRAFT))
    assert not traces_in(repr(done).encode())
    assert not traces_in(repr(checker.analyzer.analyze(DRAFT)).encode())
