"""What a learned score of whole sentences adds and takes away, once all findings are tied.

A word that a table knows says more than the sentence around it, so a guess stays only where neither
anything sensitive, nor a judgement, nor a way to reach somebody is found, and only where it tells
of somebody. A word in a sentence that tells nothing is dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Link, Role
from integritetskoll.text.lexicon.reader import CATEGORIES

SENSITIVE = frozenset({*CATEGORIES, Entity.WHEREABOUTS, Entity.PROTECTED_IDENTITY_HINT})
SENSITIVE -= {Entity.OPINION}
_REACHES = frozenset(
    {
        Entity.BANK_ACCOUNT,
        Entity.EMAIL_ADDRESS,
        Entity.IBAN_CODE,
        Entity.PASSWORD,
        Entity.PHONE_NUMBER,
        Entity.POSTAL_ADDRESS,
        Entity.STREET_ADDRESS,
        Entity.URL,
        Entity.USERNAME,
    }
)
_SAYS_MORE = SENSITIVE | _REACHES | {Entity.VALUE_WORD, Entity.OPINION}
"""What says more than a guess about the sentence in which it stands."""
_OF_PUPILS = frozenset(
    {
        Entity.ABSENCE,
        Entity.DISCIPLINE,
        Entity.GRADE,
        Entity.PUPIL_SUPPORT,
        Entity.SCHOOL_SECRECY,
        Entity.WHEREABOUTS,
    }
)
"""What a guess tells of pupils only: of staff, such sentences are about their work."""


def is_guess(finding: Finding) -> bool:
    """Tell whether the finding is a whole sentence that a learned score tells of."""
    return "guess" in finding.facts


def is_doubted(finding: Finding) -> bool:
    """Tell whether the sentence of a sensitive word tells nothing by its learned score.

    What counts without a person (security information) isn't doubted.
    """
    tied = finding.link is not Link.NONE
    return "doubted" in finding.facts and finding.entity in SENSITIVE and tied


def weighed(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without doubted ones, guesses about nobody and guesses that repeat."""
    known = [finding for finding in findings if not is_doubted(finding)]
    told = sorted(
        finding.start or 0
        for finding in known
        if not is_guess(finding)
        and finding.entity in _SAYS_MORE
        and (finding.entity in _REACHES or finding.link.rank >= _least(finding).rank)
    )
    return [f for f in known if not is_guess(f) or (_tied(f) and not _holds(told, f))]


def _tied(finding: Finding) -> bool:
    at_work = finding.role is Role.STAFF and finding.entity in _OF_PUPILS
    return finding.link.rank >= _least(finding).rank and not at_work


def _least(finding: Finding) -> Link:
    return Link.GROUP if finding.entity == Entity.WHEREABOUTS else Link.INDIRECT


def _holds(places: list[int], finding: Finding) -> bool:
    at = bisect_left(places, finding.start or 0)
    return at < len(places) and places[at] < (finding.end or 0)
