"""Write in the live form and see what it marks."""

from __future__ import annotations

DRAFT = "Hej 😀👩‍👩‍👧!\n\nRing Åsa på 070-174 06 05 i kväll.\nMejla asa.ek@example.se och fråga."
MARKED = """() => ["low", "medium", "high"].flatMap(
    one => [...(CSS.highlights.get("finding-" + one) ?? [])].map(range => range.toString()))"""


def write(page, text: str) -> None:
    """Put a text into the area and wait for its answer."""
    with page.expect_response("**/api/v1/check/text"):
        page.locator("#text").fill(text)
    settled(page)


def settled(page) -> None:
    page.wait_for_selector('#bar[aria-busy="false"]')
    page.wait_for_selector("#bar:is(.clear, .review, .do_not_publish, .blocked)")


def marked(page) -> list[str]:
    return page.evaluate(MARKED)


def verdict(page) -> str:
    return page.locator(".bar-word").text_content()
