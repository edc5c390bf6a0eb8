"""Recall and precision of what judges a pupil in an assessment, with Wilson intervals.

Run `python -m bench.assessments`; `--show` lists the errors of the development part. Parts: the
development sentences, and kept-aside ones that no rule was tuned on. *Listed* is the whole
recognizer; *unseen* the same without every lexicon entry that stands in a marked expression of
the part. A sentence is found when a finding touches one of its marked expressions.
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.protection import line
from integritetskoll.assemble import build_checker
from integritetskoll.domain.draft import Context
from integritetskoll.plain.normalize import normalize
from integritetskoll.review.rows import Row
from integritetskoll.review.run import review, whole
from integritetskoll.settings import Settings
from integritetskoll.text.pipeline import load_pipeline, name_table
from integritetskoll.text.recognizers._value_lexicon import forms
from integritetskoll.text.recognizers._value_phrases import phrases, phrases_in
from integritetskoll.text.recognizers._value_tokens import read
from integritetskoll.text.recognizers.base import SwedishRecognizer
from integritetskoll.text.recognizers.marker_word import MarkerWordRecognizer
from integritetskoll.text.recognizers.value_word import ValueWordRecognizer

DATA = Path(__file__).parents[1] / "tests" / "data" / "assessments"
MIB = 1 << 20
PAGE = os.sysconf("SC_PAGE_SIZE")
MARK = re.compile("[⟦⟧]")


@dataclass(frozen=True)
class Figures:
    """What a recognizer did on a part: sentences found and missed, traps it fell into."""

    found: int
    missed: list[str]
    wrong: list[str]

    @property
    def recall(self) -> float:
        """Share of the judging sentences that were found."""
        return self.found / (self.found + len(self.missed))

    @property
    def precision(self) -> float:
        """Share of the flagged sentences that judge."""
        return self.found / max(1, self.found + len(self.wrong))


def sentences(name: str) -> list[str]:
    """Return the lines of a file of sentences, without its comments."""
    lines = (DATA / f"{name}.txt").read_text("utf-8").splitlines()
    return [text for text in lines if text.strip() and not text.startswith("#")]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Split a marked sentence into the sentence and its half-open spans."""
    text, spans, start = "", [], 0
    for number, piece in enumerate(MARK.split(marked)):
        start = len(text)
        text += piece
        if number % 2:
            spans.append((start, len(text)))
    return text, spans


def entries_in(part: str) -> frozenset[str]:
    """Return the lemmas of every lexicon entry that touches a marked expression of a part."""
    return frozenset(
        lemma
        for marked in sentences(f"{part}_value")
        for start, end, lemma in _entries(unmark(marked)[0])
        if any(start < last and first < end for first, last in unmark(marked)[1])
    )


