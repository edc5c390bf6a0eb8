"""Places where hardly anybody looks: odd types, rows behind rows, words beside values."""

from __future__ import annotations

import struct
import zlib

from bench.claims import cbor, superbox
from bench.drawn import (
    bag,
    box,
    chunk,
    encoded,
    exif,
    photoshop,
    picture,
    profile,
    resource,
    segment,
    with_segments,
    xmp,
)
from bench.heif import coded, full, heif
from bench.hide import Place, app1, jpeg, png, webp


def typed(tag: int, kind: int, encoding: str = "utf-8", *, below: int = 0) -> Place:
    """Return a place: a tag of EXIF with a type; `below` names the directory that holds it."""
    width = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 129: 1}[kind]

    def place(name: str) -> bytes:
        raw = name.encode(encoding)
        raw += bytes(-len(raw) % width)
        head = b"MM\0*\0\0\0\x08"
        if below:
            head += struct.pack(">HHHIII", 1, below, 4, 1, 26, 0)
        value_at = len(head) + 18
        entry = struct.pack(">HHHIII", 1, tag, kind, len(raw) // width, value_at, 0)
        return jpeg(segment(0xE1, b"Exif\0\0" + head + entry + raw))

    return place


def beside(before: str, behind: str = "") -> Place:
    """Return a place: words within a packet that are no property."""
    return lambda name: jpeg(app1(xmp(f"{before}{name}{behind}")))


def in_struct(name: str) -> str:
    """Return an XMP list of structures with one in another."""
    inner = f'<own:Deep rdf:parseType="Resource"><own:Who>{name}</own:Who></own:Deep>'
    return (
        '<own:Things xmlns:own="http://example.se/own/"><rdf:Seq><rdf:li '
        f'rdf:parseType="Resource">{inner}</rdf:li></rdf:Seq></own:Things>'
    )


def qualified(name: str) -> str:
    """Return an XMP property whose qualifier names somebody."""
    return (
        '<dc:source rdf:parseType="Resource"><rdf:value>bild</rdf:value>'
        f'<own:By xmlns:own="http://example.se/own/">{name}</own:By></dc:source>'
    )


def second_language(name: str) -> str:
    """Return an XMP text in two languages, the second of which names somebody."""
    return (
        '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Skolan</rdf:li>'
        f'<rdf:li xml:lang="so">{name}</rdf:li></rdf:Alt></dc:title>'
    )


def by_record(record: int, number: int, *, long: bool = False) -> Place:
    """Return a place: a dataset of another record; `long`: with the length of long values."""

    def place(name: str) -> bytes:
        raw = name.encode()
        size = struct.pack(">HI", 0x8004, len(raw)) if long else struct.pack(">H", len(raw))
        sets = b"\x1c" + bytes((record, number)) + size + raw
        return jpeg(photoshop(resource(0x0404, sets)))

    return place


def two_profiles(name: str) -> bytes:
    """Return a JPEG with two profiles, of which readers take the second one."""
    parts = [
        segment(0xE2, b"ICC_PROFILE\0\1\1" + profile(text)) for text in (f"Skärm {name}", "sRGB")
    ]
    return jpeg(*parts)


def other_language(name: str) -> bytes:
    """Return a JPEG with a profile that is called otherwise in another language."""
    texts = ["sRGB".encode("utf-16-be"), name.encode("utf-16-be")]
    head = b"mluc\0\0\0\0" + struct.pack(">II", 2, 12)
    at, rows = 16 + 24, b""
    for language, text in zip((b"enUS", b"svSE"), texts, strict=True):
        rows += language + struct.pack(">II", len(text), at)
        at += len(text)
    block, raw = head + rows + b"".join(texts), bytearray(profile("sRGB"))
    for index in range(struct.unpack_from(">I", raw, 128)[0]):
        if raw[132 + index * 12 : 136 + index * 12] == b"desc":
            struct.pack_into(">II", raw, 136 + index * 12, len(raw), len(block))
    raw += block
    struct.pack_into(">I", raw, 0, len(raw))
    return encoded("JPEG", icc_profile=bytes(raw))


def film(name: str) -> bytes:
    """Return a JPEG with a film behind it, as phones write them, whose title names somebody."""
    told = box(b"udta", box(b"\xa9nam", struct.pack(">HH", len(name.encode()), 0) + name.encode()))
    movie = box(b"ftyp", b"mp42" + bytes(4)) + box(b"mdat", bytes(400)) + box(b"moov", told)
    return jpeg() + movie


def samsung(name: str) -> bytes:
    """Return a JPEG with blocks behind it, as Samsung's phones write them."""
    held = (
        b"\0\0\x01\x0a\x0e\0\0\0Image_UTC_Data1683000000000\0\0\xe1\x0c\4\0\0\0Note" + name.encode()
    )
    return jpeg() + held + b"SEFH\x6b\0\0\0\1\0\0\0" + bytes(12) + b"\x18\0\0\0SEFT"


def gain_map(name: str) -> bytes:
    """Return a JPEG with a gain map whose packet names somebody."""
    told = xmp(bag("dc:creator", name), 'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/"')
    return jpeg() + with_segments(encoded("JPEG", picture(80, 60)), app1(told))


def before_the_end(name: str) -> bytes:
    """Return a JPEG with a comment behind its only scan."""
    data = jpeg()
    return data[:-2] + segment(0xFE, name.encode()) + data[-2:]


def asserted(content: bytes, label: str = "c2pa.assertion") -> bytes:
    """Return a JPEG with a claim of origin that asserts something."""
    whole = superbox("c2pa", superbox(label, box(b"cbor", content)))
    return jpeg(segment(0xEB, b"JP\0\1\0\0\0\1" + whole))


def in_pieces(name: str) -> bytes:
    """Return a text in CBOR that comes in pieces (RFC 8949, 3.2.3)."""
    return b"\xa1" + cbor("title") + b"\x7f" + cbor(name[:5]) + cbor(name[5:]) + b"\xff"


def late_exif(name: str) -> bytes:
    """Return an APNG with EXIF behind its frames."""
    frames = [picture(), picture().rotate(180)]
    data = encoded("PNG", frames[0], save_all=True, append_images=frames[1:], duration=80)
    return data[:-12] + chunk(b"eXIf", exif({0x013B: name})[6:]) + data[-12:]


def first_chunk(name: str) -> bytes:
    """Return a WebP with a packet in front of its picture."""
    data, packet = webp(""), xmp(bag("dc:creator", name))
    packet += b" " * (len(packet) % 2)
    canvas = struct.pack("<I", 4) + (319).to_bytes(3, "little") + (239).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + canvas
    body += b"XMP " + struct.pack("<I", len(packet)) + packet + data[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def in_a_frame(name: str) -> bytes:
    """Return an animated WebP with a chunk of its own within a frame."""
    frames = [picture(), picture().rotate(180)]
    data = encoded("WEBP", frames[0], save_all=True, append_images=frames[1:], duration=80)
    at = data.index(b"ANMF")
    size = struct.unpack_from("<I", data, at + 4)[0]
    raw = name.encode() + b"\0" * (len(name.encode()) % 2)
    own = b"PRIV" + struct.pack("<I", len(raw)) + raw
    end = at + 8 + size + size % 2
    held = (
        data[: at + 4] + struct.pack("<I", size + len(own)) + data[at + 8 : end] + own + data[end:]
    )
    return held[:4] + struct.pack("<I", len(held) - 8) + held[8:]


def between_frames(name: str) -> bytes:
    """Return a GIF with a comment between two frames."""
    frames = [picture(mode="P"), picture(80, 60, mode="P").resize((320, 240))]
    data = encoded("GIF", frames[0], save_all=True, append_images=frames[1:], duration=80)
    at = data.rindex(b"\x21\xf9\x04")
    raw = name.encode()
    return data[:at] + b"\x21\xfe" + bytes((len(raw),)) + raw + b"\0" + data[at:]


def after_the_packed(name: str) -> bytes:
    """Return a PNG whose packed text has words behind its end."""
    return png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"bild") + name.encode("latin-1")))


