"""Ethnic origin and mother tongue (catalogue 2.3).

GDPR art. 9(1): racial or ethnic origin. Integritetsskyddsmyndigheten counts mother tongue, at
least together with other data, as revealing it.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class EthnicityRecognizer(LexiconRecognizer):
    """The words of `lexicon/ethnicity.tsv`."""

    ENTITIES = (Entity.ETHNICITY,)
    CODES = ("ethnic_origin", "mother_tongue")
