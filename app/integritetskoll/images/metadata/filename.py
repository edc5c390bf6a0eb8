"""The name of the file: teachers name pictures after whom they show ("Tindra_Kvistberg_7B.jpg")."""

from __future__ import annotations

import re

from integritetskoll.images.gather import Gather

_CAMERA = re.compile(
    r"(?:(?:IMG|DSC|DSCN|DSCF|DSC_|PXL|MVIMG|VID|PICT|P|SAM|WP|GOPR|DJI|HPIM|KIF|CIMG|IMAG|FILE|image"
    r"|bild|photo|foto|screenshot|skärmavbild|skärmbild|signal|whatsapp[ _]image|unnamed|scan)"
    r"[-_ ]?)?[-_ .:\dT()]*(?:[-_](?:WA|HDR|PANO|BURST|COVER|MP|edited|ren)\d*)?",
    re.IGNORECASE,
)


def read_name(name: str, into: Gather) -> None:
    """Keep a file's name without folders and ending, unless a camera chose it."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    if not _CAMERA.fullmatch(stem):
        into.add("File:FileName", stem[:255])
