"""Known traps of real files, each with a drawn one: encodings, positions, regions, pictures."""

from __future__ import annotations

import contextlib
import struct
import zlib

import pytest

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.errors import ImageError, ImageTooLargeError
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.field import Field, Kind
from integritetskoll.images.open import format_of, read_image

FORMATS = {
    "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "tiff": "TIFF", "heif": "AVIF",
}  # fmt: skip


def jpeg(*segments: bytes) -> bytes:
    return drawn.with_segments(drawn.encoded("JPEG"), *segments)


def fields(data: bytes, name: str = "IMG_1.jpg") -> dict[str, Field]:
    return {field.name: field for field in read_image(name, data).fields}


@pytest.mark.parametrize("form", FORMATS)
def test_a_drawn_picture_says_nothing(form: str) -> None:
    image = drawn.picture(mode="P" if form == "gif" else "RGB")
    data = drawn.encoded(FORMATS[form], image)
    reading = read_image("IMG_0001.jpg", data)
    assert format_of(data) == reading.format == form
    assert (reading.width, reading.height) == (320, 240)
    assert reading.unread == ()
    assert {f.kind for f in reading.fields} <= {Kind.PLAIN, Kind.THUMBNAIL}


@pytest.mark.parametrize(
    "raw",
    ["Åsa på Ön".encode(), "Åsa på Ön".encode("latin-1"), "Åsa på Ön".encode("mac_roman"),
     "Åsa på Ön".encode().decode("cp1252").encode()],
    ids=["utf-8", "latin-1", "mac roman", "utf-8 twice"],
)  # fmt: skip
def test_swedish_letters_in_whatever_encoding(raw: bytes) -> None:
    assert fields(jpeg(drawn.segment(0xFE, raw)))["File:Comment"].value == "Åsa på Ön"
    block = drawn.photoshop(drawn.resource(0x0404, drawn.iptc((120, raw))))
    assert fields(jpeg(block))["IPTC:Caption-Abstract"].value == "Åsa på Ön"
    assert fields(jpeg(drawn.segment(0xE1, drawn.exif({0x010E: raw}))))[
        "EXIF:ImageDescription"
    ].value == "Åsa på Ön"  # fmt: skip


def test_a_position() -> None:
    gps = {1: "N", 2: (59.0, 19.0, 46.2), 3: "W", 4: (18.0, 4.0, 3.6), 29: "2026:05:12"}
    found = fields(jpeg(drawn.segment(0xE1, drawn.exif({}, gps=gps))))
    assert found["EXIF:GPSPosition"].value == "59.329500, -18.067667"
    assert found["EXIF:GPSPosition"].kind is Kind.GPS
    assert found["EXIF:GPSDateTime"].kind is Kind.TIME


@pytest.mark.parametrize(
    ("gps", "shown"),
    [
        ({2: (59.0, 19.0, 46.2), 4: (18.0, 4.0, 3.6)}, "59.329500, 18.067667"),
        ({2: (59.0, 19.0, 0.0), 4: (18.0, 4.0, 0.0)}, "59.316667, 18.066667 (± 1855 m)"),
        ({2: (59.0, 0.0, 0.0), 4: (18.0, 0.0, 0.0)}, "59.000000, 18.000000 (± 111320 m)"),
        ({2: (59.0, 19.0, 46.2), 4: (18.0, 4.0, 3.6), 31: 65.0}, "59.329500, 18.067667 (± 65 m)"),
        ({2: (59.0, 19.0, 46.2), 4: (18.0, 4.0, 3.6), 31: 4.7}, "59.329500, 18.067667 (± 5 m)"),
    ],
    ids=["exact", "minutes", "degrees", "as the phone says", "as a good phone says"],
)
def test_how_exact_a_position_is(gps: dict, shown: str) -> None:
    block = drawn.exif({}, gps={1: "N", 3: "E", **gps})
    assert fields(jpeg(drawn.segment(0xE1, block)))["EXIF:GPSPosition"].value == shown


def test_no_position_in_the_sea() -> None:
    gps = {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}
    assert "EXIF:GPSPosition" not in fields(jpeg(drawn.segment(0xE1, drawn.exif({}, gps=gps))))


@pytest.mark.parametrize(
    ("body", "name", "region"),
    [
        (drawn.mwg_region("Omar Al-Sayed"), "XMP:RegionName", (0.3, 0.25, 0.2, 0.1)),
        (drawn.microsoft_region("Omar"), "XMP:RegionPersonDisplayName", (0.3, 0.25, 0.2, 0.1)),
    ],
)
def test_regions_count_from_the_corner(body: str, name: str, region: tuple[float, ...]) -> None:
    packet = b"http://ns.adobe.com/xap/1.0/\0" + drawn.xmp(body)
    found = fields(jpeg(drawn.segment(0xE1, packet)))[name]
    assert found.kind is Kind.FACE
    assert found.region == pytest.approx(region)


