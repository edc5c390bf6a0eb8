"""Another language, another page: what was written stays."""

from __future__ import annotations

import pytest

from tests.browser.conftest import until
from tests.browser.writing import settled, verdict, write

pytestmark = pytest.mark.browser


def test_the_language_changes_and_the_text_stays(live) -> None:
    write(live, "Elsa i 3B vann skolans stafett!")
    live.get_by_role("button", name="English").click()
    live.wait_for_selector('html.live[lang="en"]')
    settled(live)
    assert live.locator("#text").input_value() == "Elsa i 3B vann skolans stafett!"
    assert verdict(live) == "Look it over"
    assert live.get_by_role("button", name="It is no pupil").count() == 1
    live.get_by_role("button", name="Svenska").click()
    live.wait_for_selector('html.live[lang="sv"]')
    settled(live)
    assert verdict(live) == "Se över"
    assert "lang" not in live.url


def test_what_was_judged_and_chosen_stays_in_another_language(live) -> None:
    live.get_by_text("Fler uppgifter").click()
    live.locator("#school").fill("Granbackaskolan")
    live.locator('#ask-protected_identity_checked input[value="yes"]').check()
    write(live, "Elsa vann skolans stafett!")
    with live.expect_response("**/api/v1/check/text"):
        live.get_by_role("button", name="Det är ingen elev").click()
    settled(live)
    live.get_by_role("button", name="English").click()
    live.wait_for_selector('html.live[lang="en"]')
    settled(live)
    assert verdict(live) == "Clear"
    assert "Elsa" in live.locator(".ignored").inner_text()
    assert live.locator("#school").input_value() == "Granbackaskolan"
    assert live.locator("#school").is_visible()
    assert live.locator('#ask-protected_identity_checked input[value="yes"]').is_checked()


def test_another_language_that_can_not_be_had_loses_nothing(live) -> None:
    write(live, "Elsa i 3B vann skolans stafett!")
    live.route("**/?lang=en", lambda route: route.abort("connectionrefused"))
    live.get_by_role("button", name="English").click()
    live.wait_for_selector("#bar.trouble")
    assert live.locator("#text").input_value() == "Elsa i 3B vann skolans stafett!"
    live.get_by_role("button", name="Försök igen").click()
    settled(live)
    live.troubles.clear()


def test_other_pages_open_beside_what_is_written(live) -> None:
    write(live, "Elsa i 3B vann skolans stafett!")
    with live.expect_popup() as beside:
        live.get_by_role("link", name="Hjälp").first.click()
    beside.value.wait_for_load_state()
    assert beside.value.url.endswith("/help")
    assert live.locator("#text").input_value() == "Elsa i 3B vann skolans stafett!"
    live.locator("#text").fill("")
    until(live, "document.querySelector('#bar').classList.contains('idle')")
    live.get_by_role("link", name="Hjälp").first.click()
    live.wait_for_url("**/help")
