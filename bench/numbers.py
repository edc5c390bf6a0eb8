"""How well numbers of persons are told from other numbers: `python -m bench.numbers`.

Prints four figures: published test numbers found with their exact span in twelve written forms,
other numbers in their context taken for a person's, the rate among bare strings of ten digits
beside what arithmetic allows, and days that the calendar lacks. Fixed seed, fixed day.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from stdnum import isbn, luhn

from integritetskoll.plain.normalize import normalize
from integritetskoll.text.recognizers.personnummer import PersonnummerRecognizer
from integritetskoll.text.recognizers.swedish_number import read_birth

DATA = Path(__file__).parent.parent / "tests" / "data"
TODAY = date(2026, 11, 1)
SEED = 20120229
SURROUNDINGS = (
    "{}",
    "Eleven {} börjar hos oss på måndag.",
    "Hej! Det gäller {}, hör av er i veckan.",
    "7B\n{}\nVi ses!",
)
RECOGNIZER = PersonnummerRecognizer(today=lambda: TODAY)


def published_numbers() -> list[str]:
    """Return the published numbers, twelve digits each."""
    lines = "\n".join((DATA / f"{name}.txt").read_text("utf-8") for name in FILES).splitlines()
    return [line for line in lines if line.isdigit()]


FILES = ("personnummer", "samordningsnummer")


def forms(number: str) -> list[str]:
    """Return twelve ways to write the twelve digits of a number."""
    year, month, day, last = number[:4], number[4:6], number[6:8], number[8:]
    sign = "+" if TODAY.year - int(year) >= 100 else "-"
    short = number[2:8]
    return [
        f"{number[:8]}-{last}",
        number,
        f"{short}{sign}{last}",
        short + last,
        f"{number[:8]} {last}",
        f"{short} {last}",
        f"{year}-{month}-{day}-{last}",
        f"{year}-{month}-{day} {last}",
        f"{number[:8]}\N{EN DASH}{last}",
        f"{year} {month} {day} {last}",
        f"{number[:8]} - {last}",
        f"{year}.{month}.{day}-{last}",
    ]


def found(text: str) -> list[tuple[str, str]]:
    """Return what is found in `text`: the stretch as sent, and its code."""
    plain = normalize(text)
    hits = RECOGNIZER.find(plain.text, None)
    return [(text[slice(*plain.span(hit.start, hit.end))], hit.code) for hit in hits]


def missed() -> list[str]:
    """Return every written form, in every surrounding, that is not found as a right number."""
    return [
        text
        for number in published_numbers()
        for form in forms(number)
        for text in (surrounding.format(form) for surrounding in SURROUNDINGS)
        if [(form, True)] != [(hit, code in FILES) for hit, code in found(text)]
    ]


def decoys(count: int) -> Iterator[tuple[str, str]]:
    """Yield `count` pairs of kind and text: other numbers with the word or shape they have.

    Half of those that may hold ten free digits hold those of a right personnummer.
    """
    rng = random.Random(SEED)
    numbers = published_numbers()
    kinds = tuple(KINDS)
    for turn in range(count):
        kind = kinds[turn % len(kinds)]
        free = rng.choice(numbers)[2:] if rng.random() < 0.5 else _digits(rng, 10)
        yield kind, KINDS[kind](rng, free)


def bare_rate(count: int) -> tuple[float, float]:
    """Return the share of random ten-digit strings that are taken, and what arithmetic allows."""
    rng = random.Random(SEED)
    taken = sum(bool(found(f"Lappen sa {_digits(rng, 10)} och inget mer.")) for _ in range(count))
    days = (
        f"{year:02}{month:02}{day:02}"
        for year in range(100)
        for month in range(13)
        for day in (*range(1, 32), *range(60, 92))
    )
    right = sum(read_birth(day, sign="", today=TODAY) is not None for day in days)
    return taken / count, right / 10**6 * 0.0999


def lacking_days() -> list[str]:
    """Return every text with a day that no calendar has in which something is found."""
    days = ("0230", "0231", "0431", "0631", "0931", "1131", "0290", "0291", "1300", "0100")
    numbers = (
        f"{year}{day}{last}"
        for year in range(1890, 2027, 3)
        for day in days
        for last in ("2384", "9811")
    )
    return [
        form
        for number in numbers
        for form in (*forms(number), f"pnr {number[2:8]}-XXXX")
        if found(form)
    ]


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


def _checked(body: str) -> str:
    digit: str = luhn.calc_check_digit(body)
    return body + digit


def _organisation(rng: random.Random, _: str) -> str:
    number = _checked(
        f"{rng.choice('25789')}{rng.randint(0, 9)}{rng.randint(20, 99)}" + _digits(rng, 5)
    )
    words = (
        "Org.nr {}",
        "Föreningen ({}) delar ut stipendier.",
        "{}",
        "organisationsnummer: {}",
        "Kommunen har {}.",
        "16{}",
    )
    return rng.choice(words).format(rng.choice((number, f"{number[:6]}-{number[6:]}")))


def _phone(rng: random.Random, _: str) -> str:
    number = rng.choice(("070", "072", "073", "076", "079", "08", "031", "040", "0522", "0980"))
    rest = _digits(rng, 10 - len(number))
    written = rng.choice(
        (
            f"{number}-{rest[:-4]} {rest[-4:-2]} {rest[-2:]}",
            number + rest,
            f"{number}-{rest}",
            f"{number} {rest[:-4]} {rest[-4:-2]} {rest[-2:]}",
            f"+46{number[1:]}{rest}",
            f"0046{number[1:]}{rest}",
        )
    )
    words = (
        "Ring {} i dag.",
        "tel {}",
        "Mobil: {}",
        "Mamma nås på {} efter fem.",
        "📞 {}",
        "Sms:a {} om du blir sen.",
        "{} är mitt mobilnummer",
        "Telefon {}, vardagar",
    )
    return rng.choice(words).format(written)


def _invoice(rng: random.Random, free: str) -> str:
    words = (
        "Faktura {}",
        "fakturanr {}",
        "Fakturanummer: {}",
        "Ordernr {}",
        "Order: {}",
        "Ärendenummer {}",
        "dnr {}",
        "Diarienr: {}",
        "Kundnummer {}",
        "Er referens: {}",
        "Artikelnr {}",
        "{} är fakturans nummer",
        "Inventarienummer {}",
    )
    return rng.choice(words).format(rng.choice((free, "20" + free, f"{free[:6]} {free[6:]}")))


def _ocr(rng: random.Random, free: str) -> str:
    number = rng.choice((free, _checked(free), _checked(_digits(rng, rng.randint(6, 24)))))
    words = (
        "OCR {}",
        "OCR-nummer: {}",
        "Ange ocr-nr {} när du betalar.",
        "{} är OCR-numret",
        "Bankgiro 5050-1055, OCR: {}",
        "# {} #",
        "Betala till bg {}",
    )
    return rng.choice(words).format(number)


def _isbn(rng: random.Random, free: str) -> str:
    ten = isbn.to_isbn10(isbn13 := _isbn13("978" + _digits(rng, 9)))
    number = rng.choice((ten, isbn13, isbn.format(isbn13), isbn.format(ten), free))
    return rng.choice(("ISBN {}", "ISBN: {}", "Boken (isbn {}) finns i biblioteket.")).format(
        number
    )


def _isbn13(body: str) -> str:
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(body))
    return f"{body}{-total % 10}"


def _course(rng: random.Random, free: str) -> str:
    subject = rng.choice(("MAT", "ENG", "SVE", "SVA", "GRGRMAT", "HIS", "IDRI", "FYS", "NA"))
    code = f"{subject}{rng.choice(('', ' '))}{_digits(rng, rng.randint(2, 10))}"
    if rng.random() < 0.3:
        return f"Läs {code} i höst."
    words = ("Kurskod {}", "Kursen {} börjar i augusti.", "kurs {}", "{} är kurskoden")
    return rng.choice(words).format(rng.choice((code, free)))


KINDS: dict[str, Callable[[random.Random, str], str]] = {
    "organisation": _organisation,
    "phone": _phone,
    "invoice": _invoice,
    "ocr": _ocr,
    "isbn": _isbn,
    "course": _course,
}


def main() -> None:
    """Print the four figures."""
    total = len(published_numbers()) * 12 * len(SURROUNDINGS)
    print(f"written forms found with exact span: {total - len(missed())} of {total}")
    taken = Counter(kind for kind, text in decoys(12_000) if found(text))
    print(f"other numbers in their context taken for a person's: {taken.total()} of 12000")
    rate, allowed = bare_rate(50_000)
    print(f"bare ten-digit strings taken: {rate:.2%}; arithmetic allows {allowed:.2%}")
    print(f"days no calendar has, taken: {len(lacking_days())}")


if __name__ == "__main__":
    main()
