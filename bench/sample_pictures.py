"""Draw the picture files of the samples: `python -m bench.sample_pictures`.

Nobody is in them. Each says something of an invented person in another kind of field.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable

from PIL import ImageOps

from bench import claims, drawn
from bench.heif import coded, exif_part, heif
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


def cut() -> bytes:
    """A photo that was cut, with the preview of the whole left in it."""
    whole = drawn.picture(640, 480)
    preview = drawn.encoded("JPEG", whole.resize((160, 120)))
    shown = whole.crop((0, 0, 440, 330))
    return drawn.with_segments(drawn.encoded("JPEG", shown), drawn.thumbnail(preview))


def several() -> bytes:
    """An AVIF with two pictures, the second one named after whom it shows, and a preview."""
    first = drawn.picture(320, 240)
    parts = [
        coded(first),
        coded(ImageOps.mirror(first), name=b"Omar Al-Sayed"),
        coded(first.resize((160, 120))),
        exif_part(drawn.exif({0xA437: "Siv Granlund"})),
    ]
    return heif(parts, [(b"thmb", 3, (1,)), (b"cdsc", 4, (1,))])  # fmt: skip


def texts() -> bytes:
    """A PNG with a text of each kind: plain, packed, in other letters, XMP, a raw profile."""
    person = drawn.xmp(drawn.bag("Iptc4xmpExt:PersonInImage", "Elsa Granlund", "Bag"))
    raw = drawn.iptc((120, "Elsa och Omar i 3B".encode("mac_roman")))
    return drawn.with_chunks(
        drawn.encoded("PNG"),
        drawn.chunk(b"tEXt", b"Author\0" + "Siv Åkerlund".encode("latin-1")),
        drawn.chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"070-174 06 05")),
        drawn.chunk(b"iTXt", "Title\0\0\0sv\0Titel\0Dörrkod 4471, Granbackens skola".encode()),
        drawn.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + person),
        drawn.chunk(b"tEXt", f"Raw profile type iptc\0\niptc\n{len(raw):8}\n{raw.hex()}".encode()),
        drawn.chunk(b"prVt", "Hjortsvägen 12, 123 45 Granbacken".encode()),
    )


def device() -> bytes:
    """A TIFF that says whose camera and computer it comes from."""
    history = "C:\\Users\\siv.granlund\\Bilder\\klassfoto.psd"
    tags = {
        0x010F: b"Canon",
        0x013C: b"Sivs-MacBook-Pro.local",
        0x9213: history.encode(),
        0xC62F: b"083030400125",
        0x9C9D: "Siv Granlund".encode("utf-16-le"),
    }
    return drawn.encoded("TIFF", drawn.picture(160, 120), tiffinfo=tags)  # fmt: skip


def signed() -> bytes:
    """A WebP with a claim of origin that a person signed."""
    boxes = claims.signed_by(CN="Siv Granlund", O="Granbackens skola", mail="siv@example.se")
    return drawn.with_riff(drawn.encoded("WEBP", quality=80), (b"C2PA", boxes))


def moving() -> bytes:
    """A photo with a film behind it, which says where it was taken, and a note after that."""
    film = drawn.box(b"ftyp", b"mp42\0\0\0\0isom") + drawn.box(b"udta", b"+59.3295+018.0677/")
    return drawn.encoded("JPEG") + film + b"\0\0Tindra Kvistberg i 7B\0"


DIRTY: dict[str, Callable[[], bytes]] = {
    "picture-cut-dirty.jpg": cut,
    "picture-several-dirty.avif": several,
    "picture-texts-dirty.png": texts,
    "picture-device-dirty.tif": device,
    "picture-signed-dirty.webp": signed,
    "picture-moving-dirty.jpg": moving,
}
"""Each has a clean copy beside it."""
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
    for name, draw in DIRTY.items():
        (FOLDER / name).write_bytes(data := draw())
        (FOLDER / name.replace("-dirty.", "-clean.")).write_bytes(clean_image("", data).data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
