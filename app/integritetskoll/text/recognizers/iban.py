"""IBAN, the international bank account number (ISO 13616), checked by length and remainder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex
from stdnum import iban as stdnum_iban

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan

PATTERN = regex.compile(r"\d\d(?<=(?<![^\W_])[A-Za-z]{2}..)(?:[ -]?[A-Za-z0-9]){11,30}+")


class SwedishIbanRecognizer(SwedishRecognizer):
    """An IBAN of any country, with or without spaces; only with a right check number."""

    ENTITIES = (Entity.IBAN_CODE,)
    CODES = ("iban",)

    def find(self, text: str, doc: Any) -> Iterable[Hit]:  # noqa: ARG002
        """Yield every valid IBAN; trailing words that the pattern took are given back."""
        for match in scan(PATTERN, text):
            start = match.start() - 2  # the country, before the rarer digits
            end = _valid_end(text, start, match.end())
            if end:
                yield Hit(Entity.IBAN_CODE, start, end, "iban")


def _valid_end(text: str, start: int, end: int) -> int:
    """Return where the longest valid number ends that no letter or digit follows, or 0."""
    while end > start:
        whole = not text[end : end + 1].isalnum()
        if whole and stdnum_iban.is_valid(text[start:end].replace("-", " ")):
            return end
        end = max(text.rfind(" ", start, end), text.rfind("-", start, end))
    return 0
