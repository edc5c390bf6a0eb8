"""A browser without the Custom Highlight API: the marks are elements, on the right letters."""

from __future__ import annotations

import pytest

from tests.browser.conftest import accessible, until, watched
from tests.browser.writing import DRAFT, settled, verdict, write

pytestmark = pytest.mark.browser

WITHOUT = "delete globalThis.Highlight; delete CSS.highlights;"
OVER = """() => {
    const [painted, area] = [document.querySelector(".painted"), document.querySelector("#text")];
    const style = one => { const s = getComputedStyle(one); return [s.font, s.padding,
        s.lineHeight, s.whiteSpace, s.overflowWrap, one.clientWidth].join() };
    const mark = getComputedStyle(painted.querySelector("mark"));
    return [style(painted) === style(area), painted.offsetTop === area.offsetTop,
        painted.offsetHeight === area.offsetHeight, mark.paddingLeft, mark.color]
}"""


@pytest.fixture
def without(chromium, address: str):
    with watched(chromium, address, locale="sv-SE") as page:
        page.add_init_script(WITHOUT)
        page.goto(address)
        page.wait_for_selector("html.live")
        assert page.evaluate("[typeof Highlight, typeof CSS.highlights]") == ["undefined"] * 2
        yield page


def marks(page) -> list[str]:
    return page.locator(".painted mark").all_text_contents()


def test_marks_are_elements_over_the_same_letters(without) -> None:
    write(without, f"{DRAFT}\n{'Vi har byggt broar. ' * 30}")
    assert {"070-174 06 05", "asa.ek@example.se"} <= set(marks(without))
    assert without.evaluate(OVER) == [True, True, True, "0px", "rgba(0, 0, 0, 0)"]
    assert without.evaluate("document.querySelector('.painted').textContent") == (
        without.locator("#text").input_value() + "\n"
    )
    accessible(without)


def test_marks_follow_what_is_written_before_the_answer(without) -> None:
    write(without, DRAFT)
    without.route("**/api/v1/check/text", lambda _: None)
    without.locator("#text").press("Control+Home")
    without.keyboard.type("Godmorgon <b>alla</b>! ")
    assert "070-174 06 05" in marks(without)
    shown = without.evaluate("document.querySelector('.painted').textContent")
    assert shown == without.locator("#text").input_value() + "\n"


def test_everything_else_works_too(without) -> None:
    write(without, "Elsa i 3B vann skolans stafett!")
    without.locator("#text").press("Control+Home")
    without.keyboard.press("F8")
    assert without.locator('.card[aria-current="true"] q').text_content() == "Elsa"
    without.get_by_role("button", name="Byt till ”En elev”").click()
    settled(without)
    assert marks(without) == ["3B"]
    without.locator("#undo button").click()
    until(without, "document.querySelectorAll('.painted mark').length === 2")
    with without.expect_response("**/api/v1/check/text"):
        without.locator("#text").fill("Kim har skyddad identitet och får inte synas på bilder.")
    without.wait_for_selector("#bar.blocked")
    assert verdict(without) == "Stoppat"
    assert marks(without) == []
