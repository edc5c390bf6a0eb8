"""Swedish phone numbers with extensions, and foreign ones that begin with a plus.

Numbering plan: PTS; validity by `phonenumbers`, the library behind Presidio's PhoneRecognizer.
Its matcher would take any date, clock or account that fits the plan and is not linear, so the
candidates are ours and only the number itself is handed over. Public help lines and service
numbers (112, 1177, 020, 077, 0900, 0939, 0944) belong to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import phonenumbers
import regex

from integritetskoll.domain.entity import Entity
from integritetskoll.text.recognizers.base import Hit, SwedishRecognizer, scan
from integritetskoll.text.recognizers.number_words import Label, label_of
from integritetskoll.text.recognizers.swedish_number import current_day, is_number

_GAP = r"(?: ?[-/.] ?| {1,2})?"
CANDIDATE = regex.compile(
    rf"(?<!\d)(?=(?P<all>\(?\+\)? ?\d{{1,3}}\)?(?:{_GAP}\(0\))?(?:{_GAP}\(?\d\)?){{6,12}}+"
    rf"|00 ?46(?:{_GAP}\(0\))?(?:{_GAP}\d){{6,10}}+"
    rf"|\(?0(?! ?0)(?: ?\d){{1,3}}\)?(?:{_GAP}\d){{4,10}}+))[(+0]"
)
LOCAL = regex.compile(
    r"(?<!\d)[1-9](?:\d{1,2}[ -]\d{2,3}[ -]\d\d(?:[ -]\d\d)?"
    r"|(?:(?<=7)|(?<=4)6 ?7)[02369]-?\d(?: ?\d){6}|(?!1)\d{5,7})(?![\w-]|[.,:]\d)"
)
CALL = regex.compile(
    r"(?<!\pL)(?:tel(?:efon)?(?:nr|nummer)?|tfn|tlf|ring(?:a|er)?|mobil(?:nr|nummer)?|mob|sms:?a?)"
    r"[.:]{0,2} ?(?:på |till )?$",
    regex.IGNORECASE,
)
EXTENSION = regex.compile(
    r"[ ,;]{0,3}(?P<open>\()?(?:anknytning|anknytn|ankn|ank|ext|internt|vxl|kopplas till)"
    r"\.?:? {0,2}(?:\d\d \d\d(?![ \d])|\d{1,5}(?!\d))(?(open)\))",
    regex.IGNORECASE,
)
ALONE = regex.compile(
    r"(?<!\pL)(?:[Aa]nkn(?:ytn(?:ing)?)?|ANKN)\.?:? ?(?:\d\d \d\d(?! ?\d)|\d{2,5})(?![\w-]|[.,:]\d)"
)
SWITCHBOARD = regex.compile(
    r"(?:växel\w*|(?<!\pL)vxl|(?<!\pL)vx|kontaktcenter|kundtjänst|kundcenter|reception\w*"
    r"|expedition\w*|kansli\w*|skolans (?:telefon|nummer|telefonnummer)"
    r"|(?<!\pL)(?:fritids(?:hemmet)?|skol(?:an|köket|biblioteket)|köket|matsalen|elevhälsan"
    r"|förskolan|avdelningen|vaktmästeriet|kommunen|biblioteket))[ :.,]{0,3}"
    r"(?:är |har |tel(?:efon)?[.:]? ?(?:nummer |nr )?|på |nås på )*+$"
    r"|(?:expedition|reception|kansli|växel|skolan)\w{0,4}(?: har| är)? (?:öpp|beman|nås|svar)"
    r"[^\n]{0,70}$",
    regex.IGNORECASE,
)
REFERENCE = regex.compile(
    r"(?:ocr|faktur|order|artik|isbn|giro|(?<!\pL)[bp]g|org\.?-?nr|ärende|diarie|dnr)"
    r"[\w.-]*[ :.=#]*(?:till )?$|swish\pL*(?: (?!ring|tel|mob|nås)[\w:]+){0,4}[ :.=#]*$",
    regex.IGNORECASE,
)
CLOCKS = regex.compile(r"[0-2]\d[.:]?[0-5]\d ?-? ?[0-2]\d[.:]?[0-5]\d")
DAY = regex.compile(r"[0-3]?\d[-./ ][01]?\d[-./ ](?:19|20)\d\d")
SERVICE = ("20", "77", "900", "939", "944", "118")


class SwedishPhoneRecognizer(SwedishRecognizer):
    """A phone number, to the end of its extension."""

    ENTITIES = (Entity.PHONE_NUMBER,)
    CODES = ("phone_number", "phone_number_extension", "phone_number_switchboard")

    def __init__(self, *, today: Callable[[], date] = current_day, **given: Any) -> None:
        super().__init__(**given)
        self._today = today

    def find(self, text: str, doc: Any) -> Iterator[Hit]:  # noqa: ARG002
        """Yield every phone number; one that may as well be a personnummer is left to that."""
        taken: list[Hit] = []
        done = 0
        for match in scan(CANDIDATE, text):
            if match.start() < done:
                continue
            end = _end(text, *match.span("all"))
            done = max(done, end)
            if end and _accepts(text, match.start(), end, self._today()):
                start = match.start() + _opening(text[match.start() : end])
                taken.append(_hit(text, start, end))
        yield from taken
        if "nk" in text or "NK" in text:
            yield from _alone(text, taken)
        yield from _local(text, taken)


def _end(text: str, start: int, end: int) -> int:
    """Return where the longest valid number ends; groups that belong to the next thing go."""
    while end - start >= 8:
        if text[end : end + 1].isalnum() or text[end : end + 1] in ("@", "_"):
            valid = False
        else:
            valid = _is_valid(text[start:end])
        if valid:
            return end
        end = max((text.rfind(gap, start, end) for gap in " -/."), default=start)
        while text[end - 1 : end] in tuple(" -/."):
            end -= 1
    return 0


def _is_valid(written: str) -> bool:
    digits = "".join(c for c in written if c.isdigit())
    abroad = "+" in written or digits.startswith("0046")
    if not abroad and (len(digits) not in (8, 9, 10) or (digits[1] == "7" and len(digits) < 10)):
        return False
    plain = "+" + digits[2:] if digits.startswith("0046") and "+" not in written else written
    try:
        number = phonenumbers.parse(plain, "SE")
    except phonenumbers.NumberParseException:
        return False
    service = number.country_code == 46 and str(number.national_number).startswith(SERVICE)
    return not service and phonenumbers.is_valid_number(number)


def _opening(written: str) -> int:
    """Return 1 when a bracket is opened that the number doesn't close."""
    return int(written[0] == "(" and ")" not in written)


