"""ExifTool as a second pair of eyes: it finds nothing that we miss, and nothing after cleaning."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench.exiftool import ALL_KINDS, dump, left_over, personal, score
from bench.hiding import PLACES
from integritetskoll.images.clean.verified import clean_image

NAME = "Tindra Kvistberg"
OTHERWISE = {"jpeg xmp broken", "jpeg maker note ricoh", "jpeg comment utf-16"}
"""Where ExifTool shows something else: markup of what is no XML, digits for letters."""
pytestmark = [
    pytest.mark.exiftool,
    pytest.mark.skipif(
        os.environ.get("INTEGRITETSKOLL_TEST_EXIFTOOL") != "1", reason="ExifTool is switched off"
    ),
]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pictures")
    paths = []
    places = [place for name, place in PLACES.items() if name not in OTHERWISE]
    for number, place in enumerate(places):
        paths.append(folder / f"{number:03}.img")
        paths[-1].write_bytes(place(NAME))
    return paths


def test_what_exiftool_finds_is_found(files: list[Path]) -> None:
    said = dump(files)
    assert sum(1 for one in said.values() for _ in personal(one)) >= 25
    result = score(files, said)
    assert {kind: result.share(kind) for kind in ALL_KINDS} == dict.fromkeys(ALL_KINDS, 1.0), (
        result.missed
    )


def test_exiftool_finds_nobody_in_clean_copies(files: list[Path]) -> None:
    cleaned = {path.name: clean_image("", path.read_bytes()).data for path in files}
    assert left_over(cleaned) == []
