"""No recognizer of numbers blows up: time grows with the length of the text, whatever it holds."""

from __future__ import annotations

import pytest

from integritetskoll.text.recognizers.bank_account import BankAccountRecognizer
from integritetskoll.text.recognizers.base import SwedishRecognizer
from integritetskoll.text.recognizers.birth_date import BirthDateRecognizer
from integritetskoll.text.recognizers.iban import SwedishIbanRecognizer
from integritetskoll.text.recognizers.ip_address import IpAddressRecognizer
from integritetskoll.text.recognizers.personnummer import PersonnummerRecognizer
from integritetskoll.text.recognizers.phone import SwedishPhoneRecognizer
from integritetskoll.text.recognizers.vehicle_registration import VehicleRegistrationRecognizer
from tests.pace import grows_in_proportion, seconds

RECOGNIZERS: tuple[type[SwedishRecognizer], ...] = (
    *(BankAccountRecognizer, BirthDateRecognizer, SwedishIbanRecognizer, IpAddressRecognizer),
    *(PersonnummerRecognizer, SwedishPhoneRecognizer, VehicleRegistrationRecognizer),
)
PIECES = (
    *("-", "1", "0", " ", "a", "A", ".", ":", "x", "(", "\n", "\t", "|", "+", "*", "="),
    *("1 ", "0-", "1-1 ", "12 03 12 ", "070 ", "070-", "07 01 74 06 05 ", "0. ", "+46 "),
    *("100117-", "100117 2384 ", "100117-2385\n", "2010-01-17 ", "20100117", "1.1.", "1:1:"),
    *("född ", "född i ", "f. ", "f.1", "födelsedatum: ", "fyller 1", "född den den ", "född 1 "),
    *("konto ", "konto 1", "bg 1", "bgbg", "swish till ", "clearing 8327-9, konto ", "konto är "),
    *("SE45 5000 ", "AB12", "ABC 12", "abc12", "ABC 123 ", "A A ", "Elsa Kvist 140312 "),
    *("sista fyra ", "sista fyra i a a ", "pnr slutar ", "xxxxxx-", "ankn ", "tel 12 34 "),
    *("a:", "::", "fe80:", "de fyra sista i", "tel. på till ", "[", "Åä", "🎂 "),
    *("födelsedagar: ", "födelsedagar: Elsa 3/5, ", "födelsedagar " + "Elsa 3/5, " * 50),
)
LENGTH = 200_000


@pytest.mark.parametrize("recognizer", RECOGNIZERS)
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_200_000_characters_of_anything(recognizer: type[SwedishRecognizer], piece: str) -> None:
    made, text = recognizer(), (piece * LENGTH)[:LENGTH]

    def find(length: int) -> None:
        list(made.find(text[:length], None))

    if seconds(lambda: find(LENGTH // 10)) < 0.004:
        return  # even a squared growth would stay below half a second
    assert grows_in_proportion(find, LENGTH // 10, LENGTH)
