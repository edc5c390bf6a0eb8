"""What a picture's file tells, as people ask for it: where, when, by whom, with what, of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from integritetskoll.report.marks import quoted
from integritetskoll.report.model import FindingReport

KINDS = ("where", "when", "who", "device", "tagged", "hidden", "other")
BY_CODE = {
    "gps_position": "where",
    "image_place": "where",
    "capture_time": "when",
    "whereabouts_recorded": "when",
    "author": "who",
    "author_organisation": "who",
    "device_serial": "device",
    "device_owner": "device",
    "device_host": "device",
    "user_folder": "device",
    "face_tag": "tagged",
    "embedded_thumbnail": "hidden",
    "embedded_crop": "hidden",
    "embedded_second": "hidden",
    "embedded_video": "hidden",
}


_DATE = re.compile(r"(\d{4}):(\d\d):(\d\d)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What one file tells: its name, the kinds of its findings with their words, its position."""

    file: str
    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    position: str | None


def told(findings: Sequence[FindingReport]) -> Iterator[Told]:
    """Yield what each file tells, in the order of the report."""
    files = dict.fromkeys(f.source.file or "" for f in findings if f.source.kind == "image")
    for file in files:
        own = [f for f in findings if f.source.kind == "image" and (f.source.file or "") == file]
        by_kind: dict[str, dict[tuple[str, str], None]] = {}
        for one in own:
            kind = BY_CODE.get(one.code, "other")
            said = one.message if kind == "hidden" else shown_of(one, "") or one.message
            by_kind.setdefault(kind, {})[said, one.source.field or ""] = None
        rows = tuple((kind, tuple(by_kind[kind])) for kind in KINDS if kind in by_kind)
        positions = [f.source.value for f in own if f.code == "gps_position"]
        yield Told(file, rows, positions[0] if positions else None)


def shown_of(finding: FindingReport, text: str) -> str:
    """Return what was found as people write it: files write dates with colons."""
    value = quoted(finding, text)
    of_file = finding.source.kind == "image" and _DATE.match(value)
    return _DATE.sub(r"\1-\2-\3", value, count=1) if of_file else value
