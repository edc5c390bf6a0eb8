"""Schemathesis over the whole OpenAPI: no 500, no answer that the schema does not describe."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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


PLACES = {"document_type": "written_assessment", "destination": "unikum"}
MOST = {"/analyze": 60, "/anonymize": 60, "/v2/check": 60}
"""How many requests are made up for a call, where more than the others' 25."""


def operations(checker):
    app = create_app(Settings(), checker=checker)
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)
    return [result.ok() for result in schema.get_all_operations()]


def test_the_schema_is_true(checker) -> None:
    found = operations(checker)
    assert {operation.path for operation in found} >= {"/v2/check", "/analyze", "/api/v1/review"}
    for operation in found:
        hold(operation)


def hold(operation) -> None:
    most = MOST.get(operation.path, 25)

    @given(case=operation.as_strategy(), known=st.booleans())
    @settings(max_examples=most, deadline=None, suppress_health_check=list(HealthCheck))
    def holds(case, *, known: bool) -> None:
        if known and set(PLACES) <= set(case.path_parameters or ()):
            case.path_parameters.update(PLACES)
        case.call_and_validate(headers=HOST, checks=CHECKS)

    holds()
