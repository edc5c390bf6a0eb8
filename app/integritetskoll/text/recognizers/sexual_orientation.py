"""Sexual life, orientation, gender identity and love (catalogue 2.4).

GDPR art. 9(1): sex life or sexual orientation, also when it can be inferred (C-184/20).
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class SexualOrientationRecognizer(LexiconRecognizer):
    """The words of `lexicon/sexual_orientation.tsv`."""

    ENTITIES = (Entity.SEXUAL_ORIENTATION,)
    CODES = ("sexual_orientation", "gender_identity", "relationship")