def _entries(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the span and lemma of each entry in a sentence; whoever may be the subject in one."""
    tokens = read(text, None, None, forms())
    for n, word in tokens.found.items():
        yield *tokens.spans[n], word.value.lemma
    for first, end, value in phrases_in(tokens.lower, phrases(), person=lambda _: True):
        yield tokens.spans[first][0], tokens.spans[end - 1][1], value.lemma


def judge(nlp: Any, part: str, *, without: frozenset[str] = frozenset()) -> Figures:
    """Return the figures of a part, `without` some entries of the lexicon."""
    recognizer = ValueWordRecognizer(names=name_table(nlp), without=without)
    found, missed = 0, []
    for marked in sentences(f"{part}_value"):
        text, spans = unmark(marked)
        hits = list(hits_in(nlp, recognizer, text))
        if any(a < end and start < b for a, b in hits for start, end in spans):
            found += 1
        else:
            missed.append(marked)
    traps = sentences(f"{part}_traps")
    return Figures(found, missed, [text for text in traps if [*hits_in(nlp, recognizer, text)]])


def hits_in(nlp: Any, recognizer: SwedishRecognizer, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the findings in a text."""
    plain = normalize(text).text
    for hit in recognizer.find(plain, nlp(plain)):
        yield hit.start, hit.end


def by_code(nlp: Any, part: str, *, without: frozenset[str]) -> dict[str, tuple[int, int]]:
    """Return for each reason code how many findings touch a marked expression, and how many not."""
    recognizer = ValueWordRecognizer(names=name_table(nlp), without=without)
    found: Counter[tuple[str, bool]] = Counter()
    for marked in [*sentences(f"{part}_value"), *sentences(f"{part}_traps")]:
        text, spans = unmark(marked)
        plain = normalize(text).text
        for hit in recognizer.find(plain, nlp(plain)):
            right = any(hit.start < end and start < hit.end for start, end in spans)
            found[hit.code, right] += 1
    return {code: (found[code, True], found[code, False]) for code in sorted({c for c, _ in found})}


def absolutes(nlp: Any) -> tuple[int, int, int]:
    """Return how many marked absolutes are found, how many there are, and how many are wrong."""
    recognizer = MarkerWordRecognizer(names=name_table(nlp))
    found = marked = wrong = 0
    for line_ in sentences("dev_absolute"):
        text, spans = unmark(line_)
        hits = list(hits_in(nlp, recognizer, text))
        marked += len(spans)
        found += sum(any(a < end and start < b for a, b in hits) for start, end in spans)
        wrong += sum(all(a >= end or start >= b for start, end in spans) for a, b in hits)
    return found, marked, wrong


def good(nlp: Any) -> tuple[int, list[str]]:
    """Return how many of the good assessments have no value-word finding, and the others."""
    recognizer = ValueWordRecognizer(names=name_table(nlp))
    wrong = [text for text in texts("aside_good") if [*hits_in(nlp, recognizer, text)]]
    return len(texts("aside_good")) - len(wrong), wrong


def texts(name: str) -> list[str]:
    """Return the texts of a file whose lines begin with a subject and a bar."""
    return [text.partition("|")[2] for text in sentences(name)]


def of_words(count: int) -> str:
    """Return an assessment of at least so many words: good sentences and a few that judge."""
    parts = [*texts("aside_good")[:20], *(unmark(one)[0] for one in sentences("dev_value")[:4])]
    text = ""
    while len(text.split()) < count:
        text += parts.pop(len(text) % len(parts)) + " "
    return text


def seconds_of_a_thousand() -> float:
    """Return how long a thousand assessments of 120 words take, in one process."""
    checker = build_checker(Settings())
    context = Context(destination="unikum", document_type="written_assessment")
    rows = [Row(number, f"{of_words(120)} {number}") for number in range(1000)]
    started = time.perf_counter()
    whole("", review(checker, rows, context))
    return time.perf_counter() - started


def memory_after(counts: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Yield how many bytes this process holds after so many assessments, one run through all."""
    checker = build_checker(Settings())
    context = Context(destination="unikum", document_type="written_assessment")
    text = of_words(120)
    rows = (Row(number, f"{text} {number}") for number in range(max(counts)))
    for done, _ in enumerate(review(checker, rows, context), 1):
        if done in counts:
            yield done, resident()


def resident() -> int:
    """Return the bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text("utf-8").split()[1]) * PAGE


def main() -> None:
    """Print the figures of both parts; --show lists what went wrong in development."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the errors in development")
    parser.add_argument("--part", choices=["dev", "aside"], help="only one part")
    options = parser.parse_args()
    nlp = load_pipeline()
    for part in [options.part] if options.part else ["dev", "aside"]:
        for kind in ("listed", "unseen"):
            without = entries_in(part) if kind == "unseen" else frozenset()
            figures = judge(nlp, part, without=without)
            print(f"{part}, {kind} ({len(without)} entries out)")
            print(line("recall", figures.found, figures.found + len(figures.missed)))
            print(line("precision", figures.found, figures.found + len(figures.wrong)))
            for code, (right, wrong) in by_code(nlp, part, without=without).items():
                print(line(f"  {code}", right, right + wrong))
            if options.show and part == "dev":
                print(*(f"  missed: {text}" for text in figures.missed), sep="\n")
                print(*(f"  wrong:  {text}" for text in figures.wrong), sep="\n")
    found, marked, more = absolutes(nlp)
    print("absolutes, development")
    print(line("recall", found, marked))
    print(line("precision", found, found + more))
    if options.part != "dev":
        silent, loud = good(nlp)
        print("good assessments without a finding")
        print(line("silent", silent, silent + len(loud)))
    if not options.part:
        print(f"a thousand assessments of 120 words: {seconds_of_a_thousand():.1f} s")
        for count, size in memory_after((100, 1000, 5000)):
            print(f"memory after {count} assessments: {size / MIB:.0f} MiB")


if __name__ == "__main__":
    main()
