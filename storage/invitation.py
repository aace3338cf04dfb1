# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A personal invitation, and what a new vault sends for it (docs/format.md, 'Invitations'; security.md 3.2).

The code is a secret of 80 bits, known to whoever invites and to the person invited. With it a new vault's keys are
bound to that person: nobody who only sees the share, or runs it, can enrol in their name.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

import msgspec

from storage import strictjson
from storage.body import Day, Hex16, Hex32, Recipient
from storage.charter import KeyData, Proof
from storage.constants import INVITATION_BYTES, INVITATION_MAC, KEY_PROOF, KIB
from storage.database import Database
from storage.errors import Fault, KnownError
from storage.keys import VaultKeys, check_signature, equal
from storage.strictjson import shaped
from storage.typed_codes import in_groups, read_checked, write_checked

JOINING = "joining"
"""The kind of entry in which a new vault asks to be admitted."""

_GROUP = 6
_PREFIX = "invitation "


class Joining(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the entry's data says: whose vault, its public keys, that it holds them, and that it knows the code."""

    person: Hex16
    sign: Hex32
    seal: Recipient
    proof: Proof
    mac: Hex32


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as the inviter's vault keeps it. `until` is the last day on which it holds."""

    person: str
    secret: bytes = field(repr=False)
    until: date


def new_secret() -> bytes:
    """Make the secret of an invitation."""
    return secrets.token_bytes(INVITATION_BYTES)


def write_invitation(secret: bytes) -> str:
    """Write a secret as the code to be typed: three groups of six."""
    return in_groups(write_checked(secret), _GROUP)


def read_invitation(typed: str) -> bytes:
    """Read a typed code; case, spaces and hyphens do not matter. Raises KnownError(CODE_REFUSED)."""
    return read_checked(typed, INVITATION_BYTES)


def joining(secret: bytes, school: str, person: str, keys: VaultKeys) -> Joining:
    """What a new vault sends."""
    public = keys.public
    said = proven(school, person, public.sign, public.seal)
    return Joining(
        person=person,
        sign=public.sign,
        seal=public.seal,
        proof=keys.signing.sign(KEY_PROOF, said).hex(),
        mac=_mac(secret, said),
    )


def read_joining(data: object) -> Joining | None:
    """Read an entry's data; None for what is none."""
    return shaped(data, Joining)


def matches(secret: bytes, school: str, asked: Joining) -> bool:
    """Say whether these keys were sent by whoever knows the code."""
    said = proven(school, asked.person, asked.sign, asked.seal)
    return equal(bytes.fromhex(asked.mac), bytes.fromhex(_mac(secret, said)))


def key_data(asked: Joining) -> KeyData:
    """What the directory is told when it is approved."""
    return KeyData(person=asked.person, sign=asked.sign, seal=asked.seal, proof=asked.proof)


def is_proven(school: str, data: KeyData) -> bool:
    """Say whether the new key itself has signed that it is this person's, in this school."""
    if data.proof is None:
        return False
    said = proven(school, data.person, data.sign, data.seal)
    try:
        check_signature(KEY_PROOF, bytes.fromhex(data.sign), said, bytes.fromhex(data.proof))
    except KnownError:
        return False
    return True


def proven(school: str, person: str, sign: str, seal: str) -> bytes:
    """The bytes that a proof and a MAC are made of: school, person, signing key, recipient."""
    return bytes.fromhex(school) + bytes.fromhex(person) + bytes.fromhex(sign) + seal.encode()


class Invitations:
    """The invitations of one vault, among its own facts: at most one for a person."""

    def __init__(self, database: Database) -> None:
        """Take the vault's database."""
        self._database = database

    def put(self, invitation: Invitation) -> None:
        """Keep an invitation, in place of the one before."""
        kept = _Kept(secret=invitation.secret.hex(), until=invitation.until.isoformat())
        values = (_PREFIX + invitation.person, strictjson.encode(kept))
        self._database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", values)

    def drop(self, person: str) -> None:
        """Forget an invitation: its code is good for nothing from now on."""
        self._database.execute("DELETE FROM meta WHERE name = ?", (_PREFIX + person,))

    def all(self) -> list[Invitation]:
        """Every invitation that was made and not used, in the order of its person's id."""
        sql = "SELECT name, value FROM meta WHERE name LIKE 'invitation %' ORDER BY name"
        return [_read(str(name).removeprefix(_PREFIX), value) for name, value in self._database.rows(sql)]


class _Kept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    secret: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{20}\Z")]
    until: Day


def _read(person: str, value: object) -> Invitation:
    try:
        kept = msgspec.convert(strictjson.decode(value if isinstance(value, bytes) else b"", at_most=KIB), _Kept)
    except (KnownError, msgspec.ValidationError):
        raise KnownError(Fault.VAULT_DAMAGED) from None
    return Invitation(person, bytes.fromhex(kept.secret), date.fromisoformat(kept.until))


def _mac(secret: bytes, said: bytes) -> str:
    return hmac.new(secret, INVITATION_MAC + said, hashlib.sha256).hexdigest()
