"""A real Chromium against a real server: pages without JavaScript, and pages alive."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.serving import real_server

SWITCH = "INTEGRITETSKOLL_TEST_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome")
AXE = Path(__file__).with_name("axe") / "axe.min.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get(SWITCH) == "1":
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=f"switched on by {SWITCH}=1"))


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory):
    with real_server(tmp_path_factory.mktemp("server")) as server:
        yield server.address


@pytest.fixture(scope="session")
def driver() -> Iterator:
    """Playwright itself, of which there can be only one at a time."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is there

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver) -> Iterator:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    browser = driver.chromium.launch(
        executable_path=program, args=["--no-sandbox", "--disable-gpu"]
    )
    yield browser
    browser.close()


@contextmanager
def watched(chromium, address: str, **options) -> Iterator:
    """A page that fails the test on any error, or any request that leaves for elsewhere.

    What a browser's policy for content refuses is such an error. A test that provokes one takes
    it off `page.troubles`.
    """
    context = chromium.new_context(**options)
    page = context.new_page()
    troubles: list[str] = []
    page.troubles = troubles
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    # A page that is left may stop asking for its icon, and a check is given up when one writes on.
    page.on(
        "requestfailed",
        lambda request: "ABORTED" in request.failure or troubles.append(f"failed: {request.url}"),
    )
    page.on(
        "request",
        lambda request: request.url.startswith((address, "blob:")) or troubles.append(request.url),
    )
    yield page
    context.close()
    assert troubles == []


@pytest.fixture
def page(chromium, address: str):
    """The form without JavaScript."""
    with watched(chromium, address, java_script_enabled=False) as page:
        page.goto(address)
        yield page


@pytest.fixture
def live(chromium, address: str):
    """The form as most people meet it."""
    options = {"locale": "sv-SE", "viewport": {"width": 1280, "height": 900}}
    with watched(chromium, address, **options) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(address)
        page.wait_for_selector("html.live")
        yield page


def until(page, true: str, seconds: float = 15) -> None:
    """Wait for something to be true; Playwright's own way is evaluation, which a page refuses."""
    end = time.monotonic() + seconds
    while not page.evaluate(true):
        assert time.monotonic() < end, true
        page.wait_for_timeout(50)


def accessible(page) -> None:
    """Assert that axe finds nothing on the page as it stands."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']}).then(r => r.violations.map("
        "v => [v.id, v.nodes.map(n => n.html.slice(0, 160) + ' ' + n.failureSummary)]))"
    )
    assert found == []
