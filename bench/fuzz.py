"""Broken picture files from fixed seeds: bytes changed, cut, doubled, the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

EDGES = (b"\0", b"\xff", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\x80\0\0\0")


def mutants(seeds: Sequence[bytes], count: int, *, seed: int = 2026) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of broken copies of files."""
    for number in range(count):
        chance = random.Random(f"{seed}:{number}")
        yield number, broken(seeds[number % len(seeds)], chance)


def broken(data: bytes, chance: random.Random) -> bytes:
    """Return a copy with a few things wrong, mostly near the beginning, where the structure is."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not out:
            break
        reach = len(out) if chance.random() < 0.3 else min(len(out), 4096)
        at = chance.randrange(reach)
        what = chance.randrange(6)
        if what == 0:
            out[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            out[at] = chance.randrange(256)
        elif what == 2:
            edge = chance.choice(EDGES)
            out[at : at + len(edge)] = edge
        elif what == 3:
            del out[at : at + chance.randint(1, 64)]
        elif what == 4:
            out[at:at] = out[at : at + chance.randint(1, 512)]
        elif chance.random() < 0.3:
            del out[at:]
    return bytes(out)
