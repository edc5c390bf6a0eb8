"""What counts where text was found between other bytes, or where only programs write.

Noise reads like short names: there a finding needs a number with a checksum, an address of its
own shape, or a whole name.
"""

from __future__ import annotations

import re

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding
from integritetskoll.images.field import Kind
from integritetskoll.images.judge.plain_words import is_plain

_SURE = frozenset(
    {
        Entity.SE_PERSONNUMMER,
        Entity.SE_SAMORDNINGSNUMMER,
        Entity.EMAIL_ADDRESS,
        Entity.PHONE_NUMBER,
        Entity.PASSWORD,
        Entity.PROTECTED_IDENTITY_HINT,
    }
)
_WHOLE_NAME = frozenset({"person_full_name", "person_joined", "person_lower_case"})
_SENTENCE = 40
_NAME = re.compile(r"[^\W\d_]{2,}+(?:[ _.-][^\W\d_]{2,}+){1,4}")
_PROSE = re.compile(
    r"\b(?:i|och|har|är|med|från|på|för|av|som|till|hos|åk|klass|foto|bild|elev|hon|han|hen|bor)\b",
    re.IGNORECASE,
)
_STREET = re.compile(r"[^\W\d_]{5,}+ \d")
_LEAST = 4
_WHOLE = 8
"""Characters of the shortest name and surname that noise does not make."""
_SAYING = frozenset(
    {
        Entity.PERSON, Entity.HEALTH, Entity.RELIGION, Entity.ETHNICITY, Entity.PUPIL_SUPPORT,
        Entity.SOCIAL_CIRCUMSTANCES, Entity.SCHOOL_CLASS, Entity.WHEREABOUTS,
        Entity.CRIMINAL_OFFENCE, Entity.SCHOOL,
    }
)  # fmt: skip


def counts(finding: Finding, kind: Kind, value: str) -> bool:
    """Tell whether a finding in a field that people write is one.

    Keywords are single words in any language: there a short word in lower case is no name, a
    single name in a place field is a town, and a camera no person.
    """
    if finding.entity in {Entity.LOCATION, Entity.ORGANIZATION}:
        return len(value) > _SENTENCE
    if finding.entity != Entity.PERSON:
        return True
    if is_plain(finding.text.replace("_", " ")):
        return False
    if finding.code in {"person_lower_case", "person_joined"} and len(finding.text) < _LEAST:
        return False
    return kind is not Kind.PLACE or finding.code == "person_full_name"


def is_sure(finding: Finding, value: str) -> bool:
    """Tell whether a finding in such a value is one."""
    if finding.entity in _SURE:
        return not finding.code.endswith("wrong_checksum")
    if finding.entity == Entity.PERSON and len(finding.text) < _LEAST:
        return False
    if finding.entity == Entity.PERSON and finding.code in _WHOLE_NAME:
        long_enough = len(finding.text) >= _WHOLE
        shouted = any(word.isupper() and word[2:] for word in finding.text.split())
        return long_enough and bool(_NAME.fullmatch(finding.text)) and not shouted
    if finding.entity in {Entity.STREET_ADDRESS, Entity.POSTAL_ADDRESS}:
        return len(finding.text) >= _WHOLE and bool(_STREET.search(finding.text))
    return finding.entity in _SAYING and bool(_PROSE.search(value))
