"""The example of docs/writing-tools.md: our recognizers in somebody's own Presidio."""

from __future__ import annotations

import re
from pathlib import Path

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry

from integritetskoll.text.engine import LoadedPipeline
from integritetskoll.text.recognizers.catalog import build_recognizers

PAGE = Path(__file__).resolve().parents[2] / "docs" / "writing-tools.md"
TEXT = "Ring Elsa på 070-174 06 05."


def words(results) -> set[tuple[str, str]]:
    return {(one.entity_type, TEXT[one.start : one.end]) for one in results}


def test_the_example_of_the_page_runs() -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (example,) = [block for block in blocks if "RecognizerRegistry" in block]
    names: dict[str, object] = {}
    exec(compile(example, PAGE.name, "exec"), names)  # noqa: S102 - our own page
    assert {("PERSON", "Elsa"), ("PHONE_NUMBER", "070-174 06 05")} <= words(names["results"])


def test_ours_stand_beside_those_of_others(nlp) -> None:
    class Greeting(EntityRecognizer):
        def load(self) -> None:
            pass

        def analyze(self, *_: object, **__: object) -> list:
            return []

    registry = RecognizerRegistry(supported_languages=["sv"])
    registry.add_recognizer(Greeting(supported_entities=["GREETING"], supported_language="sv"))
    for recognizer in build_recognizers(nlp):
        registry.add_recognizer(recognizer)
    engine = AnalyzerEngine(
        registry=registry, nlp_engine=LoadedPipeline(nlp), supported_languages=["sv"]
    )
    assert {"GREETING", "PERSON"} <= set(engine.get_supported_entities("sv"))
    only = engine.analyze(TEXT, language="sv", entities=["PERSON"], score_threshold=0.5)
    assert words(only) == {("PERSON", "Elsa")}
