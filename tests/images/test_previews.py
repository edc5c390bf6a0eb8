"""Pictures inside pictures: a small copy is no news, one that shows more or else is told."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from bench import drawn
from integritetskoll.images import limits
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.field import Field, Kind
from integritetskoll.images.likeness import alike, shows_the_same
from integritetskoll.images.open import read_image

WHOLE = drawn.picture(640, 480)


def coded(image: Image.Image) -> bytes:
    return drawn.encoded("JPEG", image, quality=90)


def small(image: Image.Image, width: int = 160) -> Image.Image:
    return image.resize((width, round(width * image.height / image.width)))


def preview_in(shown: Image.Image, preview: Image.Image, form: str = "JPEG") -> Field:
    """Return the field of a preview in the EXIF block of a picture."""
    block = drawn.thumbnail(coded(preview))
    if form == "JPEG":
        data = drawn.with_segments(coded(shown), block)
    else:
        data = drawn.encoded(form, shown, exif=block[4:])
    fields = read_image("", data).fields
    return next(f for f in fields if f.name == "EXIF:ThumbnailImage")


def barred(image: Image.Image) -> Image.Image:
    """A preview with black bars, as cameras make of pictures of another shape."""
    return ImageOps.pad(image, (160, 120), color="black")


@pytest.mark.parametrize(
    ("shown", "preview"),
    [
        (WHOLE, small(WHOLE)),
        (WHOLE, small(WHOLE, 48)),
        (WHOLE.rotate(90, expand=True), small(WHOLE)),
        (WHOLE, small(WHOLE).rotate(180)),
        (WHOLE.crop((0, 40, 640, 400)), barred(WHOLE.crop((0, 40, 640, 400)))),
        (WHOLE, small(WHOLE.crop((80, 0, 560, 480)))),
        (ImageEnhance.Brightness(WHOLE).enhance(0.7), small(WHOLE)),
        (ImageEnhance.Contrast(WHOLE).enhance(1.4), small(WHOLE)),
        (WHOLE.convert("L"), small(WHOLE)),
    ],
    ids=["copy", "tiny", "turned", "upside down", "bars", "middle", "darker", "contrast", "grey"],
)
def test_a_copy_is_no_news(shown: Image.Image, preview: Image.Image) -> None:
    assert preview_in(shown, preview).kind is Kind.THUMBNAIL


def painted(image: Image.Image) -> Image.Image:
    copy = image.copy()
    ImageDraw.Draw(copy).rectangle((200, 160, 300, 300), fill="white")
    return copy


def blurred(image: Image.Image) -> Image.Image:
    copy = image.copy()
    box = (200, 120, 440, 340)
    copy.paste(image.crop(box).filter(ImageFilter.GaussianBlur(30)), box)
    return copy


@pytest.mark.parametrize(
    "shown",
    [
        WHOLE.crop((64, 48, 576, 432)),
        WHOLE.crop((0, 0, 480, 360)),
        WHOLE.crop((0, 0, 480, 480)),
        painted(WHOLE),
        blurred(WHOLE),
        ImageOps.mirror(WHOLE),
        Image.radial_gradient("L").resize((640, 480)).convert("RGB"),
    ],
    ids=["cut all round", "cut below", "cut at a side", "painted", "blurred", "mirrored", "other"],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_more_than_the_picture_is_told(shown: Image.Image, form: str) -> None:
    assert preview_in(shown, small(WHOLE), form).kind is Kind.CROP


def test_a_preview_larger_than_the_picture_shows_more() -> None:
    assert preview_in(small(WHOLE, 100), small(WHOLE, 160)).kind is Kind.CROP


def test_what_can_not_be_decoded_is_told_by_its_shape() -> None:
    data = drawn.with_segments(coded(WHOLE), drawn.thumbnail(coded(small(WHOLE))))
    end = data.index(b"\xff\xdb", data.index(b"JFIF"))
    broken = data[:end] + data[end:].replace(b"\xff\xdb", b"\xff\xfe")  # no tables: no picture
    kinds = {f.name: f.kind for f in read_image("", broken).fields}
    assert kinds["EXIF:ThumbnailImage"] is Kind.THUMBNAIL


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        (small(WHOLE, 320), Kind.THUMBNAIL),
        (ImageOps.mirror(WHOLE), Kind.SECOND),
        (drawn.picture(200, 480), Kind.CROP),
    ],
    ids=["large preview", "another moment", "another shape"],
)
def test_a_picture_behind_the_picture(second: Image.Image, kind: Kind) -> None:
    data = coded(WHOLE) + coded(second)
    assert [f.kind for f in read_image("", data).fields if f.name == "MPF:MPImage"] == [kind]


def test_a_gain_map_is_no_second_picture() -> None:
    gains = drawn.encoded("JPEG", ImageOps.invert(WHOLE).convert("L"))
    head = drawn.segment(0xE1, b'http://ns.adobe.com/xap/1.0/\0<x hdrgm:Version="1.0"/>')
    data = coded(WHOLE) + drawn.with_segments(gains, head)
    found = {f.name: f.kind for f in read_image("", data).fields}
    assert found["MPF:MPImage"] is Kind.THUMBNAIL
    assert len(clean_image("", data).data) < len(coded(WHOLE)) + 20


@pytest.mark.parametrize(
    ("preview", "kind"), [(WHOLE, Kind.THUMBNAIL), (ImageOps.mirror(WHOLE), Kind.CROP)]
)
def test_previews_in_other_places(preview: Image.Image, kind: Kind) -> None:
    tiny = small(preview, 80)
    shown = coded(small(preview))
    label = b"\x40\xcb\x0c\x32" + bytes(12) + b"\x03c2pa.thumbnail.claim.jpeg\0"
    claimed = drawn.box(b"jumb", drawn.box(b"jumd", label) + drawn.box(b"bidb", shown))
    letters = base64.b64encode(shown).decode()
    packet = drawn.xmp(f"<dc:image>{letters}</dc:image>")
    data = drawn.with_segments(
        coded(WHOLE),
        drawn.segment(0xE0, b"JFXX\0\x10" + shown),
        drawn.segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1" + bytes(tiny.size) + tiny.tobytes()),
        drawn.segment(0xEB, b"JP\0\x01\0\0\0\x01" + claimed),
        drawn.photoshop(drawn.resource(0x040C, bytes(28) + shown)),
        drawn.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet),
    )
    found = {f.name: f.kind for f in read_image("", data).fields}
    assert found == dict.fromkeys(
        ("JFXX:ThumbnailImage", "JFIF:ThumbnailImage", "JUMBF:ThumbnailImage",
         "Photoshop:PhotoshopThumbnail", "XMP:Image"), kind,
    )  # fmt: skip


def test_a_whole_picture_packed_into_letters() -> None:
    """Portrait modes keep the picture as it was before in `GImage:Data`."""
    letters = base64.b64encode(coded(ImageOps.mirror(WHOLE))).decode()
    packet = drawn.xmp(
        f'<g:Data xmlns:g="http://ns.google.com/photos/1.0/image/">{letters}</g:Data>'
    )
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + len(packet).to_bytes(4, "big")
    piece = drawn.segment(0xE1, head + bytes(4) + packet)
    found = {
        f.name: f.kind for f in read_image("", drawn.with_segments(coded(WHOLE), piece)).fields
    }
    assert found["XMP:Data"] is Kind.SECOND


def test_words_between_two_pictures_behind_the_picture() -> None:
    data = coded(WHOLE) + coded(small(WHOLE)) + b"Omar Al-Sayed i 7B" + coded(small(WHOLE))
    assert "Omar Al-Sayed i 7B" in {f.value for f in read_image("", data).fields}


def test_shapes() -> None:
    assert alike((160, 120), (4032, 3024))
    assert alike((120, 160), (4032, 3024))
    assert not alike((160, 90), (4032, 3024))
    assert shows_the_same(WHOLE.convert("L"), WHOLE.convert("L"))


def test_the_comparison_ends_for_one_pixel() -> None:
    dot = io.BytesIO()
    Image.new("L", (1, 1)).save(dot, "PNG")
    data = drawn.encoded("PNG", Image.new("RGB", (1, 1)), exif=drawn.thumbnail(dot.getvalue())[4:])
    assert {f.name for f in read_image("", data).fields} >= {"EXIF:ThumbnailImage"}


def test_only_so_many_pictures_are_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = []

    def counting(data: bytes) -> None:
        decoded.append(len(data))

    monkeypatch.setattr("integritetskoll.images.gather.grey", counting)
    data = coded(WHOLE) + b"".join(coded(small(WHOLE, 60 + 4 * n)) for n in range(14))
    fields = read_image("", data).fields
    assert sum(f.name == "MPF:MPImage" for f in fields) == 14
    assert len(decoded) <= limits.MAX_DECODED + 1
