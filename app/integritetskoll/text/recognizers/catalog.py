"""Every recognizer of the product, named one by one: what others add to their Presidio registry."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from integritetskoll.errors import PipelineError
from integritetskoll.text.pipeline import NameTable, name_table
from integritetskoll.text.recognizers.bank_account import BankAccountRecognizer
from integritetskoll.text.recognizers.base import SwedishRecognizer
from integritetskoll.text.recognizers.birth_date import BirthDateRecognizer
from integritetskoll.text.recognizers.email import EmailRecognizer
from integritetskoll.text.recognizers.iban import IbanRecognizer
from integritetskoll.text.recognizers.ip_address import IpAddressRecognizer
from integritetskoll.text.recognizers.password import PasswordRecognizer
from integritetskoll.text.recognizers.personnummer import PersonnummerRecognizer
from integritetskoll.text.recognizers.phone import PhoneRecognizer
from integritetskoll.text.recognizers.protected_identity_hint import (
    ProtectedIdentityHintRecognizer,
)
from integritetskoll.text.recognizers.url import UrlRecognizer
from integritetskoll.text.recognizers.username import UsernameRecognizer
from integritetskoll.text.recognizers.vehicle_registration import VehicleRegistrationRecognizer
from integritetskoll.text.recognizers.whereabouts import WhereaboutsRecognizer

RECOGNIZERS: tuple[type[SwedishRecognizer], ...] = (
    BankAccountRecognizer,
    BirthDateRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    IpAddressRecognizer,
    PasswordRecognizer,
    PersonnummerRecognizer,
    PhoneRecognizer,
    ProtectedIdentityHintRecognizer,
    UrlRecognizer,
    UsernameRecognizer,
    VehicleRegistrationRecognizer,
    WhereaboutsRecognizer,
)


def build_recognizers(nlp: Any) -> tuple[SwedishRecognizer, ...]:
    """Return one of each, with what the pipeline knows of names where a recognizer asks for it."""
    names = _names_of(nlp)
    return tuple(
        recognizer(names=names) if recognizer.WANTS_NAMES else recognizer()  # type: ignore[call-arg]
        for recognizer in RECOGNIZERS
    )


def _names_of(nlp: Any) -> NameTable | None:
    # An installation may have chosen another pipeline, without the counts.
    with suppress(PipelineError):
        return name_table(nlp)
    return None
