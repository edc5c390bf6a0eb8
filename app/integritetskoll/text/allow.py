"""Allow-lists of an installation: the school's switchboard, address, function mailboxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.plain.fold import fold_marks
from integritetskoll.plain.normalize import normalize
from integritetskoll.policy.schema import Allow
from integritetskoll.text.overlap import Candidate

_ADDRESSES = (Entity.STREET_ADDRESS, Entity.POSTAL_ADDRESS, Entity.LOCATION)
_NOT_DIGIT = regex.compile(r"\D")
_NOT_WORD = regex.compile(r"\W+")


class AllowList:
    """Compares whole values: a phone by its national digits, everything else folded."""

    def __init__(self, allow: Allow) -> None:
        self._phones = frozenset(map(_digits, allow.phone))
        self._mails = frozenset(map(fold_marks, allow.email))
        self._addresses = frozenset(map(_words, allow.address))
        self._others = frozenset(map(_words, allow.other))

    def without(self, candidates: Iterable[Candidate], text: str) -> Sequence[Candidate]:
        """Return the candidates that no list names."""
        return [c for c in candidates if not self._names(c, text[c.start : c.end])]

    def _names(self, candidate: Candidate, value: str) -> bool:
        if candidate.entity == Entity.PHONE_NUMBER:
            return bool(self._phones) and _digits(value) in self._phones
        if candidate.entity == Entity.EMAIL_ADDRESS:
            return fold_marks(value) in self._mails
        if candidate.entity in _ADDRESSES and _words(value) in self._addresses:
            return True
        return bool(self._others) and _words(value) in self._others


def _digits(value: str) -> str:
    digits: str = _NOT_DIGIT.sub("", value.replace("(0)", ""))
    return digits.removeprefix("00").removeprefix("46").removeprefix("0")


def _words(value: str) -> str:
    words: str = _NOT_WORD.sub(" ", fold_marks(normalize(value).text))
    return words.strip()
