"""Pictures in the plain form: checked with the text, and handed back clean."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from bench import drawn
from bench.heif import heif, undecodable
from bench.hiding import PLACES
from integritetskoll.images import shown
from integritetskoll.images.open import read_image

SAMPLES = Path(__file__).parents[2] / "samples"
TAGGED = PLACES["jpeg xmp mwg region"]("Omar Al-Sayed")


def posted(client, path: str, *files: bytes, **fields: str):
    given = [("files", (f"Omar {n}.jpg", data, "image/jpeg")) for n, data in enumerate(files)]
    return client.post(path, files=given or [("files", ("", b""))], data=fields)


def test_a_picture_is_checked_with_the_text(client) -> None:
    page = posted(client, "/", TAGGED, text="Vi firade lucia.", destination="facebook").text
    assert "XMP:RegionName" in page
    assert "Omar Al-Sayed" in page
    assert "Vi firade lucia." in page


def test_a_picture_alone(client) -> None:
    answer = posted(client, "/", TAGGED, text="")
    assert answer.status_code == 200
    assert "XMP:RegionName" in answer.text


def test_no_picture_and_no_text(client) -> None:
    answer = posted(client, "/", text="")
    assert answer.status_code == 422


def test_line_ends_of_a_browser(client) -> None:
    page = posted(client, "/", text="Hej!\r\nElsa i 3B vann.").text
    assert "Hej!\nElsa" in page.replace("\r", "")


def test_a_clean_picture_to_download(client) -> None:
    answer = posted(client, "/clean", TAGGED)
    assert answer.headers["content-type"] == "image/jpeg"
    assert "Omar" not in answer.headers["content-disposition"]
    assert not read_image("", answer.content).fields


def test_several_clean_pictures_in_an_archive(client) -> None:
    answer = posted(client, "/clean", TAGGED, drawn.encoded("PNG"))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["bild-1-ren.jpg", "bild-2-ren.png"]
        assert not read_image("", archive.read("bild-1-ren.jpg")).fields


def test_what_can_not_be_cleaned(client) -> None:
    assert posted(client, "/clean").status_code == 422
    answer = posted(client, "/clean", TAGGED[:-30])
    assert answer.status_code == 422
    assert "rensa säkert" in answer.text


def test_what_is_blocked_gets_the_answer_and_no_copy(client) -> None:
    note = drawn.segment(0xFE, "Kim får inte vara med på bild, ni vet varför.".encode())
    answer = posted(client, "/clean", drawn.with_segments(drawn.encoded("JPEG"), note))
    assert answer.status_code == 409
    assert "Stoppat" in answer.text
    assert "Kim" not in answer.text


def test_a_script_gets_errors_as_json(client) -> None:
    asked = {"accept": "application/json"}
    files = [("files", ("bild.jpg", TAGGED[:-30], "image/jpeg"))]
    answer = client.post("/clean", files=files, headers=asked)
    assert answer.status_code == 422
    assert "rensa säkert" in answer.json()["detail"]


def test_a_text_that_is_blocked_gives_no_copy_of_its_pictures(client) -> None:
    text = "Kim har skyddad identitet och får inte synas på bilder."
    page = posted(client, "/clean", TAGGED, drawn.encoded("PNG"), text=text)
    assert page.status_code == 409
    assert "Stoppat" in page.text
    files = [("files", ("bild.jpg", TAGGED, "image/jpeg"))]
    asked = {"accept": "application/json"}
    answer = client.post("/clean", files=files, data={"text": text}, headers=asked)
    assert answer.status_code == 409
    assert answer.json() == {"detail": "Stoppat. Det här får inte publiceras eller skickas."}


def test_the_plain_page_tells_what_a_picture_says(client) -> None:
    tagged = (SAMPLES / "picture-tagged-dirty.jpg").read_bytes()
    page = posted(client, "/", tagged, text="").text
    for row in ("Var den togs", "När", "Av vem", "Vem som är utpekad", "2026-05-12 10:11:12"):
        assert row in page
    assert re.search(r'<circle class="point" r="3.5" cx="[\d.]+" cy="[\d.]+"/>', page)


def previewed(client, data: bytes, **query: str):
    return client.post("/preview", files=[("file", ("bild", data))], params=query)


def test_a_picture_that_the_browser_can_not_show(client) -> None:
    answer = previewed(client, drawn.encoded("TIFF"))
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "no-store"
    assert read_image("", answer.content).width == 320


def test_a_heic_is_shown_only_with_its_extra(client, monkeypatch) -> None:
    monkeypatch.setattr(shown, "PLUGINS", ("no_such_module",))
    data = heif([undecodable(64, 48)], brand=b"heic")
    answer = previewed(client, data)
    assert answer.status_code == 422
    assert "tillägget heic" in answer.json()["detail"]
    assert "needs the extra" in previewed(client, data, lang="en").json()["detail"]


def test_what_gives_no_preview(client) -> None:
    assert previewed(client, b"hej").status_code == 422
    assert client.post("/preview", files=[("file", ("", b""))]).status_code == 422
    assert client.post("/preview", json={}).status_code in {415, 422}
