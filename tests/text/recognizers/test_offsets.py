"""A finding points at the exact characters of the text as sent, whatever stands in and before it.

Writers and word processors put invisible characters, other dashes and spaces everywhere; the
plain text that recognizers see is the same, the places are not.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integritetskoll.plain.normalize import HYPHENS, INVISIBLE, SPACES, normalize
from integritetskoll.text.recognizers.catalog import build_recognizers
from tests.text.recognizers.conftest import CASES, Case, read_table

BEFORE = (
    "Hej\u200b alla\u00ad!",
    "Läs\u00a0sidorna 3\u20135 \u2013 inget annat.",
    "Bra jobbat \U0001f600\U0001f469\u200d\U0001f52c\U0001f3fd!",
    "e\u0301 och A\u030a",
    "\ufeffVecka\u202fsju",
    "\u2022 kul\r",
    "Vi ses hösten 2026.",
    "Bra jobbat, alla 24:",
    "\ufb01n dag \u2026",
)
DISGUISES = {"-": HYPHENS, " ": SPACES}
JOINED = tuple("\u200b\u00ad\u2060\ufeff\u200d")


@pytest.fixture(scope="module")
def found_alone(nlp) -> Callable[[int], tuple[object, Case]]:
    """Picks among the hits of the tables that a recognizer finds without the pipeline."""
    made = {type(r).__module__.rpartition(".")[2]: r for r in build_recognizers(nlp)}
    hits = [
        (made[case.table], case)
        for table in sorted(CASES.glob("*.txt"))
        for case in read_table(table)
        if case.code and places(made[case.table], case, case.text) == sorted(case.spans)
    ]
    return lambda number: hits[number % len(hits)]


def places(recognizer, case: Case, text: str) -> list[tuple[int, int]]:
    plain = normalize(text)
    hits = recognizer.find(plain.text, None)
    return sorted(plain.span(h.start, h.end) for h in hits if str(h.entity) == case.entity)


def disguise(text: str, chance: Random) -> tuple[str, list[int]]:
    """Change what `normalize` undoes; also return where each character of `text` went."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for place, character in enumerate(text):
        inside = place and text[place - 1].isalnum() and character.isalnum()
        extra = chance.choice(("", "", *JOINED)) if inside else ""
        shown = chance.choice(character + DISGUISES.get(character, ""))
        pieces.append(extra + shown)
        starts.append(length + len(extra))
        length += len(extra) + len(shown)
    return "".join(pieces), starts


@settings(max_examples=300, deadline=None)
@given(
    number=st.integers(0, 10**6),
    seed=st.integers(0, 10**6),
    lines=st.lists(st.sampled_from(BEFORE)),
)
def test_spans_are_those_of_the_text_as_sent(found_alone, number, seed, lines) -> None:
    recognizer, case = found_alone(number)
    before = "".join(f"{line}\n" for line in lines)
    text, starts = disguise(case.text, Random(seed))  # noqa: S311 - no secret
    expected = sorted(
        (len(before) + starts[start], len(before) + starts[end - 1] + 1)
        for start, end in case.spans
    )
    assert normalize(text).text == normalize(case.text).text
    found = places(recognizer, case, before + text)
    assert [span for span in found if span[0] >= len(before)] == expected


@settings(max_examples=100, deadline=None)
@given(
    number=st.integers(0, 10**6),
    noise=st.text(alphabet=[*INVISIBLE, *SPACES, *HYPHENS, "\U0001f600", "\u0301"]),
)
def test_noise_before_a_finding_moves_it_and_no_more(found_alone, number, noise) -> None:
    recognizer, case = found_alone(number)
    before = f"{noise}\n"
    expected = [(start + len(before), end + len(before)) for start, end in sorted(case.spans)]
    found = places(recognizer, case, before + case.text)
    assert [span for span in found if span[0] >= len(before)] == expected
