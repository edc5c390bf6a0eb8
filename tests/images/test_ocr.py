"""Text in the picture itself, where Tesseract is installed and switched on."""

from __future__ import annotations

import io
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from bench import drawn
from bench.heif import heif, undecodable
from integritetskoll.assemble import build_checker
from integritetskoll.domain.draft import Context, Draft, Image
from integritetskoll.errors import SettingsError
from integritetskoll.images import ocr
from integritetskoll.images.field import Field, Kind
from integritetskoll.settings import Settings

switched_on = pytest.mark.skipif(
    os.environ.get("INTEGRITETSKOLL_TEST_OCR") != "1", reason="Tesseract is switched off"
)


def board(text: str) -> bytes:
    """A whiteboard with a text on it."""
    image = Pillow.new("RGB", (1200, 300), "white")
    font = ImageFont.load_default(size=56)
    ImageDraw.Draw(image).multiline_text((40, 60), text, fill="black", font=font)
    return drawn.encoded("PNG", image)


def checked(checker, data: bytes):
    draft = Draft("", Context(), images=(Image("IMG_1.png", data),))
    return checker.check(draft)


@pytest.mark.ocr
@switched_on
def test_a_name_and_a_number_on_a_board(checker, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    looking = replace(checker, look=ocr.text_in)
    report = checked(looking, board("Tindra Kvistberg\n20100117-2384"))
    found = {f.entity for f in report.findings if f.source.field == "Picture:Text"}
    assert {"PERSON", "SE_PERSONNUMMER"} <= found
    assert not list(tmp_path.iterdir())


@pytest.mark.ocr
@switched_on
def test_a_landscape_reads_as_nothing(checker) -> None:
    looking = replace(checker, look=ocr.text_in)
    report = checked(looking, drawn.encoded("PNG", drawn.picture(1200, 900)))
    assert report.findings == ()


@pytest.mark.ocr
@switched_on
@pytest.mark.parametrize("form", ["AVIF", "WEBP", "TIFF", "GIF", "JPEG"])
def test_a_board_in_every_format(checker, form: str) -> None:
    whole = Pillow.open(io.BytesIO(board("Tindra Kvistberg\n20100117-2384"))).convert("RGB")
    report = checked(replace(checker, look=ocr.text_in), drawn.encoded(form, whole))
    found = {f.entity for f in report.findings if f.source.field == "Picture:Text"}
    assert {"PERSON", "SE_PERSONNUMMER"} <= found


def test_a_heic_that_nobody_decodes_is_never_clear(checker) -> None:
    looking = replace(checker, look=lambda _: None)
    data = heif([undecodable(640, 480)], brand=b"heic")
    assert checked(checker, data).verdict == "clear"
    assert checked(looking, data).verdict == "review"


def test_without_it_the_report_says_so(checker) -> None:
    lines = checked(checker, drawn.encoded("PNG")).footer
    assert any("inte läst" in line for line in lines)
    looking = replace(checker, look=lambda _: None)
    assert not any("inte läst" in line for line in checked(looking, drawn.encoded("PNG")).footer)


def test_noise_is_no_name(checker) -> None:
    noise = Field(ocr.NAME, "Ia Bo\nlil Åke rn\nEE 4471 Kim", Kind.SWEPT)
    assert checked(replace(checker, look=lambda _: noise), drawn.encoded("PNG")).findings == ()


def test_what_it_can_not_read_is_never_clear(checker) -> None:
    def failing(_: bytes) -> Field | None:
        raise subprocess.TimeoutExpired("tesseract", 1)

    report = checked(replace(checker, look=failing), drawn.encoded("PNG"))
    assert report.verdict == "review"


def test_switched_on_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "PROGRAM", "no-such-program")
    with pytest.raises(SettingsError, match="tesseract_missing"):
        build_checker(Settings(ocr=True))
