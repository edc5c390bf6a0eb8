"""Parts of speech set at once are those that spaCy sets one by one."""

from __future__ import annotations

import pytest
import spacy

from integritetskoll.text.pipeline.quick_parts import quicken
from models.recipe import held_out

TEXTS = [text for part in ("dev", "test") for text, _ in held_out.drafts(part)]


@pytest.mark.parametrize("text", ["", " ", "Elsa", *TEXTS], ids=lambda text: text[:20])
def test_parts_are_those_of_spacy(quick, plain, text):
    ours, theirs = quick(text), plain(text)
    assert [t.pos for t in ours] == [t.pos for t in theirs]
    assert ours.has_annotation("POS") == theirs.has_annotation("POS")


def test_many_texts_at_once_give_the_same(quick, plain):
    ours, theirs = quick.pipe(TEXTS), plain.pipe(TEXTS)
    for one, other in zip(ours, theirs, strict=True):
        assert [t.pos for t in one] == [t.pos for t in other]


def test_the_pipeline_that_ships_is_read_so(quick, plain):
    assert "set_annotations" in vars(quick.get_pipe("morphologizer"))
    assert "set_annotations" not in vars(plain.get_pipe("morphologizer"))


def test_nothing_but_parts_of_speech_is_left_out(plain):
    assert not any(str(token.morph) for text in TEXTS for token in plain(text))


def test_another_pipeline_keeps_its_features():
    nlp = spacy.blank("sv")
    morphologizer = nlp.add_pipe("morphologizer")
    morphologizer.add_label("Number=Sing|POS=NOUN")
    quicken(morphologizer)
    doc = nlp.make_doc("hund")
    morphologizer.set_annotations([doc], [[0]])
    assert str(doc[0].morph) == "Number=Sing"
