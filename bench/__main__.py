"""All figures with a budget, on one core: `python -m bench`.

Prints medians and ratios, one line for each budget: ✓ kept, ! over it, ✗ over it by more than
half, which alone fails the run (1), because a shared machine measures badly.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator

from bench.measure import Line, median_ms, use_one_core

use_one_core()  # before anything loads the number library

from spacy.language import Language  # noqa: E402

from bench import process, stock  # noqa: E402
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
    for line in figures(build_checker(Settings())):
        print(line, flush=True)
        lines.append(line)
    return 1 if any(line.broken for line in lines) else 0


def figures(checker: Checker) -> Iterator[Line]:
    """Yield every figure with its budget."""
    own = {length: own_ms(checker, length) for length in LENGTHS}
    yield Line("check of 2,000 characters", own[2_000], 20, "ms")
    for length in (20_000, 200_000):
        per_2000 = own[length] / (length / 2_000)
        print(f"  {length:,} characters: {own[length]:.0f} ms")
        yield Line(
            f"growth to {length:,}: time per 2,000 / median", per_2000 / own[2_000], 1.5, "×"
        )
    text = school_text(2_000)
    blank, shape = (stock_ms(text, make) for make in (stock.blank, stock.small_model_shape))
    print(f"  stock Presidio: blank pipeline {blank:.1f} ms, small model's shape {shape:.1f} ms")
    print(f"  ours / stock on a blank pipeline: {own[2_000] / blank:.2f}")
    yield Line("ours / stock on the small model's shape", own[2_000] / shape, 0.5, "×")
    yield from from_outside(text)


def own_ms(checker: Checker, length: int) -> float:
    """Return the median of a check, everything on, of a school text of this length."""
    draft = Draft(school_text(length), Context())
    return median_ms(lambda: checker.check(draft), times=LENGTHS[length])


def stock_ms(text: str, make: Callable[[], Language]) -> float:
    """Return the median of stock Presidio's analysis of the same text."""
    engine = stock.stock_presidio(make())
    return median_ms(lambda: engine.analyze(text, language="sv"), times=41)


def from_outside(text: str) -> Iterator[Line]:
    """Yield start and memory, seen from outside the process."""
    yield Line("fresh process to its first answer", process.seconds_to_first_answer(), 3, "s")
    server = process.server_figures(text)
    yield Line("server's start to its first answer", server.seconds, 3, "s")
    print(f"  check of 2,000 characters through the server: {server.milliseconds:.1f} ms")
    yield Line("peak memory of one worker after 50 checks", server.mebibytes, 400, "MiB")


if __name__ == "__main__":
    sys.exit(main())
