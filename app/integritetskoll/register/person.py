"""The details of a person as somebody hands them over. They live as long as the call does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import regex
from stdnum import luhn

from integritetskoll.errors import RegisterError
from integritetskoll.plain.fold import fold_name
from integritetskoll.plain.normalize import normalize

LONGEST = 200
FIELDS = (
    "given_name", "surname", "aliases", "personnummer", "school", "school_class", "end_date",
)  # fmt: skip
_NUMBER = regex.compile(r"(?:\d{2})?(?P<birth>\d{6})(?P<last>\d{4}|[A-Z]\d{3}|[A-Z]{2}\d{2})")
_BETWEEN = regex.compile(r"[ .+-]")


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of somebody; empty where unknown. `end_date` is when to look at it again."""

    given_name: str = field(default="", repr=False)
    surname: str = field(default="", repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    personnummer: str = field(default="", repr=False)
    school: str = field(default="", repr=False)
    school_class: str = field(default="", repr=False)
    end_date: date | None = None


def read_person(
    *,
    given_name: str = "",
    surname: str = "",
    aliases: str = "",
    personnummer: str = "",
    school: str = "",
    school_class: str = "",
    end_date: str = "",
) -> Person:
    """Return the person of these details as text, aliases split by `|`, the date as yyyy-mm-dd.

    Raises RegisterError: `entry_too_long`, `entry_too_little`, `entry_number_wrong`,
    `entry_date_wrong`, `entry_name_wrong`. No error repeats a detail.
    """
    given = (given_name, surname, aliases, personnummer, school, school_class, end_date)
    if any(len(one) > LONGEST for one in given):
        raise RegisterError("entry_too_long", limit=LONGEST)
    person = Person(
        _clean(given_name),
        _clean(surname),
        tuple(alias for alias in map(_clean, aliases.split("|")) if alias),
        _number(personnummer),
        _clean(school),
        _clean(school_class),
        _date(end_date.strip()),
    )
    for name in (person.given_name, person.surname, *person.aliases):
        if name and not fold_name(name):
            raise RegisterError("entry_name_wrong")
    called = person.given_name or person.aliases
    placed = person.surname or person.school or person.school_class
    if not person.personnummer and not (called and placed):
        raise RegisterError("entry_too_little")
    return person


def _clean(text: str) -> str:
    return " ".join(normalize(text).text.split())


def _number(text: str) -> str:
    """The last ten characters of a personnummer or its relatives, empty for none."""
    plain = _BETWEEN.sub("", normalize(text).text).upper()
    if not plain:
        return ""
    match = _NUMBER.fullmatch(plain)
    if not match or (match["last"].isdigit() and not luhn.is_valid(match["birth"] + match["last"])):
        raise RegisterError("entry_number_wrong")
    return str(match["birth"] + match["last"])


def _date(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RegisterError("entry_date_wrong") from None
