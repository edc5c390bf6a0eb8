"""School classes, year groups, teaching groups and preschool departments.

A class narrows a person down to some thirty pupils; some groups tell of support, language or
health by their name. In a preschool even the department is a personal circumstance (OSL 23 kap.).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.school_class_numbers import numbered
from integritetskoll.text.recognizers.school_class_spelled import spelled

_DEPARTMENT = regex.compile(
    r"\b(?:[Aa]vd\.?|(?:[Ss]måbarns|[Ss]torbarns|[Ff]örskole|[Ff]ritids)?[Aa]vdelning(?:en|arna)?|"
    r"[Hh]emvist(?:et)?|[Bb]asgrupp(?:en)?) [\"'”]?"
    r"(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)"
)
_OFFICES = frozenset(
    "Ekonomi Utbildning Personal Barn Unga Kultur Fritid Skola Förskola Kvalitet Juridik Stab "
    "Kommunikation Myndighet Individ Elevhälsa Elevhälsan Grundskola Gymnasium Service "
    "Teknik".split()
)


class SchoolClassRecognizer(SwedishRecognizer):
    """Classes, year groups and groups in their many forms; `year` among the facts when known."""

    ENTITIES = (Entity.SCHOOL_CLASS,)
    CODES = ("school_class", "school_year", "school_group", "school_group_revealing")

    def find(self, text: str, doc: Any) -> Iterable[Hit]:  # noqa: ARG002
        """Yield every class; chapter 7B, exercise 4b, room 3A and vitamin B12 are none."""
        if any(map(str.isdigit, text)):
            yield from numbered(text)
        departments = list(_departments(text))
        begins = {hit.start for hit in departments}
        yield from (hit for hit in spelled(text) if hit.start not in begins)
        yield from departments


def _departments(text: str) -> Iterator[Hit]:
    if "avd" not in text.lower():
        return
    for match in scan(_DEPARTMENT, text):
        if match["name"].split()[0] not in _OFFICES:
            yield Hit(Entity.SCHOOL_CLASS, match.start(), match.end(), "school_class")
