"""A service with a register and keys, in the browser: a block by an entry, a sign-in on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.hiding import PLACES
from integritetskoll.access.caller import Role
from tests.api.installation import key_of
from tests.browser.conftest import accessible, watched
from tests.browser.writing import verdict, write
from tests.register.conftest import TUVA, place_of, set_up
from tests.serving import Server, real_server

pytestmark = pytest.mark.browser

ENTRY = "I dag vann Tuva Kvistlind skolans stafett."
HINT = "Kim har skyddad identitet och får inte synas på bilder."
FILE = Path(__file__).parents[2] / "samples" / "review-class-6a.csv"
BESIDE = "Logga in på en ny flik"


def serving(folder: Path, **more: str):
    """A real server over the register in a folder."""
    named = {
        "INTEGRITETSKOLL_DATA": str(folder / "data"),
        "INTEGRITETSKOLL_REGISTER_KEY_FILE": str(folder / "key"),
    }
    (folder / "server").mkdir()
    return real_server(folder / "server", **named, **more)


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("registered")
    set_up(place_of(folder), TUVA)
    with serving(folder) as server:
        yield server


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """A server that trusts a proxy elsewhere: whoever comes from here needs a key."""
    folder = tmp_path_factory.mktemp("keyed")
    place = set_up(place_of(folder), TUVA)
    key = key_of(place, Role.REVIEWER)["authorization"].partition(" ")[2]
    with serving(folder, INTEGRITETSKOLL_TRUSTED_PROXY="10.0.0.0/8") as server:
        yield server, key


def alike(page, text: str) -> str:
    """What the page shows, without the text and the number of the answer."""
    shown = page.locator("body").inner_text().replace(text, "")
    return re.sub(r"\b[0-9a-f]{8}\b", "", shown)


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}], ids=["light", "dark"])
def test_an_entry_stops_a_draft_as_a_hint_does(chromium, registered: Server, look: dict) -> None:
    shown, drawn = [], []
    for text in (ENTRY, HINT):
        with watched(chromium, registered.address, **look) as page:
            page.goto(registered.address)
            page.wait_for_selector("html.live")
            write(page, text)
            assert verdict(page) == "Stoppat"
            assert page.locator(".card, .factors, .elsewhere, .cleaned textarea").count() == 0
            shown.append(alike(page, text))
            accessible(page)
            number = page.get_by_text("Uppge svarets nummer")
            hidden = [page.locator(".mirrored"), number]
            drawn.append(page.screenshot(mask=hidden, animations="disabled", caret="hide"))
    assert shown[0] == shown[1]
    assert "rektor" in shown[0]
    assert drawn[0] == drawn[1]


def test_the_plain_page_too(chromium, registered: Server) -> None:
    shown = []
    for text in (ENTRY, HINT):
        with watched(chromium, registered.address, java_script_enabled=False) as page:
            page.goto(registered.address)
            page.locator("#text").fill(text)
            page.get_by_role("button", name="Kontrollera", exact=True).click()
            page.wait_for_load_state()
            assert page.locator("#answer-heading").text_content() == "Stoppat"
            shown.append(alike(page, text))
    assert shown[0] == shown[1]


def test_an_entry_in_a_picture_stops_the_draft(chromium, registered: Server) -> None:
    data = PLACES["jpeg xmp mwg region"]("Tuva Kvistlind")
    with watched(chromium, registered.address) as page:
        page.goto(registered.address)
        page.wait_for_selector("html.live")
        write(page, "Vi har byggt broar.")
        with page.expect_response("**/draft?lang=*"):
            page.locator("#files").set_input_files(
                [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": data}]
            )
        page.wait_for_selector("#bar.blocked")
        assert page.locator(".tells, .face, .card").count() == 0
        assert "Kvistlind" not in page.locator("body").inner_text()


def sign_in(page, key: str) -> None:
    page.get_by_label("Nyckel").fill(key)
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_load_state()


def test_a_sign_in_leads_back(chromium, keyed: tuple[Server, str]) -> None:
    server, key = keyed
    with watched(chromium, server.address) as page:
        page.goto(f"{server.address}/review")
        assert page.url == f"{server.address}/sign-in?next=/review"
        accessible(page)
        sign_in(page, "wrong")
        assert page.get_by_role("alert").is_visible()
        sign_in(page, key)
        assert page.url == f"{server.address}/review"
        page.wait_for_selector("html.live")
        page.troubles.clear()  # the wrong key


def test_who_is_signed_out_while_writing_goes_on_after_signing_in_beside(
    chromium, keyed: tuple[Server, str]
) -> None:
    server, key = keyed
    with watched(chromium, server.address) as page:
        page.goto(server.address)
        sign_in(page, key)
        page.wait_for_selector("html.live")
        page.context.clear_cookies()
        page.locator("#text").fill("Ring 070-174 06 05.")
        page.wait_for_selector("#bar.trouble")
        accessible(page)
        with page.expect_popup() as popup:
            page.get_by_role("link", name=BESIDE).click()
        sign_in(popup.value, key)
        popup.value.close()
        page.bring_to_front()
        page.evaluate("dispatchEvent(new Event('focus'))")
        page.wait_for_selector("#bar:is(.review, .do_not_publish)")
        assert page.locator("#text").input_value() == "Ring 070-174 06 05."
        page.troubles.clear()  # the answers 401


def test_a_review_of_who_is_signed_out(chromium, keyed: tuple[Server, str]) -> None:
    server, key = keyed
    with watched(chromium, server.address) as page:
        page.goto(f"{server.address}/review")
        sign_in(page, key)
        page.wait_for_selector("html.live")
        page.context.clear_cookies()
        page.locator("#file").set_input_files(FILE)
        page.wait_for_selector("#review-trouble a")
        assert page.locator("#review-trouble a").get_attribute("href") == "/sign-in?next=%2Freview"
        accessible(page)
        with page.expect_popup() as popup:
            page.get_by_role("link", name=BESIDE).click()
        sign_in(popup.value, key)
        assert popup.value.url == f"{server.address}/review"
        page.get_by_role("button", name="Granska", exact=True).click()
        page.wait_for_selector(".rows")
        assert page.locator("#review-trouble").text_content() == ""
        page.troubles.clear()


@pytest.mark.parametrize("button", ["Kontrollera", "Hämta rensade bilder"])
def test_a_plain_form_of_who_is_signed_out_keeps_its_text(
    chromium, keyed: tuple[Server, str], button: str
) -> None:
    server, key = keyed
    with watched(chromium, server.address, java_script_enabled=False) as page:
        page.goto(server.address)
        sign_in(page, key)
        page.locator("#text").fill("Ring Elsa.")
        page.context.clear_cookies()
        page.get_by_role("button", name=button, exact=True).click()
        page.wait_for_load_state()
        assert "utloggad" in page.locator("#answer").inner_text()
        assert page.locator("#text").input_value() == "Ring Elsa."
        with page.expect_popup() as popup:
            page.get_by_role("link", name=BESIDE).click()
        sign_in(popup.value, key)
        page.get_by_role("button", name="Kontrollera", exact=True).click()
        page.wait_for_load_state()
        assert page.locator("mark").first.text_content() == "Elsa"
        page.troubles.clear()


def test_a_plain_review_of_who_is_signed_out(chromium, keyed: tuple[Server, str]) -> None:
    server, key = keyed
    with watched(chromium, server.address, java_script_enabled=False) as page:
        page.goto(f"{server.address}/review")
        sign_in(page, key)
        page.context.clear_cookies()
        page.locator("#file").set_input_files(FILE)
        page.get_by_role("button", name="Granska", exact=True).click()
        page.wait_for_load_state()
        assert "utloggad" in page.locator("#review-trouble").inner_text()
        assert page.get_by_role("link", name=BESIDE).is_visible()
        page.troubles.clear()
