"""Descriptions that point out one pupil without a name: "den nya eleven från Ukraina i 5A".

In a group of some thirty, a description identifies (GDPR recital 26: singling out).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.indirect_forms import forms_in

_FICTION = regex.compile(
    r"(?i)\b(?:romulus|remus|hans och greta|sagan|romanen|novellen|boken|filmen|pjäsen|karl xii|"
    r"gustav vasa|berättelsen|"
    r"dikten|1[0-8]\d\d|kapitel|kap\.|huvudpersonen|långstrump|lejonhjärta|grimm)\b"
)
_COMMON_AFTER = regex.compile(r"(?:från|på) \p{Ll}")


class IndirectIdentificationRecognizer(SwedishRecognizer):
    """Descriptions that single out a pupil, whole as written."""

    ENTITIES = (Entity.INDIRECT_IDENTIFICATION,)
    CODES = ("indirect_description",)

    def find(self, text: str, doc: Any) -> Iterable[Hit]:  # noqa: ARG002
        """Yield every description; what is said of new pupils in general is none."""
        last = 0
        for start, end in sorted(_spans(text), key=lambda span: (span[0], -span[1])):
            if start >= last and not _in_fiction(text, start, end):
                last = end
                yield Hit(Entity.INDIRECT_IDENTIFICATION, start, end, "indirect_description")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for form in forms_in(text.lower()):
        for match in scan(form, text):
            found = match[0].rstrip(" ,")
            if not _COMMON_AFTER.search(found):
                yield match.start(), match.start() + len(found)


def _in_fiction(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    around = text[max(line, start - 80) : min(stop if stop >= 0 else len(text), end + 60)]
    return bool(_FICTION.search(around))
