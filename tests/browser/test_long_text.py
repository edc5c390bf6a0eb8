"""A text of 200,000 characters in the live form: marked right, and written in all the same."""

from __future__ import annotations

import pytest

from tests.browser.conftest import until
from tests.browser.writing import marked

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLAIN = "Vi har byggt broar av spaghetti 😀 och räknat på dem. "


def test_a_long_text_is_marked_at_the_right_letters(live) -> None:
    piece = PLAIN * 40
    number = "070-174 06 05"
    text = (piece + f"Ring {number}. é שלום ") * 95
    text = text[:199_900]
    with live.expect_response("**/api/v1/check/text", timeout=180_000):
        live.locator("#text").fill(text)
    until(live, "document.querySelector('#bar').getAttribute('aria-busy') == 'false'", 180)
    found = marked(live)
    assert found.count(number) == text.count(number)
    assert set(found) <= {number}
    live.locator("#text").press("Control+Home")
    live.keyboard.type("Nu ")
    assert marked(live).count(number) == text.count(number)
    live.keyboard.press("F8")
    chosen = live.evaluate("getSelection().toString()")
    assert chosen == number
