import subprocess
import sys
from pathlib import Path

import pytest

from integritetskoll.errors import PipelineError
from integritetskoll.text.pipeline import entity_of, load_pipeline
from tests.pace import stays_within
from tests.text.pipeline import small


@pytest.mark.parametrize(
    ("label", "entity"),
    [
        ("PER", "PERSON"),
        ("PRS", "PERSON"),
        ("PERSON", "PERSON"),
        ("LOC", "LOCATION"),
        ("GPE", "LOCATION"),
        ("ORG", "ORGANIZATION"),
        ("MISC", None),
        ("", None),
    ],
)
def test_labels_map_to_entities(label, entity):
    assert entity_of(label) == entity


def test_labels_may_be_mapped_otherwise():
    assert entity_of("NAMN", {"NAMN": "PERSON"}) == "PERSON"
    assert entity_of("PER", {"NAMN": "PERSON"}) is None


@pytest.mark.parametrize("labels", [("PRS",), ("PER", "LOC"), ("LOC", "PERSON")])
def test_another_pipeline_is_loaded_from_its_folder(tmp_path, labels):
    small.stock(labels).to_disk(tmp_path / "other")
    nlp = load_pipeline(tmp_path / "other")
    assert set(labels) <= set(nlp.get_pipe("ner").labels)
    assert nlp("Hej Tindra").text == "Hej Tindra"


def test_an_own_label_for_persons_is_enough_when_mapped(tmp_path):
    small.stock(("NAMN",)).to_disk(tmp_path / "other")
    assert load_pipeline(str(tmp_path / "other"), labels={"NAMN": "PERSON"})


def test_a_pipeline_without_persons_is_refused(tmp_path):
    small.stock(("LOC",)).to_disk(tmp_path / "places")
    with pytest.raises(PipelineError, match="pipeline_without_persons"):
        load_pipeline(tmp_path / "places")


def test_a_pipeline_without_any_name_finder_is_refused(tmp_path):
    nlp = small.stock()
    nlp.remove_pipe("ner")
    nlp.to_disk(tmp_path / "bare")
    with pytest.raises(PipelineError, match="pipeline_without_persons"):
        load_pipeline(tmp_path / "bare")


def test_a_missing_pipeline_is_named(tmp_path):
    with pytest.raises(PipelineError, match="pipeline_missing") as caught:
        load_pipeline("sv_no_such_pipeline")
    assert caught.value.facts["pipeline"] == "sv_no_such_pipeline"
    with pytest.raises(PipelineError, match="pipeline_missing"):
        load_pipeline(tmp_path / "nowhere")


@pytest.mark.parametrize("content", ["", "[nlp]\nlang = 3", "not a config"])
def test_a_broken_pipeline_is_unreadable(tmp_path, content):
    (tmp_path / "config.cfg").write_text(content, encoding="utf-8")
    with pytest.raises(PipelineError, match="pipeline_unreadable"):
        load_pipeline(tmp_path)


def test_the_shipped_pipeline_loads_in_a_clean_process(tmp_path):
    code = (
        "from integritetskoll.text.pipeline import load_pipeline, name_table\n"
        "nlp = load_pipeline()\n"
        "doc = nlp('Igår ringde Tindra Kvistberg till rektor.')\n"
        "print([ent.text for ent in doc.ents], name_table(nlp).given('Tindra') > 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.strip() == "['Tindra Kvistberg'] True"


def words_of(nlp, text):
    return [token.text for token in nlp.tokenizer(text)]


@pytest.mark.parametrize("unit", ["😀", '"', "❤️", ".", "!?", ")", "🇸🇪", "a."])
def test_a_row_of_signs_takes_linear_time(nlp, unit):
    assert stays_within(4, lambda: words_of(nlp, unit * 8000))


def test_the_bound_on_endings_changes_no_ordinary_word(nlp):
    plain = small.stock()
    nlp.tokenizer.to_bytes()  # can still be saved
    plain.tokenizer.from_disk(Path("models/sv_integritetskoll/tokenizer"))
    for sample in Path("samples").glob("*.txt"):
        text = sample.read_text("utf-8")
        assert words_of(nlp, text) == words_of(plain, text)
