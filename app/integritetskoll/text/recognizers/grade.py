"""Grades, test results, warnings (catalogue 6.1).

Skollagen (2010:800) 10 kap. and 15 kap.; GDPR art. 5(1)(f): a result is for pupil and guardian.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class GradeRecognizer(LexiconRecognizer):
    """The words of `lexicon/grade.tsv`."""

    ENTITIES = (Entity.GRADE,)
    CODES = ("grade_result",)
