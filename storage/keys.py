# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Signing and sealing keys, and the one way in which anything is signed.

Signing is Ed25519 (libsodium, which refuses small-order keys and malleated signatures), sealing is age X25519. The two
are separate keys and never converted into each other. Secrets are shown by no repr and compared by nobody.
"""

import hashlib
import hmac
from dataclasses import dataclass, field

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey
from pyrage import RecipientError, x25519

from storage.constants import KEY_ID
from storage.errors import Fault, KnownError

# The points of small order, in each encoding that a decoder could accept (Ed25519 as in RFC 8032; y and y + p).
SMALL_ORDER = frozenset(
    bytes.fromhex(point)
    for low in (
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    )
    for point in (low, low[:62] + f"{int(low[62:], 16) | 0x80:02x}")
)


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What the directory says of one vault: its Ed25519 key (hex) and its age recipient ("age1…")."""

    sign: str
    seal: str

    @property
    def kid(self) -> str:
        """The vault's key id."""
        return key_id(bytes.fromhex(self.sign))


@dataclass(frozen=True, slots=True)
class SigningSecret:
    """An Ed25519 signing key, made from 32 secret bytes."""

    seed: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return bytes(SigningKey(self.seed).verify_key)

    def sign(self, label: bytes, message: bytes) -> bytes:
        """Sign a message for one purpose. Returns 64 bytes."""
        return SigningKey(self.seed).sign(_labelled(label, message)).signature


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """Both secrets of one vault. They are made in it and never leave it."""

    signing: SigningSecret = field(repr=False)
    sealing: str = field(repr=False)

    @property
    def public(self) -> PublicKeys:
        """What may be published of them."""
        return PublicKeys(self.signing.public.hex(), str(self.identity.to_public()))

    @property
    def identity(self) -> x25519.Identity:
        """The age identity that opens what is sealed to this vault."""
        return x25519.Identity.from_str(self.sealing)


def new_vault_keys(seed: bytes) -> VaultKeys:
    """Make a vault's keys: signing from 32 fresh random bytes, sealing from age's own generator."""
    return VaultKeys(SigningSecret(seed), str(x25519.Identity.generate()))


def key_id(sign_public: bytes) -> str:
    """Name a signing key: the first 16 bytes, in hex, of the labelled SHA-256 of its 32 bytes."""
    return hashlib.sha256(KEY_ID + sign_public).hexdigest()[:32]


def check_signing_key(sign_public: bytes) -> None:
    """Refuse a key under which a signature proves nothing. Raises KnownError(SIGNATURE_REFUSED)."""
    if len(sign_public) != 32 or sign_public in SMALL_ORDER:
        raise KnownError(Fault.SIGNATURE_REFUSED, reason="key")


def check_sealing_key(recipient: str) -> None:
    """Refuse what is not an age X25519 recipient. Raises KnownError(READER_REFUSED)."""
    try:
        x25519.Recipient.from_str(recipient)
    except RecipientError:
        raise KnownError(Fault.READER_REFUSED, reason="key") from None


def check_signature(label: bytes, sign_public: bytes, message: bytes, signature: bytes) -> None:
    """Check a signature for one purpose. Raises KnownError(SIGNATURE_REFUSED) unless it is good."""
    check_signing_key(sign_public)
    try:
        VerifyKey(sign_public).verify(_labelled(label, message), signature)
    except (BadSignatureError, ValueError, TypeError):
        raise KnownError(Fault.SIGNATURE_REFUSED, reason="signature") from None


def equal(one: bytes, other: bytes) -> bool:
    """Compare without telling by time where two secrets differ."""
    return hmac.compare_digest(one, other)


def _labelled(label: bytes, message: bytes) -> bytes:
    return label + len(message).to_bytes(8, "big") + message
