"""A policy against the standard one, and the example of an invented municipality."""

from __future__ import annotations

from pathlib import Path

import pytest

from integritetskoll.assemble import build_checker
from integritetskoll.domain.draft import Context, Draft
from integritetskoll.domain.entity import Entity
from integritetskoll.policy.compare import differences
from integritetskoll.policy.reader import read_policy, standard_policy
from integritetskoll.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "docs" / "policy-skogsbacka.toml"


def test_a_policy_does_not_differ_from_itself() -> None:
    assert differences(standard_policy(), standard_policy()) == ()


def test_the_example_differs_where_its_page_says() -> None:
    found = {one.key: one for one in differences(standard_policy(), read_policy(EXAMPLE))}
    assert found["thresholds.bulk"].standard == 5
    assert found["thresholds.bulk"].other == 3
    assert found["places.MU"].other == "halsoakten"
    assert found["destinations.pmo"].other is None
    assert found["destinations.halsoakten"].standard is None
    assert not any(key.startswith(("entities.", "codes.", "rules.")) for key in found)
    assert "name" not in found


def test_its_page_counts_the_differences() -> None:
    count = len(differences(standard_policy(), read_policy(EXAMPLE)))
    assert f"Skillnader från standardpolicyn ({count})" in (EXAMPLE.parent / "policy.md").read_text(
        "utf-8"
    )


def test_the_example_weighs_every_entity() -> None:
    assert set(read_policy(EXAMPLE).entities) == set(Entity)


@pytest.mark.parametrize(
    ("text", "destination", "document_type", "verdict"),
    [
        ("Årskurs 8 har byggt broar av spaghetti.", "website", "post", "clear"),
        ("Kim har adhd.", "closed_group", "post", "do_not_publish"),
        ("Pedagogisk utredning, Kim i 5A", "teams", "investigation", "do_not_publish"),
        ("Åtgärdsprogram för Ravi: stöd i läsning.", "halsoakten", "investigation", "clear"),
    ],
)
def test_the_example_decides(text: str, destination: str, document_type: str, verdict: str) -> None:
    checker = build_checker(Settings(policy=EXAMPLE))
    report = checker.check(Draft(text, Context(destination, document_type)))
    assert report.verdict == verdict
    if verdict == "do_not_publish":
        assert any("Hälsoakten" in advice for advice in report.advice)
