"""Timing on one core, and the lines of the result."""

from __future__ import annotations

import gc
import os
import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter

NOISE = 1.5
"""A busy machine measures badly: only what is more than half over its budget fails the run."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure beside its budget, both in the same unit."""

    name: str
    measured: float
    budget: float
    unit: str

    @property
    def kept(self) -> bool:
        """Tell whether the figure is within the budget."""
        return self.measured <= self.budget

    @property
    def broken(self) -> bool:
        """Tell whether it is so far over that no noise explains it."""
        return self.measured > self.budget * NOISE

    def __str__(self) -> str:
        """Show mark, name, figure, budget and their ratio."""
        mark = "✓" if self.kept else "✗" if self.broken else "!"
        figure = f"{self.measured:8.2f}" if self.measured < 10 else f"{self.measured:8.0f}"
        ratio = self.measured / self.budget if self.budget else self.measured
        return f"{mark} {self.name:<58} {figure} {self.unit:<5} ≤ {self.budget:g}  ({ratio:.2f})"


def use_one_core() -> None:
    """Keep this process and its children on one core, without threads in the number library."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def median_ms(run: Callable[[], object], *, times: int) -> float:
    """Return the median of `times` runs in milliseconds, after two that don't count."""
    for _ in range(2):
        run()
    gc.collect()
    return statistics.median(_ms(run) for _ in range(times))


def medians_in_turns(
    runs: Mapping[str, Callable[[], object]], *, times: int = 41
) -> dict[str, float]:
    """Return the median of each run in milliseconds, taken in turns: noise hits all alike."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    gc.collect()
    for _ in range(times):
        for name, run in runs.items():
            taken[name].append(_ms(run))
    return {name: statistics.median(each) for name, each in taken.items()}


def _ms(run: Callable[[], object]) -> float:
    started = perf_counter()
    run()
    return (perf_counter() - started) * 1000
