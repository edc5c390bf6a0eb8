"""Claims of origin: who signed, for whom; broken ones are never read whole."""

from __future__ import annotations

import pytest

from bench import claims, drawn
from integritetskoll.images.clean.verified import clean_image
from integritetskoll.images.field import Kind
from integritetskoll.images.judge import judge
from integritetskoll.images.metadata.certificates import names
from integritetskoll.images.open import read_image


def jpeg(boxes: bytes) -> bytes:
    return drawn.with_segments(
        drawn.encoded("JPEG"), drawn.segment(0xEB, b"JP\0\x01\0\0\0\x01" + boxes)
    )


def test_the_signer_is_read_and_not_the_issuer() -> None:
    signed = claims.signed_by(CN="Siv Granlund", O="Björkskolan", mail="siv@example.se")
    reading = read_image("", jpeg(signed))
    found = {(f.name, f.value, f.kind) for f in reading.fields}
    assert found == {
        ("JUMBF:SignatureCommonName", "Siv Granlund", Kind.AUTHOR),
        ("JUMBF:SignatureOrganization", "Björkskolan", Kind.PLAIN),
        ("JUMBF:SignatureEmail", "siv@example.se", Kind.TEXT),
    }
    assert not reading.unread


def test_a_number_of_a_person_in_a_certificate(checker) -> None:
    """Certificates of Swedish persons hold their personnummer as a serial number."""
    signed = claims.signed_by(GN="Siv", SN="Granlund", NUMBER="201001172384")
    found = judge(read_image("", jpeg(signed)), checker.analyzer.analyze).findings
    assert "SE_PERSONNUMMER" in {f.entity for f in found}


@pytest.mark.parametrize(
    "boxes", [claims.signed_by(CN="Siv Granlund"), claims.vouched("Siv Granlund")]
)
def test_the_name_is_an_author_and_goes(boxes: bytes, checker) -> None:
    data = jpeg(boxes)
    found = judge(read_image("", data), checker.analyzer.analyze).findings
    assert ("author", "Siv Granlund") in {(f.code, f.text) for f in found}
    assert b"Siv Granlund" not in clean_image("", data).data


@pytest.mark.parametrize("ending", range(4, 120, 9))
def test_a_certificate_that_breaks_off(ending: int) -> None:
    whole = claims.certificate(CN="Siv Granlund", mail="siv@example.se")
    with pytest.raises((ValueError, StopIteration, IndexError, RuntimeError)):
        list(names(whole[:-ending]))
    broken = claims.superbox(
        "c2pa.signature", drawn.box(b"cbor", claims.signature(whole[:-ending]))
    )
    assert "c2pa" in read_image("", jpeg(broken)).unread
