"""IBAN, the international bank account number (ISO 13616), checked by length and remainder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex
from stdnum import iban as stdnum_iban

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan

PATTERN = regex.compile(r"(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?![\w-])")


class IbanRecognizer(SwedishRecognizer):
    """An IBAN of any country, with or without spaces; only with a right check number."""

    ENTITIES = (Entity.IBAN_CODE,)
    CODES = ("iban",)

    def find(self, text: str, doc: Any) -> Iterable[Hit]:  # noqa: ARG002
        """Yield every valid IBAN; trailing words that the pattern took are given back."""
        for match in scan(PATTERN, text):
            end = _valid_end(match.group())
            if end:
                yield Hit(Entity.IBAN_CODE, match.start(), match.start() + end, "iban")


def _valid_end(candidate: str) -> int:
    end = len(candidate)
    while end > 0:
        if stdnum_iban.is_valid(candidate[:end]):
            return end
        end = candidate.rfind(" ", 0, end)
    return 0
