"""All figures with a budget, on one core: `python -m bench`.

Prints medians and ratios, one line for each budget: ✓ kept, ! over it, ✗ over it by more than
half, which alone fails the run (1), because a shared machine measures badly.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from typing import Any

from bench.measure import Line, median_ms, medians_in_turns, use_one_core

use_one_core()  # before anything loads the number library

from bench import images, process, stock  # noqa: E402
from bench.texts import school_text  # noqa: E402
from integritetskoll.assemble import build_checker  # noqa: E402
from integritetskoll.checker import Checker  # noqa: E402
from integritetskoll.domain.draft import Context, Draft  # noqa: E402
from integritetskoll.settings import Settings  # noqa: E402

LENGTHS = {2_000: 41, 20_000: 11, 200_000: 3}


def main() -> int:
    """Measure everything and print a line as soon as it is known."""
    print(f"Python {platform.python_version()}, {platform.machine()}, one core; medians\n")
    lines = []
    for line in figures():
        print(line, flush=True)
        lines.append(line)
    return 1 if any(line.broken for line in lines) else 0


def figures() -> Iterator[Line]:
    """Yield every figure with its budget."""
    text = school_text(2_000)
    checker = build_checker(Settings())
    own = {length: own_ms(checker, length) for length in LENGTHS}
    yield Line("check of 2,000 characters", own[2_000], 20, "ms")
    for length in (20_000, 200_000):
        per_2000 = own[length] / (length / 2_000)
        print(f"  {length:,} characters: {own[length]:.0f} ms")
        yield Line(
            f"growth to {length:,}: time per 2,000 / median", per_2000 / own[2_000], 1.5, "×"
        )
    yield from against_stock(checker, text)
    yield from images.times(checker)
    yield from from_outside(text)


def against_stock(checker: Checker, text: str) -> Iterator[Line]:
    """Yield our time over that of stock Presidio, measured in turns so that noise hits all."""
    draft = Draft(text, Context())
    runs = {
        "ours": lambda: checker.check(draft),
        "blank": analyzes(stock.stock_presidio(stock.blank()), text),
        "shape": analyzes(stock.stock_presidio(stock.small_model_shape()), text),
    }
    taken = medians_in_turns(runs)
    print(f"  stock Presidio on a blank pipeline: {taken['blank']:.1f} ms")
    print(f"  stock Presidio on the small model's shape: {taken['shape']:.1f} ms")
    print(f"  ours / stock on a blank pipeline: {taken['ours'] / taken['blank']:.2f}")
    ratio = taken["ours"] / taken["shape"]
    yield Line("ours / stock on the small model's shape", ratio, 0.5, "×")


def from_outside(text: str) -> Iterator[Line]:
    """Yield start and memory, seen from outside the process."""
    yield Line("fresh process to its first answer", process.seconds_to_first_answer(), 3, "s")
    server = process.server_figures(text)
    yield Line("server's start to its first answer", server.seconds, 3, "s")
    print(f"  check of 2,000 characters through the server: {server.milliseconds:.1f} ms")
    yield Line("peak memory of one worker after 50 checks", server.mebibytes, 400, "MiB")


def own_ms(checker: Checker, length: int) -> float:
    """Return the median of a check, everything on, of a school text of this length."""
    draft = Draft(school_text(length), Context())
    return median_ms(lambda: checker.check(draft), times=LENGTHS[length])


def analyzes(engine: Any, text: str) -> Any:
    """Return a call of stock Presidio's analysis."""
    return lambda: engine.analyze(text, language="sv")


if __name__ == "__main__":
    sys.exit(main())
