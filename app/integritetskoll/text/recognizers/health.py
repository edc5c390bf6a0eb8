"""Health: diagnoses, care, medicines, allergies, aids, pregnancy, sick leave (catalogue 2.1).

GDPR art. 4(15) and 9(1): data concerning health, also that someone is away sick; dataskyddslagen
(2018:218) 3 kap. 2-3 §§. The Court of Justice reads it widely (C-101/01).
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class HealthRecognizer(LexiconRecognizer):
    """The words of `lexicon/health.tsv`."""

    ENTITIES = (Entity.HEALTH,)
    CODES = (
        "health_condition",
        "pregnancy",
        "health_absence_reason",
        "health_care",
        "allergy",
        "medication",
        "disability_aid",
    )
