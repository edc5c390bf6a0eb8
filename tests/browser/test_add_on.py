"""An add-on in a real Chromium asks as the LanguageTool add-on does; its origin is listed or not.

The add-on has no permission for the address, so that the browser's own rules (CORS) hold.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.languagetool.recorded import REQUESTS
from tests.browser.conftest import NAMES
from tests.serving import real_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
(RECORDED,) = [one for one in REQUESTS if one.client == "browser add-on, Chrome"]
MANIFEST = {
    "manifest_version": 3, "name": "Asks", "version": "1",
    "background": {"service_worker": "worker.js"},
}  # fmt: skip
ASK = """async ({ address, target, body, headers }) => {
    try {
        const answer = await fetch(address + target, { method: "POST", body, headers });
        return { status: answer.status, text: await answer.text() };
    } catch (error) { return { refused: error.name }; }
}"""


def origin_of(folder: Path) -> str:
    """The origin that Chromium gives to an unpacked add-on, by the path where it lies."""
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:32]
    return "chrome-extension://" + "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


@pytest.fixture(scope="module")
def add_on(driver, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[object, str]]:
    folder = tmp_path_factory.mktemp("add-on").resolve()
    (folder / "manifest.json").write_text(json.dumps(MANIFEST), "utf-8")
    (folder / "worker.js").write_text("// asked from outside\n", "utf-8")
    program = next(filter(None, map(shutil.which, NAMES)), None)
    loaded = [f"--load-extension={folder}", f"--disable-extensions-except={folder}"]
    context = driver.chromium.launch_persistent_context(
        str(tmp_path_factory.mktemp("profile")), executable_path=program, headless=False,
        args=["--headless=new", "--no-sandbox", "--disable-gpu", *loaded],
    )  # fmt: skip
    workers = context.service_workers
    worker = workers[0] if workers else context.wait_for_event("serviceworker")
    yield worker, origin_of(folder)
    context.close()


def ask(worker, address: str, **headers: str) -> dict:
    kind = {"content-type": RECORDED.headers["Content-Type"], **headers}
    given = {"address": address, "target": RECORDED.target, "body": RECORDED.body, "headers": kind}
    return worker.evaluate(ASK, given)


def test_a_listed_add_on_gets_the_findings(add_on, tmp_path: Path) -> None:
    worker, origin = add_on
    assert worker.url.startswith(origin)
    with real_server(tmp_path, INTEGRITETSKOLL_ALLOWED_ORIGINS=origin) as server:
        answer = ask(worker, server.address)
        # A header beyond the simple ones makes the browser ask with OPTIONS first.
        keyed = ask(worker, server.address, authorization="Bearer none")
        log = server.log()
    assert answer["status"] == 200
    assert set(RECORDED.words) <= set(RECORDED.covered(json.loads(answer["text"])))
    assert keyed["status"] == 401
    assert keyed["text"].startswith(("Fel: ", "Error: "))
    assert "OPTIONS" in log


def test_an_add_on_that_is_not_listed_gets_nothing(add_on, address: str) -> None:
    worker, _ = add_on
    assert ask(worker, address) == {"refused": "TypeError"}
    assert ask(worker, address, authorization="Bearer none") == {"refused": "TypeError"}
