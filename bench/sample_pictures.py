"""Draw the picture files of the samples: `python -m bench.sample_pictures`.

Nobody is in them. Each says something of an invented person in another kind of field.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench import drawn
from bench.samples import FOLDER
from integritetskoll.images.clean.verified import clean_image

GPS = {1: "N", 2: (59.0, 19.0, 46.2), 3: "E", 4: (18.0, 4.0, 3.6), 29: "2026:05:12"}
TAKEN = {0x9003: "2026:05:12 10:11:12"}
XMP = b"http://ns.adobe.com/xap/1.0/\0"


def tagged() -> bytes:
    """A photo with a tagged face, a caption, a position and the photographer's name."""
    exif = drawn.exif(
        {0x010F: "Canon", 0x0110: "Canon EOS R50", 0x013B: "Siv Granlund"}, sub=TAKEN, gps=GPS
    )
    caption = drawn.iptc((120, "Luciatåget i 7B med Tindra längst fram".encode("latin-1")))
    return drawn.with_segments(
        drawn.encoded("JPEG"),
        drawn.segment(0xE1, exif),
        drawn.segment(0xE1, XMP + drawn.xmp(drawn.mwg_region("Tindra Kvistberg"))),
        drawn.photoshop(drawn.resource(0x0404, caption)),
    )


def camera() -> bytes:
    """A photo that says only what cameras say."""
    tags = {0x010F: "Apple", 0x0110: "iPad (9th generation)", 0x0131: "17.5.1", 0x0112: 6}
    return drawn.with_segments(
        drawn.encoded("JPEG"), drawn.segment(0xE1, drawn.exif(tags, sub=TAKEN))
    )


def number() -> bytes:
    """A GIF with a personnummer, one of those for testing, in a comment."""
    note = "Hör till 20100117-2384".encode()
    return drawn.encoded("GIF", drawn.picture(mode="P"), comment=note)


def hint() -> bytes:
    """A WebP whose caption hints that somebody must not be shown."""
    caption = drawn.bag("dc:description", "Kim får inte vara med på bild, ni vet varför.", "Alt")
    return drawn.encoded("WEBP", quality=80, xmp=drawn.xmp(caption))


def keyword() -> bytes:
    """A TIFF with a diagnosis among its keywords and a person in the picture."""
    person = drawn.xmp(drawn.bag("Iptc4xmpExt:PersonInImage", "Omar Al-Sayed", "Bag"))
    words = drawn.iptc((25, b"diabetes"), (25, b"utflykt"), utf8=True)
    return drawn.encoded("TIFF", compression="tiff_lzw", tiffinfo={0x02BC: person, 0x83BB: words})


def position() -> bytes:
    """An AVIF with a position and the time."""
    return drawn.encoded("AVIF", exif=drawn.exif({}, sub=TAKEN, gps=GPS))


PICTURES: dict[str, Callable[[], bytes]] = {
    "picture-tagged-dirty.jpg": tagged,
    "picture-tagged-clean.jpg": lambda: clean_image("", tagged()).data,
    "picture-camera.jpg": camera,
    "picture-file-name.png": lambda: drawn.encoded("PNG"),
    "picture-lucia-not-approved.png": lambda: drawn.encoded("PNG"),
    "picture-comment-number.gif": number,
    "picture-hint.webp": hint,
    "picture-keyword.tif": keyword,
    "picture-position.avif": position,
}


def main() -> int:
    """Write every picture."""
    for name, draw in PICTURES.items():
        (FOLDER / name).write_bytes(draw())
    return 0


if __name__ == "__main__":
    sys.exit(main())
