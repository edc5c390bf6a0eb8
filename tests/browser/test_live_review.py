"""Many written assessments in the live page: drop, sort, open, change, save."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.browser.conftest import accessible, until, watched

pytestmark = pytest.mark.browser

FILE = Path(__file__).parents[2] / "samples" / "review-class-6a.csv"


@pytest.fixture
def review(chromium, address: str):
    with watched(chromium, address, locale="sv-SE") as page:
        page.goto(f"{address}/review")
        page.wait_for_selector("html.live")
        yield page


def rows_of(page) -> list[str]:
    return page.locator(".rows tbody tr").all_inner_texts()


def send(page, *lines: str, name: str = "omdömen.csv") -> None:
    text = "\n".join(("elev;omdöme", *lines))
    page.locator("#file").set_input_files(
        [{"name": name, "mimeType": "text/csv", "buffer": text.encode()}]
    )
    page.wait_for_selector("#reviewed:not([hidden])")


def test_a_file_becomes_a_table_by_need(review) -> None:
    review.locator("#file").set_input_files(FILE)
    review.wait_for_selector(".rows")
    rows = rows_of(review)
    assert "Se över" in rows[0]
    assert "Klart" in rows[-1]
    assert review.locator("#review-progress").is_hidden()
    assert "8 omdömen" in review.locator("#reviewed").inner_text()
    accessible(review)


def test_a_row_is_opened_changed_and_saved(review) -> None:
    review.locator("#file").set_input_files(FILE)
    review.wait_for_selector(".rows")
    before = review.locator(".rows tbody tr").first.inner_text()
    review.locator("button.open").first.click()
    review.wait_for_selector("#bar.review")
    accessible(review)
    review.get_by_role("button", name="Byt meningen").first.click()
    review.wait_for_selector("#bar.clear, #bar.review")
    until(review, "document.querySelector('#bar').getAttribute('aria-busy') == 'false'")
    changed = review.locator("#text").input_value()
    assert changed.startswith("Eleven visar")
    review.get_by_role("button", name="Klart med raden").click()
    review.wait_for_selector("#reviewed:not([hidden])")
    assert "ändrad" in review.locator(".rows").inner_text()
    assert before not in rows_of(review)
    with review.expect_download() as got:
        review.get_by_role("button", name="Hämta som Excel").click()
    book = load_workbook(BytesIO(Path(got.value.path()).read_bytes()))
    cells = [str(cell.value) for row in book.worksheets[0] for cell in row]
    assert changed in cells
    with review.expect_download() as got:
        review.get_by_role("button", name="Hämta som webbsida").click()
    assert got.value.suggested_filename == "granskning.html"
    assert changed[:20] in Path(got.value.path()).read_text("utf-8")


def test_undo_brings_the_sentence_back(review) -> None:
    send(review, "Alba;Alba är en glad och duktig tjej. Hon räknar med bråk.")
    review.locator("button.open").click()
    review.wait_for_selector("#bar.review")
    review.get_by_role("button", name="Byt meningen").first.click()
    assert review.locator("#text").input_value().endswith(" Hon räknar med bråk.")
    assert "tjej" not in review.locator("#text").input_value()
    review.locator("#undo button").click()
    text = review.locator("#text").input_value()
    assert text == "Alba är en glad och duktig tjej. Hon räknar med bråk."


def test_a_blocked_row_shows_nothing_of_itself(review) -> None:
    send(
        review, "Kim;Kim har skyddad identitet och får inte synas på bilder.", "Ada;Ada läser väl."
    )
    rows = rows_of(review)
    assert "Stoppat" in rows[0]
    assert "Kim" not in review.locator("#reviewed").inner_text()
    assert review.locator("button.open").count() == 1


def test_a_file_with_many_blocked_rows_is_not_shown(review) -> None:
    blocked = [f"P{n};Barn {n} har skyddad identitet och får inte synas." for n in range(6)]
    send(review, *blocked, "Ada;Ada läser väl.")
    assert "Stoppat" in review.locator("#reviewed").inner_text()
    assert review.locator(".rows").count() == 0
    assert "Ada" not in review.locator("#reviewed").inner_text()
    accessible(review)


def test_hostile_cells_are_text(review) -> None:
    attack = "<img src=x onerror=alert(1)> {{ 7 * 7 }}"
    send(review, f"{attack};{attack} Eleven är duktig.", name=f"{attack}.csv")
    assert attack in review.locator(".rows").inner_text()
    review.locator("button.open").click()
    assert attack in review.locator("#opened-title").text_content()
    assert review.locator("main img").count() == 0


def test_what_can_not_be_read_is_said(review) -> None:
    review.locator("#file").set_input_files(
        [{"name": "Omar.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}]
    )
    until(review, "document.querySelector('#review-trouble').textContent.includes('XLSX')")
    assert "Omar" not in review.locator("#review-trouble").text_content()
    review.troubles.clear()


def test_a_long_file_tells_how_far_it_is(review) -> None:
    review.evaluate("""() => { window.said = [];
        new MutationObserver(() => said.push(document.querySelector("#review-progress").innerText))
            .observe(document.querySelector("#review-progress"), {subtree: true, childList: true})
    }""")
    send(review, *(f"Elev {n};Eleven löser uppgifter med bråk på olika sätt." for n in range(60)))
    review.wait_for_selector(".rows")
    said = review.evaluate("said")
    assert any("av 60 omdömen" in one for one in said)


def test_what_was_written_last_is_not_lost(review) -> None:
    send(review, "Alba;Alba är en glad och duktig tjej.")
    review.locator("button.open").click()
    review.wait_for_selector("#bar.review")
    review.locator("#text").fill("Eleven löser uppgifter med bråk.")
    review.get_by_role("button", name="Klart med raden").click()
    review.wait_for_selector("#reviewed:not([hidden])")
    assert "Klart" in rows_of(review)[0]
    assert "ändrad" in rows_of(review)[0]
    review.locator("button.open").click()
    assert review.locator("#text").input_value() == "Eleven löser uppgifter med bråk."


def test_changed_rows_stay_when_the_language_changes(review) -> None:
    review.locator("#file").set_input_files(FILE)
    review.wait_for_selector(".rows")
    review.locator("button.open").first.click()
    review.wait_for_selector("#bar.review")
    with review.expect_response("**/api/v1/check/text"):
        review.locator("#text").fill("Eleven räknar med bråk.")
    review.get_by_role("link", name="English").click()
    review.wait_for_selector('html.live[lang="en"]')
    review.wait_for_selector("#opened:not([hidden])")
    assert review.locator("#text").input_value() == "Eleven räknar med bråk."
    review.get_by_role("button", name="Done with the row").click()
    review.wait_for_selector("#reviewed:not([hidden])")
    rows = rows_of(review)
    assert len(rows) == 8
    assert sum("(changed)" in row for row in rows) == 1
    with review.expect_download() as got:
        review.get_by_role("button", name="Excel").click()
    book = load_workbook(BytesIO(Path(got.value.path()).read_bytes()))
    cells = [str(cell.value) for row in book.worksheets[0] for cell in row]
    assert "Eleven räknar med bråk." in cells
