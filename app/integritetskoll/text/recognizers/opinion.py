"""Opinions and marker words in assessments (catalogue 6.2).

Skollagen (2010:800) 10 kap. 12 §: a written assessment is about knowledge. Guidance to teachers:
no values, opinions or sensitive data about the person.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class OpinionRecognizer(LexiconRecognizer):
    """The words of `lexicon/opinion.tsv`."""

    ENTITIES = (Entity.OPINION,)
    CODES = ("opinion",)
