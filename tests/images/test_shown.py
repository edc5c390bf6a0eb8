"""Pictures decoded for browsers that can't: with and without what decodes HEIC."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from bench import drawn
from bench.heif import heif, undecodable
from integritetskoll.errors import ImageError
from integritetskoll.images import shown
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.coarse import coarse
from integritetskoll.images.field import Kind
from integritetskoll.images.open import read_image
from integritetskoll.images.pool import Pool

HEIC = heif([undecodable(640, 480), undecodable(160, 120)], [(b"thmb", 2, (1,))], brand=b"heic")
FAKE = """
from PIL import Image, ImageFile

class Fake(ImageFile.ImageFile):
    format = "FAKE"

    def _open(self):
        head = self.fp.read(4096)
        at = head.index(b"pitm") + 8
        self.whole = head[at : at + 2] == bytes((0, 1))
        self._size = (640, 480) if self.whole else (160, 120)
        self._mode = "L"

    def load(self):
        if self.whole:
            self.im = Image.linear_gradient("L").resize(self.size).im
        else:
            self.im = Image.radial_gradient("L").resize(self.size).im
        return Image.Image.load(self)

def register_heif_opener(*, thumbnails, decode_threads):
    Image.register_open("FAKE", Fake, lambda head: head[4:12] == b"ftypheic")
"""


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "PLUGINS", ("no_such_module",))


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A decoder of HEIC that shows a gradient for the picture, and another for its preview."""
    (tmp_path / "fake_heif.py").write_text(FAKE, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(shown, "PLUGINS", ("fake_heif",))
    Image.init()
    kept = dict(Image.OPEN), list(Image.ID)
    shown._with_heic.cache_clear()
    yield
    Image.OPEN.clear()
    Image.OPEN.update(kept[0])
    Image.ID[:] = kept[1]
    sys.modules.pop("fake_heif", None)
    shown._with_heic.cache_clear()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_a_preview_says_nothing_but_what_it_shows(form: str) -> None:
    exif = drawn.exif({0x013B: "Tindra Kvistberg", 0x0112: 6})
    data = drawn.encoded(form, drawn.picture(2000, 1500), exif=exif)
    small = shown.preview(data)
    assert opened(small).size == (960, 1280)
    assert opened(small).info.keys() <= {"srgb"}
    assert not read_image("", small).fields


def test_transparency_stays() -> None:
    clear = Image.new("RGBA", (64, 48), (255, 0, 0, 0))
    small = opened(shown.preview(drawn.encoded("TIFF", clear)))
    assert (small.mode, small.getpixel((5, 5))) == ("RGBA", (255, 0, 0, 0))


@pytest.mark.parametrize("data", [b"hej", drawn.encoded("PNG")[:60], b"\xff\xd8\xff\xe0"])
def test_what_is_no_picture(data: bytes) -> None:
    with pytest.raises(ImageError, match="image_not_shown"):
        shown.preview(data)


def test_too_many_pixels_are_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "MOST_PIXELS", 1000)
    monkeypatch.setattr(shown, "MOST_JPEG", 1000)
    for form in ("PNG", "JPEG"):
        data = drawn.encoded(form)
        assert shown.grey(data) is None
        with pytest.raises(ImageError, match="image_not_shown"):
            shown.preview(data)


def rough(mode: str) -> Image.Image:
    """A picture with detail, on which a decoder that smooths shows another one."""
    noise = Image.effect_noise((400, 400), 90).convert("RGB")
    return ImageChops.add(noise, drawn.picture(400, 400)).resize((1600, 1552)).convert(mode)


@pytest.mark.parametrize(
    ("mode", "options"),
    [("RGB", {}), ("RGB", {"subsampling": 0}), ("L", {}), ("RGB", {"restart_marker_rows": 1})],
    ids=["common", "all colours", "grey", "restarts"],
)
def test_a_progressive_picture_is_decoded_from_its_means(mode: str, options: dict) -> None:
    data = drawn.encoded("JPEG", rough(mode), progressive=True, **options)
    assert len(coarse(data)) < len(data) / 4
    with opened(data) as whole:
        whole.draft("L", (shown.SIDE, shown.SIDE))
        assert shown.grey(data).tobytes() == whole.convert("L").tobytes()


def test_a_broken_progressive_picture_is_not_cut() -> None:
    data = drawn.encoded("JPEG", rough("RGB"), progressive=True)
    assert coarse(data[:-20]) == data[:-20]
    assert coarse(coarse(data)) == coarse(data)


@pytest.mark.usefixtures("without")
def test_without_the_extra_it_says_so() -> None:
    with pytest.raises(ImageError, match="image_heic_not_shown"):
        shown.preview(HEIC)
    assert read_image("", HEIC).fields[0].kind is Kind.THUMBNAIL
    assert clean_image("", HEIC).data


@pytest.mark.usefixtures("faked")
def test_with_a_decoder_it_is_shown_and_its_preview_compared() -> None:
    assert opened(shown.preview(HEIC)).size == (640, 480)
    assert read_image("", HEIC).fields[0].kind is Kind.CROP


def test_the_workers_decode_too() -> None:
    pool = Pool(size=1)
    try:
        assert opened(pool.preview(drawn.encoded("TIFF"))).size == (320, 240)
        with pytest.raises(ImageError, match="image_not_shown"):
            pool.preview(b"hej")
    finally:
        pool.close()


@pytest.mark.parametrize("plugin", ["pillow_heif", "pi_heif"])
def test_a_real_heic_where_it_can_be_decoded(plugin: str, monkeypatch) -> None:
    """Written by pillow-heif, which alone can; shown by either."""
    pytest.importorskip(plugin)
    writer = pytest.importorskip("pillow_heif")
    monkeypatch.setattr(shown, "PLUGINS", (plugin,))
    shown._with_heic.cache_clear()
    writer.register_heif_opener()
    exif = drawn.exif({0x013B: "Tindra Kvistberg"})
    data = drawn.encoded("HEIF", drawn.picture(640, 480), exif=exif, quality=90)
    assert opened(shown.preview(data)).size == (640, 480)
    assert any(f.value == "Tindra Kvistberg" for f in read_image("", data).fields)
    copy = clean_image("", data).data
    assert b"Tindra" not in copy
    assert opened(copy).tobytes() == opened(data).tobytes()
    other = drawn.encoded("HEIF", ImageOps.mirror(drawn.picture(640, 480)))
    assert opened(shown.preview(other)).tobytes() != opened(shown.preview(data)).tobytes()
