"""Forms embedded without thinc's wrapping have the numbers that its layers give."""

from __future__ import annotations

import numpy as np
import pytest

from integritetskoll.text.pipeline import quick_forms
from models.recipe import held_out

TEXTS = ["Ali", "a b", "Hej Łukasz! Anna-Karins bok.", *(t for t, _ in held_out.drafts("dev"))]


def embedding_of(nlp):
    return nlp.get_pipe("tok2vec").model.layers[0]


@pytest.mark.parametrize("text", TEXTS[:12])
def test_gives_what_thinc_gives(quick, plain, text):
    (ours,), (theirs,) = (embedding_of(nlp).predict([nlp.make_doc(text)]) for nlp in (quick, plain))
    assert ours.shape == theirs.shape
    np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_several_texts_are_left_to_thinc(quick):
    embedding, docs = embedding_of(quick), [quick.make_doc(text) for text in TEXTS[:3]]
    for ours, doc in zip(embedding.predict(docs), docs, strict=True):
        np.testing.assert_allclose(ours, embedding.predict([doc])[0], atol=1e-4)


def test_another_layer_is_left_as_it_is(plain):
    encoder = plain.get_pipe("tok2vec").model.layers[1]
    usual = encoder._func
    quick_forms.quicken(encoder)
    assert encoder._func is usual
