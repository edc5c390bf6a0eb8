"""Disciplinary measures, bullying and violence (catalogue 5).

Skollagen (2010:800) 5 kap. 6-22 §§ and 6 kap.; OSL (2009:400) 23 kap. 2 §.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class DisciplineRecognizer(LexiconRecognizer):
    """The words of `lexicon/discipline.tsv`."""

    ENTITIES = (Entity.DISCIPLINE,)
    CODES = ("discipline_measure", "bullying_violence")
