"""Reading a Swedish personal identity number: calendar, century, checksum.

Rules: folkbokföringslagen (1991:481) 18 §; Skatteverket, SKV 704 (personnummer) and SKV 707
(samordningsnummer: 60 is added to the day). The checksum is the package `personnummer`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from personnummer import personnummer
from stdnum import luhn

COORDINATION = 60
OLDEST = 140
"""Years; the published test numbers begin in 1890, nobody that old is alive."""


@dataclass(frozen=True, slots=True)
class Birth:
    """A day of birth as a number tells it; `coordination` when 60 was added to the day.

    Whose day or month is not known has zeros there in a samordningsnummer: not `known`.
    """

    day: date = field(repr=False)
    coordination: bool
    known: bool = True


def current_day() -> date:
    """Return today's date (UTC)."""
    return datetime.now(UTC).date()


def read_birth(digits: str, *, sign: str, today: date) -> Birth | None:
    """Read `yymmdd` or `yyyymmdd` (the day perhaps plus 60); None when the calendar lacks it.

    Six digits: the latest possible day that isn't in the future, or with the sign "+" the one
    in the year when the person turned 100 or later. Never in the future, never above 140 years.
    """
    day = int(digits[-2:])
    coordination = day >= COORDINATION
    day -= COORDINATION if coordination else 0
    month = int(digits[-4:-2])
    known = bool(day and month) or not coordination
    if not known:
        day, month = day or 1, month or 1
    for year in _years(digits[:-4], sign, today):
        try:
            born = date(year, month, day)
        except ValueError:
            continue
        if born <= today and today.year - year <= OLDEST:
            return Birth(born, coordination, known)
    return None


def _years(written: str, sign: str, today: date) -> tuple[int, ...]:
    if len(written) == 4:
        return (int(written),)
    latest = today.year - (today.year - int(written)) % 100
    if "+" in sign:
        return (latest - 100,)
    # In a year's first months its later days belong to the century before.
    return (latest, latest - 100) if latest == today.year else (latest,)


def checksum_holds(birth: Birth, digits: str) -> bool:
    """Tell whether the last digit of a personnummer or samordningsnummer is right.

    `digits` are all ten or twelve of it; birth number 000 does not exist.
    """
    if birth.known:
        return bool(personnummer.valid(f"{birth.day.year:04}{digits[-8:]}"))
    return luhn.is_valid(digits[-10:]) and digits[-4:-1] != "000"


def is_number(digits: str, *, today: date) -> Birth | None:
    """Read ten or twelve digits as a whole number; None unless calendar and checksum hold."""
    birth = read_birth(digits[:-4], sign="", today=today)
    return birth if birth and checksum_holds(birth, digits) else None
