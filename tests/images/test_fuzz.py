"""Broken files from fixed seeds: an answer or a clear error, quickly; unread is never clear."""

from __future__ import annotations

import contextlib
import time

import pytest

from bench.fuzz import mutants
from bench.hiding import PLACES
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.open import read_image

SEEDS = [place("Tindra Kvistberg") for place in PLACES.values()]


@pytest.mark.slow
def test_broken_files_are_read_or_refused() -> None:
    slowest = 0.0
    for number, data in mutants(SEEDS, 2_000):
        started = time.process_time()
        for answer in (read_image, clean_image):
            with contextlib.suppress(ImageError):
                answer(f"{number}.jpg", data)
        slowest = max(slowest, time.process_time() - started)
    assert slowest < 2


@pytest.mark.parametrize(
    "place", ["jpeg comment", "png text", "webp xmp", "gif comment", "tiff artist"]
)
def test_every_cut(place: str) -> None:
    data = PLACES[place]("Tindra")
    for end in range(0, len(data) - 2, max(1, len(data) // 60)):
        try:
            assert read_image("a", data[:end]).unread, end
        except ImageError:
            continue
