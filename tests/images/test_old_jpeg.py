"""JPEG in TIFF of the old kind: cleaned where one strip is a whole stream, refused elsewhere."""

from __future__ import annotations

import struct

import pytest

from bench import drawn
from bench.alike import differences
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.open import read_image

NAME = "Tindra Kvistberg"
SIZE = (160, 120)
STREAM = drawn.encoded("JPEG", drawn.picture(*SIZE), quality=80)
GREY = drawn.encoded("JPEG", drawn.picture(*SIZE, mode="L"), quality=80)
COMMENTED = drawn.with_segments(STREAM, drawn.segment(0xFE, NAME.encode()))


def old(
    *streams: bytes, order: str = "<", sizes: bool = True, change: dict[int, int] | None = None
) -> bytes:
    """Return a TIFF with a page for each stream, and a name in each; `change`: tags of its own."""
    out = bytearray((b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 0))
    link = 4
    for stream in streams:
        start, colours = len(out), 1 if stream == GREY else 3
        out += stream + b"\0" * (len(stream) % 2)
        depth, artist = len(out), len(out) + 2 * colours
        out += struct.pack(f"{order}H", 8) * colours + NAME.encode() + b"\0\0"
        tags = {254: 0, 256: SIZE[0], 257: SIZE[1], 258: depth if colours > 1 else 8, 259: 6,
                262: 6 if colours > 1 else 1, 273: start, 277: colours, 278: SIZE[1],
                279: len(stream), 284: 1, 315: artist, 512: 1, 513: start}  # fmt: skip
        tags |= ({514: len(stream)} if sizes else {}) | (change or {})
        struct.pack_into(f"{order}I", out, link, len(out))
        out += struct.pack(f"{order}H", len(tags))
        for tag, value in sorted(tags.items()):
            kind, count = {258: (3, colours), 315: (2, len(NAME) + 1)}.get(tag, (4, 1))
            whole = struct.pack(f"{order}H2x" if (kind, count) == (3, 1) else f"{order}I", value)
            out += struct.pack(f"{order}HHI", tag, kind, count) + whole
        link = len(out)
        out += bytes(4)
    return bytes(out)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("sizes", [True, False])
@pytest.mark.parametrize(
    "streams", [(STREAM,), (STREAM, COMMENTED), (COMMENTED,)], ids=["one", "two", "comment"]
)
def test_a_page_that_is_a_stream(streams: tuple[bytes, ...], order: str, sizes: bool) -> None:
    data = old(*streams, order=order, sizes=sizes)
    cleaned = clean_image("", data)
    assert differences(data, cleaned.data) == []
    assert NAME.encode() not in cleaned.data
    assert "EXIF:Artist" in cleaned.removed
    assert clean_image("", cleaned.data).data == cleaned.data


def test_what_it_says_is_read_and_a_page_is_no_preview() -> None:
    fields = [(f.name, f.value) for f in read_image("", old(COMMENTED, STREAM)).fields]
    assert set(fields) == {("EXIF:Artist", NAME), ("File:Comment", NAME)}


ADOBE = drawn.with_segments(STREAM, drawn.segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01"))
PROGRESSIVE = drawn.encoded("JPEG", drawn.picture(*SIZE), progressive=True)


@pytest.mark.parametrize(
    "data",
    [
        old(STREAM, change={513: 2}),
        old(STREAM, change={514: 90}),
        old(STREAM, change={515: 4}),
        old(STREAM, change={519: 90}),
        old(STREAM, change={512: 14}),
        old(STREAM, change={256: 152}),
        old(STREAM, change={273: 30}),
        old(ADOBE),
        old(PROGRESSIVE),
        old(GREY),
        old(STREAM, change={262: 5}),
    ],
    ids=["elsewhere", "longer", "restarts", "tables apart", "lossless", "another width",
         "a strip amid it", "Adobe's colours", "progressive", "grey", "ink"],
)  # fmt: skip
def test_what_readers_may_show_otherwise_is_refused(data: bytes) -> None:
    with pytest.raises(ImageError, match="image_not_cleaned_unsupported"):
        clean_image("", data)


@pytest.mark.parametrize("stream", [STREAM[:-40], b"\0\0" + STREAM[2:]], ids=["cut off", "none"])
def test_a_broken_stream_is_refused(stream: bytes) -> None:
    with pytest.raises(ImageError, match="image_not_cleaned_truncated"):
        clean_image("", old(stream))
