"""Schemathesis over the whole OpenAPI: no 500, no answer that the schema does not describe."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from integritetskoll.server import create_app
from integritetskoll.settings import Settings

pytestmark = pytest.mark.slow
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)


HOST = {"host": "127.0.0.1"}


def test_the_schema_is_true(checker) -> None:
    app = create_app(Settings(), checker=checker)
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)
    operations = [result.ok() for result in schema.get_all_operations()]
    assert len(operations) >= 6
    for operation in operations:
        hold(operation)


def hold(operation) -> None:
    @given(case=operation.as_strategy())
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    def holds(case) -> None:
        case.call_and_validate(headers=HOST, checks=CHECKS)

    holds()