def described(name: str) -> bytes:
    """Return an AVIF with a description of its picture among its properties."""
    told = full(b"udes", b"sv\0" + name.encode() + b"\0\0\0")
    return heif([coded(picture(), told)])


def alternative(name: str) -> bytes:
    """Return an AVIF with a text for those who can't see its picture."""
    return heif([coded(picture(), full(b"altt", name.encode() + b"\0sv\0"))])


def in_the_meta_box(name: str) -> bytes:
    """Return an AVIF whose EXIF lies in the meta box (construction method 1)."""
    block = bytes(4) + exif({0x013B: name})[6:]
    data = bytearray(heif([coded(picture(), name=b"")], inside=box(b"idat", block)))
    infos, places = data.index(b"iinf") - 4, data.index(b"iloc") - 4
    data[infos + 13] = 2
    info = full(b"infe", struct.pack(">HH4s", 2, 0, b"Exif") + b"\0", version=2)
    size = int.from_bytes(data[infos : infos + 4], "big")
    data[infos : infos + 4] = (size + len(info)).to_bytes(4, "big")
    data[infos + size : infos + size] = info
    places += len(info)
    start, length = struct.unpack_from(">II", data, places + 22)
    row = struct.pack(">HHHHII", 1, 0, 0, 1, start, length)
    rows = row + struct.pack(">HHHHII", 2, 1, 0, 1, 0, len(block))
    located = full(b"iloc", b"\x44\0" + struct.pack(">H", 2) + rows, version=1)
    end = places + int.from_bytes(data[places : places + 4], "big")
    grown = len(info) + len(located) - (end - places)
    data[places:end] = located
    meta = data.index(b"meta") - 4
    size = int.from_bytes(data[meta : meta + 4], "big")
    data[meta : meta + 4] = (size + grown).to_bytes(4, "big")
    struct.pack_into(">I", data, places + 16 + 8, start + grown)
    return bytes(data)


def sub_directory(name: str) -> bytes:
    """Return a TIFF with a directory of its own below the page (TIFF-EP, SubIFDs)."""
    data = bytearray(encoded("TIFF", picture(64, 48), tiffinfo={0x013C: "x" * 8, 0x8769: 7}))
    at = data.index(struct.pack("<HHI", 0x8769, 4, 1))
    raw = name.encode() + b"\0"
    start = len(data)
    struct.pack_into("<HHII", data, at, 0x8769, 4, 1, start)
    entry = struct.pack("<HHHIII", 1, 0xFDE1, 2, len(raw), start + 18, 0)
    return bytes(data) + entry + raw


def comment_in_tables(name: str) -> bytes:
    """Return a TIFF of a coded JPEG whose tables have a comment."""
    data = bytearray(encoded("TIFF", picture(64, 48), compression="jpeg"))
    at = data.index(struct.pack("<HH", 347, 7))
    size, start = struct.unpack_from("<II", data, at + 4)
    tables = bytes(data[start : start + size])
    held = tables[:2] + segment(0xFE, name.encode()) + tables[2:]
    struct.pack_into("<II", data, at + 4, len(held), len(data))
    return bytes(data) + held
