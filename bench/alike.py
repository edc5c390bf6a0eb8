"""Whether a clean copy looks as the file did: every frame, its time, orientation and profile."""

from __future__ import annotations

import io
import warnings
from typing import Any

from PIL import Image, ImageSequence

from integritetskoll.images.formats.boxes import find
from integritetskoll.images.formats.heif import is_heif
from integritetskoll.images.formats.heif_items import needed, read_items

MOST_FRAMES = 40
ORIENTATION = 0x0112


def differences(data: bytes, copy: bytes) -> list[str] | None:
    """Return what differs: pixels, orientation, profile; None where nobody here can tell.

    A HEIC that can't be decoded is compared by the bytes of its coded picture.
    """
    before = _looks(data)
    if before is None:
        return _coded(data, copy) if is_heif(data) else None
    after = _looks(copy)
    if after is None:
        return ["not decoded"]
    # Viewers turn HEIF and AVIF by properties of the container, which stay.
    names = ("frames",) if is_heif(data) else ("frames", "orientation")
    found = [name for name in names if before[name] != after[name]]
    # Texts in a profile may be blank now: its colours are as they were where its length is.
    if before["profile"] and len(before["profile"]) != len(after["profile"] or b""):
        found.append("profile")
    return found


def _looks(data: bytes) -> dict[str, Any] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as opened:
                first = opened.format == "MPO"  # pictures beside the first one go
                frames = []
                for number, frame in enumerate(ImageSequence.Iterator(opened)):
                    if number == MOST_FRAMES or (first and number):
                        break
                    duration = frame.info.get("duration")
                    frames.append((frame.mode, frame.size, duration, frame.tobytes()))
                opened.seek(0)
                exif = opened.getexif()
                orientation = exif.get(ORIENTATION, 1)
                profile = opened.info.get("icc_profile")
    except Exception:  # noqa: BLE001 - Pillow raises anything for a broken file
        return None
    turned = orientation if orientation in range(2, 9) else 1
    return {"frames": frames, "orientation": turned, "profile": profile}


def _coded(data: bytes, copy: bytes) -> list[str] | None:
    meta = find(data, 0, len(data), b"meta")
    if meta is None or len(data) != len(copy):
        return None
    items = read_items(data, meta)
    ranges = [r for number in needed(items) for r in items.by_number[number].ranges]
    same = all(data[start:end] == copy[start:end] for start, end in ranges)
    return [] if same else ["coded picture"]
