"""The encoder in few steps gives the numbers that thinc's layers give; training is left alone."""

from __future__ import annotations

import numpy as np
import pytest
from thinc.api import Maxout, chain, expand_window, residual, with_array

from integritetskoll.text.pipeline import quick_encoder
from models.recipe import held_out

TEXTS = [text for text, _ in held_out.drafts("dev")]


def encoder_of(nlp):
    return nlp.get_pipe("tok2vec").model.layers[1]


def tokens(rows: int, width: int = 96) -> np.ndarray:
    return np.random.default_rng(rows).normal(size=(rows, width)).astype("f")


@pytest.mark.parametrize("rows", [1, 2, 3, 9, 400])
def test_gives_what_thinc_gives(quick, plain, rows):
    given = [tokens(rows)]
    (ours,), (theirs,) = (encoder_of(nlp).predict(given) for nlp in (quick, plain))
    assert ours.shape == theirs.shape == (rows, 96)
    np.testing.assert_allclose(ours, theirs, atol=1e-3)


def test_drafts_are_encoded_alike(quick, plain):
    for text in TEXTS:
        (ours,), (theirs,) = (
            nlp.get_pipe("tok2vec").predict([nlp.make_doc(text)]) for nlp in (quick, plain)
        )
        np.testing.assert_allclose(ours, theirs, atol=1e-3)


def test_several_texts_are_left_to_thinc(quick):
    encoder, one, other = encoder_of(quick), tokens(7), tokens(12)
    alone = [encoder.predict([text])[0] for text in (one, other)]
    for ours, theirs in zip(encoder.predict([one, other]), alone, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)


def small(pieces: int = 2, window: int = 1):
    layer = residual(
        chain(
            expand_window(window),
            Maxout(nO=8, nI=8 * (2 * window + 1), nP=pieces, normalize=True, dropout=0.0),
        )
    )
    encoder = with_array(chain(layer, layer.copy()), pad=2)
    encoder.initialize(X=[tokens(4, 8)])
    return encoder


@pytest.mark.parametrize(("pieces", "window"), [(2, 1), (3, 1), (2, 2)])
def test_another_shape_is_left_as_it_is(pieces, window):
    encoder = small(pieces, window)
    before, usual = encoder.predict([tokens(5, 8)])[0], encoder._func
    quick_encoder.quicken(encoder)
    assert (encoder._func is usual) == ((pieces, window) != (2, 1))
    np.testing.assert_allclose(encoder.predict([tokens(5, 8)])[0], before, atol=1e-5)


def test_can_still_be_trained():
    encoder = small()
    quick_encoder.quicken(encoder)
    found, backprop = encoder.begin_update([tokens(5, 8)])
    assert backprop(found)[0].shape == (5, 8)
