"""Health: diagnoses, care, medicines, allergies, aids, pregnancy, sick leave (catalogue 2.1).

GDPR art. 4(15) and 9(1): data concerning health, also that someone is away sick; dataskyddslagen
(2018:218) 3 kap. 2-3 §§. The Court of Justice reads it widely (C-101/01).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers._row_values import foods
from integritetskoll.text.recognizers.base import Hit
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer

_ALLERGY = "allergy"
_SENSITIVITY = "4"


class HealthRecognizer(LexiconRecognizer):
    """The words of `lexicon/health.tsv`, and foods beside names in lists of meals."""

    ENTITIES = (Entity.HEALTH,)
    CODES = (
        "health_condition",
        "pregnancy",
        "health_absence_reason",
        "health_care",
        _ALLERGY,
        "medication",
        "disability_aid",
    )

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield the words, then the foods."""
        yield from super().find(text, doc)
        for start, end in foods(text):
            yield Hit(Entity.HEALTH, start, end, _ALLERGY, (("sensitivity", _SENSITIVITY),))
