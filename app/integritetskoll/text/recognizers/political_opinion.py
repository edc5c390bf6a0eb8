"""Political opinion: party, office, activism (catalogue 2.5).

GDPR art. 9(1): political opinions; regeringsformen 2 kap. 2-3 §§.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class PoliticalOpinionRecognizer(LexiconRecognizer):
    """The words of `lexicon/political_opinion.tsv`."""

    ENTITIES = (Entity.POLITICAL_OPINION,)
    CODES = ("politics",)
