"""Social circumstances: social services, family, economy, migration (catalogue 3.2-3.5).

OSL (2009:400) 26 kap. 1 § and 37 kap. 1 §; worth extra protection though not named in GDPR art. 9.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class SocialCircumstancesRecognizer(LexiconRecognizer):
    """The words of `lexicon/social_circumstances.tsv`."""

    ENTITIES = (Entity.SOCIAL_CIRCUMSTANCES,)
    CODES = ("social_services", "family_situation", "economy", "migration")