def _accepts(text: str, start: int, end: int, today: date) -> bool:
    written = text[start:end]
    before = text[max(0, start - 48) : start]
    label = label_of(text, start, end)
    if _joined(before, label) or REFERENCE.search(before) or DAY.fullmatch(written):
        return False
    if "+" in written or written.startswith("00") or label is Label.PHONE:
        return True
    groups = [len(group) for group in regex.findall(r"\d+", written)]
    if CLOCKS.fullmatch(written) or groups in ([6, 4], [4, 4]) or label is Label.IDENTITY:
        return False
    return _looks_like_one(written, groups, label, before, today)


def _looks_like_one(
    written: str, groups: list[int], label: Label | None, before: str, today: date
) -> bool:
    """Decide by the shape, when no word says that it is a phone number."""
    digits = "".join(c for c in written if c.isdigit())
    mobile = digits[1] == "7" and len(digits) == 10
    if mobile and len(groups) > 1:
        return "." not in written or groups[0] == 3
    if label in (Label.SERIES, Label.ACCOUNT):
        return False
    if len(groups) == 1:
        birth = is_number(digits, today=today) if len(digits) == 10 else None
        person = birth and not birth.coordination and label is not Label.GUARDIAN
        return (mobile or label is Label.GUARDIAN) and not person and "//" not in before
    return _landline(written, groups, len(digits)) or (
        label in (Label.GUARDIAN, Label.PERSON) and "." not in written
    )


def _landline(written: str, groups: list[int], count: int) -> bool:
    if count < 9 or "." in written or not 2 <= groups[0] <= 4:
        return False
    if groups[-1] > 3 and len(groups) > 2:
        return False
    return regex.match(r"\(?0\d+\)? ?[-/)]", written) is not None or (
        groups[0] > 2 and groups[1] == 3 and groups[-2:] == [2, 2]
    )


def _joined(before: str, label: Label | None) -> bool:
    if label is not Label.PHONE and regex.search(r"[\pL_]\Z|\pL-\Z|\d:\Z", before):
        return True
    grouped = regex.search(r"(?<!\d)\d{1,3} \Z", before) is not None
    return bool(regex.search(r"\d[-.+]\Z|(?<!\d)0,\Z", before)) or (
        grouped and label is Label.ACCOUNT
    )


def _hit(text: str, start: int, end: int) -> Hit:
    extension = EXTENSION.match(text, end)
    if extension:
        return Hit(Entity.PHONE_NUMBER, start, extension.end(), "phone_number_extension")
    switchboard = SWITCHBOARD.search(text[max(0, start - 100) : start])
    code = "phone_number_switchboard" if switchboard else "phone_number"
    return Hit(Entity.PHONE_NUMBER, start, end, code)


def _alone(text: str, taken: list[Hit]) -> Iterator[Hit]:
    for match in scan(ALONE, text):
        if _is_free(match, taken):
            yield Hit(Entity.PHONE_NUMBER, match.start(), match.end(), "phone_number_extension")


def _local(text: str, taken: list[Hit]) -> Iterator[Hit]:
    for match in scan(LOCAL, text):
        before = text[max(0, match.start() - 24) : match.start()]
        if CALL.search(before) and _is_free(match, taken):
            yield _hit(text, match.start(), match.end())


def _is_free(match: regex.Match[str], taken: list[Hit]) -> bool:
    return not any(hit.start < match.end() and match.start() < hit.end for hit in taken)
