"""From a keystroke to its finding marked, in a real browser: `python -m bench.typing`.

A server of its own, Chromium without a window, and a school text into which a phone number is
written at the end. Counted from the last key's `input` event to the frame in which the highlight
of the finding is set: the rest before a check, the check, and the drawing of the answer.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench import drawn
from bench.texts import school_text

ROUNDS = 25
LONGEST = 20
"""Seconds to wait for a mark, before it counts as one that never comes."""
NUMBER = "070-174 06 05"
LENGTHS = (200, 2_000, 20_000)
PICTURE: Any = {
    "name": "bild.jpg",
    "mimeType": "image/jpeg",
    "buffer": drawn.encoded("JPEG") + bytes(5_000_000),
}
"""What it says weighs as little as in any phone's picture; it is sent once."""
WATCH = """() => {
    const area = document.querySelector("#text");
    area.addEventListener("input", () => { window.began = performance.now(); });
    const set = CSS.highlights.set.bind(CSS.highlights);
    CSS.highlights.set = (name, marks) => {
        set(name, marks);
        if ([...marks].some(one => one.toString() === "NUMBER" && name !== "finding-current"))
            requestAnimationFrame(() => { window.took ??= performance.now() - window.began; });
    };
}""".replace("NUMBER", NUMBER)


def main() -> int:
    """Print medians for texts of several lengths, and what the page weighs."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is there

    real_server = import_module("tests.serving").real_server
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with (
        tempfile.TemporaryDirectory() as folder,
        real_server(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        print(f"page weight: {weight(page, server.address) / 1000:.0f} kB")
        page.evaluate(WATCH)
        for length in LENGTHS:
            report(page, length, f"{length:,} characters")
        page.locator("#files").set_input_files([PICTURE])
        page.wait_for_selector(".tells, .told .note")
        report(page, LENGTHS[1], f"{LENGTHS[1]:,} characters and a picture of 5 MB")
        browser.close()
    return 0


def report(page: Any, length: int, what: str) -> None:
    """Print how long it takes with a text of a length."""
    took = [typed(page, school_text(length)) for _ in range(ROUNDS)][3:]
    middle, most = median(took), quantiles(took, n=10)[-1]
    print(f"typing to marked finding, {what}: median {middle:.0f} ms, nine of ten {most:.0f} ms")


def weight(page: Any, address: str) -> int:
    """Return the bytes of everything that the page asks for before somebody writes."""
    answers: list[Any] = []

    def note(answer: Any) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(address)
    page.wait_for_selector("html.live")
    page.wait_for_load_state("networkidle")
    # Bodies are read here and not as they come: one that is asked for later, of a check that was
    # given up, never comes, and the browser can't be closed while somebody waits for it.
    page.remove_listener("response", note)
    return sum(len(answer.body()) for answer in answers)


def typed(page: Any, text: str) -> float:
    """Write the number after the text, key by key, and return the milliseconds to its mark."""
    area = page.locator("#text")
    area.fill("")
    area.fill(f"{text}\n\nRing {NUMBER[:-1]}")
    page.wait_for_selector('#bar[aria-busy="false"]:not(.idle)')
    page.evaluate("window.took = undefined")
    area.press("Control+End")
    page.keyboard.type(NUMBER[-1])
    end = time.monotonic() + LONGEST
    while page.evaluate("window.took ?? -1") < 0:
        if time.monotonic() > end:
            raise TimeoutError(page.locator("#bar").inner_text())
        page.wait_for_timeout(20)
    return float(page.evaluate("window.took"))


if __name__ == "__main__":
    sys.exit(main())
