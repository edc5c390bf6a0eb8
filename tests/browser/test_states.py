"""Every state of the pages, for everybody: axe finds nothing, nothing is wider than the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import accessible, until, watched

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).parents[2] / "samples"
DRAFT = (
    "Hej 😀!\n\nElsa Lindqvist i 3B på Granbackaskolan har diabetes. Ring 070-174 06 05.\n\n"
    f"Vi ses i Slottsskogen på torsdag kl 9! {'x' * 200}"
)
BLOCKED = "Kim har skyddad identitet och får inte synas på bilder."
TEXTS = {"idle": "", "stop": DRAFT, "clear": "Vi har byggt broar av spaghetti.", "blocked": BLOCKED}
LOOKS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True},
    "phone dark": {"viewport": {"width": 390, "height": 800}, "color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "still": {"reduced_motion": "reduce"},
    # 1280 pixels at 200 %.
    "zoomed": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
}

WHOLE = ("light", "phone dark")
"""The looks in which every state is looked at; the others have the longest answer."""


def answered(page) -> None:
    until(page, "document.querySelector('#bar').getAttribute('aria-busy') != 'true'")
    page.wait_for_selector("#bar:is(.clear, .review, .do_not_publish, .blocked)")


def without_scripts(page) -> None:
    """Let the page's own scripts be empty: axe, which looks at the plain page, is one too."""
    page.route("**/static/js/*", lambda r: r.fulfill(content_type="text/javascript", body=""))


def fits(page) -> None:
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert page.evaluate(wide)


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_of_the_form(chromium, address: str, look: str) -> None:
    with watched(chromium, address, **LOOKS[look]) as page:
        page.goto(address)
        page.wait_for_selector("html.live")
        for text in TEXTS.values() if look in WHOLE else [DRAFT]:
            page.locator("#text").fill("")
            if text:
                with page.expect_response("**/api/v1/check/text"):
                    page.locator("#text").fill(text)
                answered(page)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            accessible(page)
            fits(page)


@pytest.mark.parametrize("look", ["light", "phone dark", "zoomed"])
def test_pictures(chromium, address: str, look: str) -> None:
    with watched(chromium, address, **LOOKS[look]) as page:
        page.goto(f"{address}/?lang=en")
        page.wait_for_selector('html.live[lang="en"]')
        with page.expect_response("**/draft?lang=*"):
            page.locator("#files").set_input_files(
                [SAMPLES / "picture-tagged-dirty.jpg", SAMPLES / "picture-keyword.tif"]
            )
        answered(page)
        page.wait_for_timeout(300)
        accessible(page)
        fits(page)


@pytest.mark.parametrize("script", [True, False], ids=["live", "plain"])
@pytest.mark.parametrize("path", ["/help", "/help?lang=en", "/review", "/review?lang=en", "/docs"])
def test_the_other_pages(chromium, address: str, path: str, script: bool) -> None:
    for look in ("light", "dark"):
        with watched(chromium, address, **LOOKS[look]) as page:
            if not script:
                without_scripts(page)
            page.goto(f"{address}{path}")
            accessible(page)
            page.set_viewport_size({"width": 320, "height": 640})
            fits(page)


@pytest.mark.parametrize("text", [DRAFT, "Vi har byggt broar.", BLOCKED, " "])
def test_the_plain_form(chromium, address: str, text: str) -> None:
    for look in ("light", "dark", "phone"):
        with watched(chromium, address, **LOOKS[look]) as page:
            without_scripts(page)
            page.goto(address)
            page.locator("#text").fill(text)
            page.locator("#files").set_input_files(
                [SAMPLES / "picture-tagged-dirty.jpg"] if text == DRAFT else []
            )
            page.get_by_role("button", name="Kontrollera", exact=True).click()
            page.wait_for_load_state()
            assert page.locator("#answer").count() == 1
            accessible(page)
            fits(page)
            page.troubles[:] = [one for one in page.troubles if "422" not in one]


def test_the_plain_review(chromium, address: str) -> None:
    with watched(chromium, address) as page:
        without_scripts(page)
        page.goto(f"{address}/review")
        page.locator("#file").set_input_files(SAMPLES / "review-class-6a.csv")
        page.get_by_role("button", name="Granska", exact=True).click()
        page.wait_for_load_state()
        assert page.locator(".rows tbody tr").count() == 8
        assert "duktig" in page.locator("mark").all_text_contents()
        accessible(page)
        page.locator("#file").set_input_files(SAMPLES / "review-class-6a.csv")
        with page.expect_download() as got:
            page.get_by_role("button", name="Hämta som Excel").click()
        assert got.value.suggested_filename == "granskning.xlsx"


def test_everything_is_reached_with_the_keyboard(live) -> None:
    with live.expect_response("**/api/v1/check/text"):
        live.locator("#text").fill("Elsa i 3B vann.")
    answered(live)
    live.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(60):
        live.keyboard.press("Tab")
        reached.add(live.evaluate("document.activeElement.textContent.trim().slice(0, 40)"))
        shown = live.evaluate("""() => { const s = getComputedStyle(document.activeElement);
            const frame = document.activeElement.closest(".mirrored");
            return document.activeElement === document.body || parseFloat(s.outlineWidth) >= 3
                || (frame && parseFloat(getComputedStyle(frame).outlineWidth) >= 3) }""")
        assert shown, live.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    wanted = {"Hoppa till texten", "Byt till ”En elev”", "Visa i texten", "Det är ingen elev",
              "Kopiera rensad text", "Byt till Unikum", "Vad säger lagen?"}  # fmt: skip
    assert wanted <= reached


def test_the_page_is_light(live) -> None:
    sizes = []
    live.on("response", lambda answer: sizes.append(len(answer.body())))
    live.reload()
    live.wait_for_selector("html.live")
    live.wait_for_load_state("networkidle")
    assert 20_000 < sum(sizes) <= 150_000


def test_nothing_runs_that_is_not_ours(live) -> None:
    refused = live.evaluate("""() => {
        const refused = [];
        const script = document.createElement("script");
        try { script.text = "window.hit = 1" } catch { refused.push("trusted types") }
        try { document.body.innerHTML = "<b>x</b>" } catch { refused.push("markup") }
        return new Promise(done => setTimeout(() => done([refused, window.hit]), 300))
    }""")
    assert "trusted types" in refused[0]
    assert "markup" in refused[0]
    assert refused[1] is None
    live.troubles.clear()
