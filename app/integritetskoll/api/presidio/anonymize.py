"""Replace what an analyzer found, by the operators of presidio-anonymizer."""

from __future__ import annotations

from typing import Any

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import InvalidParamError, OperatorConfig, RecognizerResult

from integritetskoll.api.presidio.requests import AnonymizeRequest
from integritetskoll.api.problems import BadRequestError

OPERATORS = ("encrypt", "hash", "keep", "mask", "redact", "replace")
"""Operators that a request may name. `custom` runs code, others ask services elsewhere."""
_ENGINE: Any = AnonymizerEngine()


def anonymized(asked: AnonymizeRequest) -> str:
    """Return Presidio's answer as JSON; raises BadRequestError 422 for wrong operators or spans."""
    length = len(asked.text)
    if any(one.start >= one.end or one.end > length for one in asked.analyzer_results):
        raise BadRequestError(422, "presidio_field", field="analyzer_results")
    found = [
        RecognizerResult(one.entity_type, one.start, one.end, one.score)
        for one in asked.analyzer_results
    ]
    operators = {name: _operator(one) for name, one in (asked.anonymizers or {}).items()}
    try:
        done = _ENGINE.anonymize(text=asked.text, analyzer_results=found, operators=operators)
        return str(done.to_json())
    except (InvalidParamError, ValueError, TypeError, AttributeError):
        # The engine's own words may hold what was sent.
        raise BadRequestError(422, "presidio_field", field="anonymizers") from None


def _operator(given: dict[str, Any]) -> OperatorConfig:
    name = given.get("type")
    if name not in OPERATORS:
        raise BadRequestError(422, "presidio_operator", known=", ".join(OPERATORS))
    return OperatorConfig(name, {key: value for key, value in given.items() if key != "type"})
