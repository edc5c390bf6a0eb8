"""The block register, measured: `python -m bench.register [--names FOLDER] [--drafts 20000]`.

Detection by kind of variation, false blocks by what was near, cost, and what time tells.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from bench.measure import use_one_core

use_one_core()  # before anything loads the number library

from bench.register_false import KEY, digests, false_blocks  # noqa: E402
from bench.register_forms import VARIATIONS  # noqa: E402
from bench.register_people import People  # noqa: E402
from bench.register_times import cost, silence  # noqa: E402
from integritetskoll.assemble import build_checker  # noqa: E402
from integritetskoll.checker import Checker  # noqa: E402
from integritetskoll.register.digest import Digester, Digests  # noqa: E402
from integritetskoll.register.match import Piece, is_meant  # noqa: E402
from integritetskoll.settings import Settings  # noqa: E402

PARTS = ("detection", "cost", "silence", "false")


def main() -> None:
    """Print all figures, or those of the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="a part; all unless named")
    parser.add_argument("--names", type=Path, help="a folder with counts of names")
    parser.add_argument("--drafts", type=int, default=20_000)
    parser.add_argument("--entries", type=int, default=500)
    options = parser.parse_args()
    wanted = options.only or PARTS
    checker = build_checker(Settings())
    print("names:", "counted" if options.names else "a short list", "\n")
    if "detection" in wanted:
        detection(checker, People(options.names, 1), options.entries)
    if "cost" in wanted:
        cost(checker, People(options.names, 2))
    if "silence" in wanted:
        print("\nhow far medians lie apart")
        for line in silence(checker):
            print(line, flush=True)
    if "false" in wanted:
        false_blocks(checker, options.names, options.drafts)


def detection(checker: Checker, people: People, count: int) -> None:
    """Print how many of each kind of variation are found, each person in an own register."""
    print(f"detection, {count} entries")
    draw, everybody = random.Random(3), people.many(count, long=True)
    for variation in VARIATIONS:
        found = total = 0
        missed = ""
        for person in everybody:
            index = digests([person])
            for text in variation(person, draw):
                hit = meant(checker, text, index)
                found, total = found + hit, total + 1
                missed = missed if hit else missed or text
        share = found / max(1, total)
        print(f"  {variation.__name__:<18}{found:>6} of {total:<6}{share:8.2%}  {missed[:70]!r}")


def meant(checker: Checker, text: str, index: Digests) -> bool:
    """Tell whether a text means somebody of an index, its findings made as a check makes them."""
    pieces = [Piece(text, checker.analyzer.analyze(text).findings)]
    return is_meant(pieces, index, Digester(KEY), checker.stops.words)


if __name__ == "__main__":
    main()
