"""More places where a name can hide in a picture file: those where hardly anybody looks."""

from __future__ import annotations

import zlib

from bench.claims import cbor
from bench.drawn import chunk, encoded, iptc, photoshop, picture, profile, resource, segment, xmp
from bench.hide import Place, app1, by_xmp, jpeg, png
from bench.hide_odd import (
    after_the_packed,
    alternative,
    asserted,
    before_the_end,
    beside,
    between_frames,
    by_record,
    comment_in_tables,
    described,
    film,
    first_chunk,
    gain_map,
    in_a_frame,
    in_pieces,
    in_struct,
    in_the_meta_box,
    late_exif,
    other_language,
    qualified,
    samsung,
    second_language,
    sub_directory,
    two_profiles,
    typed,
)

ODD: dict[str, Place] = {
    "jpeg exif description as bytes": typed(0x010E, 1),
    "jpeg exif description as undefined": typed(0x010E, 7),
    "jpeg exif description as numbers": typed(0x010E, 3, "utf-16-be"),
    "jpeg exif description as fractions": typed(0x010E, 5),
    "jpeg exif description utf-16": typed(0x010E, 2, "utf-16-le"),
    "jpeg exif description as utf-8": typed(0x010E, 129),
    "jpeg exif interoperability": typed(0x1001, 2, below=0xA005),
    "jpeg exif silent tag": typed(0xC4A5, 7),
    "jpeg gps unknown tag": typed(0x0040, 7, below=0x8825),
    "jpeg gps as bytes": typed(0x0008, 1, below=0x8825),
    "jpeg xmp resource": by_xmp(lambda n: f'<dc:relation rdf:resource="{n}"/>'),
    "jpeg xmp structures": by_xmp(in_struct),
    "jpeg xmp qualifier": by_xmp(qualified),
    "jpeg xmp second language": by_xmp(second_language),
    "jpeg xmp about": lambda n: jpeg(app1(xmp("").replace(b'about=""', f'about="{n}"'.encode()))),
    "jpeg xmp comment in it": beside("<!-- ", " -->"),
    "jpeg xmp instruction": beside("<?own ", "?>"),
    "jpeg xmp verbatim": beside("<dc:source><![CDATA[", "]]></dc:source>"),
    "jpeg xmp behind the packet": lambda n: jpeg(app1(xmp("") + n.encode())),
    "jpeg iptc envelope": by_record(1, 5),
    "jpeg iptc record of news pictures": by_record(3, 10),
    "jpeg iptc long dataset": by_record(2, 120, long=True),
    "jpeg iptc binary dataset": by_record(2, 200),
    "jpeg photoshop silent": lambda n: jpeg(photoshop(resource(0x0421, n.encode("utf-16-be")))),
    "jpeg photoshop iptc twice": lambda n: jpeg(
        photoshop(resource(0x0404, iptc((120, n.encode()))), resource(0x0404, iptc((5, b"bild"))))
    ),
    "jpeg comment before the end": before_the_end,
    "jpeg adobe marker": lambda n: jpeg(
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + n.encode())
    ),
    "jpeg numbers of a gain map": lambda n: jpeg(
        segment(0xE2, b"urn:iso:std:iso:ts:21496:-1\0" + bytes(4) + n.encode())
    ),
    "jpeg flashpix": lambda n: jpeg(segment(0xE2, b"FPXR\0\0\3" + n.encode("utf-16-le"))),
    "jpeg two profiles": two_profiles,
    "jpeg profile in another language": other_language,
    "jpeg film": film,
    "jpeg samsung": samsung,
    "jpeg gain map": gain_map,
    "jpeg claim in cbor": lambda n: asserted(cbor({"author": [{"name": n}]})),
    "jpeg claim in pieces": lambda n: asserted(in_pieces(n)),
    "jpeg claim key": lambda n: asserted(cbor({n: 1})),
    "jpeg claim label": lambda n: asserted(cbor({"title": None}), n),
    "png keyword": lambda n: png(chunk(b"tEXt", n.encode("latin-1") + b"\0bild")),
    "png translated keyword": lambda n: png(
        chunk(b"iTXt", b"Title\0\0\0sv\0" + n.encode() + b"\0bild")
    ),
    "png behind a packed text": after_the_packed,
    "png profile name": lambda n: png(
        chunk(b"iCCP", n.encode("latin-1") + b"\0\0" + zlib.compress(profile("sRGB")))
    ),
    "png offset": lambda n: png(chunk(b"oFFs", n.encode())),
    "png exif behind the frames": late_exif,
    "webp xmp in front": first_chunk,
    "webp within a frame": in_a_frame,
    "gif between frames": between_frames,
    "gif name of a program": lambda n: encoded("GIF", picture(mode="P"))[:-1]
    + b"\x21\xff" + bytes((len(n.encode()),)) + n.encode() + b"\0\x3b",
    "tiff sub directory": sub_directory,
    "tiff comment in the tables": comment_in_tables,
    "avif described": described,
    "avif alternative text": alternative,
    "avif exif in the meta box": in_the_meta_box,
}  # fmt: skip
"""More places, by name."""
