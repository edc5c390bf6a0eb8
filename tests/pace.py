"""Time in tests, told so that neither a slow nor a busy machine decides.

Time is that of the process, with the garbage collector at rest: its rounds grow with what all
other tests left behind. A limit in seconds is stretched by how much longer a piece of fixed work
takes here and now than where the limits were set. What takes too long gets more tries: a busy
neighbour goes away, squared growth stays.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable

TRIES = 4
FIXED_WORK = 0.06
"""Seconds that the fixed work took where the limits were set."""
PATTERN = re.compile(r"(?:[a-zåäö]{2,}\s?){1,3}\d")


def seconds(run: Callable[[], object]) -> float:
    """Return the seconds of processor time that run takes."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        started = time.process_time()
        run()
        return time.process_time() - started
    finally:
        if enabled:
            gc.enable()


def slowness() -> float:
    """Return how many times slower than the reference this machine is now, at least 1."""
    return max(1.0, seconds(fixed_work) / FIXED_WORK)


def fixed_work() -> int:
    """Search, count and join words, as the recognizers do."""
    text = "elva barn läste 4 böcker om hav. " * 60
    found = sum(len(list(PATTERN.finditer(text))) for _ in range(50))
    counts: dict[str, int] = {}
    for _ in range(300):
        for word in text.split():
            counts[word] = counts.get(word, 0) + len(word)
    return found + len(counts)


def stays_within(limit: float, run: Callable[[], object]) -> bool:
    """Tell whether run takes less than limit seconds of a reference machine, in one try of four."""
    for _ in range(TRIES):
        taken = seconds(run)
        if taken < limit or taken < limit * slowness():
            return True
    return False


def grows_in_proportion(
    run: Callable[[int], object], short: int, long: int, *, slack: float = 2.5, floor: float = 0.2
) -> bool:
    """Tell whether the time of run(long) over run(short) is at most slack times long over short.

    Under floor seconds anything passes. Squared growth over ten times the length is ten times
    too slow, so the slack hides none.
    """
    for _ in range(TRIES):
        least = min(seconds(lambda: run(short)) for _ in range(2))
        if seconds(lambda: run(long)) < max(floor, slack * long / short * least):
            return True
    return False
