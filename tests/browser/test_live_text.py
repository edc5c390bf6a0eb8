"""Paste and see: the live form in a real browser."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import accessible, until
from tests.browser.writing import DRAFT, marked, settled, verdict, write

pytestmark = pytest.mark.browser

BLOCKED = "Kim har skyddad identitet och får inte synas på bilder."
OTHER_BLOCKED = "Alla i 5A utom Noor får vara med på fotot. Ring 070-174 06 05."


def test_one_click_replaces_and_undo_takes_it_back(live) -> None:
    write(live, "Elsa i 3B vann skolans stafett!")
    live.get_by_role("button", name="Byt till ”En elev”").click()
    assert live.locator("#text").input_value() == "En elev i 3B vann skolans stafett!"
    assert "Bytte ”Elsa” mot ”En elev”." in live.locator("#undo").text_content()
    live.locator("#undo button").click()
    assert live.locator("#text").input_value() == "Elsa i 3B vann skolans stafett!"
    settled(live)
    live.get_by_role("button", name="Byt till ”årskurs 3”").click()
    live.locator("#text").press("Control+z")
    assert live.locator("#text").input_value() == "Elsa i 3B vann skolans stafett!"


def test_the_focus_goes_on_to_the_next_card(live) -> None:
    write(live, "Elsa i 3B vann skolans stafett!")
    live.get_by_role("button", name="Byt till ”En elev”").press("Enter")
    until(live, "document.querySelectorAll('.card').length == 1")
    assert live.evaluate("document.activeElement.id") == "finding-1"
    write(live, "Ring 070-174 06 05.")
    live.get_by_role("button", name="Byt till ”[telefon]”").press("Enter")
    until(live, "document.querySelectorAll('.card').length == 0")
    assert live.evaluate("document.activeElement.id") == "live"


def test_nobody_is_for_this_visit(live, address: str) -> None:
    write(live, "Elsa vann skolans stafett!")
    with live.expect_response("**/api/v1/check/text") as asked:
        live.get_by_role("button", name="Det är ingen elev").click()
    assert asked.value.request.post_data_json["ignored"] == [{"entity": "PERSON", "text": "Elsa"}]
    settled(live)
    assert marked(live) == []
    assert verdict(live) == "Klart"
    live.locator(".ignored button").click()
    until(live, "document.querySelectorAll('.card').length == 1")
    assert "Elsa" not in live.evaluate("JSON.stringify(localStorage)")
    live.goto(address)
    write(live, "Elsa vann skolans stafett!")
    assert marked(live) == ["Elsa"]


def test_from_finding_to_finding_with_the_keyboard(live) -> None:
    write(live, DRAFT)
    live.locator("#text").press("Control+Home")
    live.keyboard.press("F8")
    chosen = "document.activeElement.value.slice(document.activeElement.selectionStart,"
    chosen += " document.activeElement.selectionEnd)"
    first = live.evaluate(chosen)
    assert first in marked(live)
    current = live.locator('.card[aria-current="true"] q')
    assert current.text_content() == first
    live.keyboard.press("F8")
    assert live.evaluate(chosen) != first
    live.keyboard.press("Shift+F8")
    assert live.evaluate(chosen) == first
    until(live, "document.querySelector('#said').textContent.startsWith('Fynd 1 av')")


def test_the_cleaned_text_is_copied(live) -> None:
    write(live, DRAFT)
    live.get_by_role("button", name="Kopiera rensad text").click()
    live.wait_for_selector(".cleaned textarea")
    copied = live.evaluate("navigator.clipboard.readText()")
    assert copied == live.locator(".cleaned textarea").input_value()
    assert "070-174 06 05" not in copied
    assert copied.startswith("Hej 😀👩‍👩‍👧!")


def test_the_law_is_one_click_away(live) -> None:
    write(live, "Ring Elsa på 070-174 06 05.")
    live.get_by_text("Vad säger lagen?").first.click()
    assert "GDPR" in live.locator(".card details[open]").text_content()


def test_a_block_is_calm_and_the_same_for_every_cause(live) -> None:
    shown = []
    for text in (BLOCKED, OTHER_BLOCKED):
        live.reload()
        live.wait_for_selector("html.live")
        write(live, text)
        assert verdict(live) == "Stoppat"
        assert marked(live) == []
        assert live.locator(".card").count() == 0
        assert live.get_by_role("button", name="Kopiera rensad text").count() == 0
        page = live.locator("main").inner_text().replace(text, "")
        shown.append(re.sub(r"\b[0-9a-f]{8}\b", "", page))
    assert shown[0] == shown[1]
    assert "rektor" in shown[0]
    accessible(live)


def test_after_a_block_nothing_is_checked_until_asked(live) -> None:
    write(live, BLOCKED)
    asked = []
    live.on("request", lambda request: asked.append(request.url))
    live.locator("#text").press("End")
    live.keyboard.type(" Hej")
    live.wait_for_timeout(500)
    assert asked == []
    with live.expect_response("**/api/v1/check/text"):
        live.get_by_role("button", name="Kontrollera igen").click()
    live.locator("#text").fill("")
    write(live, "Vi har byggt broar.")
    assert verdict(live) == "Klart"


@pytest.mark.parametrize(
    "attack",
    ['<script>alert("x")</script>', '</textarea><img src=x onerror="alert(1)">', "{{ 7 * 7 }}",
     "<b>fet</b> &amp; ${7*7}"],
)  # fmt: skip
def test_hostile_text_is_text(live, attack: str) -> None:
    write(live, f"{attack} ring Elsa på 070-174 06 05 {attack}")
    assert "070-174 06 05" in marked(live)
    assert live.evaluate("document.querySelector('.mirror').textContent").count(attack) == 2
    assert live.evaluate("document.querySelectorAll('main script, main img, main b').length") == 0


def test_the_verdict_changes_with_the_place(live) -> None:
    write(live, "Elsa i 3B vann skolans stafett!")
    assert "Öppen blogg (valt): Se över" in live.locator(".elsewhere").inner_text()
    with live.expect_response("**/api/v1/check/text"):
        live.get_by_role("button", name="Byt till Unikum").click()
    settled(live)
    assert verdict(live) == "Klart"
    assert live.locator("#destination").input_value() == "unikum"
    assert live.locator("#ask-protected_identity_checked").is_hidden()


def test_a_question_is_answered_where_it_is_asked(live) -> None:
    write(live, "Vi har byggt broar.")
    with live.expect_response("**/api/v1/check/text"):
        live.locator(".questions").get_by_role("button", name="Nej").click()
    settled(live)
    assert verdict(live) == "Publicera inte"


def test_choices_are_remembered_and_the_text_is_not(live) -> None:
    live.locator("#destination").select_option("vklass")
    live.locator("#document_type").select_option("newsletter")
    write(live, "Elsa i 3B vann skolans stafett!")
    kept = live.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    assert "vklass" in kept
    assert "Elsa" not in kept
    live.reload()
    live.wait_for_selector("html.live")
    assert live.locator("#destination").input_value() == "vklass"
    assert live.locator("#text").input_value() == ""
    live.get_by_text("Fler uppgifter").click()
    live.get_by_role("button", name="Glöm mina val").click()
    assert live.evaluate("localStorage.length") == 0


def test_a_service_that_is_gone_loses_nothing(live) -> None:
    live.route("**/api/v1/check/text", lambda route: route.abort("connectionrefused"))
    live.locator("#text").fill("Ring Elsa på 070-174 06 05.")
    live.wait_for_selector("#bar.trouble")
    assert "Det du skrivit är kvar" in live.locator("#bar").inner_text()
    accessible(live)
    live.unroute("**/api/v1/check/text")
    live.get_by_role("button", name="Försök igen").click()
    settled(live)
    assert "070-174 06 05" in marked(live)
    live.troubles.clear()


def test_who_is_signed_out_signs_in_beside(live) -> None:
    live.route("**/api/v1/check/text", lambda route: route.fulfill(status=401, json={}))
    live.locator("#text").fill("Hej")
    live.wait_for_selector("#bar.trouble a")
    assert live.locator("#bar a[href^='/sign-in']").get_attribute("target") == "_blank"
    live.troubles.clear()


def test_a_text_that_is_too_long_is_not_sent(live) -> None:
    live.locator("#text").fill("a" * 200_001)
    live.wait_for_selector("#bar.trouble")
    assert "200" in live.locator("#bar").inner_text()


def test_on_a_phone_the_answer_is_one_tap_away(live) -> None:
    live.set_viewport_size({"width": 375, "height": 700})
    write(live, DRAFT)
    link = live.get_by_role("link", name="Till svaret")
    assert "fynd" in link.text_content()
    link.click()
    until(live, "document.querySelector('#live').getBoundingClientRect().top < 300")
    bar, section = live.locator("#bar").bounding_box(), live.locator("#live").bounding_box()
    assert bar["y"] + bar["height"] <= section["y"]
    live.set_viewport_size({"width": 1280, "height": 900})
    assert link.is_hidden()
