"""The worked examples of the assessment scheme, through the real recognizers."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from integritetskoll.domain.draft import Context, Draft

EXAMPLES = tomllib.loads((Path(__file__).parent / "worked_examples.toml").read_text("utf-8"))[
    "example"
]


def name(example: dict) -> str:
    return f"{example['number']}{'-repaired' if example.get('repaired') else ''}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_worked_example(example: dict, checker) -> None:
    report = checker.check(Draft(example["text"], Context(**example["context"])))
    assert str(report.verdict) == example["verdict"], report
    if "levels" in example:
        levels = {f.factor: f.level for f in report.assessment.factors}
        assert list(levels.values()) == example["levels"]
    if "rules" in example:
        assert sorted(rule.code for rule in report.assessment.rules) == sorted(example["rules"])


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_the_purpose_that_nobody_states_keeps_the_verdict(example: dict, checker) -> None:
    context = {**example["context"], "purpose": "unknown"}
    report = checker.check(Draft(example["text"], Context(**context)))
    assert str(report.verdict) == example["verdict"]
