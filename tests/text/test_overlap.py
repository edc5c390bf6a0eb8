"""The longest specific entity wins; what says something about a span stays beside it."""

from __future__ import annotations

import pytest

from integritetskoll.domain.entity import Entity
from integritetskoll.text.overlap import Candidate, resolve

CASES = [
    ([("EMAIL_ADDRESS", 0, 20), ("URL", 8, 20)], [("EMAIL_ADDRESS", 0, 20)]),
    ([("PERSON", 0, 4), ("EMAIL_ADDRESS", 0, 20)], [("EMAIL_ADDRESS", 0, 20)]),
    ([("PHONE_NUMBER", 0, 11), ("SE_PERSONNUMMER", 0, 11)], [("SE_PERSONNUMMER", 0, 11)]),
    ([("SE_PERSONNUMMER", 4, 15), ("PHONE_NUMBER", 0, 15)], [("SE_PERSONNUMMER", 4, 15)]),
    ([("ORGANIZATION", 0, 20), ("PERSON", 0, 10)], [("PERSON", 0, 10)]),
    ([("LOCATION", 0, 8), ("SCHOOL", 0, 8)], [("SCHOOL", 0, 8)]),
    ([("PERSON", 0, 4), ("HEALTH", 0, 9)], [("HEALTH", 0, 9), ("PERSON", 0, 4)]),
    ([("HEALTH", 0, 9), ("HEALTH", 0, 4)], [("HEALTH", 0, 9)]),
    ([("PERSON", 0, 4), ("PERSON", 0, 4)], [("PERSON", 0, 4)]),
    ([], []),
]


@pytest.mark.parametrize(("found", "kept"), CASES)
def test_cases(found: list, kept: list) -> None:
    candidates = [Candidate(Entity(e), s, t, 0.9, "code") for e, s, t in found]
    assert [(c.entity, c.start, c.end) for c in resolve(candidates)] == kept
