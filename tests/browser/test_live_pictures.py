"""Pictures in the live form: dropped, pasted, chosen; what they tell; clean copies."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from bench import drawn
from bench.heif import heif, undecodable
from bench.hiding import PLACES
from integritetskoll.images import shown
from integritetskoll.images.open import read_image
from tests.browser.choosing import CHECKED, DROP, SAMPLES, TAGGED, choose, settled
from tests.browser.conftest import accessible, until

pytestmark = pytest.mark.browser

FACE = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/'
    '22-rdf-syntax-ns#"><rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/'
    'schemas/regions/" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"><mwg-rs:Regions '
    'rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<mwg-rs:Name>Omar Al-Sayed</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type><mwg-rs:Area "
    'stArea:x="0.2" stArea:y="0.3" stArea:w="0.2" stArea:h="0.2" stArea:unit="normalized"/>'
    "</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF>"
    "</x:xmpmeta>"
)
PASTE = """([name, bytes, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, {type: "image/png"}));
    if (text) data.setData("text/plain", text);
    return document.querySelector("#text").dispatchEvent(
        new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def test_a_picture_tells_what_its_file_says(live) -> None:
    choose(live, TAGGED)
    told = live.locator(".tells").inner_text()
    for row in ("Var den togs", "När", "Av vem", "Vem som är utpekad", "Tindra Kvistberg"):
        assert row in told
    assert "2026-05-12" in told
    assert live.locator(".map .point").get_attribute("cx")
    assert live.locator(".face").count() == 1
    assert live.locator(".frame img").evaluate("one => one.naturalWidth") > 0
    accessible(live)


def test_what_the_browser_can_not_show_is_decoded(live, tmp_path: Path) -> None:
    (tmp_path / "bild.tif").write_bytes(drawn.encoded("TIFF"))
    choose(live, tmp_path / "bild.tif")
    until(live, "document.querySelector('.frame img')?.naturalWidth === 320")


def test_a_heic_has_a_preview_or_says_why_not(live, tmp_path: Path) -> None:
    (tmp_path / "bild.heic").write_bytes(heif([undecodable(64, 48)], brand=b"heic"))
    choose(live, tmp_path / "bild.heic")
    live.wait_for_selector(".frame .note")
    wanted = "tillägget heic" if shown.heic_plugin() is None else "går inte att visa"
    assert wanted in live.locator(".frame .note").inner_text()
    assert all("422" in trouble for trouble in live.troubles)
    live.troubles.clear()


def test_pictures_are_dropped_and_pasted(live) -> None:
    with live.expect_response(CHECKED):
        live.evaluate(DROP, ["Omar i 7B.jpg", list(drawn.encoded("JPEG"))])
    with live.expect_response(CHECKED):
        live.evaluate(PASTE, ["image.png", list(drawn.encoded("PNG"))])
    settled(live)
    titles = live.locator(".picture h2").all_text_contents()
    assert titles == ["Bild 1: Omar i 7B.jpg", "Bild 2: image.png"]
    assert "Omar" in live.locator(".tells").first.inner_text()


def test_two_files_of_one_name_are_told_apart(live) -> None:
    again = {"name": TAGGED.name, "mimeType": "image/jpeg", "buffer": TAGGED.read_bytes()}
    choose(live, TAGGED)
    choose(live, again)
    titles = live.locator(".picture h2").all_text_contents()
    assert titles[1] == f"Bild 2: {TAGGED.stem} (2).jpg"
    assert live.locator(".tells").count() == 2


def test_a_clean_copy_is_downloaded(live) -> None:
    choose(live, TAGGED)
    with live.expect_download() as got:
        live.get_by_role("button", name="Ladda ner rensad bild").click()
    assert got.value.suggested_filename == "bild-ren.jpg"
    assert not read_image("", Path(got.value.path()).read_bytes()).fields


def test_all_clean_copies_as_one_archive(live) -> None:
    choose(live, TAGGED, SAMPLES / "picture-file-name.png")
    with live.expect_download() as got:
        live.get_by_role("button", name="Ladda ner alla rensade (ZIP)").click()
    with zipfile.ZipFile(got.value.path()) as archive:
        assert archive.namelist() == ["bild-1-ren.jpg", "bild-2-ren.png"]


def test_what_is_blocked_shows_nothing_and_gives_no_copy(live) -> None:
    choose(live, TAGGED)
    assert live.locator(".tells").count() == 1
    with live.expect_response(CHECKED):
        live.locator("#text").fill("Kim har skyddad identitet och får inte synas på bilder.")
    until(live, "document.querySelector('#bar').classList.contains('blocked')")
    assert live.locator(".tells, .face, .map, .card").count() == 0
    assert not live.get_by_role("button", name="rensad").filter(visible=True).count()


@pytest.mark.parametrize(("orientation", "turned"), [(1, False), (3, False), (6, True), (8, True)])
def test_faces_are_drawn_as_the_picture_is_shown(live, orientation: int, turned: bool) -> None:
    picture = Image.new("RGB", (400, 200), "#88aacc")
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.save(out, "JPEG", exif=exif.tobytes())
    part = drawn.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + FACE.encode())
    data = drawn.with_segments(out.getvalue(), part)
    choose(live, {"name": "bild.jpg", "mimeType": "image/jpeg", "buffer": data})
    face = live.locator(".face")
    assert face.count() == 1
    place = face.evaluate(
        "one => ['left', 'top', 'width', 'height'].map(p => Math.round(parseFloat(one.style[p])))"
    )
    assert place == {
        1: [10, 20, 20, 20], 3: [70, 60, 20, 20], 6: [60, 10, 20, 20], 8: [20, 70, 20, 20]
    }[orientation]  # fmt: skip
    size = live.locator(".frame img").evaluate("one => [one.naturalWidth, one.naturalHeight]")
    assert size == ([200, 400] if turned else [400, 200])


