"""What the whole test suite shares: the shipped pipeline and a checker over it, made once."""

from __future__ import annotations

import pytest

from integritetskoll.assemble import build_checker
from integritetskoll.settings import Settings
from integritetskoll.text.pipeline import load_pipeline


@pytest.fixture(scope="session")
def nlp():
    """The shipped pipeline."""
    return load_pipeline(None)


@pytest.fixture(scope="session")
def checker():
    """A checker with the embedded defaults."""
    return build_checker(Settings())
