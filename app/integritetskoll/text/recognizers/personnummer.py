"""Personnummer, samordningsnummer and interim numbers in every way people write them.

Folkbokföringslagen (1991:481) 18-18 b §§; Skatteverket, SKV 704 and SKV 707; dataskyddslagen
(2018:218) 3 kap. 10 §. Interim and TF numbers: letters in the place of the birth number, given
by schools and county councils until the real number comes. `number_shape` tells what the
candidates look like, `number_words` what stands beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.number_shape import Candidate, candidates
from integritetskoll.text.recognizers.number_words import Label, label_before, label_of
from integritetskoll.text.recognizers.swedish_number import (
    Birth,
    checksum_holds,
    current_day,
    read_birth,
)

RECENT = 4
"""Years: a later day with what may be a clock time is rather a time stamp than a small child."""
CLOSE = 20
"""Characters: a label this near names the number itself, whatever its shape."""
LAST_FOUR = regex.compile(
    r"(?i:(?:fyra sista|sista fyra|4 sista|sista 4)(?: siffrorna| siffror)?"
    r"(?P<of> (?:i|på|av)(?: \w+){1,3}?)?|(?:pnr|personnu?m\w*|personnr|p-?nr) (?:som )?"
    r"(?:slutar|avslutas|slut)(?: på| med)?|kontrollsiffrorna)"
    r"(?:(?:[ :=(]|är|blir|-){1,6})(?P<four>\d(?: ?\d){3}|(?:(?i:noll|nolla|ett|etta|två|tvåa|tre"
    r"|trea|fyra|fem|femma|sex|sexa|sju|sjua|åtta|nio|nia)[ ,-]{1,2}){3}(?i:noll|ett|två|tre|fyra"
    r"|fem|sex|sju|åtta|nio))"
    r"(?![\d%\p{L}]|[.,:/-]\d)"
)
TAIL = regex.compile(
    r"-\d{4}(?!\d)(?<=(?<![\w*?])(?P<all>(?:[Xx*?]{6}|[Xx*?]{8}|(?:\d\d){1,3}[Xx*?]{2,4}).{5}))"
)
"""The four last of a number whose date is masked: "XXXXXX-1234", "1203XX-1234"."""
NOT_LAST_FOUR = regex.compile(r"kort|kont|telefon|mobil|kod|isbn|order|faktur|ocr|bilden|sid|år")
PERSONAL = (Label.IDENTITY, Label.PERSON, Label.GUARDIAN)


class PersonnummerRecognizer(SwedishRecognizer):
    """Numbers of persons; a wrong checksum on an otherwise right number "looks like" one."""

    ENTITIES = (Entity.SE_PERSONNUMMER, Entity.SE_SAMORDNINGSNUMMER, Entity.SE_INTERIM_NUMBER)
    CODES = (
        "personnummer",
        "personnummer_wrong_checksum",
        "personnummer_masked",
        "personnummer_last_four",
        "samordningsnummer",
        "samordningsnummer_wrong_checksum",
        "interim_number",
    )

    def __init__(self, *, today: Callable[[], date] = current_day, **given: Any) -> None:
        super().__init__(**given)
        self._today = today

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every number of a person, none overlapping another."""
        today = self._today()
        done = 0
        for candidate in candidates(text):
            if candidate.start < done:
                continue
            hit = judge(candidate, today=today)
            shorter = None if hit else candidate.shorter()
            if shorter:
                hit = judge(shorter, today=today)
            if hit:
                done = hit.end
                yield hit
        yield from _last_four(text)


