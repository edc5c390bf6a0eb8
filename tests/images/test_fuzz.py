"""Broken files from fixed seeds: an answer or a clear error, quickly; unread is never clear."""

from __future__ import annotations

import contextlib
from functools import partial

import pytest

from bench.broken import passed_over, run
from bench.fuzz import mutants
from bench.hiding import PLACES
from integritetskoll.errors import ImageError
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.field import Reading
from integritetskoll.images.open import read_image
from integritetskoll.images.pool import Pool
from tests.pace import stays_within

SEEDS = [place("Tindra Kvistberg") for place in PLACES.values()]


@pytest.mark.slow
def test_broken_files_are_read_or_refused() -> None:
    for number, data in mutants(SEEDS, 2_000):
        assert stays_within(2, partial(answer, f"{number}.jpg", data)), number


def test_no_part_is_passed_over_in_silence() -> None:
    """The planted name stands in the bytes: it is found, or a part is said to be unread."""
    silent = [
        number
        for number, data in mutants(SEEDS, 1_500, seed=7)
        if (reading := read(data)) and passed_over(reading, data)
    ]
    assert not [list(PLACES)[number % len(PLACES)] for number in silent]


def read(data: bytes) -> Reading | None:
    try:
        return read_image("IMG_1.jpg", data)
    except ImageError:
        return None


def test_the_service_answers_broken_files(checker) -> None:
    pool = Pool(size=1)
    tally = run(checker, pool, mutants(SEEDS, 120, seed=11))
    pool.close()
    told = {answer for answer in tally.answers if answer.startswith(("check", "clean"))}
    assert sum(tally.answers.values()) == 240
    assert told == set(tally.answers)
    assert not told & {"check: clear though unread", "check: passed over", "clean: name left"}


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
