"""The layouts of maker notes, as ExifTool's documentation of tag names gives them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Maker:
    """How a maker's note begins, where its directory lies, and the tags that name somebody.

    `header`: a TIFF header of its own at that place. `own_offsets`: offsets count from the note,
    not from the file. `start` None with own offsets: the place stands at byte 8. `below` are
    directories below, by tag. `listed`: which number of a list, counted from 0, is what;
    `enciphered`: start and size within bytes in Sony's cipher.
    """

    make: str
    begins: bytes = b""
    start: int | None = 0
    header: int | None = None
    order: str | None = None
    own_offsets: bool = False
    tags: dict[int, str] = field(default_factory=dict)
    below: dict[int, dict[int, str]] = field(default_factory=dict)
    listed: dict[int, tuple[int, str]] = field(default_factory=dict)
    enciphered: dict[int, tuple[int, int, str]] = field(default_factory=dict)


_CANON = {0x06: "ImageType", 0x07: "Firmware", 0x09: "OwnerName", 0x0C: "SerialNumber",
          0x95: "LensModel", 0x96: "InternalSerialNumber", 0x15: "SerialNumberFormat"}  # fmt: skip
_NIKON = {0x1D: "SerialNumber", 0xA0: "SerialNumber", 0x82: "AuxiliaryLens", 0x10: "DataDump",
          0x81: "ToneAdjust", 0x0E00: "PrintIM"}  # fmt: skip
_OLYMPUS = {0x0101: "SerialNumber", 0x0404: "SerialNumber", 0x0209: "CameraID",
            0x101A: "SerialNumber", 0x0102: "InternalSerialNumber", 0x0207: "CameraType",
            0x0E00: "PrintIM"}  # fmt: skip
_EQUIPMENT = {0x0100: "CameraType", 0x0101: "SerialNumber", 0x0102: "InternalSerialNumber",
              0x0202: "LensSerialNumber", 0x0203: "LensModel", 0x0302: "ExtenderSerialNumber",
              0x1003: "FlashSerialNumber"}  # fmt: skip
_PANASONIC = {0x25: "InternalSerialNumber", 0x51: "LensType", 0x52: "LensSerialNumber",
              0x65: "Title", 0x66: "BabyName", 0x67: "Location", 0x69: "Country", 0x6B: "State",
              0x6D: "City", 0x6F: "Landmark", 0x33: "BabyAge", 0x8010: "BabyAge",
              0x80: "LocationCity", 0x8000: "MakerNoteVersion"}  # fmt: skip
_PENTAX = {0x0229: "SerialNumber", 0x022E: "Artist", 0x022F: "Copyright", 0x0215: "CameraInfo"}
_PENTAX_LISTS = {0x0215: (4, "InternalSerialNumber")}
_SONY_CIPHERS = {0x9050: (0x88, 6, "InternalSerialNumber")}
_LEICA = {0x0303: "LensType", 0x0305: "SerialNumber", 0x031B: "LensSerialNumber"}
_RICOH = {0x05: "SerialNumber", 0x0001: "MakerNoteType", 0x0002: "FirmwareVersion"}
_APPLE = {0x0B: "BurstUUID", 0x11: "ContentIdentifier", 0x15: "ImageUniqueID"}
_FUJI = {0x10: "InternalSerialNumber", 0x1443: "FileSource", 0x4282: "FaceRecInfo"}
_FACES = {"tags": {0x1000: "Quality"}}
_SAMSUNG = {0xA002: "SerialNumber", 0xA004: "LensFirmware", 0xA005: "InternalLensSerialNumber",
            0x0023: "SmartAlbumColor"}  # fmt: skip
_SONY = {0x2031: "SerialNumber", 0xB02B: "FullImageSize", 0x2032: "Shadows"}
_SIGMA = {0x02: "SerialNumber", 0x17: "Software", 0x18: "AutoBracket", 0x1003: "LensSerial"}
_CASIO = {0x2089: "FlashSerial", 0x0001: "RecordingMode"}
_DJI = {0x0500: "SerialNumber", 0x0001: "Make"}

MAKERS = (
    Maker("NIKON", b"Nikon\0\x02", header=10, tags=_NIKON),
    Maker("NIKON", b"Nikon\0\x01", start=8, tags=_NIKON),
    Maker("OLYMPUS", b"OLYMPUS\0II", start=12, own_offsets=True, order="<", tags=_OLYMPUS,
          below={0x2010: _EQUIPMENT}),
    Maker("OLYMPUS", b"OLYMPUS\0MM", start=12, own_offsets=True, order=">", tags=_OLYMPUS,
          below={0x2010: _EQUIPMENT}),
    Maker("OM SYSTEM", b"OM SYSTEM\0\0\0II", start=16, own_offsets=True, order="<", tags=_OLYMPUS,
          below={0x2010: _EQUIPMENT}),
    Maker("OLYMPUS", b"OLYMP\0", start=8, tags=_OLYMPUS, below={0x2010: _EQUIPMENT}),
    Maker("EPSON", b"EPSON\0", start=8, tags=_OLYMPUS),
    Maker("AGFA", b"AGFA", start=8, tags=_OLYMPUS),
    Maker("PANASONIC", b"Panasonic\0\0\0", start=12, tags=_PANASONIC),
    Maker("LEICA", b"LEICA\0\0\0", start=8, tags=_PANASONIC | _LEICA),
    Maker("LEICA", b"LEICA\0", start=8, own_offsets=True, tags=_LEICA),
    Maker("FUJIFILM", b"FUJIFILM", start=None, own_offsets=True, order="<", tags=_FUJI),
    Maker("PENTAX", b"AOC\0", start=6, tags=_PENTAX, listed=_PENTAX_LISTS),
    Maker("PENTAX", b"PENTAX \0", start=10, own_offsets=True, tags=_PENTAX,
          listed=_PENTAX_LISTS),
    Maker("SONY", b"SONY DSC \0\0\0", start=12, tags=_SONY, enciphered=_SONY_CIPHERS),
    Maker("SONY", b"SONY CAM \0\0\0", start=12, tags=_SONY, enciphered=_SONY_CIPHERS),
    Maker("RICOH", b"Ricoh\0", start=8, tags=_RICOH),
    Maker("RICOH", b"RICOH\0", start=8, tags=_RICOH),
    Maker("APPLE", b"Apple iOS\0", start=14, own_offsets=True, order=">", tags=_APPLE),
    Maker("SIGMA", b"SIGMA\0\0\0", start=10, tags=_SIGMA),
    Maker("SIGMA", b"FOVEON\0\0", start=10, tags=_SIGMA),
    Maker("CASIO", b"QVC\0", start=6, tags=_CASIO),
    Maker("CANON", tags=_CANON),
    Maker("SAMSUNG", tags=_SAMSUNG),
    Maker("NIKON", tags=_NIKON),
    Maker("SONY", tags=_SONY, enciphered=_SONY_CIPHERS),
    Maker("MINOLTA"),
    Maker("KONICA"),
    Maker("DJI", tags=_DJI),
    Maker("HASSELBLAD", tags={0x15: "SerialNumber"}),
    Maker("PHASE ONE", tags={0x102: "SerialNumber"}),
)  # fmt: skip
