"""Every recognizer of the product, named one by one: what others add to their Presidio registry."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from integritetskoll.errors import PipelineError
from integritetskoll.text.pipeline import NameTable, name_table
from integritetskoll.text.recognizers.absence import AbsenceRecognizer
from integritetskoll.text.recognizers.bank_account import BankAccountRecognizer
from integritetskoll.text.recognizers.base import SwedishRecognizer
from integritetskoll.text.recognizers.biometric import BiometricRecognizer
from integritetskoll.text.recognizers.birth_date import BirthDateRecognizer
from integritetskoll.text.recognizers.criminal_offence import CriminalOffenceRecognizer
from integritetskoll.text.recognizers.discipline import DisciplineRecognizer
from integritetskoll.text.recognizers.email import SwedishEmailRecognizer
from integritetskoll.text.recognizers.ethnicity import EthnicityRecognizer
from integritetskoll.text.recognizers.grade import GradeRecognizer
from integritetskoll.text.recognizers.health import HealthRecognizer
from integritetskoll.text.recognizers.iban import SwedishIbanRecognizer
from integritetskoll.text.recognizers.indirect_identification import (
    IndirectIdentificationRecognizer,
)
from integritetskoll.text.recognizers.ip_address import IpAddressRecognizer
from integritetskoll.text.recognizers.location import LocationRecognizer
from integritetskoll.text.recognizers.marker_word import MarkerWordRecognizer
from integritetskoll.text.recognizers.opinion import OpinionRecognizer
from integritetskoll.text.recognizers.organization import OrganizationRecognizer
from integritetskoll.text.recognizers.password import PasswordRecognizer
from integritetskoll.text.recognizers.person import PersonRecognizer
from integritetskoll.text.recognizers.personnummer import PersonnummerRecognizer
from integritetskoll.text.recognizers.phone import SwedishPhoneRecognizer
from integritetskoll.text.recognizers.political_opinion import PoliticalOpinionRecognizer
from integritetskoll.text.recognizers.postal_address import PostalAddressRecognizer
from integritetskoll.text.recognizers.protected_identity_hint import (
    ProtectedIdentityHintRecognizer,
)
from integritetskoll.text.recognizers.pupil_support import PupilSupportRecognizer
from integritetskoll.text.recognizers.religion import ReligionRecognizer
from integritetskoll.text.recognizers.school import SchoolRecognizer
from integritetskoll.text.recognizers.school_class import SchoolClassRecognizer
from integritetskoll.text.recognizers.school_secrecy import SchoolSecrecyRecognizer
from integritetskoll.text.recognizers.sensitive_statement import SensitiveStatementRecognizer
from integritetskoll.text.recognizers.sexual_orientation import SexualOrientationRecognizer
from integritetskoll.text.recognizers.social_circumstances import SocialCircumstancesRecognizer
from integritetskoll.text.recognizers.street_address import StreetAddressRecognizer
from integritetskoll.text.recognizers.transport import TransportRecognizer
from integritetskoll.text.recognizers.union_membership import UnionMembershipRecognizer
from integritetskoll.text.recognizers.url import SwedishUrlRecognizer
from integritetskoll.text.recognizers.username import UsernameRecognizer
from integritetskoll.text.recognizers.value_word import ValueWordRecognizer
from integritetskoll.text.recognizers.vehicle_registration import VehicleRegistrationRecognizer
from integritetskoll.text.recognizers.whereabouts import WhereaboutsRecognizer

RECOGNIZERS: tuple[type[SwedishRecognizer], ...] = (
    AbsenceRecognizer,
    BankAccountRecognizer,
    BiometricRecognizer,
    BirthDateRecognizer,
    CriminalOffenceRecognizer,
    DisciplineRecognizer,
    EthnicityRecognizer,
    GradeRecognizer,
    HealthRecognizer,
    IndirectIdentificationRecognizer,
    IpAddressRecognizer,
    LocationRecognizer,
    MarkerWordRecognizer,
    OpinionRecognizer,
    OrganizationRecognizer,
    PasswordRecognizer,
    PersonnummerRecognizer,
    PersonRecognizer,
    PoliticalOpinionRecognizer,
    PostalAddressRecognizer,
    ProtectedIdentityHintRecognizer,
    PupilSupportRecognizer,
    ReligionRecognizer,
    SchoolClassRecognizer,
    SchoolRecognizer,
    SchoolSecrecyRecognizer,
    SensitiveStatementRecognizer,
    SexualOrientationRecognizer,
    SocialCircumstancesRecognizer,
    StreetAddressRecognizer,
    SwedishEmailRecognizer,
    SwedishIbanRecognizer,
    SwedishPhoneRecognizer,
    SwedishUrlRecognizer,
    TransportRecognizer,
    UnionMembershipRecognizer,
    UsernameRecognizer,
    ValueWordRecognizer,
    VehicleRegistrationRecognizer,
    WhereaboutsRecognizer,
)


def build_recognizers(nlp: Any) -> tuple[SwedishRecognizer, ...]:
    """Return one of each, with what the pipeline knows of names where a recognizer asks for it."""
    names = _names_of(nlp)
    return tuple(
        recognizer(names=names if recognizer.WANTS_NAMES else None) for recognizer in RECOGNIZERS
    )


def _names_of(nlp: Any) -> NameTable | None:
    # An installation may have chosen another pipeline, without the counts.
    with suppress(PipelineError):
        return name_table(nlp)
    return None
