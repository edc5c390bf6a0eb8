"""Clean copies look alike: pixels, orientation, profile, transparency, frames; else a refusal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from bench import drawn
from bench.samples import FOLDER as SAMPLES
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.open import read_image


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def same(data: bytes) -> Image.Image:
    """Clean, compare every frame, and return the copy."""
    copy = clean_image("a", data).data
    one, other = opened(data), opened(copy)
    frames = zip(ImageSequence.Iterator(one), ImageSequence.Iterator(other), strict=True)
    for before, after in frames:
        assert before.mode == after.mode
        assert before.tobytes() == after.tobytes()
    return opened(copy)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_right_way_up(form: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = "Tindra"
    copy = same(drawn.encoded(form, exif=exif))
    assert copy.getexif().get(0x0112, 1) == orientation
    assert 0x013B not in copy.getexif()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_a_known_profile_stays_as_it_is(form: str) -> None:
    known = drawn.profile("sRGB IEC61966-2.1")
    copy = same(drawn.encoded(form, icc_profile=known))
    assert copy.info["icc_profile"] == known


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_profile_with_a_name_keeps_its_colours(form: str) -> None:
    profile = drawn.profile("Tindras skärm")
    kept = same(drawn.encoded(form, icc_profile=profile)).info["icc_profile"]
    assert len(kept) == len(profile)
    assert "Tindra".encode("utf-16-be") not in kept


@pytest.mark.parametrize(
    ("form", "mode", "options"),
    [
        ("JPEG", "L", {}),
        ("JPEG", "CMYK", {}),
        ("JPEG", "RGB", {"progressive": True, "subsampling": 0}),
        ("JPEG", "RGB", {"restart_marker_blocks": 4}),
        ("PNG", "RGBA", {}),
        ("PNG", "P", {"transparency": 0}),
        ("PNG", "1", {}),
        ("PNG", "I;16", {}),
        ("WEBP", "RGBA", {"lossless": True}),
        ("WEBP", "RGBA", {"quality": 60}),
        ("GIF", "P", {"transparency": 3}),
        ("TIFF", "RGB", {"compression": "tiff_lzw"}),
        ("TIFF", "RGB", {"compression": "tiff_deflate"}),
        ("TIFF", "RGB", {"compression": "jpeg"}),
        ("TIFF", "1", {"compression": "group4"}),
        ("TIFF", "CMYK", {}),
        ("TIFF", "RGB", {"big_tiff": True}),
        ("AVIF", "RGBA", {}),
    ],
)
def test_every_way_to_hold_pixels(form: str, mode: str, options: dict) -> None:
    image = (
        drawn.picture().convert("L").convert(mode) if mode == "I;16" else drawn.picture(mode=mode)
    )
    copy = same(drawn.encoded(form, image, **options))
    assert copy.info.get("transparency") == opened(drawn.encoded(form, image, **options)).info.get(
        "transparency"
    )


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP", "TIFF"])
def test_every_frame_with_its_time(form: str) -> None:
    first = drawn.picture(64, 48)
    more = [first.rotate(90 * turn) for turn in (1, 2)]
    data = drawn.encoded(
        form, first, save_all=True, append_images=more, duration=[100, 200, 300], loop=2
    )
    copy = same(data)
    assert copy.n_frames == 3
    assert copy.info.get("loop") == opened(data).info.get("loop")
    times = [
        [frame.info.get("duration") for frame in ImageSequence.Iterator(one)]
        for one in (opened(data), copy)
    ]
    assert times[0] == times[1]


def test_a_second_picture_goes_and_is_told() -> None:
    cleaned = clean_image(
        "a.jpg", drawn.encoded("JPEG") + drawn.encoded("JPEG", drawn.picture(100, 90))
    )
    assert "MPF:MPImage" in cleaned.removed
    assert cleaned.data.count(b"\xff\xd8\xff") == 1


def test_of_a_stereo_picture_the_first_one_is_left() -> None:
    first, other = drawn.picture(), drawn.picture().rotate(180)
    data = drawn.encoded("MPO", first, save_all=True, append_images=[other])
    cleaned = clean_image("a.mpo", data)
    assert cleaned.media_type == "image/jpeg"
    assert opened(cleaned.data).format == "JPEG"
    assert opened(cleaned.data).tobytes() == opened(data).tobytes()
    assert "MPF:MPImage" in cleaned.removed


def test_a_motion_photo_becomes_a_photo() -> None:
    film = drawn.box(b"ftyp", b"mp42\0\0\0\0isom") + drawn.box(b"mdat", b"film" * 200)
    packet = drawn.xmp("", 'xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" '
                       'GCamera:MotionPhoto="1"')  # fmt: skip
    still = drawn.with_segments(
        drawn.encoded("JPEG"), drawn.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)
    )
    cleaned = clean_image("a.jpg", still + film)
    assert "Trailer:EmbeddedVideoFile" in cleaned.removed
    assert b"ftyp" not in cleaned.data
    assert b"MotionPhoto" not in cleaned.data


def test_cleaning_twice_changes_nothing() -> None:
    once = clean_image("a.jpg", drawn.encoded("JPEG", exif=drawn.exif({0x013B: "Omar"}))).data
    assert clean_image("a.jpg", once).data == once


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (drawn.encoded("JPEG")[:-40], "image_not_cleaned_truncated"),
        (drawn.encoded("PNG")[:-40], "image_not_cleaned_truncated"),
        (drawn.encoded("WEBP")[:-40], "image_broken"),
        (drawn.encoded("GIF", drawn.picture(mode="P"))[:-40], "image_not_cleaned_truncated"),
        (drawn.encoded("AVIF")[:-40], "image_not_cleaned_truncated"),
        (b"hej", "image_unsupported"),
    ],
)
def test_what_can_not_be_cleaned_for_sure_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ImageError) as raised:
        clean_image("a", data)
    assert raised.value.code == code


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=400), marker=st.integers(0xE1, 0xEF))
def test_no_segment_survives(content: bytes, marker: int) -> None:
    data = drawn.with_segments(drawn.encoded("JPEG"), drawn.segment(marker, b"PRIV" + content))
    copy = clean_image("a.jpg", data).data
    assert not read_image("", copy).fields
    assert opened(copy).tobytes() == opened(data).tobytes()


def test_of_two_values_the_first_one_counts_as_in_readers() -> None:
    """A second BitsPerSample, which libtiff passes over."""
    data = drawn.encoded(
        "TIFF", drawn.picture(mode="1"), compression="group4", tiffinfo={0x013C: b"abc"}
    )
    place = data.index(b"\x3c\x01\x02\0")
    data = data[:place] + b"\x02\x01\x03\0\x01\0\0\0\x02\0\0\0" + data[place + 12 :]
    assert same(data).mode == "1"


@pytest.mark.parametrize("dirty", sorted(SAMPLES.glob("picture-*-dirty.*")), ids=lambda p: p.name)
def test_the_clean_samples_are_what_cleaning_gives(dirty: Path) -> None:
    if dirty.suffix in {".toml", ".json"}:
        return
    clean = dirty.with_name(dirty.name.replace("-dirty.", "-clean."))
    assert clean_image("", dirty.read_bytes()).data == clean.read_bytes()