def test_a_film_behind_a_picture() -> None:
    film = drawn.box(b"ftyp", b"mp42\0\0\0\0isom") + drawn.box(b"udta", b"+59.3295+018.0677/")
    found = fields(jpeg() + film)
    assert found["Trailer:EmbeddedVideoFile"].kind is Kind.VIDEO
    assert found["Trailer:GPSPosition"].kind is Kind.GPS


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("IMG_20260512_101112.jpg", False),
        ("DSC01234.JPG", False),
        ("C:\\Bilder\\Tindra_Kvistberg_7B.jpg", True),
        ("bilder/omar.png", True),
        ("bild (3).jpg", False),
        ("luciatåg.jpg", True),
    ],
)
def test_names_that_a_camera_gives_say_nothing(name: str, kept: bool) -> None:
    assert ("File:FileName" in fields(jpeg(), name)) is kept


def test_a_billion_laughs_do_not_unfold() -> None:
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 9))
    packet = (
        b"<?xml version='1.0'?><!DOCTYPE x [" + entities + b"]>" + drawn.xmp("<dc:x>&a8;</dc:x>")
    )
    reading = read_image(
        "a.jpg", jpeg(drawn.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet))
    )
    assert sum(len(f.value) for f in reading.fields) < 1000


def test_a_packed_text_has_a_limit() -> None:
    bomb = drawn.chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 50_000_000, 9))
    reading = read_image("a.png", drawn.with_chunks(drawn.encoded("PNG"), bomb))
    assert reading.unread == ("chunk",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "image_unsupported"),
        (b"%PDF-1.7", "image_unsupported"),
        (b"\xff\xd8\xff\xe0", "image_broken"),
        (b"\x89PNG\r\n\x1a\n", "image_broken"),
        (b"GIF89a\0\0\0\0\0\0\0\0", "image_broken"),
        (b"II*\0\x08\0\0\0", "image_broken"),
        (b"RIFF\0\0\0\0WEBP", "image_broken"),
        (drawn.box(b"ftyp", b"heic\0\0\0\0mif1"), "image_broken"),
    ],
)
def test_what_is_no_picture_is_told(data: bytes, code: str) -> None:
    with pytest.raises(ImageError) as raised:
        read_image("a.jpg", data)
    assert raised.value.code == code


def test_too_many_pixels() -> None:
    data = bytearray(drawn.encoded("PNG"))
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    with pytest.raises(ImageTooLargeError):
        read_image("a.png", bytes(data))


@pytest.mark.parametrize(
    "error", [SyntaxError, struct.error, KeyError, RecursionError, MemoryError, OSError, ValueError]
)
@pytest.mark.parametrize("place", ["jpeg exif artist", "png xmp", "heic xmp", "tiff artist"])
def test_whatever_a_reader_raises_the_part_is_unread(
    error: type[Exception], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raising(*_: object) -> None:
        raise error

    for name in ("exif.Tiff.directory", "xmp.ET.fromstring"):
        monkeypatch.setattr(f"integritetskoll.images.metadata.{name}", raising)
    try:
        assert read_image("", PLACES[place]("Tindra Kvistberg")).unread
    except ImageError as refused:
        assert refused.code == "image_broken"  # noqa: PT017 - a TIFF without its directory


def lengthened(data: bytes, marker: int, more: int) -> bytes:
    """A JPEG one of whose segments takes in what follows."""
    at = data.index(bytes((0xFF, marker))) + 2
    size = int.from_bytes(data[at : at + 2], "big") + more
    return data[:at] + size.to_bytes(2, "big") + data[at + 2 :]


@pytest.mark.parametrize("marker", [0xDB, 0xC4, 0xC0, 0xDA], ids=["DQT", "DHT", "SOF", "SOS"])
def test_a_length_that_takes_in_a_comment(marker: int) -> None:
    data = drawn.encoded("JPEG")
    at = data.index(bytes((0xFF, marker)))
    end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    note = drawn.segment(0xFE, b"Tindra Kvistberg")
    reading = read_image("", lengthened(data[:end] + note + data[end:], marker, len(note)))
    assert "image" in reading.unread


def test_a_gif_whose_colours_take_in_a_comment() -> None:
    data = drawn.encoded("GIF", drawn.picture(mode="P"))
    note = "Tindra Kvistberg i 7B på lucia".encode()
    end = len(data) - 2  # before the end of the colours' blocks
    swallowed = data[:end] + bytes((len(note),)) + note + data[end:]
    reading = read_image("", swallowed)
    assert "image" in reading.unread
    assert any("Tindra Kvistberg" in f.value for f in reading.fields)
    with pytest.raises(ImageError):
        clean_image("", swallowed)


def test_markup_within_a_property_parts_the_words() -> None:
    packet = drawn.xmp("<dc:x>&lt;a&gt;People&lt;b&gt;Omar Al-Sayed&lt;/b&gt;</dc:x>")
    segment = drawn.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)
    assert fields(jpeg(segment))["XMP:X"].value == "People\nOmar Al-Sayed"


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_breaks_off_is_never_read_whole(form: str) -> None:
    data = drawn.encoded(FORMATS[form], drawn.picture(mode="P" if form == "gif" else "RGB"))
    for share in (0.5, 0.8, 0.95):
        with contextlib.suppress(ImageError):
            assert read_image("a", data[: int(len(data) * share)]).unread
