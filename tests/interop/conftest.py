"""A real server for real clients."""

from __future__ import annotations

import pytest

from tests.serving import real_server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory):
    with real_server(tmp_path_factory.mktemp("interop")) as server:
        yield server
