"""Places where a name can hide in a picture file, by name: a line for each."""

from __future__ import annotations

import zlib

from bench.claims import signed_by, vouched
from bench.drawn import (
    bag,
    box,
    chunk,
    claim,
    encoded,
    exif,
    iptc,
    microsoft_region,
    mwg_region,
    photoshop,
    picture,
    profile,
    resource,
    segment,
    with_riff,
    xmp,
)
from bench.heif import Part, coded, exif_part, heif, undecodable, xmp_part
from bench.hide import (
    Place,
    app1,
    between_scans,
    broken_xmp,
    by_exif,
    by_iptc,
    by_xmp,
    canon,
    ducky,
    extended,
    gif_application,
    gif_comment,
    jpeg,
    jumbf,
    png,
    raw_profile,
    second_exif,
    second_picture,
    thumbnail,
    tiff,
    utf16,
    webp,
)
from bench.hide_more import (
    acdsee,
    acdsee_region,
    as_entities,
    between_values,
    detailed,
    exif_in_resources,
    gif_with,
    iptc_region,
    late_text,
    noted,
    of,
    old_profile,
    raw_png,
    recoded,
    second_directory,
    second_page,
    two_in_one,
    within_strips,
)
from bench.hiding_odd import ODD
from integritetskoll.images.formats.heif import C2PA

