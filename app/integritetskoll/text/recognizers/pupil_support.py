"""Support to a pupil and the investigations before it (catalogue 3.1).

Skollagen (2010:800) 3 kap. 4-12 §§; OSL (2009:400) 23 kap. 2 §. A decision is exercise of
authority and belongs in the system for it.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class PupilSupportRecognizer(LexiconRecognizer):
    """The words of `lexicon/pupil_support.tsv`."""

    ENTITIES = (Entity.PUPIL_SUPPORT,)
    CODES = ("support_measure", "support_investigation")