def judge(candidate: Candidate, *, today: date) -> Hit | None:
    """Decide what a candidate is; None when it is no person's number."""
    birth = read_birth(candidate.date, sign=candidate.sign, today=today)
    if birth is None or candidate.part_of_more or candidate.sum:
        return None
    label = label_of(candidate.text, candidate.start, candidate.end)
    if candidate.kind == "number":
        return _judge_number(candidate, birth, label, today)
    if label in (Label.SERIES, Label.ACCOUNT) or not birth.known:
        return None
    if candidate.kind == "mask":
        return _hit(candidate, _entity(birth), "personnummer_masked")
    # "12 mars, sal T123" and "2024-03-12 K102" are rooms.
    joined = candidate.sign in ("-", "+") or (not candidate.sign and candidate.last.isupper())
    school = candidate.dashed and candidate.last[1] in "Ff"
    named = joined or school or label in PERSONAL
    return _hit(candidate, Entity.SE_INTERIM_NUMBER, "interim_number") if named else None


def _judge_number(
    candidate: Candidate, birth: Birth, label: Label | None, today: date
) -> Hit | None:
    code = "samordningsnummer" if birth.coordination else "personnummer"
    stamp = candidate.like_time and today.year - birth.day.year < RECENT
    if len(set(candidate.digits)) == 1:
        return None
    if checksum_holds(birth, candidate.digits):
        accepted = _accepts_right(candidate, label, stamp=stamp)
    elif not birth.known and label is not Label.IDENTITY:
        accepted = False
    elif candidate.digits.endswith("0000") and candidate.dashed:
        code, accepted = "personnummer_masked", True
    else:
        code, accepted = f"{code}_wrong_checksum", _accepts_wrong(candidate, label, stamp=stamp)
    return _hit(candidate, _entity(birth), code) if accepted else None


def _accepts_right(candidate: Candidate, label: Label | None, *, stamp: bool) -> bool:
    if label is Label.IDENTITY:
        return True
    if candidate.shaped:
        near = label_before(candidate.text, candidate.start, reach=CLOSE)
        phone = near is Label.PHONE and candidate.like_phone
        event = stamp and not candidate.dashed and label is None
        return not (near is Label.SERIES or phone or event)
    counted = candidate.measured and label is None
    if label in (Label.SERIES, Label.ACCOUNT) or candidate.wrapped or counted:
        return False
    if len(candidate.digits) == 12:
        return not stamp or label is Label.PERSON
    return _accepts_bare(candidate, label)


def _accepts_bare(candidate: Candidate, label: Label | None) -> bool:
    """Ten digits with nothing but spaces between: the same as phone and reference numbers."""
    if label is Label.PHONE or candidate.loose or candidate.in_address or candidate.glued:
        return False
    return not candidate.like_mobile or not (candidate.coordination or label is Label.GUARDIAN)


def _accepts_wrong(candidate: Candidate, label: Label | None, *, stamp: bool) -> bool:
    if label is Label.IDENTITY:
        return True
    mobile = candidate.like_mobile and (candidate.coordination or not candidate.shaped)
    odd = candidate.loose or candidate.wrapped or candidate.glued or candidate.in_address
    if mobile or odd or label not in (None, *PERSONAL):
        return False
    if label is not None:
        return True
    file = candidate.like_time and candidate.in_file
    if stamp or file or candidate.like_range:
        return False
    twelve = len(candidate.digits) == 12
    return candidate.tight or (twelve and not (candidate.like_time or candidate.measured))


def _entity(birth: Birth) -> Entity:
    return Entity.SE_SAMORDNINGSNUMMER if birth.coordination else Entity.SE_PERSONNUMMER


def _hit(candidate: Candidate, entity: Entity, code: str) -> Hit:
    return Hit(entity, candidate.start, candidate.end, code)


def _last_four(text: str) -> Iterator[Hit]:
    for match in scan(TAIL, text):
        start, end = match.span("all")
        yield Hit(Entity.SE_PERSONNUMMER, start, end, "personnummer_last_four")
    if not any(word in text.lower() for word in ("sista", "sluta", "slut ", "kontrollsiffr")):
        return
    for match in scan(LAST_FOUR, text):
        if not NOT_LAST_FOUR.search((match["of"] or "").lower()):
            start, end = match.span("four")
            yield Hit(Entity.SE_PERSONNUMMER, start, end, "personnummer_last_four")
