"""Every recognizer finds what its table marks, exactly, and none of the near misses."""

from __future__ import annotations

import pytest

from integritetskoll.plain.normalize import normalize
from integritetskoll.text.recognizers.catalog import RECOGNIZERS, build_recognizers
from tests.text.recognizers.conftest import CASES, Case, read_table

TABLES = sorted(CASES.glob("*.txt"))
ALL = [case for table in TABLES for case in read_table(table)]


def table_name(recognizer: type) -> str:
    return recognizer.__module__.rpartition(".")[2]


BY_TABLE = {table_name(recognizer): recognizer for recognizer in RECOGNIZERS}


@pytest.fixture(scope="module")
def made(nlp) -> dict[str, object]:
    return {table_name(type(made)): made for made in build_recognizers(nlp)}


@pytest.mark.parametrize("case", ALL, ids=str)
def test_case(case: Case, made, nlp) -> None:
    plain = normalize(case.text)
    recognizer = made[case.table]
    hits = list(recognizer.find(plain.text, nlp(plain.text)))
    if case.code is None:
        # What counts only of a named pupil is no finding by itself: `text.link` decides.
        found = [
            (h.entity, plain.span(h.start, h.end))
            for h in hits
            if case.entity in (None, str(h.entity)) and dict(h.facts).get("needs") != "named"
        ]
        assert not found, found
        return
    found = sorted(plain.span(h.start, h.end) for h in hits if str(h.entity) == case.entity)
    assert found == sorted(case.spans), hits
    codes = {
        h.code
        for h in hits
        if plain.span(h.start, h.end) in case.spans and str(h.entity) == case.entity
    }
    assert codes == {case.code}


@pytest.mark.parametrize("name", BY_TABLE)
def test_no_recognizer_lacks_its_table(name: str) -> None:
    cases = [case for case in ALL if case.table == name]
    assert any(case.code for case in cases), "no hits"
    assert any(case.code is None for case in cases), "no near misses"


@pytest.mark.parametrize("recognizer", RECOGNIZERS)
def test_every_code_of_a_recognizer_has_a_hit(recognizer: type) -> None:
    shown = {case.code for case in ALL if case.table == table_name(recognizer)}
    assert set(recognizer.CODES) <= shown
