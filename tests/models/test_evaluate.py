import json

import pytest

from models.recipe import evaluate

TOKENS = ["Igår", "ringde", "Tindra", "Kvistberg", "till", "Göteborg", "."]


def write(tmp_path, tags, tokens=TOKENS):
    path = tmp_path / "some.jsonl"
    path.write_text(json.dumps({"tokens": tokens, "tags": tags}) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("tags", "ours"),
    [
        ("O O B-PER I-PER O B-LOC O", "O O B-PER I-PER O B-LOC O"),
        ("O O PER PER O LOC O", "O O B-PER I-PER O B-LOC O"),
        ("O O I-PRS I-PRS O O O", "O O B-PER I-PER O O O"),
        ("O O B-PERSON L-PERSON O U-GPE O", "O O B-PER I-PER O B-LOC O"),
        ("O O B-per I-per O B-TME O", "O O B-PER I-PER O O O"),
        ("O O B-PER B-PER O O O", "O O B-PER B-PER O O O"),
        ("O O _ _ O O O", "O O O O O O O"),
        ("O O B-PERS I-PERS O PLACE O", "O O B-PER I-PER O B-LOC O"),
        ("O O B-XYZ I-XYZ O B-MISC O", "O O O O O B-MISC O"),
    ],
)
def test_tags_of_all_kinds_are_read(tmp_path, tags, ours):
    (sentence,) = evaluate.readable(write(tmp_path, tags.split()))
    assert sentence.tags == ours.split()


def test_figures_of_a_file(nlp, tmp_path):
    path = write(tmp_path, "O O B-PER I-PER O B-LOC O".split())
    figures = evaluate.measure(nlp, evaluate.readable(path))
    assert figures["as_is"]["PER"]["span"] == {"precision": 1.0, "recall": 1.0, "f": 1.0, "true": 1}
    assert figures["as_is"]["PER"]["token"]["true"] == 2
    assert figures["words_per_second"] > 0


def test_only_labels_the_file_uses_are_scored(nlp, tmp_path):
    figures = evaluate.measure(nlp, evaluate.readable(write(tmp_path, "O O PER PER O O O".split())))
    assert set(figures["as_is"]) == set(figures["lower"]) == {"PER"}


def test_a_file_without_any_name_can_be_measured(nlp, tmp_path):
    figures = evaluate.measure(nlp, evaluate.readable(write(tmp_path, ["O"] * 7)))
    assert figures["as_is"] == {}


def test_empty_lines_empty_sentences_and_a_byte_order_mark_are_read(nlp, tmp_path):
    path = tmp_path / "holes.jsonl"
    row = json.dumps({"tokens": TOKENS, "tags": "O O PRS PRS O O O".split()})
    bare = json.dumps({"tokens": [], "tags": []})
    path.write_text(f"\ufeff{row}\n\n{bare}\n  \n{row}\n", encoding="utf-8")
    sentences = evaluate.readable(path)
    assert [len(sentence.tokens) for sentence in sentences] == [7, 0, 7]
    assert evaluate.measure(nlp, sentences)["as_is"]["PER"]["span"]["true"] == 2


@pytest.mark.parametrize("content", ["nonsense\n", "[1, 2]\n", '{"tokens": ["a"], "tags": []}\n'])
def test_a_broken_file_is_named(tmp_path, capsys, content):
    path = tmp_path / "broken.jsonl"
    path.write_text(content, encoding="utf-8")
    assert evaluate.main([str(path)]) == 65
    assert "broken.jsonl" in capsys.readouterr().err


def test_a_missing_file_is_named(tmp_path, capsys):
    assert evaluate.main([str(tmp_path / "none.jsonl")]) == 65
    assert "none.jsonl" in capsys.readouterr().err


def test_the_command_prints_both_cases(tmp_path, capsys):
    assert evaluate.main([str(write(tmp_path, "O O B-PER I-PER O O O".split()))]) == 0
    printed = capsys.readouterr().out
    assert "as_is" in printed
    assert "lower" in printed


def test_the_command_prints_json(tmp_path, capsys):
    assert evaluate.main([str(write(tmp_path, "O O B-PER I-PER O O O".split())), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)
