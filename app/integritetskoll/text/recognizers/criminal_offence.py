"""Offences, suspicions and sentences (catalogue 5).

GDPR art. 10, dataskyddslagen (2018:218) 3 kap. 8-9 §§: suspicion counts, too.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class CriminalOffenceRecognizer(LexiconRecognizer):
    """The words of `lexicon/criminal_offence.tsv`."""

    ENTITIES = (Entity.CRIMINAL_OFFENCE,)
    CODES = ("criminal_offence",)
