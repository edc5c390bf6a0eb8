"""Recall and false alarms of the sensitive categories, and how much teaching content is clear.

Run `python -m bench.sensitive`; `--show` lists the errors of the development part.

A hit is a text that must give a finding of its category that is tied to somebody (whereabouts: to
a group or somebody). A near miss must give no finding of any sensitive category that weighs.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.protection import wilson
from integritetskoll.assemble import build_checker
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Link
from integritetskoll.domain.verdict import Verdict
from integritetskoll.risk.combine import relevant, weigh
from integritetskoll.settings import Settings
from integritetskoll.text.lexicon.reader import CATEGORIES

DATA = Path(__file__).parents[1] / "tests" / "data"
PARTS = ("development", "kept aside")
MEASURED = (*(c for c in CATEGORIES if c is not Entity.OPINION), Entity.WHEREABOUTS)
Tables = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Result:
    """How one category did: texts of each kind, and those that came out wrong."""

    category: Entity
    hits: int
    near: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of the hits that were found."""
        return 1 - len(self.missed) / max(1, self.hits)

    @property
    def alarms(self) -> float:
        """Share of the near misses that gave a finding."""
        return len(self.wrong) / max(1, self.near)


def read(path: Path) -> Tables:
    r"""Read the sections of a file, `[hits]`, `[near]`, `[kept aside hits]`, ...; `\n` and `\t`."""
    sections: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line[1:-1]
        elif line.strip() and not line.startswith("#"):
            sections.setdefault(name, []).append(line.replace("\\n", "\n").replace("\\t", "\t"))
    return sections


def section(part: str, kind: str) -> str:
    """The name of a section: the development part has none of its own."""
    return kind if part == PARTS[0] else f"{part} {kind}"


def weighty(checker: Checker, text: str) -> Iterator[tuple[Entity, Link]]:
    """Yield category and link of each sensitive finding that weighs in an ordinary post."""
    findings = relevant(checker.analyzer.analyze(text).findings, Context(), checker.policy)
    for finding in findings:
        entity = Entity(finding.entity)
        if entity in MEASURED and not weigh(finding, checker.policy).free:
            yield entity, finding.link


def texts(category: Entity, part: str) -> list[str]:
    """Return the hits of a category in one part of its table."""
    table = read(DATA / "sensitive" / f"{category.lower()}.txt")
    return table.get(section(part, "hits"), [])


def judge(checker: Checker, category: Entity, part: str, *, every: int = 1) -> Result:
    """Return how a category does on one part of its table; on one text in `every`."""
    table = read(DATA / "sensitive" / f"{category.lower()}.txt")
    hits, near = (table.get(section(part, kind), [])[::every] for kind in ("hits", "near"))
    least = Link.GROUP if category is Entity.WHEREABOUTS else Link.INDIRECT
    found = {
        text
        for text in hits
        if any(e is category and link.rank >= least.rank for e, link in weighty(checker, text))
    }
    missed = tuple(text for text in hits if text not in found)
    return Result(
        category,
        len(hits),
        len(near),
        missed,
        tuple(text for text in near if any(True for _ in weighty(checker, text))),
    )


def unclear(checker: Checker, part: str) -> tuple[int, tuple[str, ...]]:
    """Return how many teaching texts a part has, and those that are not clear on an open blog."""
    texts = read(DATA / "teaching.txt").get(section(part, "clear"), [])
    return len(texts), tuple(
        text for text in texts if checker.check(Draft(text)).verdict != Verdict.CLEAR
    )


def alarmed(checker: Checker, part: str, *, every: int = 1) -> tuple[int, tuple[str, ...]]:
    """Return how many ordinary texts a part has, and those with a finding that weighs."""
    texts = read(DATA / "ordinary.txt").get(section(part, "near"), [])[::every]
    return len(texts), tuple(text for text in texts if any(True for _ in weighty(checker, text)))


def line(result: Result) -> str:
    """One printed row: recall and false alarms with their intervals."""
    right = result.hits - len(result.missed)
    low, high = wilson(right, result.hits)
    below, above = wilson(len(result.wrong), result.near)
    return (
        f"  {result.category.lower():<22}{right:>4}/{result.hits:<4}{result.recall:.3f} "
        f"({low:.3f}-{high:.3f})  {len(result.wrong):>3}/{result.near:<4}{result.alarms:.3f} "
        f"({below:.3f}-{above:.3f})"
    )


def main() -> None:
    """Print the figures of both parts; `--show` lists what went wrong in development."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the errors in development")
    parser.add_argument("--category", help="only this one")
    options = parser.parse_args()
    wanted = [c for c in MEASURED if options.category in (None, c.lower())]
    checker = build_checker(Settings())
    for part in PARTS:
        if not any(texts(category, part) for category in MEASURED):
            print(f"{part}: none (tests/data/sensitive/README.md says what it must hold)")
            continue
        print(f"{part}: recall, false alarms")
        results = [judge(checker, category, part) for category in wanted]
        for result in results:
            print(line(result))
            if options.show and part == PARTS[0]:
                print(*(f"    missed: {text!r}" for text in result.missed), sep="\n")
                print(*(f"    wrong:  {text!r}" for text in result.wrong), sep="\n")
        print(line(_together(results)).replace("biometric", "all      "))
        total, wrong = unclear(checker, part)
        print(f"  teaching that is clear: {total - len(wrong)} of {total}")
        ordinary, told = alarmed(checker, part)
        print(f"  ordinary texts with a finding: {len(told)} of {ordinary}")
        if options.show and part == PARTS[0]:
            print(*(f"    not clear: {text!r}" for text in wrong), sep="\n")
            print(*(f"    told of: {text!r}" for text in told), sep="\n")


def _together(results: list[Result]) -> Result:
    return Result(
        Entity.BIOMETRIC,
        sum(r.hits for r in results),
        sum(r.near for r in results),
        tuple(text for r in results for text in r.missed),
        tuple(text for r in results for text in r.wrong),
    )


if __name__ == "__main__":
    main()