PLACES: dict[str, Place] = {
    "jpeg exif artist": by_exif(0x013B),
    "jpeg exif description": by_exif(0x010E),
    "jpeg exif copyright": by_exif(0x8298),
    "jpeg exif document name": by_exif(0x010D),
    "jpeg exif xp author": by_exif(0x9C9D, encode=utf16),
    "jpeg exif xp comment": by_exif(0x9C9C, encode=utf16),
    "jpeg exif xp keywords": by_exif(0x9C9E, encode=utf16),
    "jpeg exif xp subject": by_exif(0x9C9F, encode=utf16),
    "jpeg exif user comment": by_exif(
        0x9286, sub=True, encode=lambda n: b"ASCII\0\0\0" + n.encode()
    ),
    "jpeg exif user comment utf-16": by_exif(
        0x9286, sub=True, encode=lambda n: b"UNICODE\0" + n.encode("utf-16-be")
    ),
    "jpeg exif owner": by_exif(0xA430, sub=True),
    "jpeg exif host": by_exif(0x013C),
    "jpeg exif unknown tag": by_exif(0xC7FF),
    "jpeg gps area": lambda n: jpeg(segment(0xE1, exif({}, gps={28: b"ASCII\0\0\0" + n.encode()}))),
    "jpeg maker note canon": canon,
    "jpeg maker note unknown": by_exif(
        0x927C, sub=True, encode=lambda n: b"\x01\x02ZQ\0\0" + n.encode() + bytes(9)
    ),
    "jpeg second exif": second_exif,
    "jpeg thumbnail comment": thumbnail,
    "jpeg xmp creator": by_xmp(lambda n: bag("dc:creator", n)),
    "jpeg xmp description": by_xmp(lambda n: bag("dc:description", f"På bilden: {n}", "Alt")),
    "jpeg xmp subject": by_xmp(lambda n: bag("dc:subject", n, "Bag")),
    "jpeg xmp person in image": by_xmp(lambda n: bag("Iptc4xmpExt:PersonInImage", n, "Bag")),
    "jpeg xmp mwg region": by_xmp(mwg_region),
    "jpeg xmp microsoft region": by_xmp(microsoft_region),
    "jpeg xmp digikam tags": by_xmp(lambda n: bag("digiKam:TagsList", f"Personer/{n}")),
    "jpeg xmp lightroom tags": by_xmp(lambda n: bag("lr:hierarchicalSubject", f"Elev|{n}", "Bag")),
    "jpeg xmp second packet": lambda n: jpeg(
        app1(xmp("<dc:format>image/jpeg</dc:format>")), app1(xmp(bag("dc:creator", n)))
    ),
    "jpeg xmp utf-16": lambda n: jpeg(app1(xmp(bag("dc:creator", n)).decode().encode("utf-16-le"))),
    "jpeg xmp extended": extended,
    "jpeg xmp broken": broken_xmp,
    "jpeg iptc by-line": by_iptc(80, "utf-8"),
    "jpeg iptc caption latin-1": by_iptc(120, "latin-1"),
    "jpeg iptc keywords mac roman": by_iptc(25, "mac_roman"),
    "jpeg iptc unknown dataset": by_iptc(199, "utf-8"),
    "jpeg photoshop resource name": lambda n: jpeg(
        photoshop(resource(0x0BB7, bytes((len(n.encode()),)) + n.encode()))
    ),
    "jpeg photoshop unknown": lambda n: jpeg(photoshop(resource(0x0FA5, n.encode("utf-16-be")))),
    "jpeg comment": lambda n: jpeg(segment(0xFE, n.encode())),
    "jpeg first of two comments": lambda n: jpeg(
        segment(0xFE, n.encode("latin-1")), segment(0xFE, b"x")
    ),
    "jpeg comment between scans": between_scans,
    "jpeg unknown segment": lambda n: jpeg(segment(0xE7, b"PRIV\0\x01" + n.encode())),
    "jpeg ducky": ducky,
    "jpeg claim of origin": jumbf,
    "jpeg profile": lambda n: encoded("JPEG", icc_profile=profile(f"Skärm {n}")),
    "jpeg after the end": lambda n: jpeg() + b"\0\0" + n.encode(),
    "jpeg second picture": second_picture,
    "png text": lambda n: png(chunk(b"tEXt", b"Author\0" + n.encode("latin-1"))),
    "png packed text": lambda n: png(
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(n.encode("latin-1")))
    ),
    "png international text": lambda n: png(chunk(b"iTXt", b"Title\0\0\0sv\0Titel\0" + n.encode())),
    "png exif": lambda n: png(chunk(b"eXIf", exif({0x013B: n})[6:])),
    "png xmp": lambda n: png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(mwg_region(n)))),
    "png raw profile": raw_profile,
    "png private chunk": lambda n: png(chunk(b"prVt", n.encode())),
    "png profile": lambda n: encoded("PNG", icc_profile=profile(n)),
    "png after the end": lambda n: png() + n.encode(),
    "webp exif": lambda n: webp(n, exif=exif({0x013B: n})),
    "webp xmp": lambda n: webp(n, xmp=xmp(bag("dc:creator", n))),
    "webp unknown chunk": lambda n: with_riff(webp(n), (b"PRIV", n.encode())),
    "gif comment": gif_comment,
    "gif xmp": gif_application,
    "gif after the end": lambda n: encoded("GIF", picture(mode="P")) + n.encode(),
    "tiff artist": tiff(0x013B, str.encode),
    "tiff page name": tiff(0x011D, str.encode),
    "tiff xmp": tiff(0x02BC, lambda n: xmp(bag("dc:creator", n))),
    "tiff after the end": lambda n: encoded("TIFF") + n.encode(),
    "tiff iptc": tiff(0x83BB, lambda n: iptc((120, n.encode()), utf8=True)),
    "avif exif": lambda n: encoded("AVIF", exif=exif({0x013B: n})),
    "avif xmp": lambda n: encoded("AVIF", xmp=xmp(microsoft_region(n))),
    "avif private box": lambda n: encoded("AVIF") + box(b"uuid", bytes(16) + n.encode()),
    "avif free box": lambda n: encoded("AVIF") + box(b"free", n.encode()),
    "jpeg exif title": by_exif(0xA436, sub=True),
    "jpeg exif photographer": by_exif(0xA437, sub=True),
    "jpeg exif editor": by_exif(0xA438, sub=True),
    "jpeg exif xp title": by_exif(0x9C9B, encode=utf16),
    "jpeg exif history": by_exif(0x9213),
    "jpeg exif between values": between_values,
    "jpeg exif second directory": second_directory,
    "jpeg maker note panasonic": noted("Panasonic", b"Panasonic\0\0\0", 0x66),
    "jpeg maker note pentax": noted("PENTAX", b"AOC\0II", 0x022E),
    "jpeg maker note olympus": noted("OLYMPUS", b"OLYMPUS\0II\3\0", 0x0209, own=True),
    "jpeg maker note fuji": noted("FUJIFILM", b"FUJIFILM\x0c\0\0\0", 0x10, own=True),
    "jpeg maker note nikon": noted("NIKON", b"Nikon\0\x01\0", 0x82),
    "jpeg maker note sony": noted("SONY", b"SONY DSC \0\0\0", 0x2031),
    "jpeg maker note ricoh": noted("RICOH", b"Ricoh\0\0\0", 0x05),
    "jpeg maker note sigma": noted("SIGMA", b"SIGMA\0\0\0\1\0", 0x02),
    "jpeg maker note apple": noted("Apple", b"Apple iOS\0\0\1MM", 0x15, own=True, order=">"),
    "jpeg xmp two packets in a segment": two_in_one,
    "jpeg xmp utf-16 big": recoded("utf-16-be"),
    "jpeg xmp utf-32": recoded("utf-32-le"),
    "jpeg xmp numbered letters": as_entities,
    "jpeg xmp attribute": lambda n: jpeg(app1(xmp("", f'photoshop:CaptionWriter="{n}"'))),
    "jpeg xmp title": by_xmp(lambda n: bag("dc:title", n, "Alt")),
    "jpeg xmp rights": by_xmp(lambda n: bag("dc:rights", f"© {n}", "Alt")),
    "jpeg xmp history": by_xmp(of("http://ns.adobe.com/photoshop/1.0/", "ps", "History")),
    "jpeg xmp owner": by_xmp(of("http://ns.adobe.com/exif/1.0/aux/", "aux", "OwnerName")),
    "jpeg xmp artist": by_xmp(of("http://ns.adobe.com/tiff/1.0/", "tiff", "Artist")),
    "jpeg xmp comment": by_xmp(
        of("http://ns.adobe.com/exif/1.0/", "exif", "UserComment", kind="Alt")
    ),
    "jpeg xmp licensor": by_xmp(of("http://ns.useplus.org/ldf/xmp/1.0/", "plus", "LicensorName")),
    "jpeg xmp unknown schema": by_xmp(of("http://example.se/schema/", "own", "Elev")),
    "jpeg xmp person in detail": detailed,
    "jpeg xmp iptc region": iptc_region,
    "jpeg xmp acdsee categories": acdsee,
    "jpeg xmp acdsee region": acdsee_region,
    "jpeg xmp media pro people": by_xmp(
        of("http://ns.iview-multimedia.com/mediapro/1.0/", "mediapro", "People", kind="Bag")
    ),
    "jpeg xmp microsoft keyword": by_xmp(
        of("http://ns.microsoft.com/photo/1.0/", "MicrosoftPhoto", "LastKeywordXMP", kind="Bag")
    ),
    "jpeg xmp lightroom weighted": by_xmp(
        of("http://ns.adobe.com/lightroom/1.0/", "lr", "weightedFlatSubject", kind="Bag")
    ),
    "jpeg iptc caption code page 850": by_iptc(120, "cp850"),
    "jpeg iptc writer": by_iptc(122, "latin-1"),
    "jpeg iptc contact": by_iptc(118, "utf-8"),
    "jpeg iptc special instructions": by_iptc(40, "mac_roman"),
    "jpeg photoshop caption": lambda n: jpeg(
        photoshop(resource(0x03F0, bytes((len(n.encode()),)) + n.encode()))
    ),
    "jpeg photoshop name of a resource": lambda n: jpeg(
        photoshop(resource(0x0425, bytes(16), n.encode("mac_roman")))
    ),
    "jpeg photoshop exif": exif_in_resources,
    "jpeg comment utf-16": lambda n: jpeg(segment(0xFE, b"\xff\xfe" + n.encode("utf-16-le"))),
    "jpeg jfxx comment": lambda n: jpeg(
        segment(0xE0, b"JFXX\0\x10" + jpeg(segment(0xFE, n.encode())))
    ),
    "jpeg after the second picture": lambda n: jpeg() + jpeg() + n.encode(),
    "jpeg exif of the second picture": lambda n: (
        jpeg() + jpeg(segment(0xE1, exif({0x013B: n})))
    ),
    "jpeg old profile": old_profile,
    "jpeg signed by": lambda n: jpeg(segment(0xEB, b"JP\0\1\0\0\0\1" + signed_by(CN=n))),
    "jpeg vouched for": lambda n: jpeg(segment(0xEB, b"JP\0\1\0\0\0\1" + vouched(n))),
    "png packed international text": lambda n: png(
        chunk(b"iTXt", b"Description\0\1\0\0\0" + zlib.compress(n.encode()))
    ),
    "png raw exif": raw_png("exif", lambda n: exif({0x013B: n})),
    "png raw xmp": raw_png("xmp", lambda n: xmp(bag("dc:creator", n))),
    "png raw resources": raw_png("8bim", lambda n: resource(0x0FA5, n.encode())),
    "png text after the picture": late_text,
    "png palette name": lambda n: png(chunk(b"sPLT", n.encode("latin-1") + b"\0\x08")),
    "png claim of origin": lambda n: png(chunk(b"caBX", claim(n))),
    "webp profile": lambda n: webp(n, icc_profile=profile(f"Skärm {n}")),
    "webp after the end": lambda n: webp(n) + n.encode(),
    "webp claim of origin": lambda n: with_riff(webp(n), (b"C2PA", claim(n))),
    "gif plain text": lambda n: gif_with(0x01, bytes(12) + n.encode()),
    "gif comment in pieces": lambda n: gif_with(0xFE, f"På bilden syns {n}".encode()),
    "gif unknown program": lambda n: gif_with(0xFF, b"OWNPROGRAM1 " + n.encode()),
    "gif unknown extension": lambda n: gif_with(0xCE, n.encode()),
    "tiff second page": second_page,
    "tiff xp author": tiff(0x9C9D, utf16),
    "tiff resources": tiff(0x8649, lambda n: resource(0x03F0, b"\x1e" + n.encode())),
    "tiff private tag": tiff(0xFDE1, str.encode),
    "tiff profile": lambda n: encoded("TIFF", icc_profile=profile(n)),
    "tiff comment in a strip": within_strips,
    "avif item name": lambda n: heif([coded(picture(), name=n.encode())]),
    "avif second picture": lambda n: heif(
        [coded(picture()), coded(picture(64, 48), name=n.encode())]
    ),
    "avif user data": lambda n: heif([coded(picture())], inside=box(b"udta", n.encode())),
    "avif between items": lambda n: heif([coded(picture()), Part(b"junk", n.encode())]),
    "avif profile": lambda n: encoded("AVIF", icc_profile=profile(n)),
    "heic exif": lambda n: heif(
        [undecodable(64, 48), exif_part(exif({0x013B: n}))], brand=b"heic"
    ),
    "heic xmp": lambda n: heif(
        [undecodable(64, 48), xmp_part(xmp(bag("dc:creator", n)))], brand=b"heic"
    ),
    "heic claim of origin": lambda n: heif(
        [undecodable(64, 48)], brand=b"heic",
        after=box(b"uuid", C2PA + bytes(4) + b"manifest\0" + bytes(8) + claim(n)),
    ),
} | ODD  # fmt: skip
"""A picture file of a format with a name in one place."""
