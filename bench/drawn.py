"""Pictures drawn for samples, tests and measurements, and the blocks that go into them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms, ImageDraw

EXIF_IFD, GPS_IFD, INTEROP = 0x8769, 0x8825, 0xA005


def picture(width: int = 320, height: int = 240, *, mode: str = "RGB") -> Image.Image:
    """Return a drawn landscape: nobody is in it."""
    image = Image.new("RGB", (width, height), (150, 190, 230))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 2 // 3, width, height), fill=(90, 140, 80))
    draw.ellipse(
        (width // 8, height // 8, width // 4, height // 8 + width // 8), fill=(250, 220, 90)
    )
    for step in range(6):
        left = width // 3 + step * width // 12
        draw.polygon(
            [
                (left, height * 2 // 3),
                (left + width // 24, height // 3),
                (left + width // 12, height * 2 // 3),
            ],
            fill=(40, 90 + 10 * step, 50),
        )
    return image.convert(mode)


def encoded(form: str, image: Image.Image | None = None, **options: Any) -> bytes:
    """Return a picture in a format, as Pillow writes it."""
    out = io.BytesIO()
    (image or picture()).save(out, form, **options)
    return out.getvalue()


def exif(
    tags: dict[int, Any], *, sub: dict[int, Any] | None = None, gps: dict[int, Any] | None = None
) -> bytes:
    """Return an EXIF block as Pillow writes it, with its header."""
    block = Image.Exif()
    for tag, value in tags.items():
        block[tag] = _plain(value)
    for number, values in ((EXIF_IFD, sub), (GPS_IFD, gps)):
        if values:
            block.get_ifd(number).update({tag: _plain(v) for tag, v in values.items()})
            block[number] = block.get_ifd(number)
    return block.tobytes()


def _plain(value: Any) -> Any:
    """Return a text as UTF-8, which Pillow would otherwise fill with question marks."""
    return value.encode() if isinstance(value, str) and not value.isascii() else value


def segment(marker: int, content: bytes) -> bytes:
    """Return a JPEG segment."""
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """Return a JPEG with segments after its start."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def thumbnail(small: bytes) -> bytes:
    """Return an EXIF segment whose second directory holds a preview."""
    entries = struct.pack(">HHIIHHII", 0x0201, 4, 1, 44, 0x0202, 4, 1, len(small))
    tiff = b"MM\0*\0\0\0\x08\0\0\0\0\0\x0e\0\x02" + entries + bytes(4) + small
    return segment(0xE1, b"Exif\0\0" + tiff)


def xmp(body: str, attributes: str = "") -> bytes:
    """Return an XMP packet around properties."""
    names = (
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        'xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" '
        'xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" '
        'xmlns:MP="http://ns.microsoft.com/photo/1.2/" '
        'xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" '
        'xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#" '
        'xmlns:digiKam="http://www.digikam.org/ns/1.0/" '
        'xmlns:lr="http://ns.adobe.com/lightroom/1.0/"'
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" '
        f'{names} {attributes}>{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def bag(name: str, value: str, kind: str = "Seq") -> str:
    """Return an XMP property that is a list of one."""
    return f"<{name}><rdf:{kind}><rdf:li>{value}</rdf:li></rdf:{kind}></{name}>"


def mwg_region(name: str) -> str:
    """Return a face region as the Metadata Working Group writes it: its centre and size."""
    return (
        '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li>'
        f'<rdf:Description mwg-rs:Name="{name}" mwg-rs:Type="Face"><mwg-rs:Area stArea:x="0.4" '
        'stArea:y="0.3" stArea:w="0.2" stArea:h="0.1" stArea:unit="normalized"/></rdf:Description>'
        "</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    )


def microsoft_region(name: str) -> str:
    """Return a face region as Windows writes it: left, top, width, height."""
    return (
        '<MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag><rdf:li '
        f'MPReg:PersonDisplayName="{name}" MPReg:Rectangle="0.3, 0.25, 0.2, 0.1"/>'
        "</rdf:Bag></MPRI:Regions></MP:RegionInfo>"
    )


def iptc(*sets: tuple[int, bytes], utf8: bool = False) -> bytes:
    """Return IPTC datasets of record 2."""
    head = b"\x1c\x01\x5a\0\x03\x1b%G" if utf8 else b""
    return head + b"".join(
        b"\x1c\x02" + bytes((number,)) + struct.pack(">H", len(value)) + value
        for number, value in sets
    )


def resource(number: int, value: bytes, name: bytes = b"") -> bytes:
    """Return a Photoshop resource."""
    named = bytes((len(name),)) + name
    named += b"\0" * (len(named) % 2)
    return (
        b"8BIM"
        + struct.pack(">H", number)
        + named
        + struct.pack(">I", len(value))
        + value
        + b"\0" * (len(value) % 2)
    )


def photoshop(*resources: bytes) -> bytes:
    """Return an APP13 segment with resources."""
    return segment(0xED, b"Photoshop 3.0\0" + b"".join(resources))


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a PNG chunk."""
    return (
        struct.pack(">I4s", len(content), name)
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def with_chunks(png: bytes, *chunks: bytes) -> bytes:
    """Return a PNG with chunks after its header chunk."""
    return png[:33] + b"".join(chunks) + png[33:]


def with_riff(webp: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """Return a WebP with chunks at its end."""
    added = b"".join(struct.pack("<4sI", n, len(c)) + c + b"\0" * (len(c) % 2) for n, c in chunks)
    body = webp[8:] + added
    return b"RIFF" + struct.pack("<I", len(body)) + body


def profile(description: str) -> bytes:
    """Return an sRGB profile whose description is another."""
    raw = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    name = description.encode("utf-16-be")
    block = b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"sv", b"SE", len(name), 28) + name
    count = struct.unpack_from(">I", raw, 128)[0]
    for index in range(count):
        if raw[132 + index * 12 : 136 + index * 12] == b"desc":
            struct.pack_into(">II", raw, 136 + index * 12, len(raw), len(block))
    raw += block
    struct.pack_into(">I", raw, 0, len(raw))
    return bytes(raw)


def box(kind: bytes, content: bytes) -> bytes:
    """Return a box of JUMBF or HEIF."""
    return struct.pack(">I4s", len(content) + 8, kind) + content


def claim(author: str) -> bytes:
    """Return a JUMBF superbox with a CreativeWork assertion that names an author."""
    text = f'{{"@type":"CreativeWork","author":[{{"@type":"Person","name":"{author}"}}]}}'.encode()
    label = b"json" + bytes(12) + b"\x03stds.schema-org.CreativeWork\0"
    return box(b"jumb", box(b"jumd", label) + box(b"json", text))
