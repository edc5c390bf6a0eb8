"""Keyed digests of joined forms: 64 bits of BLAKE2b (RFC 7693), one key for each use.

64 bits are enough to tell forms apart: a draft asks for some thousand digests of a few million,
so that one is taken for another about once in 10⁹ drafts. Nobody without the key can make one.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

Digests = NDArray[np.uint64]
KEY_BYTES = 32
SIZE = 8
PADDED_TO = 128
_CHECK = b"integritetskoll register key check 1"


class Digester:
    """Makes digests with one key, which it never shows."""

    __slots__ = ("_base", "_key")

    def __init__(self, key: bytes) -> None:
        self._key = derive(key, "digest")
        self._base = hashlib.blake2b(key=self._key, digest_size=SIZE)

    def many(self, forms: Collection[str]) -> Digests:
        """Return the digests of forms, one for each, in their order."""
        base, out = self._base, bytearray()
        for form in forms:
            one = base.copy()
            one.update(form.encode("utf-8", "surrogatepass"))
            out += one.digest()
        return np.frombuffer(bytes(out), dtype="<u8").astype(np.uint64)

    def identity(self, form: str) -> bytes:
        """Return the digest by which an entry is found again: 16 bytes over all its details."""
        data = b"identity\0" + form.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, key=self._key, digest_size=16).digest()

    def __repr__(self) -> str:
        """Hide the key."""
        return "Digester()"


def derive(key: bytes, purpose: str) -> bytes:
    """Return the key for one purpose, from which neither the key nor another can be told."""
    return hashlib.blake2b(purpose.encode(), key=key, digest_size=KEY_BYTES).digest()


def key_check(key: bytes) -> bytes:
    """Return what the database keeps, to know its key again."""
    return hmac.digest(derive(key, "check"), _CHECK, "sha256")


def packed(digests: Digests) -> bytes:
    """Return digests as the database keeps them, filled up with noise.

    Their number would tell how long a name is and how many aliases there are.
    """
    missing = -len(digests) % PADDED_TO
    noise = np.frombuffer(secrets.token_bytes(missing * SIZE), dtype="<u8")
    return np.sort(np.concatenate((digests, noise))).astype("<u8").tobytes()


def unpacked(data: bytes) -> Digests:
    """Return the digests of `packed`."""
    return np.frombuffer(data, dtype="<u8").astype(np.uint64)
