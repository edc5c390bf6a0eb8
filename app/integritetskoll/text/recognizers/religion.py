"""Religion and belief, also as food, leave, dress and prayer show it (catalogue 2.2).

GDPR art. 9(1): religious or philosophical beliefs, also when they only can be inferred (C-184/20).
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class ReligionRecognizer(LexiconRecognizer):
    """The words of `lexicon/religion.tsv`."""

    ENTITIES = (Entity.RELIGION,)
    CODES = ("religion_belief", "religion_practice")
