"""What a learned score of whole sentences adds and takes away, once all findings are tied.

A word that a table knows says more than the sentence around it, so a guess stays only where neither
a way to reach somebody is found, nor anything sensitive but of another category where its own is
clear, and only where it tells of somebody. A hard judgement says more than a guess whose category
is unsure. A word in a sentence that tells nothing is dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from integritetskoll.domain.entity import Entity
from integritetskoll.domain.finding import Finding, Link, Role
from integritetskoll.plain.segments import Segments
from integritetskoll.text.lexicon.reader import CATEGORIES
from integritetskoll.text.overlap import Candidate
from integritetskoll.text.recognizers.protected_identity_hint import POSSIBLE
from integritetskoll.text.recognizers.sensitive_statement import UNSURE
from integritetskoll.text.view import Tells

SENSITIVE = frozenset({*CATEGORIES, Entity.WHEREABOUTS, Entity.PROTECTED_IDENTITY_HINT})
SENSITIVE -= {Entity.OPINION}
TOLD = SENSITIVE - {Entity.PROTECTED_IDENTITY_HINT}
"""What a story, a review or a page of history says of nobody real."""
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
_SAYS_MORE = SENSITIVE | _REACHES
"""What says more than a guess about the sentence in which it stands."""
_BESIDE = SENSITIVE - {Entity.PROTECTED_IDENTITY_HINT}
"""What a guess may stand beside whose own category is clear and another one."""
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

_FOR_PUPILS = frozenset({Entity.PUPIL_SUPPORT, Entity.SCHOOL_SECRECY})
"""What staff do for pupils: who does it isn't whom it is about."""
_ASSESSED = frozenset({Entity.GRADE, Entity.PUPIL_SUPPORT})
"""What every written assessment speaks of: there an unsure guess says nothing new."""


def telling(candidates: Iterable[Candidate], segments: Segments) -> Callable[[Candidate], Tells]:
    """Return what tells of a candidate what its sentence tells, by the guesses among them all.

    A guess alone must be sure; a word that a table knows needs less.
    """
    known = {segments.at(c.start): c.facts["guess"] for c in candidates if "guess" in c.facts}

    def tells(candidate: Candidate) -> Tells:
        guess = known.get(segments.at(candidate.start))
        enough = {"sure"} if "guess" in candidate.facts else {"sure", "likely"}
        return _tells(candidate.entity, sure=guess in enough)

    return tells


def _tells(entity: Entity, *, sure: bool) -> Tells:
    if entity == Entity.WHEREABOUTS:
        return Tells.PLACE
    if not sure or entity not in TOLD:
        return Tells.UNSURE
    return Tells.PUPIL if entity in _FOR_PUPILS else Tells.SOMEBODY


def is_guess(finding: Finding) -> bool:
    """Tell whether the finding is a whole sentence that a learned score tells of."""
    return "guess" in finding.facts


def is_doubted(finding: Finding) -> bool:
    """Tell whether the sentence of a sensitive word tells nothing by its learned score.

    What counts without a person (security information) isn't doubted.
    """
    tied = finding.link is not Link.NONE
    return "doubted" in finding.facts and finding.entity in SENSITIVE and tied


def weighed(findings: Iterable[Finding], *, assessing: bool) -> list[Finding]:
    """Return the findings without doubted ones, guesses about nobody and guesses that repeat.

    `assessing`: the text is a written assessment, where every judgement says more than a guess.
    """
    known = [finding for finding in findings if not is_doubted(finding)]
    surely = [finding for finding in known if finding.code != POSSIBLE]
    told = _places(f for f in surely if f.entity in _SAYS_MORE or (assessing and _judges(f)))
    judged = _places(f for f in known if _judges(f) and f.facts.get("severity") == "hard")

    def repeats(guess: Finding) -> bool:
        if assessing and guess.code == UNSURE and guess.entity in _ASSESSED:
            return True
        here = _inside(told, guess)
        if guess.entity in here or (guess.code == UNSURE and _inside(judged, guess)):
            return True
        return bool(here - _BESIDE if "clear" in guess.facts else here)

    return [f for f in known if not is_guess(f) or (_tied(f) and not repeats(f))]


def _judges(finding: Finding) -> bool:
    return finding.entity in {Entity.VALUE_WORD, Entity.OPINION}


def _places(findings: Iterable[Finding]) -> list[tuple[int, str]]:
    """Where those begin that are no guesses and are tied as their kind must be, and the kind."""
    return sorted(
        (finding.start or 0, finding.entity)
        for finding in findings
        if not is_guess(finding)
        and (finding.entity in _REACHES or finding.link.rank >= _least(finding).rank)
    )


def _tied(finding: Finding) -> bool:
    at_work = finding.role is Role.STAFF and finding.entity in _OF_PUPILS
    return finding.link.rank >= _least(finding).rank and not at_work


def _least(finding: Finding) -> Link:
    return Link.GROUP if finding.entity == Entity.WHEREABOUTS else Link.INDIRECT


def _inside(places: Sequence[tuple[int, str]], guess: Finding) -> set[str]:
    """The kinds of what is told in the sentence of a guess."""
    first = bisect_left(places, guess.start or 0, key=itemgetter(0))
    last = bisect_left(places, guess.end or 0, key=itemgetter(0))
    return {entity for _, entity in places[first:last]}
