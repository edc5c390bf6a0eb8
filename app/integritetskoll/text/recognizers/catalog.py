"""Every recognizer of the product, named one by one: what others add to their Presidio registry."""

from __future__ import annotations

from integritetskoll.text.recognizers.base import SwedishRecognizer
from integritetskoll.text.recognizers.iban import IbanRecognizer

RECOGNIZERS: tuple[type[SwedishRecognizer], ...] = (
    IbanRecognizer,
)
