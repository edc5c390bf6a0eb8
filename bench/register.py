"""The block register, measured: `python -m bench.register [--names FOLDER] [--drafts 20000]`.

Detection by kind of variation, false blocks by what was near, cost. Classes and schools come from
their recognizers; the names of the pipeline, which help with words that begin a sentence, are
left out, for ten thousands of drafts would take hours with them.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from bench.register_forms import VARIATIONS
from bench.register_people import People, Someone
from bench.texts import school_text
from integritetskoll.assemble import build_checker
from integritetskoll.checker import Checker
from integritetskoll.domain.draft import Draft
from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding
from integritetskoll.plain.fold import fold_name
from integritetskoll.register.digest import Digester, Digests
from integritetskoll.register.forms import forms_of
from integritetskoll.register.match import Piece, draft_forms, holds_any
from integritetskoll.register.person import read_person
from integritetskoll.register.service import Snapshot
from integritetskoll.settings import Settings
from integritetskoll.text.recognizers.school import SchoolRecognizer
from integritetskoll.text.recognizers.school_class import SchoolClassRecognizer

KEY = b"measured with this key, not used"
SIZES = (20, 200, 2_000)
FLAT = (200, 2_000, 20_000)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, help="a folder with counts of names")
    parser.add_argument("--drafts", type=int, default=20_000)
    parser.add_argument("--entries", type=int, default=500)
    options = parser.parse_args()
    checker = build_checker(Settings())
    print("names:", "counted" if options.names else "a short list", "\n")
    detection(checker, People(options.names, 1), options.entries)
    cost(checker, People(options.names, 2))
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


def cost(checker: Checker, people: People) -> None:
    """Print processor time of a 2,000-character draft by size of the register."""
    text = school_text(2_000)
    findings = checker.analyzer.analyze(text).findings
    print("\ncost of matching a 2,000-character draft, milliseconds of processor time, medians")
    for size in FLAT:
        snapshot = Snapshot(digests(people.many(size)), Digester(KEY))
        pieces, words = [Piece(text, findings)], checker.stops.words
        taken = _median_ms(partial(snapshot.means, pieces, words))
        print(f"  {size:>6} entries {snapshot.index.nbytes / 2**20:7.1f} MiB {taken:7.2f} ms")
    full = _median_ms(lambda: checker.check(Draft(text)), times=21)
    print(f"  whole check without a register: {full:.2f} ms")


def false_blocks(checker: Checker, folder: Path | None, drafts: int) -> None:
    """Print how many ordinary drafts are blocked, by what was near an entry."""
    entries = {size: People(folder, 100 + size).many(size) for size in SIZES}
    indexes = {size: digests(each) for size, each in entries.items()}
    counts = {size: Counter[str]() for size in SIZES}
    people = People(folder, 5)
    for _ in range(drafts):
        text, pupils, class_ = people.draft()
        asked = asks(checker, text)
        for size in SIZES:
            if holds_any(indexes[size], asked):
                counts[size][why(pupils, class_, entries[size])] += 1
    print(f"\nblocked of {drafts} ordinary drafts")
    for size in SIZES:
        parts = ", ".join(f"{name} {n} ({n / drafts:.2%})" for name, n in counts[size].items())
        print(f"  {size:>5} entries: {parts or 'none'}")


def why(pupils: Sequence[Someone], class_: str, entries: Sequence[Someone]) -> str:
    """Name what a blocked draft has in common with an entry, closest first."""
    full = {fold_name(e.given + e.surname) for e in entries}
    placed = {
        (fold_name(part), e.school_class) for e in entries for part in (e.given, *e.given.split())
    }
    drafted = [fold_name(p.given + p.surname) for p in pupils]
    if any(name in full for name in drafted):
        return "namesakes"
    given = [fold_name(part) for p in pupils for part in (p.given, *p.given.split())]
    if any((name, class_) in placed for name in given):
        return "given name and class"
    if any(_near(name, other) for name in drafted for other in full):
        return "near-names"
    return "nobody meant"


def _near(one: str, other: str) -> bool:
    """Tell whether two folded names are at most two edits apart."""
    if abs(len(one) - len(other)) > 2:
        return False
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1] <= 2


def places_in(text: str) -> list[Finding]:
    """Return the classes and schools of a text, without the work of the whole pipeline."""
    hits = [*SchoolClassRecognizer().find(text, None), *SchoolRecognizer().find(text, None)]
    return [
        Finding(h.entity, h.start, h.end, 1.0, h.code, text[h.start : h.end], facts=dict(h.facts))
        for h in hits
        if h.entity in {Entity.SCHOOL, Entity.SCHOOL_CLASS}
    ]


def meant(checker: Checker, text: str, index: Digests) -> bool:
    """Tell whether a text means somebody of an index."""
    return holds_any(index, asks(checker, text))


def asks(checker: Checker, text: str) -> Digests:
    """Return the digests that a text asks for."""
    pieces = [Piece(text, places_in(text))]
    return Digester(KEY).many(draft_forms(pieces, checker.stops.words))


def digests(people: Iterable[Someone]) -> Digests:
    """Return the sorted digests of people."""
    digester = Digester(KEY)
    forms = [digester.many(forms_of(read_person(**one.fields()))) for one in people]
    return np.unique(np.concatenate(forms))


def _median_ms(run: Callable[[], object], *, times: int = 101) -> float:
    run()
    taken = []
    for _ in range(times):
        begun = time.process_time()
        run()
        taken.append(time.process_time() - begun)
    return statistics.median(taken) * 1000


if __name__ == "__main__":
    main()
