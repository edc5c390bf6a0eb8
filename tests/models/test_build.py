"""What is done to trained weights in the end: the middle of two pipelines, a bolder name finder."""

import numpy as np
import pytest

from integritetskoll.text.pipeline import load_pipeline
from models.recipe import build


def weights(nlp):
    return {
        (name, at, param): node.get_param(param).copy()
        for name, component in nlp.components
        if hasattr(component, "model")
        for at, node in enumerate(component.model.walk())
        for param in node.param_names
        if node.has_param(param)
    }


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_the_middle_of_two_pipelines_lies_between_their_weights(share):
    one, two = load_pipeline(), load_pipeline()
    build.embolden(two, "PER", 2.0)
    before, other = weights(one), weights(two)
    assert any((before[key] != other[key]).any() for key in before)
    build.mix(one, two, share)
    for key, mixed in weights(one).items():
        assert np.allclose(mixed, (1 - share) * before[key] + share * other[key])
        assert mixed.dtype == before[key].dtype


def test_a_bolder_name_finder_begins_more_names_of_the_label_alone():
    nlp = load_pipeline()
    before = weights(nlp)
    build.embolden(nlp, "PER", 1.0)
    changed = [key for key, value in weights(nlp).items() if (value != before[key]).any()]
    assert changed
    assert {key[0] for key in changed} == {"ner"}
