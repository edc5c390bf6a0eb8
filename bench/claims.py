"""Claims of origin with a signature, whose certificate says who signed (C2PA, CAWG)."""

from __future__ import annotations

import json
from typing import Any

from bench.drawn import box

OBJECT = {"CN": "550403", "SN": "550404", "GN": "55042a", "NUMBER": "550405", "O": "55040a"}
ISSUER = "Utfärdaren Olof Grundberg"
"""Whom a certificate names beside its subject: no finding of the signer."""


def cbor(value: Any) -> bytes:
    """Return a value in CBOR."""
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return _head(4, len(value)) + b"".join(map(cbor, value))
    if isinstance(value, dict):
        return _head(5, len(value)) + b"".join(cbor(k) + cbor(v) for k, v in value.items())
    return b"\xf6" if value is None else _head(0, value)


def _head(major: int, length: int) -> bytes:
    if length < 24:
        return bytes((major << 5 | length,))
    return bytes((major << 5 | 25,)) + length.to_bytes(2, "big")


def der(tag: int, *contents: bytes) -> bytes:
    """Return one element of X.690."""
    body = b"".join(contents)
    if len(body) < 128:
        return bytes((tag, len(body))) + body
    return bytes((tag, 0x82)) + len(body).to_bytes(2, "big") + body


def distinguished(**attributes: str) -> bytes:
    """Return a name of a certificate: CN, SN, GN, NUMBER, O."""
    pairs = (
        der(0x31, der(0x30, der(6, bytes.fromhex(OBJECT[key])), der(0x0C, value.encode())))
        for key, value in attributes.items()
    )
    return der(0x30, *pairs)


def certificate(*, mail: str = "", **attributes: str) -> bytes:
    """Return a certificate of somebody, unsigned; `mail` is another name of the subject."""
    other = der(0x30, der(0x81, mail.encode()))
    extension = der(0x30, der(6, bytes.fromhex("551d11")), der(4, other))
    body = der(
        0x30,
        der(0xA0, der(2, b"\2")),
        der(2, b"\1"),
        der(0x30),
        distinguished(CN=ISSUER),
        der(0x30),
        distinguished(**attributes),
        der(0x30),
        der(0xA3, der(0x30, extension)) if mail else b"",
    )
    return der(0x30, body, der(0x30), der(3, b"\0"))


def signature(*certificates: bytes, payload: Any = None) -> bytes:
    """Return a COSE signature with its certificates."""
    signed = json.dumps(payload).encode() if payload else None
    return b"\xd2" + cbor([cbor({1: 7, 33: list(certificates)}), {}, signed, bytes(64)])


def superbox(label: str, *boxes: bytes) -> bytes:
    """Return a JUMBF superbox of CBOR with a label."""
    kind = b"cbor" + bytes.fromhex("00110010800000aa00389b71")
    return box(b"jumb", box(b"jumd", kind + b"\3" + label.encode() + b"\0") + b"".join(boxes))


def signed_by(**attributes: str) -> bytes:
    """Return a manifest whose signature somebody made."""
    chain = signature(certificate(**attributes), certificate(CN=ISSUER))
    return superbox("c2pa", superbox("c2pa.signature", box(b"cbor", chain)))


def vouched(name: str) -> bytes:
    """Return a manifest with an identity: an account that was shown to be somebody's."""
    accounts = [{"type": "cawg.social_media", "name": name}]
    payload = {"credentialSubject": {"verifiedIdentities": accounts}}
    inner = signature(certificate(O="Kontokollen AB"), payload=payload)
    claim = cbor({"signer_payload": {"sig_type": "cawg"}, "signature": inner})
    return superbox("c2pa", superbox("cawg.identity", box(b"cbor", claim)))
