"""Biometric data that single out a person (catalogue 2.6).

GDPR art. 4(14) and 9(1); Datainspektionen, decision of 20 August 2019 (face recognition for
attendance in a school, consent was no ground).
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class BiometricRecognizer(LexiconRecognizer):
    """The words of `lexicon/biometric.tsv`."""

    ENTITIES = (Entity.BIOMETRIC,)
    CODES = ("biometric",)
