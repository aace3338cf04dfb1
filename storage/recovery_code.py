# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The recovery code: 128 random bits that stand on paper only (docs/format.md, 'Recovery code'; security.md 3.11).

Eight groups of five letters, each with a check of its own that knows its place: a wrong letter names its group, and two
groups that changed places are noticed. HKDF-SHA256 makes two keys of it that have nothing to do with each other: one
wraps the vault's key in a slot, the other is the age identity that backups are sealed to.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from pyrage import x25519

from storage.bech32 import write_secret_key
from storage.constants import RECOVERY_BACKUP, RECOVERY_CODE_BYTES, RECOVERY_SLOT
from storage.errors import Fault, KnownError
from storage.typed_codes import plain_letters, read_checked, write_checked

GROUPS = 8
GROUP_LETTERS = 5
_GROUP_BYTES = RECOVERY_CODE_BYTES // GROUPS


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A recovery code; `secret` is its 16 bytes."""

    secret: bytes = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """The code as it is printed, group by group."""
        parts = (self.secret[place * _GROUP_BYTES : (place + 1) * _GROUP_BYTES] for place in range(GROUPS))
        return tuple(_write_group(number, part) for number, part in enumerate(parts, start=1))

    def slot_key(self, salt: bytes) -> bytes:
        """The 32 bytes that wrap a vault's key in the slot with this salt."""
        return _derived(self.secret, salt, RECOVERY_SLOT)

    @property
    def secret_key(self) -> str:
        """The identity that opens backups, as age writes it (`AGE-SECRET-KEY-1…`)."""
        return write_secret_key(_derived(self.secret, b"", RECOVERY_BACKUP))

    @property
    def identity(self) -> x25519.Identity:
        """The same, for age."""
        return x25519.Identity.from_str(self.secret_key)

    @property
    def recipient(self) -> str:
        """The public half of that identity, to which backups are sealed (`age1…`)."""
        return str(self.identity.to_public())


def new_recovery_code() -> RecoveryCode:
    """Draw a fresh code."""
    return RecoveryCode(secrets.token_bytes(RECOVERY_CODE_BYTES))


def read_recovery_code(typed: str) -> RecoveryCode:
    """Read a typed code; case, and spaces and hyphens, do not matter.

    Raises KnownError(RECOVERY_CODE_LENGTH), and KnownError(RECOVERY_GROUP_WRONG) with the first group that is wrong.
    """
    groups = _split(typed)
    if len(groups) != GROUPS:
        raise KnownError(Fault.RECOVERY_CODE_LENGTH)
    return RecoveryCode(b"".join(_read_group(number, group) for number, group in enumerate(groups, start=1)))


def read_group(number: int, typed: str) -> str:
    """Read one typed group of the code, counted from 1, as it is printed. Raises KnownError(RECOVERY_GROUP_WRONG)."""
    return _write_group(number, _read_group(number, typed))


def _split(typed: str) -> list[str]:
    """Take a code apart where it was typed apart; otherwise, or where that gives no eight groups, by its length."""
    apart = typed.replace("-", " ").split()
    if len(apart) == GROUPS:
        return apart
    letters = plain_letters(typed)
    return [letters[place : place + GROUP_LETTERS] for place in range(0, len(letters), GROUP_LETTERS)]


def _write_group(number: int, part: bytes) -> str:
    return write_checked(part, bytes([number]))


def _read_group(number: int, typed: str) -> bytes:
    try:
        return read_checked(typed, _GROUP_BYTES, bytes([number]))
    except KnownError:
        raise KnownError(Fault.RECOVERY_GROUP_WRONG, group=number) from None


def _derived(secret: bytes, salt: bytes, label: bytes) -> bytes:
    """HKDF-SHA256 (RFC 5869) of 32 bytes, which is one block of it."""
    extracted = hmac.digest(salt or bytes(hashlib.sha256().digest_size), secret, "sha256")
    return hmac.digest(extracted, label + b"\x01", "sha256")
