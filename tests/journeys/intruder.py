# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody who has the shared folder, the program and other people's keys, and tries to get at a report.

Opens an envelope's recipient stanzas by itself (age-encryption.org/v1, X25519), so that what fails here does not fail
because of Candour's own checks.
"""

import base64
import hashlib
import hmac
import re

import pyrage
from nacl.bindings import crypto_aead_chacha20poly1305_ietf_decrypt, crypto_scalarmult, crypto_scalarmult_base
from nacl.exceptions import CryptoError

_STANZA = re.compile(rb"-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})\n")
_BECH32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
_INFO = b"age-encryption.org/v1/X25519"


def stanzas(envelope: bytes) -> list[tuple[bytes, bytes]]:
    """The recipient stanzas of an envelope: a passing key and a wrapped file key each."""
    return [(_unbase64(share), _unbase64(body)) for share, body in _STANZA.findall(envelope)]


def unwraps(envelope: bytes, sealing: str) -> bool:
    """Say whether an age identity unwraps the file key of an envelope, from any of its stanzas."""
    secret = _secret_bytes(sealing)
    ours = crypto_scalarmult_base(secret)
    for share, body in stanzas(envelope):
        shared = crypto_scalarmult(secret, share)
        key = _hkdf(shared, salt=share + ours)
        try:
            crypto_aead_chacha20poly1305_ietf_decrypt(body, None, bytes(12), key)
        except CryptoError:
            continue
        return True
    return False


def decrypts(envelope: bytes, sealing: str) -> bool:
    """Say whether age itself opens an envelope with an identity."""
    try:
        pyrage.decrypt(envelope, [pyrage.x25519.Identity.from_str(sealing)])
    except pyrage.DecryptError:
        return False
    return True


def shapes(words: str) -> tuple[bytes, ...]:
    """How words may stand in a file: in UTF-8 and UTF-16, and in base64 wherever they begin in it."""
    plain = words.encode()
    turned = (base64.b64encode(b"x" * skip + plain)[4 if skip else 0 : -4] for skip in range(3))
    return plain, words.encode("utf-16-le"), plain.hex().encode(), *turned


def _secret_bytes(sealing: str) -> bytes:
    """The 32 bytes of an identity in Bech32; the six letters at its end are a checksum."""
    bits = "".join(f"{_BECH32.index(letter):05b}" for letter in sealing.rpartition("1")[2][:-6])
    return int(bits[:256], 2).to_bytes(32, "big")


def _hkdf(secret: bytes, salt: bytes) -> bytes:
    drawn = hmac.digest(salt, secret, hashlib.sha256)
    return hmac.digest(drawn, _INFO + b"\x01", hashlib.sha256)


def _unbase64(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4))
