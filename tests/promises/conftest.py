"""A draft full of words that stand nowhere else, to be searched for afterwards."""

from __future__ import annotations

import pytest

CANARY = "Kvicksandra"
"""A name that no list knows: whoever keeps it has kept a draft."""

DRAFT = (
    f"{CANARY} Kanarieström i 7B mår dåligt. Personnummer 20100117-2384, ring 070-174 06 05, mejla "
    "kvicksandra@elev.example.se eller se https://kvicksandra.example.com/foton. Lösenordet är "
    "Kvicksandra2026. Hon bor på Kvicksandragatan 14 B, 451 99 Åmyre."
)
TRACES = [
    trace.encode()
    for trace in ("kvicksandra", "kanarieström", "kanariestr", "2384", "174 06 05", "174-06-05")
]


def traces_in(data: bytes) -> list[bytes]:
    lower = data.decode("utf-8", "replace").lower().encode()
    return [
        trace for trace in TRACES if trace in lower or trace.decode().encode("utf-16-le") in data
    ]


@pytest.fixture
def draft() -> str:
    return DRAFT