def test_hostile_names_of_files_are_text(live) -> None:
    name = '<img src=x onerror=alert(1)> {{ 7 * 7 }}"\r\nSet-Cookie: a=1.jpg'
    with live.expect_response(CHECKED):
        live.evaluate(DROP, [name, list(PLACES["jpeg xmp mwg region"]("<b>Omar Al-Sayed</b>"))])
    settled(live)
    assert name in live.locator(".picture h2").text_content()
    assert live.locator("main b, .picture h2 img").count() == 0


def test_a_picture_that_is_too_large_is_not_sent(live) -> None:
    large = {"name": "stor.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8" * 12_600_000}
    live.locator("#files").set_input_files([large])
    until(live, "document.querySelector('#picture-trouble').textContent.includes('25 MB')")
    assert live.locator(".picture").count() == 0


def test_a_picture_is_removed(live) -> None:
    live.locator("#text").fill("Vi har byggt broar.")
    choose(live, TAGGED)
    with live.expect_response("**/api/v1/check/text"):
        live.get_by_role("button", name="Ta bort bilden").click()
    settled(live)
    assert live.locator(".picture").count() == 0
    assert live.locator(".bar-word").text_content() == "Klart"


def test_the_questions_about_pictures_come_with_pictures(live) -> None:
    assert live.locator("#ask-images_recognisable").is_hidden()
    choose(live, SAMPLES / "picture-file-name.png")
    assert live.locator("#ask-images_recognisable").is_visible()
    assert live.locator("#ask-images_approved").is_hidden()
    with live.expect_response(CHECKED):
        live.locator('#ask-images_recognisable input[value="yes"]').check()
    assert live.locator("#ask-images_approved").is_visible()


def test_a_text_that_brings_a_picture_of_itself_is_pasted_as_text(live) -> None:
    picture = list(drawn.encoded("PNG"))
    untouched = live.evaluate(PASTE, ["image.png", picture, "Elsa vann."])
    assert untouched  # the browser goes on and pastes the text
    assert live.locator(".picture").count() == 0
    assert not live.evaluate(PASTE, ["image.png", picture])
    live.wait_for_selector(".picture")


def test_faces_of_a_decoded_picture_are_drawn_as_it_is_shown(live) -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[700] = 6, FACE.encode()
    Image.new("RGB", (400, 200), "#88aacc").save(out, "TIFF", exif=exif)
    choose(live, {"name": "bild.tif", "mimeType": "image/tiff", "buffer": out.getvalue()})
    until(live, "document.querySelector('.frame img')?.naturalHeight === 400")
    style = live.locator(".face").get_attribute("style")
    assert [round(float(n)) for n in re.findall(r"([\d.]+)%", style)] == [60, 10, 20, 20]
