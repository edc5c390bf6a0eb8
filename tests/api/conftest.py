"""A client of the service in this process."""

from __future__ import annotations

import pytest

from tests.serving import client_of


@pytest.fixture(scope="session")
def client(checker):
    return client_of(checker)
