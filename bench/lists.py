"""Registers of persons: how many lists are told as such, and how many other texts are.

Run `python -m bench.lists`; `--show` lists the errors of the development part. Each text was
written for this with the number of persons who stand with an attribute each (catalogue, section
13), and with its right verdict. `tests/data/lists_aside.jsonl` is by another hand and was not read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.drafts import Outcome, outcomes
from bench.protection import line
from integritetskoll.assemble import build_checker
from integritetskoll.checker import Checker
from integritetskoll.settings import Settings

FILE = Path(__file__).parents[1] / "tests" / "data" / "lists.jsonl"
ASIDE = FILE.with_name("lists_aside.jsonl")


@dataclass(frozen=True, slots=True)
class Told:
    """Which texts are registers, and which are taken for one; and the verdicts of all."""

    registers: Sequence[str]
    missed: Sequence[str]
    others: Sequence[str]
    wrong: Sequence[str]
    verdicts: Sequence[Outcome]


def read(path: Path = FILE) -> list[dict[str, Any]]:
    """Read the texts, one a line."""
    return [json.loads(row) for row in path.read_text("utf-8").splitlines()]


def judge(checker: Checker, rows: Iterable[dict[str, Any]]) -> Told:
    """Count the persons of each text as the checker does, and check it where it was going."""
    known = list(rows)
    least = checker.policy.thresholds.bulk
    told = {
        row["text"]: checker.analyzer.analyze(
            row["text"], listed=row["document_type"] == "list"
        ).bulk
        >= least
        for row in known
    }
    registers = [row["text"] for row in known if row["bulk"]]
    others = [row["text"] for row in known if not row["bulk"]]
    return Told(
        registers,
        [text for text in registers if not told[text]],
        others,
        [text for text in others if told[text]],
        list(outcomes(checker, ({"tells": [], **row} for row in known))),
    )


def main() -> None:
    """Print the figures of both parts; `--show` lists what went wrong in development."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the errors in development")
    options = parser.parse_args()
    checker = build_checker(Settings())
    for path in (FILE, ASIDE):
        told = judge(checker, read(path))
        print("kept aside" if path == ASIDE else "development")
        print(line("found", len(told.registers) - len(told.missed), len(told.registers)))
        print(line("wrongly", len(told.wrong), len(told.others)))
        print(line("verdicts", sum(o.right for o in told.verdicts), len(told.verdicts)))
        if options.show and path == FILE:
            print(*(f"  missed: {text!r}" for text in told.missed), sep="\n")
            print(*(f"  wrong:  {text!r}" for text in told.wrong), sep="\n")


if __name__ == "__main__":
    main()
