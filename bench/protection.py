"""Precision and recall of the protection hints, with Wilson intervals.

Run `python -m bench.protection`; `--show` lists the errors of the development part.

Each short text is one case: a hit is a text that must block, a near miss one that must not.
"""

from __future__ import annotations

import argparse
from math import sqrt
from pathlib import Path
from typing import Any

from integritetskoll.plain.normalize import normalize
from integritetskoll.text.pipeline import load_pipeline, name_table
from integritetskoll.text.recognizers.protected_identity_hint import ProtectedIdentityHintRecognizer

DATA = Path(__file__).parents[1] / "tests" / "data"
PARTS = ("development", "kept aside")
_Z = 1.96


def read(path: Path) -> dict[str, list[str]]:
    r"""Read the texts of a file by part; `\n` and `\t` in a line stand for themselves."""
    parts: dict[str, list[str]] = {}
    part = ""
    for line in path.read_text("utf-8").splitlines():
        if line in {"[development]", "[kept aside]"}:
            part = line[1:-1]
        elif line.strip() and not line.startswith("#"):
            parts.setdefault(part, []).append(line.replace("\\n", "\n").replace("\\t", "\t"))
    return parts


def wilson(good: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share."""
    if not total:
        return 0.0, 1.0
    share, z2 = good / total, _Z**2
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = _Z * sqrt(share * (1 - share) / total + z2 / (4 * total**2)) / (1 + z2 / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def judge(nlp: Any, part: str) -> tuple[int, list[str], list[str]]:
    """Return how many texts of a part rightly block, those missed and those wrongly blocked."""
    recognizer = ProtectedIdentityHintRecognizer(names=name_table(nlp) if nlp else None)

    def blocks(text: str) -> bool:
        plain = normalize(text).text
        return any(True for _ in recognizer.find(plain, nlp(plain) if nlp else None))

    hits = read(DATA / "protection_hits.txt")[part]
    near = read(DATA / "protection_near.txt")[part]
    missed = [text for text in hits if not blocks(text)]
    return len(hits) - len(missed), missed, [text for text in near if blocks(text)]


def line(name: str, good: int, total: int) -> str:
    """One printed figure with its interval."""
    low, high = wilson(good, total)
    return f"  {name:<10}{good:>4} of {total:<4} {good / max(1, total):.3f}  ({low:.3f}-{high:.3f})"


def main() -> None:
    """Print the figures of both parts; --show lists what went wrong in development."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the errors in development")
    parser.add_argument("--without-pipeline", action="store_true", help="no names from spaCy")
    options = parser.parse_args()
    nlp = None if options.without_pipeline else load_pipeline()
    for part in PARTS:
        right, missed, wrong = judge(nlp, part)
        print(part)
        print(line("precision", right, right + len(wrong)))
        print(line("recall", right, right + len(missed)))
        if options.show and part == PARTS[0]:
            print(*(f"  missed: {text!r}" for text in missed), sep="\n")
            print(*(f"  wrong:  {text!r}" for text in wrong), sep="\n")


if __name__ == "__main__":
    main()
