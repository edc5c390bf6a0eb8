"""What falls under school secrecy: elevhälsa, and how a school is secured (catalogue 4).

OSL (2009:400) 23 kap. 2 § (elevhälsa), 5 a § (security work of schools, since 2 July 2025) and
18 kap. 8 § (alarms). Security information is secret without any person.
"""

from __future__ import annotations

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.from_lexicon import LexiconRecognizer


class SchoolSecrecyRecognizer(LexiconRecognizer):
    """The words of `lexicon/school_secrecy.tsv`."""

    ENTITIES = (Entity.SCHOOL_SECRECY,)
    CODES = ("school_health_team", "security_information")
