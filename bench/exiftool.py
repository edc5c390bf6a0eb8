"""ExifTool as the oracle: which personal fields of real files are found, and which stay.

`python -m bench.exiftool FOLDER`: the share found per kind, and what a clean copy still says.
ExifTool is never used by the product itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from integritetskoll.errors import DraftError
from integritetskoll.images.field import Reading
from integritetskoll.images.open import read_image

OPTIONS = ("-G1:4", "-a", "-u", "-n", "-j", "-charset", "filename=utf8")
KINDS = {
    "gps": r"GPS(?:Dest)?(?:Latitude|Longitude)",
    "face": r"Region(?:PersonDisplay)?Name|PersonInImage(?:Name)?|ImageRegionPersonInImage",
    "caption": r"(?:Image)?Description|Caption-Abstract|Title|Headline|ObjectName|UserComment"
    r"|Comment|XP(?:Title|Comment|Subject|Keywords)|Keywords|Subject|TagsList|HierarchicalSubject",
    "creator": r"Artist|Creator|By-line|Author|XPAuthor|Copyright|Rights|CopyrightNotice|Credit"
    r"|Writer-Editor|CaptionWriter|Contact",
    "device": r"(?:Body|Lens|Camera|Internal|Flash)?SerialNumber|(?:Camera)?OwnerName|HostComputer",
}
MAKER = "maker note"
"""Devices that only a maker note names: a kind of its own, because makers document none."""
ALL_KINDS = (*KINDS, MAKER)
STANDARD_GROUPS = ("IFD", "ExifIFD", "SubIFD", "GPS", "XMP", "IPTC", "InteropIFD")
_KIND = {kind: re.compile(names) for kind, names in KINDS.items()}
OTHER_GROUPS = ("Composite", "ExifTool", "System", "File:System", "ICC")
EMPTY = re.compile(r"[\s0.\-_]*|\(Binary data.*|n/a|none|null|unknown.*", re.IGNORECASE)
_WORDS = frozenset({"caption", "creator"})
_BYTES = re.compile(r"\d{1,3}(?: \d{1,3}){3,}")
_REALS = re.compile(r"-?\d+\.\d+(?: -?\d+\.\d+)+")


@dataclass(slots=True)
class Score:
    """Found of all, what was not, and the fields of files that count as broken: never clear."""

    found: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    refused: int = 0

    def share(self, kind: str) -> float:
        """Return the share found; 1 where there was nothing."""
        return self.found[kind] / self.all[kind] if self.all[kind] else 1.0


def dump(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Return what ExifTool says of each file, by path."""
    given = "\n".join(map(str, paths))
    done = subprocess.run(
        ["exiftool", *OPTIONS, "-@", "-"], input=given, capture_output=True, text=True, check=False
    )
    return {one["SourceFile"]: one for one in json.loads(done.stdout or "[]")}


def personal(said: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield kind, tag and value of each personal field."""
    for key, value in said.items():
        group, _, tag = key.rpartition(":")
        if key == "SourceFile" or group.startswith(OTHER_GROUPS) or "Composite" in group:
            continue
        kind = next((k for k, names in _KIND.items() if names.fullmatch(tag)), None)
        if kind == "device" and not group.startswith(STANDARD_GROUPS):
            kind = MAKER
        for one in value if isinstance(value, list) else [value]:
            text = _written(str(one)) if kind in _WORDS else str(one)
            if kind and not EMPTY.fullmatch(text) and len(text) > 1:
                yield kind, key, text


def _written(text: str) -> str:
    """Letters that ExifTool shows as the numbers of bytes; nothing for numbers that are none."""
    if _REALS.fullmatch(text):
        return ""
    if not _BYTES.fullmatch(text):
        return text
    numbers = [int(number) for number in text.split()]
    return bytes(numbers).decode("latin-1").strip("\0") if max(numbers) < 2**8 else text


def score(files: Iterable[Path], said: dict[str, dict[str, Any]]) -> Score:
    """Compare our reading of each file with ExifTool's."""
    result = Score()
    for path in files:
        try:
            reading = read_image(path.name, path.read_bytes())
        except DraftError:
            result.refused += sum(1 for _ in personal(said.get(str(path), {})))
            continue
        hay = _hay(reading)
        for kind, tag, value in set(personal(said.get(str(path), {}))):
            result.all[kind] += 1
            if _holds(reading, hay, kind, value):
                result.found[kind] += 1
            else:
                result.missed.append(f"{path.name} {tag} = {value[:60]}")
    return result


def _hay(reading: Reading) -> str:
    return "\n".join(_plain(f.value) for f in reading.fields)


def _plain(text: str) -> str:
    return " ".join(text.replace("\ufffd", "").casefold().split())


def _holds(reading: Reading, hay: str, kind: str, value: str) -> bool:
    if kind != "gps":
        return _plain(value) in hay
    try:
        wanted = abs(float(value))
    except ValueError:
        return True
    numbers = [
        abs(float(number))
        for f in reading.fields
        if f.kind == "gps"
        for number in re.findall(r"\d+\.\d+|\d+", f.value)
    ]
    minutes = (wanted % 1) * 60
    return wanted < 1e-9 or any(abs(n - wanted) < 1e-3 or abs(n - minutes) < 1e-2 for n in numbers)


def left_over(cleaned: dict[str, bytes]) -> list[str]:
    """Return the personal fields that ExifTool still finds in clean copies."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, data in enumerate(cleaned.values()):
            path = Path(folder) / f"{number}.img"
            path.write_bytes(data)
            paths.append(path)
        said = dump(paths)
    names = list(cleaned)
    return [
        f"{names[int(Path(path).stem)]} {tag} = {value[:60]}"
        for path, one in said.items()
        for _, tag, value in personal(one)
    ]


def files_in(folder: Path) -> list[Path]:
    """Return the picture files below a folder."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".tsv")


def main(folder: str) -> int:
    """Print the share per kind and what was missed."""
    files = files_in(Path(folder))
    result = score(files, dump(files))
    for kind in ALL_KINDS:
        print(f"{kind}: {result.found[kind]} of {result.all[kind]} ({result.share(kind):.1%})")
    print(f"in files that count as broken: {result.refused}")
    print("\n".join(f"  missed: {line}" for line in result.missed))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
