"""Trade union membership (catalogue 2.5).

GDPR art. 9(1): trade union membership; it concerns staff and guardians more than pupils.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class UnionMembershipRecognizer(LexiconRecognizer):
    """The words of `lexicon/union_membership.tsv`."""

    ENTITIES = (Entity.UNION_MEMBERSHIP,)
    CODES = ("union",)
