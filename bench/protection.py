"""Precision and recall of the protection hints, with Wilson intervals.

Run `python -m bench.protection`; `--show` lists the errors of the development part. The rules, the
learned score and both together are measured by themselves.

Each short text is one case: a hit is a text that must block, a near miss one that must not.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from math import sqrt
from pathlib import Path
from typing import Any, TypeAlias

from integritetskoll.plain.normalize import normalize
from integritetskoll.text.pipeline import load_pipeline, name_table
from integritetskoll.text.recognizers._cues import Cues
from integritetskoll.text.recognizers._learned_features import Features, features_of
from integritetskoll.text.recognizers._people import names_of
from integritetskoll.text.recognizers._protection_sense import Reading
from integritetskoll.text.recognizers.base import Hit
from integritetskoll.text.recognizers.protected_identity_hint import (
    POSSIBLE,
    by_both,
    by_rule,
    by_score,
)

DATA = Path(__file__).parents[1] / "tests" / "data"
PARTS = ("development", "kept aside")
_Z = 1.96
Way: TypeAlias = Callable[[Reading, Cues, Features], Iterable[Hit]]


def read(path: Path) -> dict[str, list[str]]:
    r"""Read the texts of a file by part; `\n` and `\t` in a line stand for themselves."""
    found = hands(path)
    return {part: [text for hand in found[part] for text in hand] for part in found}


def hands(path: Path) -> dict[str, list[list[str]]]:
    """Read the texts of a file by part, and by who wrote them: "# hand" begins another's."""
    parts: dict[str, list[list[str]]] = {}
    part = PARTS[0]
    for line in path.read_text("utf-8").splitlines():
        if line in {f"[{name}]" for name in PARTS}:
            part = line[1:-1]
        if line[:1] == "[" or line.startswith("# hand"):
            parts.setdefault(part, []).append([])
        elif line.strip() and not line.startswith("#"):
            parts[part][-1].append(line.replace("\\n", "\n").replace("\\t", "\t"))
    return {part: [hand for hand in found if hand] for part, found in parts.items()}


def wilson(good: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share."""
    if not total:
        return 0.0, 1.0
    share, z2 = good / total, _Z**2
    middle = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = _Z * sqrt(share * (1 - share) / total + z2 / (4 * total**2)) / (1 + z2 / total)
    return max(0.0, middle - half), min(1.0, middle + half)


WAYS: Mapping[str, Way] = {"both": by_both, "rules": by_rule, "score": by_score}


def judge(
    nlp: Any, part: str, way: Way = by_both, *, possible: bool = False
) -> tuple[int, list[str], list[str]]:
    """Return how many texts of a part rightly block, those missed and those wrongly blocked.

    `possible`: count those too that are only told of as possible hints.
    """
    names = name_table(nlp) if nlp else None

    def blocks(text: str) -> bool:
        plain = normalize(text).text
        doc = nlp(plain) if nlp else None
        cues = Cues.of(plain, doc)
        reading = Reading(plain, names_of(doc, names), cues.segments.items)
        hits = way(reading, cues, features_of(plain, doc))
        return any(possible or hit.code != POSSIBLE for hit in hits)

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
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--way", choices=WAYS, help="only the rules, the score or both")
    options = parser.parse_args()
    nlp = None if options.without_pipeline else load_pipeline()
    for part in [options.part] if options.part else PARTS:
        for name in [options.way] if options.way else WAYS:
            right, missed, wrong = judge(nlp, part, WAYS[name])
            print(f"{part}, {name}")
            print(line("precision", right, right + len(wrong)))
            print(line("recall", right, right + len(missed)))
            if options.show and part == PARTS[0]:
                print(*(f"  missed: {text!r}" for text in missed), sep="\n")
                print(*(f"  wrong:  {text!r}" for text in wrong), sep="\n")


if __name__ == "__main__":
    main()
