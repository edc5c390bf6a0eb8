"""A picture is sent once and held by the page: while one writes, slowly sent, in English."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from bench import drawn
from tests.browser.choosing import CHECKED, DROP, SAMPLES, TAGGED, choose, settled
from tests.browser.conftest import accessible, until
from tests.browser.writing import marked, verdict

pytestmark = pytest.mark.browser

LARGE = {
    "name": "stor.jpg",
    "mimeType": "image/jpeg",
    "buffer": TAGGED.read_bytes() + bytes(600_000),
}


def slowly(live) -> None:
    """Send no more than 200 kB a second."""
    network = live.context.new_cdp_session(live)
    network.send("Network.enable")
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 200_000}
    network.send("Network.emulateNetworkConditions", slow)


def test_a_picture_is_sent_once_and_the_verdict_is_of_the_whole(live) -> None:
    choose(live, TAGGED)
    assert verdict(live) == "Publicera inte"
    sent = []
    live.on("request", lambda one: one.method == "POST" and sent.append(one.url))
    live.locator("#text").press("End")
    for words in ("Vi har byggt broar.", " Det var kul."):
        with live.expect_response(CHECKED):
            live.keyboard.type(words)
        settled(live)
        assert verdict(live) == "Publicera inte"
        assert live.locator(".tells").count() == 1
    assert sent
    assert {urlsplit(url).path for url in sent} == {"/draft"}
    with live.expect_response("**/api/v1/check/text"):
        live.get_by_role("button", name="Ta bort bilden").click()
    settled(live)
    assert verdict(live) == "Klart"


def test_line_ends_keep_marks_on_their_letters_beside_pictures(live) -> None:
    choose(live, TAGGED)
    with live.expect_response(CHECKED):
        live.locator("#text").fill("Hej 😀!\n\nVi\nses.\n\nRing 070-174 06 05.")
    settled(live)
    assert marked(live) == ["070-174 06 05"]


def test_a_slow_network_shows_how_far_it_is_and_marks_the_text_meanwhile(live) -> None:
    slowly(live)
    live.locator("#files").set_input_files([LARGE])
    until(live, "document.querySelector('#bar progress').value > 0.05")
    assert "Skickar bilderna" in live.locator("#bar").inner_text()
    with live.expect_response("**/api/v1/check/text"):
        live.locator("#text").fill("Ring 070-174 06 05.")
    until(live, "[...(CSS.highlights.get('finding-medium') ?? [])].length === 1")
    assert live.locator(".bar-word").text_content() == "Kontrollerar text och bilder …"
    assert live.locator("#bar").get_attribute("aria-busy") == "true"
    accessible(live)
    settled(live)
    assert verdict(live) == "Publicera inte"
    assert live.locator(".tells").count() == 1


def test_a_picture_that_is_removed_on_its_way_is_not_waited_for(live) -> None:
    live.route("**/reading?*", lambda _: None)
    live.locator("#files").set_input_files([TAGGED])
    live.wait_for_selector(".picture")
    live.locator("#text").fill("Vi har byggt broar.")
    live.wait_for_timeout(300)
    live.get_by_role("button", name="Ta bort bilden").click()
    settled(live)
    assert verdict(live) == "Klart"


def test_a_picture_that_can_not_be_read_says_so_and_is_never_clear(live) -> None:
    live.locator("#text").fill("Vi har byggt broar.")
    choose(live, {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff broken"})
    assert verdict(live) != "Klart"
    assert "trasig" in live.locator(".picture .told").inner_text()
    live.troubles.clear()  # no preview of it either


def test_pictures_stay_when_the_language_changes(live) -> None:
    live.locator("#text").fill("Elsa i 3B vann.")
    choose(live, TAGGED, SAMPLES / "picture-keyword.tif")
    until(live, "document.querySelectorAll('.frame img')[1]?.naturalWidth > 0")
    sent = []
    live.on("request", lambda one: one.method == "POST" and sent.append(one.url))
    with live.expect_response(CHECKED):
        live.get_by_role("button", name="English").click()
    settled(live)
    assert live.locator("html").get_attribute("lang") == "en"
    assert live.url.endswith("/?lang=en")
    assert live.locator("#text").input_value() == "Elsa i 3B vann."
    assert live.locator(".picture h2").first.text_content() == f"Picture 1: {TAGGED.name}"
    assert "Tindra Kvistberg" in live.locator(".tells").first.inner_text()
    assert {urlsplit(url).path for url in sent} == {"/draft"}
    until(live, "[...document.querySelectorAll('.frame img')].every(one => one.naturalWidth > 0)")
    assert live.evaluate("document.activeElement.textContent") == "Svenska"
    accessible(live)
    with live.expect_download():
        live.get_by_role("button", name="Download cleaned picture").first.click()
    live.keyboard.press("Enter")
    # What listens to the page listens once.
    with live.expect_response(CHECKED):
        live.evaluate(DROP, ["tredje.jpg", list(drawn.encoded("JPEG"))])
    settled(live)
    assert live.locator(".picture").count() == 3


def test_a_block_stays_while_pictures_are_on_their_way(live) -> None:
    slowly(live)
    live.locator("#files").set_input_files([LARGE])
    until(live, "document.querySelector('#bar progress').value > 0.05")
    live.locator("#text").fill("Kim har skyddad identitet och får inte synas på bilder.")
    live.wait_for_selector("#bar.blocked")
    live.wait_for_timeout(1_000)
    assert verdict(live) == "Stoppat"
    assert live.locator("#bar progress").is_hidden()
    assert live.locator(".card, .tells, .face").count() == 0
