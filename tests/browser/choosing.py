"""Choose pictures in the live form and wait for their answer."""

from __future__ import annotations

from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
TAGGED = SAMPLES / "picture-tagged-dirty.jpg"
CHECKED = "**/draft?lang=*"
DROP = """([name, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, {type: "image/jpeg"}));
    for (const kind of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true}));
}"""


def choose(page, *files) -> None:
    with page.expect_response(CHECKED):
        page.locator("#files").set_input_files(list(files))
    settled(page)


def settled(page) -> None:
    page.wait_for_selector("#bar:is(.clear, .review, .do_not_publish, .blocked, .trouble)")
    page.wait_for_selector('#bar[aria-busy="false"]')
