# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Receipts that say nothing to a stranger (docs/format.md, 'Receipts').

A token's name is a hash of a secret that only the entry's readers know and of the reader's key id; its content is the
reader's signature, boxed under the same secret. Whoever sees the folder can tie no token to an envelope, and since
every reader's vault leaves exactly one token for each envelope it meets, real or random, their number says nothing.
"""

import hashlib
import secrets
from dataclasses import dataclass

import msgspec
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from storage.body import Moment
from storage.constants import NAME_LENGTH, RECEIPT_KEY, RECEIPT_NAME, RECEIPT_SIGNATURE
from storage.errors import KnownError
from storage.keys import SigningSecret, check_signature

_NONCE, _TAG, _SIGNATURE, _MINUTE = 24, 16, 64, len("2026-03-12T15:12")
LENGTH = _NONCE + _SIGNATURE + _MINUTE + _TAG
ENTRY_PART, FILE_PART = 0, 1
"""What a receipt is for: an entry, whose secret is its `ack`, or a file, whose secret is the beginning of its name."""


@dataclass(frozen=True, slots=True)
class Token:
    """A file for the exchange's receipt folder."""

    name: str
    content: bytes


def file_secret(blob: str) -> str:
    """The secret of a file's receipts. Only who can open the file or its entry knows the file's name.

    So it is signed for as soon as it has been opened, whether its entry has come or not: a reader who first left noise,
    and later a receipt, would show that they are one.
    """
    return blob[:32]


def token_name(ack: str, kid: str, part: int = ENTRY_PART) -> str:
    """Name the receipt of one reader for an entry, or for a file by its own secret."""
    return _hash(RECEIPT_NAME, ack, kid, part).hex()[:NAME_LENGTH]


def make_token(ack: str, kid: str, signing: SigningSecret, minute: str, part: int = ENTRY_PART) -> Token:
    """Sign for what was opened and verified at this minute ("2026-03-12T15:12", UTC)."""
    name = token_name(ack, kid, part)
    signature = signing.sign(RECEIPT_SIGNATURE, (name + minute).encode())
    nonce = secrets.token_bytes(_NONCE)
    content = signature + minute.encode()
    boxed = crypto_aead_xchacha20poly1305_ietf_encrypt(content, b"", nonce, _hash(RECEIPT_KEY, ack, kid, part))
    return Token(name, nonce + boxed)


def random_token() -> Token:
    """Make a token that proves nothing and looks like any other, for an envelope that was not for us."""
    return Token(secrets.token_hex(NAME_LENGTH // 2), secrets.token_bytes(LENGTH))


def read_token(content: bytes, ack: str, kid: str, sign_public: bytes, part: int = ENTRY_PART) -> str | None:
    """Verify a receipt. Returns the minute at which the reader opened it, or None when it proves nothing."""
    if len(content) != LENGTH:
        return None
    nonce, boxed = content[:_NONCE], content[_NONCE:]
    try:
        inner = crypto_aead_xchacha20poly1305_ietf_decrypt(boxed, b"", nonce, _hash(RECEIPT_KEY, ack, kid, part))
        minute = inner[_SIGNATURE:].decode("ascii")
        msgspec.convert(f"{minute}:00Z", Moment)
        name = token_name(ack, kid, part)
        check_signature(RECEIPT_SIGNATURE, sign_public, (name + minute).encode(), inner[:_SIGNATURE])
    except (CryptoError, UnicodeDecodeError, msgspec.ValidationError, KnownError):
        return None
    return minute


def _hash(label: bytes, ack: str, kid: str, part: int) -> bytes:
    return hashlib.sha256(label + bytes.fromhex(ack) + bytes.fromhex(kid) + part.to_bytes(2, "big")).digest()
