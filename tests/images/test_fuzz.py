"""Broken files from fixed seeds: an answer or a clear error, quickly; unread is never clear."""

from __future__ import annotations

import contextlib
from functools import partial

import pytest

from bench.fuzz import mutants
from bench.hiding import PLACES
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.open import read_image
from tests.pace import stays_within

SEEDS = [place("Tindra Kvistberg") for place in PLACES.values()]


@pytest.mark.slow
def test_broken_files_are_read_or_refused() -> None:
    for number, data in mutants(SEEDS, 2_000):
        assert stays_within(2, partial(answer, f"{number}.jpg", data)), number


def answer(name: str, data: bytes) -> None:
    for asked in (read_image, clean_image):
        with contextlib.suppress(ImageError):
            asked(name, data)


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
