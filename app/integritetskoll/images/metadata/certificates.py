"""Who signed a claim of origin: the names in the certificate of a signature (RFC 9052, RFC 5280).

Nothing is verified: a name that is written is read. Only the signer's own certificate counts,
those behind it belong to the issuers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from integritetskoll.images.field import Kind
from integritetskoll.images.gather import Gather

KEY = frozenset({"4", "kid"})
"""The header that names a key (RFC 9052): accounts sign with one, and have no certificate."""
CHAIN = frozenset({"33", "x5chain"})
"""The header that holds the certificates (RFC 9360), by number and as early writers called it."""
SUBJECT = {
    bytes.fromhex("550403"): "CommonName", bytes.fromhex("550404"): "Surname",
    bytes.fromhex("55042a"): "GivenName", bytes.fromhex("550405"): "SerialNumber",
    bytes.fromhex("55040a"): "Organization", bytes.fromhex("55040b"): "OrganizationalUnit",
    bytes.fromhex("55040c"): "Title", bytes.fromhex("2a864886f70d010901"): "Email",
}  # fmt: skip
"""Attributes of a name that may tell of a person, by their object identifiers."""
KINDS = {
    "CommonName": Kind.AUTHOR, "Surname": Kind.AUTHOR, "GivenName": Kind.AUTHOR,
    "Organization": Kind.PLAIN, "OrganizationalUnit": Kind.PLAIN,
}  # fmt: skip
ALTERNATIVES = bytes.fromhex("551d11")
"""The extension with other names of the subject."""
_ENCODINGS = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x16: "ascii", 0x1E: "utf-16-be"}
_MAIL, _VERSION = 0x81, 0xA0
_MOST = 64


def read_signature(value: Any, into: Gather) -> None:
    """Read a signature: protected headers, open headers, payload, the signature itself.

    Without a certificate the headers are searched for text; without the name of a key, too, they
    count as not read.
    Raises ValueError where a certificate breaks off.
    """
    from integritetskoll.images.metadata.cbor import read_cbor  # noqa: PLC0415 - only for these

    headers = [read_cbor(value[0]) if value[0] else {}, value[1]]
    signers = [
        chain[0] if isinstance(chain, list) else chain
        for header in headers
        for key, chain in (header or {}).items()
        if key in CHAIN
    ]
    for name, text in (one for signer in signers for one in names(signer)):
        into.add(f"JUMBF:Signature{name}", text, kind=KINDS.get(name, Kind.TEXT))
    if not signers:
        into.sweep("JUMBF:Signature", value[0] or b"")
        if not any(key in KEY for header in headers for key in header or {}):
            into.missed("c2pa")


def names(certificate: bytes) -> Iterator[tuple[str, str]]:
    """Yield the attributes of the subject, and its addresses; raises ValueError."""
    body = next(_parts(next(_parts(certificate))[1]))[1]
    fields = [part for part in _parts(body) if part[0] != _VERSION]
    yield from _attributes(fields[4][1])
    for tag, rest in fields[6:]:
        if tag == 0xA3:  # noqa: PLR2004 - the extensions
            yield from _addresses(rest)


def _attributes(name: bytes) -> Iterator[tuple[str, str]]:
    for _, several in _parts(name):
        for _, one in _parts(several):
            (_, kind), (tag, raw) = list(_parts(one))[:2]
            if kind in SUBJECT:
                yield SUBJECT[kind], raw.decode(_ENCODINGS.get(tag, "utf-8"), "replace")


def _addresses(extensions: bytes) -> Iterator[tuple[str, str]]:
    for _, one in _parts(next(_parts(extensions))[1]):
        kind, *rest = list(_parts(one))
        if kind[1] != ALTERNATIVES:
            continue
        for tag, raw in _parts(next(_parts(rest[-1][1]))[1]):
            if tag == _MAIL:
                yield "Email", raw.decode("ascii", "replace")


def _parts(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield tag and content of what stands one after the other (X.690); raises ValueError."""
    at = 0
    for _ in range(_MOST):
        if at + 2 > len(raw):
            return
        tag, size, at = raw[at], raw[at + 1], at + 2
        if size > 0x80:  # noqa: PLR2004 - the length of the length
            wide = size & 0x7F
            size, at = int.from_bytes(raw[at : at + wide], "big"), at + wide
        if at + size > len(raw):
            raise ValueError("certificate")
        yield tag, raw[at : at + size]
        at += size
