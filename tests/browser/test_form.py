"""The form in a real browser without JavaScript: what a teacher sees."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

DRAFT = (
    "Hej 😀👩‍👩‍👧!\n\nRing Åsa på 070-174 06 05 i kväll.\n<b>Mejla</b> asa.ek@example.com & fråga."
)


def check(page, text: str) -> None:
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Kontrollera", exact=True).click()
    page.wait_for_load_state()


def test_a_draft_is_answered_with_marks_at_the_right_letters(page) -> None:
    check(page, DRAFT)
    marks = [mark.text_content() for mark in page.locator("mark").all()]
    assert "070-174 06 05" in marks
    assert "asa.ek@example.com" in marks
    assert page.locator("#answer-heading").text_content() in {"Se över", "Publicera inte"}
    shown = page.locator(".marked").evaluate(
        "node => [...node.childNodes].filter(n => n.nodeName != 'SUP')"
        ".map(n => n.textContent).join('')"
    )
    assert shown == DRAFT
    assert page.locator("#text").input_value() == DRAFT
    assert "070-174 06 05" not in page.locator("#redacted").input_value()


def test_a_mark_leads_to_its_card(page) -> None:
    check(page, "Ring Elsa på 070-174 06 05.")
    link = page.locator("sup a").last
    number = link.text_content()
    link.click()
    assert page.url.endswith(f"#finding-{number}")


def test_the_page_jumps_to_the_answer(page) -> None:
    check(page, "Vi har byggt broar av spaghetti.")
    assert page.url.endswith("#answer")
    assert page.locator("#answer-heading").text_content() == "Klart"


def test_the_language_changes_and_the_text_stays(page) -> None:
    check(page, "Ring Elsa på 070-174 06 05.")
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#text").input_value() == "Ring Elsa på 070-174 06 05."
    assert page.get_by_role("heading", name="What to do").is_visible()


def test_the_enter_key_checks_in_the_same_language(page) -> None:
    check(page, "Ring Elsa på 070-174 06 05.")
    page.get_by_text("Fler uppgifter").click()
    page.get_by_label("Skola").press("Enter")
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "sv"


def test_everything_is_reached_by_keyboard_and_seen(page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(3):
        page.keyboard.press("Tab")
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert int(re.sub(r"\D", "", width)) >= 3


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_is_wider_than_the_window(page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    check(page, f"{DRAFT} {'x' * 300} {'070-174 06 05 ' * 9}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
