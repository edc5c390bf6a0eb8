"""The examples of docs/writing-tools.md: our recognizers in somebody's own Presidio."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from presidio_analyzer import (
    AnalyzerEngine,
    AnalyzerEngineProvider,
    EntityRecognizer,
    RecognizerRegistry,
)
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider

from integritetskoll.text.engine import LoadedPipeline, build_engine
from integritetskoll.text.pipeline import shipped
from integritetskoll.text.recognizers.catalog import RECOGNIZERS, build_recognizers
from integritetskoll.text.recognizers.person import PersonRecognizer

ROOT = Path(__file__).resolve().parents[2]
PAGE, YAML = ROOT / "docs" / "writing-tools.md", ROOT / "docs" / "presidio-swedish.yaml"
TEXT = "Elsa nås på 070-174 06 05."
LONGER = """Elsa Berg i 3B bor på Granvägen 12 och har diabetes.
Betalas med 4111 1111 1111 1111. Noras pappa Ali heter Skogås i efternamn; han är lat.
"""


def words(results) -> set[tuple[str, str]]:
    return {(one.entity_type, TEXT[one.start : one.end]) for one in results}


def blocks() -> list[str]:
    return re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_the_example_of_the_page_runs() -> None:
    (example,) = [block for block in blocks() if "RecognizerRegistry(" in block]
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


@pytest.fixture(scope="module")
def from_yaml() -> Iterator[AnalyzerEngine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield AnalyzerEngineProvider(analyzer_engine_conf_file=YAML).create_engine()


def test_the_yaml_names_every_recognizer_that_is_told_of() -> None:
    named = {one["name"] for one in yaml.safe_load(YAML.read_text("utf-8"))["recognizer_registry"][
        "recognizers"
    ]}  # fmt: skip
    ours = {one.__name__ for one in RECOGNIZERS} - {"ProtectedIdentityHintRecognizer"}
    assert named == ours | {"SpacyRecognizer", "CreditCardRecognizer"}


def test_an_engine_from_yaml_finds_what_ours_does(from_yaml: AnalyzerEngine, nlp) -> None:
    own = build_engine(nlp, build_recognizers(nlp))

    def found(engine: AnalyzerEngine, text: str) -> set[tuple[str, int, int, float]]:
        results = engine.analyze(text, language="sv")
        return {(one.entity_type, one.start, one.end, one.score) for one in results}

    assert found(from_yaml, TEXT) == found(own, TEXT)
    theirs = {one for one in found(from_yaml, LONGER) if one[0] == "CREDIT_CARD"}
    assert len(theirs) == 1
    assert found(from_yaml, LONGER) - theirs == found(own, LONGER)
    assert {"PERSON", "HEALTH", "SCHOOL_CLASS", "VALUE_WORD"} <= {o[0] for o in found(own, LONGER)}


def test_the_registry_of_the_yaml_stands_alone(nlp) -> None:
    conf = yaml.safe_load(YAML.read_text("utf-8"))["recognizer_registry"]
    conf["supported_languages"] = ["en", "sv"]
    registry = RecognizerRegistryProvider(registry_configuration=conf).create_recognizer_registry()
    engine = AnalyzerEngine(
        registry=registry, nlp_engine=LoadedPipeline(nlp), supported_languages=["sv", "en"]
    )
    assert {("PERSON", "Elsa")} <= words(engine.analyze(TEXT, language="sv"))


def test_ours_read_no_other_language_and_take_a_name() -> None:
    assert PersonRecognizer(name="Names", supported_language="sv").name == "Names"
    with pytest.raises(ValueError, match="PersonRecognizer reads sv"):
        PersonRecognizer(supported_language="en")


@pytest.mark.slow
def test_the_example_with_yaml_runs_by_itself() -> None:
    (example,) = [block for block in blocks() if "AnalyzerEngineProvider" in block]
    shown = "print(sorted(one.entity_type for one in results))"
    code = f"{example}\n{shown}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "['PERSON', 'PHONE_NUMBER']"
    assert shipped() == ROOT / "models" / "sv_integritetskoll"
