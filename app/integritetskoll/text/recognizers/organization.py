"""Organisations: clubs, employers, authorities that tell where somebody belongs.

Weighs little alone; platforms, school subjects and holidays are no organisations here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer
from integritetskoll.text.recognizers.model_entities import entities

_LABELS = frozenset({"ORG", "ORGANIZATION"})


class OrganizationRecognizer(SwedishRecognizer):
    """The pipeline's organisations."""

    ENTITIES = (Entity.ORGANIZATION,)
    CODES = ("organization",)

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield every organisation."""
        for start, end in entities(text, doc, _LABELS):
            yield Hit(Entity.ORGANIZATION, start, end, "organization")
