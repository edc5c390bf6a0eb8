"""Absence, presence and leave, with or without the reason (catalogue 7).

Skollagen (2010:800) 7 kap. 17-19 §§; GDPR art. 5(1)(c): the reason is rarely needed. A sick
reason is health and found there.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class AbsenceRecognizer(LexiconRecognizer):
    """The words of `lexicon/absence.tsv`."""

    ENTITIES = (Entity.ABSENCE,)
    CODES = ("absence", "absence_reason")
