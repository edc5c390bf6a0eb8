"""Where in the picture a tagged person is: the four ways XMP says it, made one.

MWG (centre and size as shares), Microsoft (left, top, width, height), IPTC (boundary), ACDSee.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from integritetskoll.images.field import Region
from integritetskoll.images.metadata.xmp_names import local

_AREAS = frozenset({"Area", "DLYArea", "ALGArea", "RegionBoundary"})
_PARTS = 4


def region_of(element: Element) -> Region | None:
    """Return the region that a structure describes, None where it describes none."""
    values = _values(element)
    if rectangle := values.get("Rectangle"):
        return _rectangle(rectangle)
    for child in element:
        if local(child.tag) in _AREAS:
            return _area(_values(child) | _inner(child))
        if local(child.tag) == "Description" and (found := region_of(child)):
            return found
    return None


def _values(element: Element) -> dict[str, str]:
    return {local(key): value for key, value in element.attrib.items()} | {
        local(child.tag): (child.text or "") for child in element
    }


def _inner(element: Element) -> dict[str, str]:
    inner = [child for child in element if local(child.tag) == "Description"]
    return _values(inner[0]) if inner else {}


def _rectangle(text: str) -> Region | None:
    parts = [_number(part) for part in text.split(",")]
    if len(parts) != _PARTS or None in parts:
        return None
    return _within(*(part or 0.0 for part in parts))


def _area(values: dict[str, str]) -> Region | None:
    if all(_number(values.get(name, "")) is not None for name in ("rbX", "rbY", "rbW", "rbH")):
        return _within(*(_number(values[name]) or 0.0 for name in ("rbX", "rbY", "rbW", "rbH")))
    numbers = [_number(values.get(name, "")) for name in ("x", "y", "w", "h")]
    if numbers[0] is None or numbers[1] is None:
        return None
    round_one = _number(values.get("d", "")) or 0.0
    width, height = numbers[2] or round_one, numbers[3] or round_one
    return _within(numbers[0] - width / 2, numbers[1] - height / 2, width, height)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _within(left: float, top: float, width: float, height: float) -> Region | None:
    if not all(-1 <= number <= 2 for number in (left, top, width, height)):  # noqa: PLR2004 - pixels
        return None
    left, top = min(max(left, 0.0), 1.0), min(max(top, 0.0), 1.0)
    width, height = min(width, 1 - left), min(height, 1 - top)
    return round(left, 4), round(top, 4), round(max(width, 0), 4), round(max(height, 0), 4)
