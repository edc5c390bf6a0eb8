"""How many persons of the development drafts are found, and how many words are taken for one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from integritetskoll.plain.normalize import normalize
from integritetskoll.text.pipeline import name_table
from integritetskoll.text.recognizers.person import PersonRecognizer

DRAFTS = Path(__file__).parents[1] / "data" / "persons_dev.jsonl"


@pytest.fixture(scope="module")
def recognizer(nlp) -> PersonRecognizer:
    return PersonRecognizer(names=name_table(nlp))


@pytest.mark.parametrize(("part", "least"), [("dev", 0.95), ("held", 0.90), ("fresh", 0.90)])
def test_recall_precision_and_roles(part: str, least: float, recognizer, nlp) -> None:
    found = wanted = right = roles = 0
    for line in DRAFTS.read_text("utf-8").splitlines():
        draft = json.loads(line)
        if draft["part"] != part:
            continue
        text = normalize(draft["text"]).text
        gold = {(start, end): role for start, end, role in draft["persons"]}
        hits = {(h.start, h.end): dict(h.facts)["role"] for h in recognizer.find(text, nlp(text))}
        both = gold.keys() & hits.keys()
        found, wanted, right = found + len(hits), wanted + len(gold), right + len(both)
        roles += sum(gold[span] == hits[span] for span in both)
    assert min(right / wanted, right / found, roles / right) >= least


@pytest.mark.parametrize("piece", ["-", "1", "A ", "a", "A", "A.", "_a", "@", "#a", ":", "\n", "'"])
def test_long_monotonous_text_takes_no_time(piece: str, recognizer) -> None:
    list(recognizer.find((piece * 8_000)[:8_000], None))
