"""The closer reading of single sentences: what it sees, and that training and product agree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integritetskoll.errors import PipelineError
from integritetskoll.plain.fold import fold_case
from integritetskoll.text.recognizers import _sentence_reader
from integritetskoll.text.recognizers._sentence_reader import (
    BUCKETS,
    buckets,
    sentence_reader,
    words_of,
)
from integritetskoll.text.recognizers._statement_score import (
    KINDS,
    NAME,
    likely_kind,
    statement_scores,
)
from models.recipe import reader

TOLD = "På tisdagar åker Kim till Ronden i stället för att vara med på slöjden."


def words(text: str, *names: str) -> list[list[int]]:
    lowered = fold_case(text)
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return words_of(lowered, (0, len(lowered)), spans)


def test_a_name_is_one_sign_whoever_bears_it() -> None:
    one = words("Kim Ek fick 3 piller", "Kim Ek")
    assert one == words("Noor af Stenfalk fick 17 piller", "Noor af Stenfalk")
    assert len(one) == len(["name", "fick", "number", "piller"])


def test_what_looks_like_the_sign_of_a_name_is_none() -> None:
    assert words("Kim", "Kim") != words("<n>")


def test_names_outside_the_sentence_are_not_its_own() -> None:
    text = "kim sov. hon vaknade."
    assert words_of(text, (9, len(text)), [(0, 3)]) == words("hon vaknade.")


@given(st.text(max_size=80))
def test_every_text_has_buckets_in_the_table(text: str) -> None:
    for word in words_of(fold_case(text), (0, len(text)), []):
        assert word
        assert min(word) >= 0
        assert max(word) < BUCKETS


@given(st.text(max_size=40))
def test_any_sentence_gets_numbers(text: str) -> None:
    sentence = words_of(fold_case(text), (0, len(text)), [])
    if sentence:
        found = sentence_reader(NAME).read([sentence])
        assert found.shape == (1, 1 + len(KINDS))
        assert np.isfinite(found).all()


def test_a_sentence_scores_alike_wherever_it_stands(nlp) -> None:
    longer = f"Vi bakade bullar i går.\n\n{TOLD}\n\nPå fredag är det skolavslutning."
    alone = statement_scores(TOLD, nlp(TOLD))[0]
    assert np.isclose(alone, statement_scores(longer, nlp(longer))[1], atol=1e-5)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kims mamma ringde, han har fått en ny medicin mot sina anfall.", "HEALTH"),
        ("Ravi sparkade en kamrat i magen på rasten i går igen.", "DISCIPLINE"),
        ("Noor kom en timme för sent till skolan tre dagar i rad.", "ABSENCE"),
    ],
)
def test_the_category_is_the_likeliest(nlp, text: str, kind: str) -> None:
    assert likely_kind(text, nlp(text), 0)[0] == kind


def test_training_and_product_read_alike(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(reader, "EPOCHS", 2)
    monkeypatch.setattr(reader, "OUT", tmp_path)
    said = ["han har fått medicin", "vi åker buss i morgon", "hon slog en kamrat", "det regnar"]
    sentences = [[buckets(word) for word in text.split()] for text in said] * 20
    model = reader.train(sentences, [0, -1, 1, -1] * 20, 2)
    reader.write("small", model)
    monkeypatch.setattr(_sentence_reader, "find_shipped", lambda *_: tmp_path)
    shipped = sentence_reader.__wrapped__("small")
    wanted = reader.scores(model, sentences[:4])
    assert np.allclose(shipped.read(sentences[:4]), wanted, atol=0.1)


def test_sentences_read_side_by_side_see_nothing_of_each_other() -> None:
    said = ["kim har fått medicin", "vi åker buss", "hon slog", "det regnar i dag igen"]
    sentences = [words_of(text, (0, len(text)), []) for text in said]
    alone = [sentence_reader(NAME).read([sentence])[0] for sentence in sentences]
    assert np.allclose(sentence_reader(NAME).read(sentences), alone, atol=1e-4)


def test_what_is_missing_is_told() -> None:
    with pytest.raises(PipelineError):
        sentence_reader("nothing")
