"""The worker processes: same answers as in this process; they may die, the service goes on."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

import pytest

from bench import drawn
from bench.hiding import PLACES
from integritetskoll.errors import ImageError, ImageTooLargeError
from integritetskoll.images import pool as pools
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.open import read_image
from integritetskoll.images.pool import Pool

TAGGED = PLACES["jpeg xmp mwg region"]("Omar Al-Sayed")


@pytest.fixture
def pool():
    made = Pool(size=2)
    yield made
    made.close()


def test_the_same_as_in_this_process(pool: Pool) -> None:
    assert pool.read("Omar.jpg", TAGGED) == read_image("Omar.jpg", TAGGED)
    assert pool.clean("Omar.jpg", TAGGED) == clean_image("Omar.jpg", TAGGED)


def test_errors_come_through(pool: Pool) -> None:
    for data, code in [(b"hej", "image_unsupported"), (b"\xff\xd8\xff", "image_broken")]:
        with pytest.raises(ImageError) as raised:
            pool.read("a.jpg", data)
        assert raised.value.code == code
    large = bytearray(drawn.encoded("PNG"))
    large[16:24] = b"\0\1\0\0\0\1\0\0"
    with pytest.raises(ImageTooLargeError):
        pool.read("a.png", bytes(large))
    with pytest.raises(ImageError, match="image_not_cleaned_truncated"):
        pool.clean("a.jpg", TAGGED[:-30])


def test_one_process_serves_many_files(pool: Pool) -> None:
    for _ in range(5):
        pool.read("a.jpg", TAGGED)
    assert len(pool._free) == 1
    assert pool._free[0].done == 5


def test_a_dead_worker_is_replaced(pool: Pool) -> None:
    pool.read("a.jpg", TAGGED)
    dead = pool._free[0].process
    os.kill(dead.pid, signal.SIGKILL)
    dead.wait(10)
    assert pool.read("a.jpg", TAGGED).fields
    assert pool._free[0].process.pid != dead.pid


def test_a_worker_that_does_not_answer_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    sleeper = (sys.executable, "-c", "import time; time.sleep(60)")
    monkeypatch.setattr(pools, "COMMAND", sleeper)
    monkeypatch.setattr(pools, "STARTING", 0.3)
    started = time.monotonic()
    with pytest.raises(ImageError, match="image_gave_up"):
        Pool(seconds=0.2).read("a.jpg", TAGGED)
    assert time.monotonic() - started < 20


def test_what_is_slow_to_decode_is_read_without_comparing(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = """
import sys, time
from integritetskoll.images import gather, worker
gather.grey = lambda data: time.sleep(60 if data else 0)
worker.main()
"""
    monkeypatch.setattr(pools, "COMMAND", (sys.executable, "-c", slow))
    monkeypatch.setattr(pools, "STARTING", 4.0)
    small = drawn.thumbnail(drawn.encoded("JPEG", drawn.picture(160, 120)))
    pool = Pool(size=1)
    try:
        reading = pool.read("IMG_1.jpg", drawn.with_segments(drawn.encoded("JPEG"), small))
    finally:
        pool.close()
    assert [f.name for f in reading.fields] == ["EXIF:ThumbnailImage"]


def test_a_worker_that_talks_nonsense_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    nonsense = (
        "import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\2\\0\\0\\0\\0{}'); sys.stdout.flush()"
    )
    monkeypatch.setattr(pools, "COMMAND", (sys.executable, "-c", nonsense))
    with pytest.raises(ImageError):
        Pool().read("a.jpg", TAGGED)


def test_many_threads_at_once(pool: Pool) -> None:
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(pool.read("a.jpg", TAGGED)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(answers) == 8
    assert len({answer.fields for answer in answers}) == 1
    assert len(pool._free) <= 2


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are kept on Linux")
def test_memory_is_limited(pool: Pool) -> None:
    pool.read("a.jpg", TAGGED)
    limits = f"/proc/{pool._free[0].process.pid}/limits"
    with open(limits, encoding="ascii") as file:  # noqa: PTH123
        line = next(line for line in file if line.startswith("Max address space"))
    assert line.split()[3] == str(512 << 20)
