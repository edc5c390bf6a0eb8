"""What the whole test suite shares: the shipped pipeline, loaded once."""

from __future__ import annotations

import pytest

from integritetskoll.text.pipeline import load_pipeline


@pytest.fixture(scope="session")
def nlp():
    """The shipped pipeline."""
    return load_pipeline(None)
