"""Every finding can be explained: recognizer, score, law, in both languages."""

from __future__ import annotations

import pytest

from integritetskoll.domain.entity import Entity
from integritetskoll.report.explain import explain, explanations, grounds_of
from integritetskoll.report.wording import LANGUAGES, wording
from integritetskoll.text.recognizers.catalog import RECOGNIZERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_every_recognizer_is_explained(language) -> None:
    for recognizer in RECOGNIZERS:
        for entity in recognizer.ENTITIES:
            for code in recognizer.CODES:
                one = explain(entity, code, language=language)
                assert one is not None
                assert one.recognizer
                assert one.why
                assert one.grounds
    assert len({(one.entity, one.code) for one in explanations(language)}) == len(
        explanations(language)
    )


@pytest.mark.parametrize("entity", Entity)
def test_every_entity_has_its_grounds_in_both_languages(entity: Entity) -> None:
    for ground in grounds_of(entity, "any"):
        for language in LANGUAGES:
            assert wording(language).text("grounds", ground)


def test_no_ground_is_left_over() -> None:
    used = {ground for entity in Entity for ground in grounds_of(entity, "any")}
    used |= set(grounds_of(Entity.SCHOOL_SECRECY, "security_information"))
    assert used == set(wording("sv").sections["grounds"])


@pytest.mark.parametrize(
    ("entity", "code", "ground"),
    [
        ("HEALTH", "health_condition", "gdpr_9"),
        ("CRIMINAL_OFFENCE", "criminal_offence", "gdpr_10"),
        ("SE_PERSONNUMMER", "personnummer", "dsl_3_10"),
        ("SCHOOL_SECRECY", "security_information", "osl_23_5a"),
        ("PUPIL_SUPPORT", "support_measure", "osl_23_2"),
    ],
)
def test_the_nearest_ground_comes_first(entity: str, code: str, ground: str) -> None:
    one = explain(entity, code, language="sv")
    assert one is not None
    assert one.grounds[0].code == ground


def test_a_code_that_nobody_gives_has_none() -> None:
    assert explain("HEALTH", "nonsense", language="sv") is None
