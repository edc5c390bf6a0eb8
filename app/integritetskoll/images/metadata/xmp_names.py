"""Names of XMP properties as ExifTool writes them: structures made flat, first letter capital."""

from __future__ import annotations

import re

_SHORTER = (
    ("RegionInfoRegions", "Region"),
    ("RegionInfo", "Region"),
    ("RegionsRegionList", "Region"),
    ("Regions", "Region"),
    ("CreatorContactInfoCi", "Creator"),
    ("CreatorContactInfo", "Creator"),
    ("PersonInImageWDetails", "PersonInImage"),
    ("LocationShown", "LocationShown"),
    ("ArtworkOrObjectAO", "Artwork"),
)
_TWICE = re.compile(r"^(\w{4,})\1")
_RENAMED = {"BirthDate": "BirthDate", "AuthorsPosition": "AuthorsPosition"}


def local(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]


def field_name(path: tuple[str, ...]) -> str:
    """Return the flat name of a property at `path`."""
    name = "".join(part[:1].upper() + part[1:] for part in path)
    for long, short in _SHORTER:
        if name.startswith(long) and len(name) > len(long):
            name = short + name[len(long) :]
            break
    return _RENAMED.get(name, _TWICE.sub(r"\1", name))
