"""Names of persons: entities mended by rules, a second look, figures of named works told apart.

A name is personal data (GDPR article 4.1), and so are initials and nicknames that readers can
tell. Forms of names: Svenska skrivregler (Språkrådet), namnlagen (2016:1013).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from integritetskoll.domain.entity import Entity
from integritetskoll.text.persons.figures import cast
from integritetskoll.text.persons.find import find_persons
from integritetskoll.text.persons.readers import read
from integritetskoll.text.persons.tokens import Names, is_genitive
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer
from integritetskoll.text.roles import roles_of


class PersonRecognizer(SwedishRecognizer):
    """Persons with their role (fact `role`); better with the pipeline's name table."""

    ENTITIES = (Entity.PERSON,)
    CODES = (
        "person_name",
        "person_full_name",
        "person_name_initial",
        "person_initials",
        "person_nickname",
        "person_lower_case",
        "person_joined",
    )

    WANTS_NAMES = True

    def find(self, text: str, doc: Any) -> Iterable[Hit]:
        """Yield every person; spans without titles, with the genitive ending."""
        names = Names(self._table)
        reading = read(text, doc, names)
        mentions = find_persons(reading)
        spans = [(mention.start, mention.end) for mention in mentions]
        played = cast(text, spans, reading.titles)
        roles = roles_of(text, spans, played)
        for mention, role in zip(mentions, roles, strict=True):
            facts: tuple[tuple[str, str], ...] = (("role", str(role)),)
            if is_genitive(text[mention.start : mention.end], names):
                facts += (("genitive", "s"),)
            if mention.start in played.pupils:
                facts += (("namesake", "figure"),)
            yield Hit(Entity.PERSON, mention.start, mention.end, mention.code, facts)
