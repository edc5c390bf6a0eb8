"""A real Chromium, without JavaScript, against a real server."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.serving import real_server

SWITCH = "INTEGRITETSKOLL_TEST_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome")


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
def chromium():
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is there

    program = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, address: str):
    """A page that fails the test on any error, or any request that leaves for elsewhere."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    # A page that is left may stop asking for its icon; that is no failure.
    page.on(
        "requestfailed",
        lambda request: "ABORTED" in request.failure or troubles.append(f"failed: {request.url}"),
    )
    page.on(
        "request",
        lambda request: request.url.startswith(address) or troubles.append(request.url),
    )
    page.goto(address)
    yield page
    context.close()
    assert troubles == []
