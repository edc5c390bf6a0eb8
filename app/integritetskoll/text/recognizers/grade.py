"""Grades, test results, warnings (catalogue 6.1).

Skollagen (2010:800) 10 kap. and 15 kap.; GDPR art. 5(1)(f): a result is for pupil and guardian.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers._row_values import grades
from integritetskoll.text.recognizers.base import Hit
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer

_RESULT = "grade_result"
_SENSITIVITY = "2"


class GradeRecognizer(LexiconRecognizer):
    """The words of `lexicon/grade.tsv`, and the letters in lists of grades."""

    ENTITIES = (Entity.GRADE,)
    CODES = (_RESULT,)

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield the words, then the letters beside names."""
        yield from super().find(text, doc)
        for start, end in grades(text):
            yield Hit(Entity.GRADE, start, end, _RESULT, (("sensitivity", _SENSITIVITY),))
