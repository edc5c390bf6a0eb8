"""The pipeline that ships, read in our quicker way and as spaCy reads it."""

from __future__ import annotations

import pytest
import spacy

from integritetskoll.text.pipeline import load_pipeline
from integritetskoll.text.pipeline.load import shipped


@pytest.fixture(scope="module")
def quick():
    return load_pipeline()


@pytest.fixture(scope="module")
def plain():
    return spacy.load(shipped())
